import { normalCdf, normalDensity } from "../core/normal.ts";
import { quantileAt } from "./error-quantiles.ts";

/** A central interval at its coverage. */
export interface ScoredInterval {
  /** In (0, 1). */
  readonly level: number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * Score an interval: its width, and for a value outside its distance times 2/α.
 *
 * @see Winkler (1972); Gneiting & Raftery (2007), section 6.2.
 * @example
 * intervalScore({ level: 0.5, lower: 8, upper: 12 }, 13); // 4 + 4 · 1
 */
export function intervalScore({ level, lower, upper }: ScoredInterval, value: number): number {
  const outside = Math.max(0, lower - value, value - upper);
  return upper - lower + (2 / (1 - level)) * outside;
}

/**
 * Score a median and its intervals together: the mean of the absolute error, counted half, and of the interval scores,
 * each times α/2.
 *
 * @see Bracher, Ray, Gneiting & Reich (2021), Evaluating epidemic forecasts in an interval format.
 * @example
 * weightedIntervalScore(10, [{ level: 0.5, lower: 8, upper: 12 }, { level: 0.9, lower: 5, upper: 16 }], 13); // 1.62
 */
export function weightedIntervalScore(median: number, intervals: readonly ScoredInterval[], value: number): number {
  const total = intervals.reduce(
    (sum, interval) => sum + ((1 - interval.level) / 2) * intervalScore(interval, value),
    Math.abs(value - median) / 2,
  );
  return total / (intervals.length + 0.5);
}

/**
 * Score a sample by the continuous ranked probability score, E|X − y| − ½ E|X − X′|.
 *
 * @param sample - of equal weights; not changed.
 * @throws RangeError when the sample is empty.
 * @see Gneiting & Raftery (2007), section 4.2.
 */
export function crpsOfSample(sample: Float64Array, value: number): number {
  const count = sample.length;
  if (count === 0) throw new RangeError("crpsOfSample: the sample must not be empty; got 0 values");
  let distance = 0;
  let spread = 0;
  for (const [i, x] of sample.toSorted().entries()) {
    distance += Math.abs(x - value);
    // In ascending order x is the larger one i times and the smaller one count − 1 − i times.
    spread += x * (2 * i + 1 - count);
  }
  return distance / count - spread / (count * count);
}

/** The continuous ranked probability score of a normal distribution, in closed form. */
export function crpsOfNormal(mean: number, sd: number, value: number): number {
  const z = (value - mean) / sd;
  return sd * (z * (2 * normalCdf(z) - 1) + 2 * normalDensity(z) - 1 / Math.sqrt(Math.PI));
}

/** Probabilities, evenly spaced, over which quantile scores are averaged. */
const crpsPoints = 200;

/**
 * Score a distribution kept as a row of a forecast's quantiles by the continuous ranked probability score: twice the
 * mean of its quantile scores.
 */
export function crpsOfQuantiles(row: readonly number[], value: number): number {
  let sum = 0;
  for (let i = 0; i < crpsPoints; i += 1) {
    const p = (i + 0.5) / crpsPoints;
    const error = value - quantileAt(row, p);
    sum += error < 0 ? (p - 1) * error : p * error;
  }
  return (2 * sum) / crpsPoints;
}
