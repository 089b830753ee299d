/** Mean and variance of draws about it, divided by their whole weight. */
export interface WeightedMoments {
  readonly mean: number;
  readonly variance: number;
}

/**
 * Compute the moments of weighted draws.
 *
 * @param weights - absent: all equal. Draws of weight 0 and such as are not finite do not count; of none both are 0.
 */
export function weightedMoments(values: Float64Array, weights?: Float64Array): WeightedMoments {
  let total = 0;
  let mean = 0;
  let squares = 0;
  for (const [i, value] of values.entries()) {
    const weight = weights?.[i] ?? 1;
    if (weight === 0 || !Number.isFinite(value)) continue;
    total += weight;
    const change = value - mean;
    mean += (weight / total) * change;
    squares += weight * change * (value - mean);
  }
  return { mean, variance: total > 0 ? squares / total : 0 };
}
