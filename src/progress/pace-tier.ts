import type { Bilingual } from "../core/bilingual.ts";
import type { Assessment } from "../inputs/study.ts";

/** How a row stands against time, as mid-term reports say it; the last three all read 相对滞后. */
export type PaceTier = "achieved_early" | "ahead" | "on_track" | "behind" | "far_behind" | "reversing";

const words: Readonly<Record<PaceTier, { readonly tier: Bilingual; readonly detail: Bilingual | null }>> = {
  achieved_early: { tier: { zh: "提前实现", en: "achieved early" }, detail: null },
  ahead: { tier: { zh: "快于预期", en: "ahead of pace" }, detail: null },
  on_track: { tier: { zh: "基本符合预期", en: "about on pace" }, detail: null },
  behind: { tier: { zh: "相对滞后", en: "lagging" }, detail: { zh: "略滞后", en: "slightly behind" } },
  far_behind: { tier: { zh: "相对滞后", en: "lagging" }, detail: { zh: "明显滞后", en: "far behind" } },
  reversing: { tier: { zh: "相对滞后", en: "lagging" }, detail: { zh: "反向变化", en: "moving away" } },
};

/**
 * Put a pace index into its tier.
 *
 * @param pace - 1 on the expected path.
 * @param isMet - whether the value meets the target already, which overrides the pace.
 * @param cutOffs - lower bounds of ahead, on track and behind, descending.
 */
export function paceTier(pace: number, isMet: boolean, cutOffs: Assessment["paceClasses"]): PaceTier {
  if (isMet) return "achieved_early";
  const [ahead, onTrack, behind] = cutOffs;
  if (pace >= ahead) return "ahead";
  if (pace >= onTrack) return "on_track";
  if (pace >= behind) return "behind";
  return pace >= 0 ? "far_behind" : "reversing";
}

/**
 * Put a mean growth into its tier: by the growth that the years left need, against the mean so far.
 *
 * A need of up to one point above the mean is behind, more is far behind; up to one point below it is on track.
 *
 * @param meanSoFar - geometric mean of the years so far, a fraction.
 * @param needed - growth a year that the years left need, a fraction.
 */
export function growthTier(meanSoFar: number, needed: number): PaceTier {
  const lead = meanSoFar - needed;
  // Rounding errors of growths decide nothing.
  const points = Number((lead * 100).toFixed(9));
  if (points > 1) return "ahead";
  if (points >= 0) return "on_track";
  return points >= -1 ? "behind" : "far_behind";
}

/**
 * Say a tier as reports do.
 *
 * @param own - the plan's own words, which come first.
 */
export function tierWording(tier: PaceTier, own: Assessment["wording"] = {}): Bilingual {
  return own[tier] ?? words[tier].tier;
}

/** Say the finer tier, for the ledger; null where reports and ledger say the same. */
export function tierDetail(tier: PaceTier): Bilingual | null {
  return words[tier].detail;
}
