import { baselineFigure, type ChosenReadings } from "../inputs/readings.ts";
import type { Indicator } from "../inputs/study.ts";
import type { AttainmentRule } from "../reachability/attainment.ts";

/** Whether a row is an amount, which grows by shares of itself; shares and rates move by points. */
export function isGrowing({ unit }: Pick<Indicator, "unit">): boolean {
  return Object.keys(unit.powers).length > 0;
}

/** What one year of the baseline comes to: the figure itself, or the yearly part of a sum; null when it is no number. */
export function baselineYearly(indicator: Indicator, readings: ChosenReadings): number | null {
  const figure = baselineFigure(indicator, readings);
  if (typeof figure !== "number") return null;
  const { period, from, year } = indicator.baseline;
  return period === "sum" && from !== null ? figure / (year - from + 1) : figure;
}

/** What errors of a row are put in proportion to, so that rows can be averaged: its target, or one year's part of it. */
export function errorScale(rule: AttainmentRule): number {
  return Math.abs(rule.kind === "cumulative" ? rule.target / rule.years.length : rule.target);
}
