import { baselineFigure, type ChosenReadings } from "../inputs/readings.ts";
import type { Indicator } from "../inputs/study.ts";
import { type AttainmentRule, targetDirection } from "./attainment.ts";

/**
 * Work out the change a year that leads from the baseline to the target in equal steps, or a sum's equal yearly part.
 *
 * @returns in the row's unit a year, negative where the target asks for less, 0 where the baseline is already there;
 * null for ceilings, rows to maintain and mean growths, and where the baseline is an interval or blank.
 */
export function requiredPerYear(indicator: Indicator, rule: AttainmentRule, readings: ChosenReadings): number | null {
  if (rule.kind === "cumulative") return rule.target / rule.years.length;
  if (rule.kind !== "floor" && rule.kind !== "share") return null;
  const start = baselineFigure(indicator, readings);
  const years = (rule.years.at(-1) ?? indicator.baseline.year) - indicator.baseline.year;
  if (typeof start !== "number" || years <= 0) return null;
  const change = rule.target - start;
  return targetDirection(rule.comparison) * change > 0 ? change / years : 0;
}

/**
 * Work out the growth a year that leads from the baseline to the target: x* = x₀ (1 + g)ⁿ.
 *
 * @returns a fraction, 0 where the baseline is already there; the target itself for a mean growth; null for the other
 * kinds, and where the baseline is an interval or blank or a figure is not above 0.
 */
export function requiredGrowth(indicator: Indicator, rule: AttainmentRule, readings: ChosenReadings): number | null {
  if (rule.kind === "mean_growth") return rule.target;
  if (rule.kind !== "floor" && rule.kind !== "share") return null;
  const start = baselineFigure(indicator, readings);
  const years = (rule.years.at(-1) ?? indicator.baseline.year) - indicator.baseline.year;
  if (typeof start !== "number" || years <= 0 || start <= 0 || rule.target <= 0) return null;
  const isAway = targetDirection(rule.comparison) * (rule.target - start) > 0;
  return isAway ? (rule.target / start) ** (1 / years) - 1 : 0;
}

/**
 * Find the quantity that a shortfall is put in proportion to: the planned change, or the target where none is planned.
 *
 * @returns in the row's unit, above 0; null where it would be 0 or would need a baseline that is an interval or blank.
 */
export function shortfallScale(
  indicator: Indicator,
  rule: Pick<AttainmentRule, "kind" | "target">,
  readings: ChosenReadings,
): number | null {
  if (rule.kind !== "floor" && rule.kind !== "share") return positiveOrNull(Math.abs(rule.target));
  const start = baselineFigure(indicator, readings);
  return typeof start === "number" ? positiveOrNull(Math.abs(rule.target - start)) : null;
}

function positiveOrNull(scale: number): number | null {
  return scale > 0 ? scale : null;
}
