/** Mean and standard deviation of a sample. */
export interface Moments {
  readonly mean: number;
  /** With n − 1; NaN of a single value. */
  readonly sd: number;
}

/**
 * Compute mean and standard deviation, in the order of the values.
 *
 * The sum carries along what rounding takes from it, so that it is as good as exact.
 *
 * @param values - none of them NaN; of no values both are NaN.
 * @see Neumaier (1974), Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen.
 */
export function moments(values: Float64Array): Moments {
  const count = values.length;
  if (count === 0) return { mean: Number.NaN, sd: Number.NaN };
  const mean = carefulSum(values) / count;
  let squares = 0;
  for (let i = 0; i < count; i++) {
    const deviation = (values[i] as number) - mean;
    squares += deviation * deviation;
  }
  return { mean, sd: count > 1 ? Math.sqrt(squares / (count - 1)) : Number.NaN };
}

function carefulSum(values: Float64Array): number {
  let sum = values[0] as number;
  let lost = 0;
  for (let i = 1; i < values.length; i++) {
    const value = values[i] as number;
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return sum + lost;
}
