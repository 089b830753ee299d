import type { Bilingual } from "../core/bilingual.ts";
import { centralValue, type Ensemble, seriesDraws } from "../ensemble/ensemble.ts";
import { type AttainmentRule, attainmentStatistic, isMet } from "./attainment.ts";
import { reasons } from "./reasons.ts";

/** The attainment statistic of one row, draw by draw. */
export interface DrawStatistics {
  /** One a draw, in the row's unit; NaN when a year that enters it is not finite. */
  readonly draws: Float64Array;
  /** The same of the central run. */
  readonly central: number;
}

/**
 * Compute the attainment statistic of an outcome on every draw and on the central run.
 *
 * A draw with one year that is not finite has no statistic, even where the other years would decide it.
 *
 * @throws RangeError when the ensemble lacks the series or one of the years; ask {@link whyNoStatistics} first.
 */
export function drawStatistics(
  ensemble: Ensemble,
  variable: string,
  rule: Pick<AttainmentRule, "statistic" | "comparison" | "years">,
): DrawStatistics {
  const years = rule.years.map((year) => outcomeDraws(ensemble, variable, year));
  const path = new Float64Array(years.length);
  const draws = Float64Array.from({ length: ensemble.draws }, (_, draw) => {
    for (let i = 0; i < path.length; i++) path[i] = years[i]![draw]!;
    return finiteStatistic(path, rule);
  });
  path.set(rule.years.map((year) => centralValue(ensemble, variable, year) ?? Number.NaN));
  return { draws, central: finiteStatistic(path, rule) };
}

/** Mark the draws that meet a target: 1 met, 0 missed or not finite. */
export function metDraws(statistics: Float64Array, rule: Pick<AttainmentRule, "comparison" | "target">): Uint8Array {
  return Uint8Array.from(statistics, (statistic) => (isMet(statistic, rule.comparison, rule.target) ? 1 : 0));
}

/**
 * Draws of an outcome in one year, which must be there.
 *
 * @returns a view of length `ensemble.draws`, in the series' unit.
 * @throws RangeError when the ensemble lacks the series or the year.
 */
export function outcomeDraws(ensemble: Ensemble, variable: string, year: number): Float64Array {
  const draws = seriesDraws(ensemble, variable, year);
  if (draws === undefined) {
    throw new RangeError(`outcomeDraws: the ensemble must hold the series in this year; got ${variable} in ${year}`);
  }
  return draws;
}

/**
 * Tell why an outcome cannot be judged on an ensemble; null when it can.
 *
 * It cannot when the ensemble lacks the series or stops before one of the years, or when the outcome is blank there:
 * no draw and no central value is a number.
 */
export function whyNoStatistics(ensemble: Ensemble, variable: string, years: readonly number[]): Bilingual | null {
  if (!ensemble.series.some((series) => series.name === variable)) return reasons.noOutcome(variable);
  const absent = years.filter((year) => !ensemble.years.includes(year));
  if (absent.length > 0) return reasons.notSimulated(absent);
  const blank = years.filter((year) => isBlank(ensemble, variable, year));
  return blank.length > 0 ? reasons.blankOutcome(variable, blank) : null;
}

function isBlank(ensemble: Ensemble, variable: string, year: number): boolean {
  const central = centralValue(ensemble, variable, year) ?? Number.NaN;
  return Number.isNaN(central) && outcomeDraws(ensemble, variable, year).every(Number.isNaN);
}

function finiteStatistic(path: Float64Array, rule: Pick<AttainmentRule, "statistic" | "comparison">): number {
  return path.every(Number.isFinite) ? attainmentStatistic(path, rule) : Number.NaN;
}
