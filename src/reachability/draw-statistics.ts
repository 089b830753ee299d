import type { Bilingual } from "../core/bilingual.ts";
import { centralValue, type Ensemble, seriesDraws } from "../ensemble/ensemble.ts";
import { seriesSummary } from "../ensemble/series-summary.ts";
import { type AttainmentRule, attainmentStatistic, markMet } from "./attainment.ts";
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
  const draws = new Float64Array(ensemble.draws);
  fillStatistics(ensemble, variable, rule, draws);
  return { draws, central: centralStatistic(ensemble, variable, rule) };
}

/**
 * Compute the attainment statistic of an outcome on every draw, as {@link drawStatistics} does.
 *
 * @param out - receives one a draw.
 */
export function fillStatistics(
  ensemble: Ensemble,
  variable: string,
  rule: Pick<AttainmentRule, "statistic" | "comparison" | "years">,
  out: Float64Array,
): void {
  const years = rule.years.map((year) => outcomeDraws(ensemble, variable, year));
  const [only] = years;
  if (only !== undefined && years.length === 1 && rule.statistic === "end_year") {
    for (let draw = 0; draw < out.length; draw++) {
      out[draw] = finiteOrNaN(only[draw] as number);
    }
    return;
  }
  if (rule.statistic === "sum") {
    // Year by year, in the order in which one path is added up; what is not finite ends as no number.
    out.fill(0);
    for (const values of years)
      for (let draw = 0; draw < out.length; draw++) (out[draw] as number) += finiteOrNaN(values[draw] as number);
    return;
  }
  const path = new Float64Array(years.length);
  for (let draw = 0; draw < out.length; draw++) {
    for (let i = 0; i < path.length; i++) path[i] = (years[i] as Float64Array)[draw] as number;
    out[draw] = finiteStatistic(path, rule);
  }
}

/** The value where it is finite: x − x is 0 for every finite number and NaN for all others. */
function finiteOrNaN(value: number): number {
  return value - value === 0 ? value : Number.NaN;
}

/** The attainment statistic of the central run. */
export function centralStatistic(
  ensemble: Ensemble,
  variable: string,
  rule: Pick<AttainmentRule, "statistic" | "comparison" | "years">,
): number {
  const path = Float64Array.from(rule.years, (year) => centralValue(ensemble, variable, year) ?? Number.NaN);
  return finiteStatistic(path, rule);
}

/** Mark the draws that meet a target: 1 met, 0 missed or not finite. */
export function metDraws(statistics: Float64Array, rule: Pick<AttainmentRule, "comparison" | "target">): Uint8Array {
  const marks = new Uint8Array(statistics.length);
  markMet(marks, statistics, rule);
  return marks;
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
  if (!Number.isNaN(central)) return false;
  if (ensemble.values === null) return seriesSummary(ensemble, variable, year)?.finite === 0;
  return outcomeDraws(ensemble, variable, year).every(Number.isNaN);
}

function finiteStatistic(path: Float64Array, rule: Pick<AttainmentRule, "statistic" | "comparison">): number {
  for (const value of path) if (!Number.isFinite(value)) return Number.NaN;
  return attainmentStatistic(path, rule);
}
