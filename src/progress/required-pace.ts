import { type ChosenReadings, targetInForce } from "../inputs/readings.ts";
import type { Indicator, Plan } from "../inputs/study.ts";
import { isMet, targetDirection } from "../reachability/attainment.ts";
import { yearsAt } from "./elapsed-time.ts";
import type { MeasuredValue } from "./measured-value.ts";
import { yearlyGrowth } from "./progress-conventions.ts";

/** What the years left ask for. */
export interface RequiredPace {
  readonly yearsLeft: number;
  /** Change a year, or amount a year of a sum, in the row's unit; 0 when the target is met already. */
  readonly perYear: number | null;
  /** Growth a year, a fraction; null where a value is not above 0 or growth means nothing. */
  readonly growth: number | null;
}

/**
 * Work out what a value asks of the years that are left until the target year.
 *
 * A ceiling or a row to maintain asks for nothing but to be kept; a mean growth asks for a growth.
 *
 * @param readings - which of the target's readings is in force; its own unless said otherwise.
 * @returns null without a target, for ceilings and rows to maintain, and once the target year is over.
 */
export function requiredPace(
  indicator: Indicator,
  plan: Pick<Plan, "firstYear">,
  measured: MeasuredValue,
  readings: ChosenReadings = {},
): RequiredPace | null {
  const target = targetInForce(indicator, readings);
  if (indicator.target === null || target === null) return null;
  const { kind, year } = indicator.target;
  const now = yearsAt(measured.date);
  const yearsLeft = year - now;
  if (kind === "ceiling" || kind === "maintain" || yearsLeft <= 0) return null;
  if (kind === "mean_growth") {
    const growth = neededGrowth(measured.value, target.value, now - (plan.firstYear - 1), yearsLeft);
    return { yearsLeft, perYear: null, growth };
  }
  const isDone = isMet(measured.value, target.comparison, target.value);
  const gap = target.value - measured.value;
  const isAway = targetDirection(target.comparison) * gap > 0;
  const canGrow = kind !== "cumulative" && measured.value > 0 && target.value > 0;
  return {
    yearsLeft,
    perYear: isDone || !isAway ? 0 : gap / yearsLeft,
    growth: !canGrow ? null : isDone ? 0 : yearlyGrowth(measured.value, target.value, yearsLeft),
  };
}

/**
 * Growth a year that the years left need so that the mean over all years is the target's.
 *
 * @param meanSoFar - geometric mean of the years so far, a fraction.
 * @param target - mean growth that is asked for, a fraction.
 */
export function neededGrowth(meanSoFar: number, target: number, yearsSoFar: number, yearsLeft: number): number {
  const factor = (1 + target) ** (yearsSoFar + yearsLeft) / (1 + meanSoFar) ** yearsSoFar;
  return factor ** (1 / yearsLeft) - 1;
}
