/** Count the values that are not finite. */
export function countNonFinite(values: Float64Array): number {
  let count = 0;
  for (let i = 0; i < values.length; i++) if (!Number.isFinite(values[i] as number)) count++;
  return count;
}

/** Leave out the values that are not finite. @returns `values` itself when all are finite. */
export function finiteValues(values: Float64Array): Float64Array {
  return countNonFinite(values) === 0 ? values : values.filter(Number.isFinite);
}
