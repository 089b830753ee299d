/** Sums of weights round: a hair less than the share asked for is the share. */
const ROUNDING = 1e-12;

/**
 * Find the greatest value that a share of the draws reaches: the order statistic, not interpolated.
 *
 * @param values - one a draw; those that are not finite reach nothing.
 * @param share - in (0, 1].
 * @param weights - one a draw; absent: all equal.
 * @returns a value of the sample; null when too few draws have one.
 */
export function keptBy(values: Float64Array, share: number, weights?: Float64Array): number | null {
  return weights === undefined ? keptByCount(values, share) : keptByWeight(values, share, weights);
}

function keptByCount(values: Float64Array, share: number): number | null {
  const sorted = values.filter(Number.isFinite).sort();
  const place = sorted.length - Math.ceil(share * values.length * (1 - ROUNDING));
  return place >= 0 && place < sorted.length ? sorted[place] : null;
}

function keptByWeight(values: Float64Array, share: number, weights: Float64Array): number | null {
  const finite = [...values.keys()].filter((draw) => Number.isFinite(values[draw]));
  const order = Uint32Array.from(finite).sort((a, b) => values[b] - values[a] || a - b);
  const wanted = share * weights.reduce((sum, weight) => sum + weight, 0) * (1 - ROUNDING);
  let reached = 0;
  for (const draw of order) {
    reached += weights[draw];
    if (reached >= wanted) return values[draw];
  }
  return null;
}
