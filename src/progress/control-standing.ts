import type { Bilingual } from "../core/bilingual.ts";
import type { Assessment, TargetComparison } from "../inputs/study.ts";
import { isMet, targetDirection } from "../reachability/attainment.ts";

/** How a limit stands that is only to be kept: within it, within it but near, or beyond it. */
export type ControlStatus = "held" | "at_risk" | "breached";

/** Where a ceiling or a level to maintain stands. */
export interface ControlStanding {
  readonly status: ControlStatus;
  readonly wording: Bilingual;
  /** Room left as a share of the target, below 0 beyond it; null for a target of 0. */
  readonly margin: number | null;
}

const words: Readonly<Record<ControlStatus, { readonly fromAbove: Bilingual; readonly fromBelow: Bilingual }>> = {
  held: {
    fromAbove: { zh: "持续控制在目标内", en: "kept within the limit" },
    fromBelow: { zh: "持续保持在目标以上", en: "kept at the level" },
  },
  at_risk: {
    fromAbove: { zh: "临界", en: "kept, but close to the limit" },
    fromBelow: { zh: "临界", en: "kept, but close to the limit" },
  },
  breached: {
    fromAbove: { zh: "突破控制线", en: "over the limit" },
    fromBelow: { zh: "跌破保持线", en: "below the level" },
  },
};

/**
 * Tell how a ceiling or a level to maintain stands: a rise towards a ceiling is no failure while it stays below.
 *
 * @param value - the statistic that the target is held against, as far as it is known: the worst year so far, the mean
 *   so far, or the latest value.
 */
export function controlStanding(
  value: number,
  target: { readonly comparison: TargetComparison; readonly value: number },
  assessment: Pick<Assessment, "atRiskMargin" | "wording">,
): ControlStanding {
  const direction = targetDirection(target.comparison);
  const margin = target.value === 0 ? null : (direction * (value - target.value)) / Math.abs(target.value);
  const isKept = isMet(value, target.comparison, target.value);
  const isNear = margin !== null && margin < assessment.atRiskMargin;
  const status = isKept ? (isNear ? "at_risk" : "held") : "breached";
  const usual = words[status][direction === 1 ? "fromBelow" : "fromAbove"];
  return { status, wording: assessment.wording[status] ?? usual, margin };
}
