import { cellOf } from "./calibrated-errors.ts";
import { calibrationTable } from "./calibration-table.ts";
import type { ErrorPool } from "./fitted-parameters.ts";

/**
 * Look up the distribution of errors of forecasts from as many values.
 *
 * @param count - values that the forecast rests on, 2 or more.
 * @returns one row a year ahead: quantiles at `quantileProbabilities`, in units of the error scale.
 */
export function errorQuantiles(pool: ErrorPool, count: number): readonly (readonly number[])[] {
  const { fewestValues, quantiles } = calibrationTable[pool];
  return quantiles[cellOf(fewestValues, count)]!;
}
