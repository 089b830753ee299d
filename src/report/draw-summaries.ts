import { quantiles } from "../core/quantiles.ts";
import { type Ensemble, seriesDraws } from "../ensemble/ensemble.ts";

/** Tenth percentile, median and ninetieth of a variable, one number a year. */
export interface YearlyRange {
  readonly lower: readonly number[];
  readonly median: readonly number[];
  readonly upper: readonly number[];
}

/** Years in which all of some series have a finite draw: the years that a figure of them can show. */
export function yearsHeld(ensemble: Ensemble, names: readonly string[]): number[] {
  return ensemble.years.filter((year) =>
    names.every((name) => seriesDraws(ensemble, name, year)?.some(Number.isFinite) ?? false),
  );
}

/** Summarise a series in some years; draws that are not finite are left out. */
export function yearlyRange(ensemble: Ensemble, name: string, years: readonly number[]): YearlyRange {
  const found = years.map((year) => {
    const draws = seriesDraws(ensemble, name, year)?.map((value) => (Number.isFinite(value) ? value : Number.NaN));
    return draws === undefined ? [Number.NaN] : quantiles(draws, [0.1, 0.5, 0.9], ensemble.weights);
  });
  const at = (place: number) => found.map((values) => values[place] ?? Number.NaN);
  return { lower: at(0), median: at(1), upper: at(2) };
}

/**
 * Take the means of several series over the same draws, so that what adds up draw by draw adds up in the means.
 *
 * A draw that is not finite in any of them in any of the years is left out of all.
 *
 * @returns means[series][year].
 */
export function jointMeans(ensemble: Ensemble, names: readonly string[], years: readonly number[]): number[][] {
  const draws = names.map((name) => years.map((year) => seriesDraws(ensemble, name, year) ?? new Float64Array()));
  const weights = Float64Array.from({ length: ensemble.draws }, (_, draw) => {
    const isWhole = draws.every((byYear) => byYear.every((values) => Number.isFinite(values[draw])));
    return isWhole ? (ensemble.weights?.[draw] ?? 1) : 0;
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return draws.map((byYear) => byYear.map((values) => weightedSum(values, weights) / total));
}

function weightedSum(values: Float64Array, weights: Float64Array): number {
  let sum = 0;
  for (let draw = 0; draw < weights.length; draw++) {
    const weight = weights[draw]!;
    if (weight > 0) sum += weight * values[draw]!;
  }
  return sum;
}
