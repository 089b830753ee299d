import type { Bilingual } from "../core/bilingual.ts";
import type { Ensemble } from "../ensemble/ensemble.ts";
import type { Indicator, Plan, Scenario, Target, TargetComparison, TargetKind } from "../inputs/study.ts";
import { type AttainmentRule, attainmentRule, targetDirection, targetStatistic } from "../reachability/attainment.ts";
import { drawStatistics, metDraws, whyNoStatistics } from "../reachability/draw-statistics.ts";
import { markedShare } from "../reachability/draw-weights.ts";
import { reasons } from "../reachability/reasons.ts";
import type { Statistic } from "../reachability/verdict.ts";
import { type StrictestTarget, strictestTarget } from "./strictest-target.ts";

/** Where the kind of target, and with it the better direction, is taken from. */
export type KindSource =
  /** The row's own target. */
  | "target"
  /** The row of the same name in the plan that this one continues. */
  | "plan_before"
  /** Nothing says it: more is taken to be better. */
  | "assumed";

/** Targets that a row would keep, each with its probability. Names are part of the public JSON. */
export interface TargetSuggestion {
  readonly scenario: string;
  readonly indicator: string;
  readonly label: Bilingual;
  readonly unit: string;
  readonly kind: TargetKind;
  readonly kindFrom: KindSource;
  readonly statistic: Statistic;
  readonly comparison: ">=" | "<=";
  readonly targetYear: number;
  /** In the order of the probabilities asked for; empty when the row cannot be assessed. */
  readonly suggested: readonly StrictestTarget[];
  readonly median: number | null;
  /** The target that the plan has, and how surely it is kept; null when there is none. */
  readonly current: {
    readonly comparison: TargetComparison;
    readonly target: number;
    readonly probability: number;
  } | null;
  /** Why nothing can be suggested. */
  readonly reason: Bilingual | null;
}

/** What suggestions are made from. */
export interface SuggestionInput {
  readonly plan: Plan;
  readonly scenario: Scenario;
  readonly ensemble: Ensemble;
}

/**
 * Suggest, for every row, the strictest target that it keeps with each of some probabilities (建议目标值).
 *
 * Works for rows that have no target yet: their kind is that of the same row in the plan before, else a floor.
 *
 * @param probabilities - such as .90 (稳妥) and .66 (力争).
 */
export function suggestTargets(input: SuggestionInput, probabilities: readonly number[]): TargetSuggestion[] {
  return input.plan.indicators.map((indicator) => suggestTarget(input, indicator, probabilities));
}

function suggestTarget(
  { plan, scenario, ensemble }: SuggestionInput,
  indicator: Indicator,
  probabilities: readonly number[],
): TargetSuggestion {
  const own = attainmentRule(indicator, plan.firstYear, scenario.readings);
  const { rule, kindFrom } = own ? { rule: own, kindFrom: "target" as const } : borrowedRule(plan, indicator);
  const direction = targetDirection(rule.comparison);
  const described = {
    scenario: scenario.id,
    indicator: indicator.id,
    label: indicator.label,
    unit: indicator.unitText,
    kind: rule.kind,
    kindFrom,
    statistic: rule.statistic,
    comparison: direction === 1 ? (">=" as const) : ("<=" as const),
    targetYear: rule.years.at(-1) ?? plan.lastYear,
  };
  const { variable, notAssessableBecause } = indicator;
  const obstacle =
    notAssessableBecause ??
    (variable === null ? reasons.notModelled() : whyNoStatistics(ensemble, variable, rule.years));
  if (obstacle !== null || variable === null) {
    return { ...described, suggested: [], median: null, current: null, reason: obstacle };
  }
  const { draws } = drawStatistics(ensemble, variable, rule);
  const { weights } = ensemble;
  const at = (probability: number) => strictestTarget(draws, direction, probability, indicator.display, weights);
  const { comparison, target } = rule;
  const current = own && { comparison, target, probability: markedShare(metDraws(draws, own), weights) };
  return { ...described, suggested: probabilities.map(at), median: at(0.5).value, current, reason: null };
}

/** A rule for a row without a target: over the years of its plan, of the kind that it had before. */
function borrowedRule(plan: Plan, { id }: Indicator): { rule: AttainmentRule; kindFrom: KindSource } {
  const before = plan.continues?.indicators.find((other) => other.id === id)?.target ?? null;
  const { kind, rule, comparison }: Pick<Target, "kind" | "rule" | "comparison"> = before ?? {
    kind: "floor",
    rule: "end_year",
    comparison: ">=",
  };
  const statistic = targetStatistic({ kind, rule });
  const from = statistic === "end_year" ? plan.lastYear : plan.firstYear;
  const years = Array.from({ length: plan.lastYear - from + 1 }, (_, i) => from + i);
  return {
    rule: { kind, statistic, comparison, target: Number.NaN, years },
    kindFrom: before ? "plan_before" : "assumed",
  };
}
