import { exp, ln } from "../../core/exp-ln.ts";
import { betaPoint, lnBeta } from "../../core/incomplete-beta.ts";
import { normalCdf } from "../../core/normal.ts";

/** A standard error distribution: logarithms of its density and of the probability of an interval. */
export interface ErrorDistribution {
  readonly logDensity: (x: number) => number;
  /** From lower to upper, which may be infinite. */
  readonly logProbability: (lower: number, upper: number) => number;
}

/** Smallest probability that an interval is given, so that a draw far away keeps a finite weight. */
const smallestProbability = 1e-300;

/**
 * Build Student's t distribution, or the normal one when `degreesOfFreedom` is Infinity.
 *
 * @throws RangeError when it is not positive.
 */
export function errorDistribution(degreesOfFreedom: number): ErrorDistribution {
  if (!(degreesOfFreedom > 0)) {
    throw new RangeError(`errorDistribution: degreesOfFreedom must be positive; got ${degreesOfFreedom}`);
  }
  return degreesOfFreedom === Infinity ? normalErrors() : studentErrors(degreesOfFreedom);
}

/**
 * Factor on a normal variance that stands for Student's t at a residual: (ν + r²) ÷ (ν + 1); 1 for normal errors.
 *
 * @param square - r², in variances.
 */
export function varianceFactor(square: number, degreesOfFreedom: number): number {
  return degreesOfFreedom === Infinity ? 1 : (degreesOfFreedom + square) / (degreesOfFreedom + 1);
}

function normalErrors(): ErrorDistribution {
  const constant = -0.5 * ln(2 * Math.PI);
  return {
    logDensity: (x) => constant - 0.5 * x * x,
    logProbability: probabilityFrom((x) => normalCdf(-x)),
  };
}

function studentErrors(freedom: number): ErrorDistribution {
  const half = freedom / 2;
  const lnBetaHalf = lnBeta(half, 0.5);
  const constant = -lnBetaHalf - 0.5 * ln(freedom);
  const upperTail = (x: number): number => {
    if (x < 0) return 1 - upperTail(-x);
    if (x === Infinity) return 0;
    if (x === 0) return 0.5;
    const total = freedom + x * x;
    return 0.5 * betaPoint(half, 0.5, ln(freedom / total), ln((x * x) / total), lnBetaHalf).lower;
  };
  return {
    logDensity: (x) => constant - (half + 0.5) * ln(1 + (x * x) / freedom),
    logProbability: probabilityFrom(upperTail),
  };
}

/** Take the difference of tails on the side of 0 on which it loses no digits. */
function probabilityFrom(upperTail: (x: number) => number): ErrorDistribution["logProbability"] {
  return (lower, upper) => {
    const [near, far] = lower + upper < 0 ? [-upper, -lower] : [lower, upper];
    return ln(Math.max(smallestProbability, upperTail(near) - upperTail(far)));
  };
}

/** Compute ln Σ exp(xᵢ) without leaving the range of numbers; −Infinity for none. */
export function logSumExp(values: ArrayLike<number>): number {
  let largest = -Infinity;
  for (let i = 0; i < values.length; i++) if (values[i] > largest) largest = values[i];
  if (!Number.isFinite(largest)) return largest;
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += exp(values[i] - largest);
  return largest + ln(sum);
}
