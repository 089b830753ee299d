import { exp, ln } from "./exp-ln.ts";

const halfLnTwoPi = 0.9189385332046728;

/**
 * Compute ln Γ(x) for x > 0.
 *
 * Stirling's series from 10 on, below it after climbing there by Γ(x + 1) = x Γ(x). Absolute error about 5e-15
 * where |ln Γ| is below 1, relative error about 1e-15 elsewhere.
 *
 * @see NIST Digital Library of Mathematical Functions, 5.11.1.
 */
export function lnGamma(x: number): number {
  let climbed = x;
  let product = 1;
  while (climbed < 10) {
    product *= climbed;
    climbed += 1;
  }
  const inverse = 1 / climbed;
  const square = inverse * inverse;
  const series =
    1 / 12 -
    square * (1 / 360 - square * (1 / 1260 - square * (1 / 1680 - square * (1 / 1188 - square * (691 / 360360)))));
  return (climbed - 0.5) * ln(climbed) - climbed + halfLnTwoPi + inverse * series - ln(product);
}

/** Compute ln B(a, b) for a, b > 0. */
export function lnBeta(a: number, b: number): number {
  return lnGamma(a) + lnGamma(b) - lnGamma(a + b);
}

/** What is known of a beta variable at one point. */
export interface BetaPoint {
  /** P(X ≤ x) and P(X > x), each with its own relative accuracy where it is the smaller one. */
  readonly lower: number;
  readonly upper: number;
  /** Density of the logit of X: x (1 − x) f(x). */
  readonly logitDensity: number;
}

const tiny = 1e-300;
const fractionLimit = 1_000_000;

/** Evaluate the continued fraction of P(X ≤ x), for x below about the mean, by Lentz's method. */
function continuedFraction(a: number, b: number, x: number): number {
  let value = 1;
  let numerator = 1;
  let denominator = 0;
  for (let n = 1; n < fractionLimit; n += 1) {
    const m = n >> 1;
    const coefficient =
      n % 2 === 0
        ? (m * (b - m) * x) / ((a + n - 1) * (a + n))
        : (-(a + m) * (a + b + m) * x) / ((a + n - 1) * (a + n));
    denominator = 1 + coefficient * denominator;
    denominator = 1 / (Math.abs(denominator) < tiny ? tiny : denominator);
    numerator = 1 + coefficient / numerator;
    if (Math.abs(numerator) < tiny) numerator = tiny;
    const factor = numerator * denominator;
    value *= factor;
    if (Math.abs(factor - 1) < 1e-15) break;
  }
  return 1 / value;
}

/**
 * Compute both tails of a beta(a, b) variable and its density at one point.
 *
 * The point is given by the logarithms of x and 1 − x, so that neither end loses digits.
 *
 * @param lnBetaAB - {@link lnBeta} of a and b, which a caller has at hand for many points.
 * @see NIST Digital Library of Mathematical Functions, 8.17.22.
 */
export function betaPoint(a: number, b: number, lnX: number, lnOneMinusX: number, lnBetaAB: number): BetaPoint {
  const logitDensity = exp(a * lnX + b * lnOneMinusX - lnBetaAB);
  const x = exp(lnX);
  if (x < (a + 1) / (a + b + 2)) {
    const lower = (logitDensity * continuedFraction(a, b, x)) / a;
    return { lower, upper: 1 - lower, logitDensity };
  }
  const upper = (logitDensity * continuedFraction(b, a, exp(lnOneMinusX))) / b;
  return { lower: 1 - upper, upper, logitDensity };
}

/**
 * Compute the regularised incomplete beta function I_x(a, b): the probability that a beta(a, b) variable is at most x.
 *
 * @param a - first shape, above 0.
 * @param b - second shape, above 0.
 * @param x - any number; at most 0 gives 0, at least 1 gives 1, NaN gives NaN.
 */
export function regularisedIncompleteBeta(a: number, b: number, x: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  return betaPoint(a, b, ln(x), ln(1 - x), lnBeta(a, b)).lower;
}
