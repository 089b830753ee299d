import type { PreparedSeries } from "./prepare-series.ts";

/** Continue a series by its last value. */
export function naiveForecast({ values }: PreparedSeries, horizon: number): number[] {
  return straightLine(values, 0, horizon);
}

/** Continue a series by its mean change a year, the line through its first and last value. */
export function driftForecast(series: PreparedSeries, horizon: number): number[] {
  return straightLine(series.values, trendOf(series).slope, horizon);
}

/**
 * Continue a series by as much of its mean change as its history speaks for: drift where a trend is evident, the last
 * value where it is not.
 *
 * The weight of the mean change is t²/(t² + κ) · n/(n + λ), with t its ratio to its standard error and n the number of
 * values.
 *
 * @param shrinkage - κ, 0 for plain drift but for the length.
 * @param lengthShrinkage - λ.
 */
export function shrunkenDriftForecast(
  series: PreparedSeries,
  horizon: number,
  shrinkage: number,
  lengthShrinkage: number,
): number[] {
  const { slope, significance } = trendOf(series);
  const weight = trendWeight(significance, shrinkage) * (series.count / (series.count + lengthShrinkage));
  return straightLine(series.values, weight * slope, horizon);
}

/** The mean change a year of a series, and how far it is from chance. */
export interface Trend {
  readonly slope: number;
  /** Mean change over its standard error, squared; Infinity when all changes are equal and not 0. */
  readonly significance: number;
}

/** Measure the trend of a series; changes over several years count as the mean of that many. */
export function trendOf({ steps }: PreparedSeries): Trend {
  const years = steps.reduce((sum, step) => sum + step.years, 0);
  if (years === 0) return { slope: 0, significance: 0 };
  const slope = steps.reduce((sum, { change }) => sum + change, 0) / years;
  if (slope === 0) return { slope, significance: 0 };
  const squares = steps.reduce((sum, step) => sum + (step.change - slope * step.years) ** 2 / step.years, 0);
  const variance = steps.length > 1 ? squares / (steps.length - 1) : 0;
  return { slope, significance: variance > 0 ? (slope * slope * years) / variance : Infinity };
}

/** Weight t²/(t² + κ) of a trend whose squared significance is t². */
export function trendWeight(significance: number, shrinkage: number): number {
  return significance === Infinity ? 1 : significance / (significance + shrinkage);
}

function straightLine(values: readonly number[], slope: number, horizon: number): number[] {
  const last = values.at(-1) ?? Number.NaN;
  return Array.from({ length: horizon }, (_, i) => last + slope * (i + 1));
}
