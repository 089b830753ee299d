/** How far past forecasts of a pool were off, in units of their error scales. */
export interface CalibratedErrors {
  /** Fewest values of each cell, ascending from 2; a series belongs to the last cell whose number it reaches. */
  readonly fewestValues: readonly number[];
  /** cells × horizons × quantile probabilities; the horizon of one year stands first. */
  readonly quantiles: readonly (readonly (readonly number[])[])[];
}

/** Years ahead for which past errors are known. */
export const longestHorizon = 10;

/** The cell that a number of values belongs to. */
export function cellOf(fewestValues: readonly number[], count: number): number {
  return Math.max(
    0,
    fewestValues.findLastIndex((fewest) => count >= fewest),
  );
}
