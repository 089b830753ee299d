import { exp, ln } from "../core/exp-ln.ts";
import { type ChosenReadings, targetInForce } from "../inputs/readings.ts";
import type { Indicator, Target, TargetComparison, TargetKind } from "../inputs/study.ts";
import type { Statistic } from "./verdict.ts";

/** What has to hold for one target to be met. */
export interface AttainmentRule {
  readonly kind: TargetKind;
  readonly statistic: Statistic;
  readonly comparison: TargetComparison;
  /** In the row's unit. */
  readonly target: number;
  /** Calendar years whose values make the statistic, ascending; the last is the target year. */
  readonly years: readonly number[];
}

/**
 * Share of the target within which a value counts as equal to it.
 *
 * Five tasks of 1.8 add up to 9.000000000000002 in doubles and five growths of 8 % average a hair below 8 %; neither
 * may decide a target. Far below the precision of any published figure.
 */
const ROUNDING_SHARE = 1e-12;

/**
 * Build the rule by which one row is judged, under the readings in force; null when it has no target yet.
 *
 * @param firstYear - first year of the plan: sums, means and worst years run from it to the target year.
 */
export function attainmentRule(
  indicator: Indicator,
  firstYear: number,
  readings: ChosenReadings,
): AttainmentRule | null {
  const inForce = targetInForce(indicator, readings);
  if (indicator.target === null || inForce === null) return null;
  const { kind, year } = indicator.target;
  const statistic = targetStatistic(indicator.target);
  const from = statistic === "end_year" ? year : Math.min(firstYear, year);
  const years = Array.from({ length: year - from + 1 }, (_, i) => from + i);
  return { kind, statistic, comparison: inForce.comparison, target: inForce.value, years };
}

/** Tell which number of a draw is held against a target of this kind; only ceiling and maintain rows have a choice. */
export function targetStatistic(target: Pick<Target, "kind" | "rule">): Statistic {
  switch (target.kind) {
    case "floor":
    case "share":
      return "end_year";
    case "cumulative":
      return "sum";
    case "mean_growth":
      return "geometric_mean";
    case "ceiling":
    case "maintain":
      return target.rule === "each_year" ? "worst_year" : target.rule;
  }
}

/** Tell which way is better: 1 when the target asks for at least, −1 when it asks for at most. */
export function targetDirection(comparison: TargetComparison): 1 | -1 {
  return comparison === ">=" || comparison === ">" ? 1 : -1;
}

/**
 * Make the attainment statistic of one path.
 *
 * Every statistic rises with each of its values, so bounds of the values give bounds of the statistic.
 *
 * @param values - one value for each year of the rule, in the row's unit; growths are fractions, and one below −1 counts
 * as −1. Infinite values stand for open bounds.
 * @returns the statistic in the same unit; NaN when a value is NaN.
 */
export function attainmentStatistic(
  values: ArrayLike<number>,
  rule: Pick<AttainmentRule, "statistic" | "comparison">,
): number {
  switch (rule.statistic) {
    case "end_year":
      return values[values.length - 1] ?? Number.NaN;
    case "sum":
      return sum(values);
    case "period_mean":
      return sum(values) / values.length;
    case "worst_year":
      return worst(values, targetDirection(rule.comparison));
    case "geometric_mean":
      return meanGrowth(values);
  }
}

/**
 * Tell whether a statistic meets a target; strict comparisons do not hold at equality.
 *
 * A value within 1e-12 of the target (as a share of it) counts as equal; one that is not finite never meets it.
 */
export function isMet(statistic: number, comparison: TargetComparison, target: number): boolean {
  if (!Number.isFinite(statistic)) return false;
  const lead = targetDirection(comparison) * (statistic - target);
  const rounding = ROUNDING_SHARE * Math.abs(target);
  return comparison === ">" || comparison === "<" ? lead > rounding : lead >= -rounding;
}

/** Mark with 1 every draw whose statistic meets a target, as {@link isMet} says, and leave the other marks alone. */
export function markMet(
  marks: Uint8Array,
  statistics: Float64Array,
  { comparison, target }: Pick<AttainmentRule, "comparison" | "target">,
): void {
  const direction = targetDirection(comparison);
  const rounding = ROUNDING_SHARE * Math.abs(target);
  const isStrict = comparison === ">" || comparison === "<";
  for (let draw = 0; draw < marks.length; draw++) {
    const lead = direction * ((statistics[draw] as number) - target);
    // A lead without limit comes of a statistic that is not finite, and so does one that is NaN.
    const meets = isStrict ? lead > rounding : lead >= -rounding;
    if (meets && lead < Number.POSITIVE_INFINITY) marks[draw] = 1;
  }
}

/**
 * Measure how far a statistic falls short of a target, in its unit.
 *
 * @returns 0 when the statistic reaches or passes the target; NaN when it is not finite.
 */
export function shortfall(statistic: number, comparison: TargetComparison, target: number): number {
  if (!Number.isFinite(statistic)) return Number.NaN;
  const gap = targetDirection(comparison) * (target - statistic);
  return gap > ROUNDING_SHARE * Math.abs(target) ? gap : 0;
}

function sum(values: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i];
  return total;
}

function worst(values: ArrayLike<number>, direction: 1 | -1): number {
  let result = direction * Number.POSITIVE_INFINITY;
  for (let i = 0; i < values.length; i++) {
    result = direction === 1 ? Math.min(result, values[i]) : Math.max(result, values[i]);
  }
  return result;
}

function meanGrowth(growths: ArrayLike<number>): number {
  let factor = 1;
  for (let i = 0; i < growths.length; i++) factor *= Math.max(0, 1 + growths[i]);
  return exp(ln(factor) / growths.length) - 1;
}
