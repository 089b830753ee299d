import { mean } from "simple-statistics";
import type { PreparedSeries } from "./prepare-series.ts";

/** A level that follows a series, smoothed exponentially. */
export interface SmoothedLevel {
  /** Level after the last value. */
  readonly level: number;
  /** Share of a new value in the level, in [0.0001, 0.9999]. */
  readonly smoothing: number;
  /** (1 − smoothing) to the power of the number of values: weight of the first level in the last. */
  readonly memory: number;
}

const leastSmoothing = 1e-4;
const coarseSteps = 40;
const refinements = 8;
/** The search narrows by this factor a refinement. */
const narrowing = 2.2;

/**
 * Smooth a series exponentially, with the first level and the smoothing that make the squared one-step errors least.
 *
 * @see Hyndman & Athanasopoulos (2021), Forecasting: principles and practice, 8.1; the same as `ses` of R's forecast
 *   but for the search.
 */
export function smoothLevel(values: readonly number[]): SmoothedLevel {
  let best = smoothWith(values, leastSmoothing);
  const attempt = (smoothing: number) => {
    const tried = smoothWith(values, Math.min(1 - leastSmoothing, Math.max(leastSmoothing, smoothing)));
    if (tried.squares < best.squares) best = tried;
  };
  for (let i = 1; i <= coarseSteps; i += 1) attempt(i / coarseSteps);
  let width = 1 / coarseSteps;
  for (let i = 0; i < refinements; i += 1) {
    width /= narrowing;
    attempt(best.smoothing - width);
    attempt(best.smoothing + width);
  }
  return best;
}

/** Every level is `fixed + memory · first`, so the best first level is a regression on one variable. */
function smoothWith(values: readonly number[], smoothing: number): SmoothedLevel & { readonly squares: number } {
  let fixed = 0;
  let memory = 1;
  let product = 0;
  let weights = 0;
  let constants = 0;
  for (const value of values) {
    const error = value - fixed;
    product += error * memory;
    weights += memory * memory;
    constants += error * error;
    fixed += smoothing * error;
    memory *= 1 - smoothing;
  }
  const first = product / weights;
  return { level: fixed + memory * first, smoothing, memory, squares: constants - product * first };
}

/**
 * Continue a series by the theta method: a smoothed level that goes on with half the slope of the trend line.
 *
 * @see Assimakopoulos & Nikolopoulos (2000); in the form of Hyndman & Billah (2003), as `thetaf` of R's forecast.
 */
export function thetaForecast({ values }: PreparedSeries, horizon: number): number[] {
  const { level, smoothing, memory } = smoothLevel(values);
  const drift = trendLineSlope(values) / 2;
  return Array.from({ length: horizon }, (_, i) => level + drift * (i + (1 - memory) / smoothing));
}

/** Slope of the least-squares line through values a year apart; 0 for a single one. */
function trendLineSlope(values: readonly number[]): number {
  const centre = (values.length - 1) / 2;
  const middle = mean(values);
  let product = 0;
  let squares = 0;
  for (const [i, value] of values.entries()) {
    product += (i - centre) * (value - middle);
    squares += (i - centre) ** 2;
  }
  return squares > 0 ? product / squares : 0;
}
