import { exp, ln } from "../core/exp-ln.ts";
import { normalCdf, normalDensity } from "../core/normal.ts";
import { type CutNormal, type RowFormula, rowFunction } from "../sampling/row-formula.ts";

/** From here on the tail is handled through its logarithm, well before the probability itself underflows. */
const farTail = 30;

/** Compute P(Z > z) / φ(z) for z > 0; falls from 1.25 at 0 like 1/z. */
function millsRatio(z: number): number {
  if (z <= farTail) return normalCdf(-z) / normalDensity(z);
  // Laplace's continued fraction; eight levels reach full accuracy from 30 on.
  let value = z;
  for (let level = 8; level >= 1; level -= 1) value = z + level / value;
  return 1 / value;
}

/** Compute P(Z > to) / P(Z > from) for 0 < from ≤ to. */
function tailShare(from: number, to: number): number {
  if (to === Infinity) return 0;
  const gap = to - from;
  return (exp(-gap * (from + gap / 2)) * millsRatio(to)) / millsRatio(from);
}

/** Find the z that a normal value above `from` (at least {@link farTail}) exceeds with probability `exceed`. */
function farQuantile(from: number, exceed: number): number {
  const target = -ln(exceed);
  // The tail is nearly exponential with rate 1 / Mills' ratio; Newton on the log of the tail mends the rest.
  let gap = target * millsRatio(from);
  for (let step = 0; step < 6; step += 1) {
    const mills = millsRatio(from + gap);
    const reached = gap * (from + gap / 2) - ln(mills / millsRatio(from));
    gap -= (reached - target) * mills;
  }
  return from + gap;
}

/** The standard normal value inside (alpha, beta), alpha at least {@link farTail}, that is exceeded with a probability. */
function farUpperQuantile(alpha: number, beta: number): (exceed: number) => number {
  const beyond = tailShare(alpha, beta);
  return (exceed) => farQuantile(alpha, exceed + (1 - exceed) * beyond);
}

/** What {@link CutNormal} says of a standard normal value inside (alpha, beta). */
function cutAt(alpha: number, beta: number): Pick<CutNormal, "below" | "beyond" | "mass" | "split" | "cap"> {
  const below = normalCdf(alpha);
  const beyond = normalCdf(-beta);
  // Above the mean count from the top, where the digits are, and below it from the bottom.
  if (alpha > 0) return { below: 0, beyond, mass: normalCdf(-alpha) - beyond, split: -Infinity, cap: Infinity };
  const mass = normalCdf(beta) - below;
  if (beta < 0) return { below, beyond, mass, split: Infinity, cap: Infinity };
  return { below, beyond, mass, split: 0.5, cap: 0.5 };
}

/**
 * Work out the quantile function of a normal distribution cut off at both ends, as a formula of uniform draws.
 *
 * Accurate however far the interval lies from the mean: tails are never formed as a difference from 1.
 *
 * @param mean - of the normal distribution before it is cut.
 * @param sd - of the same, above 0.
 * @param lower - lower end; −Infinity leaves it open.
 * @param upper - upper end, above `lower`; Infinity leaves it open.
 * @returns monotone function of u in [0, 1] with values in [lower, upper].
 */
export function truncatedNormalFormula(mean: number, sd: number, lower: number, upper: number): RowFormula {
  const [alpha, beta] = [(lower - mean) / sd, (upper - mean) / sd];
  const far = (standard: (u: number) => number): RowFormula => ({
    kind: "function",
    evaluate: (u) => {
      if (u <= 0) return lower;
      return u >= 1 ? upper : Math.max(lower, Math.min(upper, mean + sd * standard(u)));
    },
  });
  if (alpha > farTail) {
    const above = farUpperQuantile(alpha, beta);
    return far((u) => above(1 - u));
  }
  if (beta < -farTail) {
    const mirrored = farUpperQuantile(-beta, -alpha);
    return far((u) => -mirrored(u));
  }
  return { kind: "cut_normal", mean, sd, lower, upper, ...cutAt(alpha, beta) };
}

/** Build that quantile function for one draw at a time; see {@link truncatedNormalFormula}. */
export function truncatedNormalQuantile(mean: number, sd: number, lower: number, upper: number): (u: number) => number {
  return rowFunction(truncatedNormalFormula(mean, sd, lower, upper));
}

/** Mean of a standard normal value inside (alpha, beta). */
function standardMean(alpha: number, beta: number): number {
  if (beta < 0) return -standardMean(-beta, -alpha);
  if (alpha <= 0) return (normalDensity(alpha) - normalDensity(beta)) / (normalCdf(beta) - normalCdf(alpha));
  // Both densities over that at alpha, so that nothing underflows.
  const gap = beta - alpha;
  const density = beta === Infinity ? 0 : exp(-gap * (alpha + gap / 2));
  const beyond = beta === Infinity ? 0 : density * millsRatio(beta);
  return (1 - density) / (millsRatio(alpha) - beyond);
}

/**
 * Compute the mean of a normal distribution cut off at both ends.
 *
 * @param mean - of the normal distribution before it is cut; the other parameters as in
 *   {@link truncatedNormalQuantile}.
 */
export function truncatedNormalMean(mean: number, sd: number, lower: number, upper: number): number {
  const cut = mean + sd * standardMean((lower - mean) / sd, (upper - mean) / sd);
  return Math.max(lower, Math.min(upper, cut));
}
