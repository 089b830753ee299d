import { normalQuantile } from "../../core/normal.ts";
import { fillUniforms, streamKey } from "../../core/philox.ts";

/**
 * Draw standard normal numbers of a named stream; the same seed, name and place give the same numbers.
 *
 * @param place - a whole number from 0: a year, a stage, a step.
 */
export function normalDraws(seed: number, name: string, place: number, count: number): Float64Array {
  return uniformDraws(seed, name, place, count).map(normalQuantile);
}

/** Draw uniform numbers in (0, 1) of a named stream; see {@link normalDraws}. */
export function uniformDraws(seed: number, name: string, place: number, count: number): Float64Array {
  const values = new Float64Array(count);
  fillUniforms(values, streamKey(seed, name), 0, place);
  return values;
}
