import { exp, ln } from "../../core/exp-ln.ts";
import { logSumExp } from "./error-distribution.ts";

/** Weights whose largest were smoothed, and what their tail says of how far to trust them. */
export interface SmoothedWeights {
  /** One a draw, summing to 1. */
  readonly weights: Float64Array;
  /** Shape k̂ of the generalised Pareto distribution of the tail; −Infinity when there is no tail to fit. */
  readonly paretoShape: number;
  /** Highest k̂ at which estimates from these weights are reliable: min(1 − 1 ÷ log₁₀ draws, 0.7). */
  readonly paretoLimit: number;
  /** 1 ÷ Σw². */
  readonly effectiveDraws: number;
}

/** Fewest values that a tail is fitted to. */
const fewestInTail = 5;

/**
 * Turn logarithms of importance ratios into weights, the largest ones replaced by the quantiles of a generalised
 * Pareto distribution fitted to them (PSIS).
 *
 * @param logRatios - one a draw, up to a constant; −Infinity for a draw without weight.
 * @throws RangeError when no draw has weight.
 * @see Vehtari, Simpson, Gelman, Yao & Gabry (2024), Pareto smoothed importance sampling, JMLR 25(72).
 */
export function smoothWeights(logRatios: Float64Array): SmoothedWeights {
  const draws = logRatios.length;
  const largest = logRatios.reduce((a, b) => Math.max(a, b), -Infinity);
  if (!Number.isFinite(largest))
    throw new RangeError(`smoothWeights: some draw must have weight; got none of ${draws}`);
  const shifted = logRatios.map((value) => value - largest);
  const order = Uint32Array.from(shifted.keys()).sort((a, b) => shifted[a] - shifted[b] || a - b);
  const tailLength = Math.min(Math.ceil(draws / 5), Math.ceil(3 * Math.sqrt(draws)));
  const tail = order.subarray(draws - tailLength);
  const paretoShape = smoothTail(shifted, tail, order[draws - tailLength - 1]);
  const scale = logSumExp(shifted);
  const weights = shifted.map((value) => exp(value - scale));
  const squares = weights.reduce((sum, weight) => sum + weight * weight, 0);
  const paretoLimit = Math.min(1 - 1 / Math.log10(draws), 0.7);
  return { weights, paretoShape, paretoLimit, effectiveDraws: 1 / squares };
}

/** Replace the tail in place, ascending; gives its shape. */
function smoothTail(logRatios: Float64Array, tail: Uint32Array, below: number | undefined): number {
  if (tail.length < fewestInTail || below === undefined) return -Infinity;
  const cutoff = exp(logRatios[below]);
  const exceedances = Float64Array.from(tail, (draw) => exp(logRatios[draw]) - cutoff);
  // Weights that are all alike have no tail, and one that sticks out alone is as heavy as a tail can be.
  if (!(exceedances[exceedances.length - 1] > 1e-12)) return -Infinity;
  const { shape, scale } = fitGeneralisedPareto(exceedances);
  if (!Number.isFinite(shape)) return Infinity;
  for (const [rank, draw] of tail.entries()) {
    const quantile = cutoff + paretoQuantile((rank + 0.5) / tail.length, shape, scale);
    logRatios[draw] = Math.min(0, ln(quantile));
  }
  return shape;
}

function paretoQuantile(p: number, shape: number, scale: number): number {
  if (Math.abs(shape) < 1e-12) return -scale * ln(1 - p);
  return (scale * (exp(-shape * ln(1 - p)) - 1)) / shape;
}

/**
 * Fit a generalised Pareto distribution with lower end 0, by the mean over a profile likelihood; the shape is then drawn
 * a little to ½, as much as ten values would.
 *
 * @param values - ascending, not negative, the last above 0.
 * @see Zhang & Stephens (2009), A new and efficient estimation method for the generalized Pareto distribution,
 *   Technometrics 51(3), with the prior of Vehtari et al. (2024).
 */
export function fitGeneralisedPareto(values: Float64Array): { readonly shape: number; readonly scale: number } {
  const count = values.length;
  // Ties with the cutoff are exceedances of 0, of which a quarter may consist.
  const quartile = values[Math.floor(count / 4 + 0.5) - 1] || (values.find((value) => value > 0) as number);
  const points = 30 + Math.floor(Math.sqrt(count));
  const rates = Float64Array.from({ length: points }, (_, j) => {
    return 1 / values[count - 1] + (1 - Math.sqrt(points / (j + 0.5))) / (3 * quartile);
  });
  const shapeAt = (rate: number) => values.reduce((sum, value) => sum + ln(1 - rate * value), 0) / count;
  const profile = rates.map((rate) => {
    const shape = shapeAt(rate);
    return count * (ln(-rate / shape) - shape - 1);
  });
  const total = logSumExp(profile);
  const rate = rates.reduce((sum, value, j) => sum + value * exp(profile[j] - total), 0);
  const shape = shapeAt(rate);
  return { shape: (count * shape + 5) / (count + 10), scale: -shape / rate };
}
