import { naiveForecast } from "./drift.ts";
import type { PreparedSeries } from "./prepare-series.ts";

const dampings = [0.8, 0.85, 0.9, 0.95, 0.98];
/** Share of a one-step error that goes into the level, and share of that share that goes into the trend. */
const levelShares = [0.05, 0.15, 0.25, 0.35, 0.45, 0.55, 0.65, 0.75, 0.85, 0.95];
const trendShares = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];

/**
 * Continue a series by a trend that dies down, with the parameters of a fixed grid and the starting level and trend
 * that make the squared one-step errors least.
 *
 * @see Gardner & McKenzie (1985); Hyndman & Athanasopoulos (2021), 8.2.
 */
export function dampedTrendForecast(series: PreparedSeries, horizon: number): number[] {
  // Level, trend and two starting values leave nothing to fit in fewer.
  if (series.values.length < 4) return naiveForecast(series, horizon);
  let best: DampedFit | null = null;
  for (const damping of dampings) {
    for (const levelShare of levelShares) {
      for (const trendShare of trendShares) {
        const fit = fitDamped(series.values, damping, levelShare, levelShare * trendShare);
        if (fit && (!best || fit.squares < best.squares)) best = fit;
      }
    }
  }
  return best ? continueDamped(best, horizon) : naiveForecast(series, horizon);
}

interface DampedFit {
  readonly damping: number;
  readonly level: number;
  readonly trend: number;
  readonly squares: number;
}

/** A number that is linear in the starting level and the starting trend: constant, then the two factors. */
type Linear = readonly [constant: number, ofLevel: number, ofTrend: number];

const combine = (a: Linear, b: Linear, factor: number): Linear => [
  a[0] + factor * b[0],
  a[1] + factor * b[1],
  a[2] + factor * b[2],
];

/** Errors are linear in the two starting values, so the best ones solve two normal equations. */
function fitDamped(values: readonly number[], damping: number, alpha: number, beta: number): DampedFit | null {
  let level: Linear = [0, 1, 0];
  let trend: Linear = [0, 0, 1];
  const sums = { levelLevel: 0, levelTrend: 0, trendTrend: 0, level: 0, trend: 0, constant: 0 };
  for (const value of values) {
    const expected = combine(level, trend, damping);
    const error = combine([value, 0, 0], expected, -1);
    sums.levelLevel += error[1] * error[1];
    sums.levelTrend += error[1] * error[2];
    sums.trendTrend += error[2] * error[2];
    sums.level -= error[1] * error[0];
    sums.trend -= error[2] * error[0];
    sums.constant += error[0] * error[0];
    level = combine(expected, error, alpha);
    trend = combine([damping * trend[0], damping * trend[1], damping * trend[2]], error, beta);
  }
  const determinant = sums.levelLevel * sums.trendTrend - sums.levelTrend ** 2;
  if (!(determinant > 1e-12 * sums.levelLevel * sums.trendTrend)) return null;
  const l0 = (sums.level * sums.trendTrend - sums.trend * sums.levelTrend) / determinant;
  const b0 = (sums.levelLevel * sums.trend - sums.levelTrend * sums.level) / determinant;
  return {
    damping,
    level: level[0] + level[1] * l0 + level[2] * b0,
    trend: trend[0] + trend[1] * l0 + trend[2] * b0,
    squares: sums.constant - sums.level * l0 - sums.trend * b0,
  };
}

function continueDamped({ damping, level, trend }: DampedFit, horizon: number): number[] {
  let factor = 1;
  let value = level;
  return Array.from({ length: horizon }, () => {
    factor *= damping;
    value += factor * trend;
    return value;
  });
}
