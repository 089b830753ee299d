import type { Bilingual } from "../core/bilingual.ts";
import type { Assessment, Attribute } from "../inputs/study.ts";
import { probabilityClass } from "../reachability/probability-class.ts";
import type { PaceTier } from "./pace-tier.ts";

/** How loudly a row must be reported: 关注, 预警, 重点预警. */
export type AlertLevel = "none" | "watch" | "warning" | "serious_warning";

/** What a row's pace and chance come to together. */
export interface RowAlert {
  readonly level: AlertLevel;
  /** Null for a row that needs no mention. */
  readonly wording: Bilingual | null;
  /** Which of the two is worse, and so decides; null when they are as bad as each other or there is only one. */
  readonly decidedBy: "pace" | "probability" | null;
}

/** The alert of a row that needs no mention. */
export const noAlert: RowAlert = { level: "none", wording: null, decidedBy: null };

const wordings: Readonly<Record<AlertLevel, Bilingual | null>> = {
  none: null,
  watch: { zh: "关注", en: "watch" },
  warning: { zh: "预警", en: "warning" },
  serious_warning: { zh: "重点预警", en: "serious warning" },
};

/** From the best to the worst, beside the probability classes of the same places. */
const tierRanks: Readonly<Record<PaceTier, number>> = {
  achieved_early: 0,
  ahead: 0,
  on_track: 1,
  behind: 2,
  far_behind: 3,
  reversing: 4,
};
const classRanks = { very_likely: 0, likely: 1, uncertain: 2, unlikely: 3, very_unlikely: 4 } as const;

/**
 * Decide what to report of a row: of a binding one the worse of pace and chance, of an indicative one the chance.
 *
 * A binding row is 预警 when its chance is below the first bound or its pace below on track, and 重点预警 when its chance
 * is below the second; an indicative row is 关注 when its chance is below the third. Pace is context for indicative rows.
 *
 * @param tier - null when the row has no pace.
 * @param probability - in [0, 1]; null when the row has none.
 */
export function rowAlert(
  attribute: Attribute,
  tier: PaceTier | null,
  probability: number | null,
  assessment: Pick<Assessment, "probabilityClasses" | "warningProbabilities"> & Partial<Pick<Assessment, "wording">>,
): RowAlert {
  const { warning, serious, watch } = assessment.warningProbabilities;
  const alertOf = (level: AlertLevel, decidedBy: RowAlert["decidedBy"]): RowAlert => {
    const own = level === "none" ? undefined : assessment.wording?.[level];
    return { level, wording: own ?? wordings[level], decidedBy };
  };
  const isBelow = (bound: number) => probability !== null && probability < bound;
  if (attribute === "indicative") return alertOf(isBelow(watch) ? "watch" : "none", null);
  const isLagging = tier !== null && tierRanks[tier] > tierRanks.on_track;
  const level = isBelow(serious) ? "serious_warning" : isBelow(warning) || isLagging ? "warning" : "none";
  if (tier === null || probability === null) return alertOf(level, null);
  const lead = tierRanks[tier] - classRanks[probabilityClass(probability, assessment.probabilityClasses)];
  return alertOf(level, lead === 0 ? null : lead > 0 ? "pace" : "probability");
}
