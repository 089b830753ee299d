/**
 * Share of the draws that are marked, counted or weighted.
 *
 * It is exactly 1 when no draw with weight is unmarked and exactly 0 when none is marked, whatever the weights add up to.
 *
 * @param marks - 1 or 0 a draw.
 * @param weights - one a draw, not negative; absent: all equal.
 * @returns a share in [0, 1]; NaN when no draw has weight.
 */
export function markedShare(marks: Uint8Array, weights?: Float64Array): number {
  let marked = 0;
  let unmarked = 0;
  for (let draw = 0; draw < marks.length; draw++) {
    const weight = weights === undefined ? 1 : weights[draw];
    if (marks[draw] === 1) marked += weight;
    else unmarked += weight;
  }
  return marked / (marked + unmarked);
}

/**
 * Mean of the finite values, counted or weighted; null when no finite value has weight.
 *
 * @param values - one a draw; values that are not finite are left out with their weight.
 */
export function finiteMean(values: Float64Array, weights?: Float64Array): number | null {
  let total = 0;
  let weightTotal = 0;
  for (let draw = 0; draw < values.length; draw++) {
    const weight = weights === undefined ? 1 : weights[draw];
    if (!Number.isFinite(values[draw])) continue;
    total += weight * values[draw];
    weightTotal += weight;
  }
  return weightTotal > 0 ? total / weightTotal : null;
}

/**
 * Number of equally weighted draws that would say as much: 1 ÷ Σw² for weights that sum to 1.
 *
 * @param draws - count of draws.
 * @see Kish (1965), Survey Sampling: effective sample size under unequal weights, (Σw)² ÷ Σw².
 */
export function effectiveDraws(draws: number, weights?: Float64Array): number {
  if (weights === undefined) return draws;
  let total = 0;
  let squares = 0;
  for (const weight of weights) {
    total += weight;
    squares += weight * weight;
  }
  return (total * total) / squares;
}

/**
 * Standard error of a share as if the draws were independent: √(P(1 − P) ÷ N).
 *
 * Cautious for balanced designs such as Sobol' points, whose shares as a rule scatter less than this.
 *
 * @param share - in [0, 1].
 * @param draws - count of draws, or their effective number.
 */
export function binomialError(share: number, draws: number): number {
  return Math.sqrt((share * (1 - share)) / draws);
}
