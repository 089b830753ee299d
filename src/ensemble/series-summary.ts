import { finiteValues } from "../core/finite-values.ts";
import { moments } from "../core/moments.ts";
import { quantiles } from "../core/quantiles.ts";
import { type Ensemble, seriesDraws } from "./ensemble.ts";

/** Probabilities of the quantiles in a summary. */
export const summaryProbabilities: readonly number[] = [0.025, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.975];

/** Numbers of one row of a summary's table: finite draws, mean, standard deviation, quantiles. */
export const summaryWidth = 3 + summaryProbabilities.length;

/** What the finite draws of one series in one year are like, all equally weighted. */
export interface SeriesSummary {
  /** Draws that are finite. */
  readonly finite: number;
  /** NaN where no draw is finite, as the other numbers. */
  readonly mean: number;
  /** With n − 1; NaN for a single draw. */
  readonly sd: number;
  /** At {@link summaryProbabilities}. */
  readonly quantiles: Float64Array;
}

/** Summarise draws into a row of a table. */
export function summariseRow(draws: Float64Array, row: Float64Array): void {
  const values = finiteValues(draws);
  const { mean, sd } = moments(values);
  row[0] = values.length;
  row[1] = mean;
  row[2] = sd;
  row.set(quantiles(values, summaryProbabilities), 3);
}

/**
 * What one series is like in one year: as the run summarised it, else from its draws.
 *
 * @returns undefined when there is no such series or year.
 * @throws RangeError when the ensemble is weighted; its quantiles hang on the weights.
 */
export function seriesSummary(ensemble: Ensemble, name: string, year: number): SeriesSummary | undefined {
  if (ensemble.weights) throw new RangeError(`seriesSummary: the ensemble must have no weights; got some for ${name}`);
  const series = ensemble.series.findIndex((s) => s.name === name);
  const place = ensemble.years.indexOf(year);
  if (series < 0 || place < 0) return undefined;
  const { summary } = ensemble;
  if (summary) return summaryRow(summary.table, series * ensemble.years.length + place);
  const row = new Float64Array(summaryWidth);
  summariseRow(seriesDraws(ensemble, name, year) as Float64Array, row);
  return summaryRow(row, 0);
}

/** Read one row of a summary's table. */
export function summaryRow(table: Float64Array, number: number): SeriesSummary {
  const row = table.subarray(number * summaryWidth, (number + 1) * summaryWidth);
  return { finite: row[0] as number, mean: row[1] as number, sd: row[2] as number, quantiles: row.subarray(3) };
}
