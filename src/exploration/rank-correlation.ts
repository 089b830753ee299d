/**
 * Rank the values of a sample from 1 on; equal values share the mean of their ranks.
 *
 * @param values - without NaN; infinite values rank at the ends.
 */
export function ranks(values: Float64Array): Float64Array {
  const sorted = values.slice().sort();
  return values.map((value) => (firstPlace(sorted, value, false) + firstPlace(sorted, value, true) + 1) / 2);
}

/** First place whose value is not below `value`, or is above it. */
function firstPlace(sorted: Float64Array, value: number, isAbove: boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < value || (isAbove && sorted[middle] === value)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Correlation of the ranks of two samples (Spearman), of which one is ranked already.
 *
 * @returns in [−1, 1]; 0 when one of the two does not vary.
 */
export function rankCorrelation(values: Float64Array, otherRanks: Float64Array): number {
  return correlationOfRanks(ranks(values), otherRanks);
}

/** The same of two samples that are both ranked already. */
export function correlationOfRanks(a: Float64Array, b: Float64Array): number {
  const count = a.length;
  const meanA = a.reduce((sum, x) => sum + x, 0) / count;
  const meanB = b.reduce((sum, x) => sum + x, 0) / count;
  let [ab, aa, bb] = [0, 0, 0];
  for (let i = 0; i < count; i++) {
    const da = a[i] - meanA;
    const db = b[i] - meanB;
    ab += da * db;
    aa += da * da;
    bb += db * db;
  }
  return aa > 0 && bb > 0 ? ab / Math.sqrt(aa * bb) : 0;
}
