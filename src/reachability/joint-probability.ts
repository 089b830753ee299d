import { markedShare } from "./draw-weights.ts";

/** One row's part in a joint probability: its marks draw by draw, or a fact that holds on all draws. */
export type RowAttainment = Uint8Array | boolean;

/**
 * Count the draws on which several rows are met together; marginal probabilities are never multiplied.
 *
 * A fact holds on every draw: one that is met leaves the others' joint probability as it is, one that is missed makes
 * it 0, because the rows can no longer be met together.
 *
 * @param rows - 1 met or 0 missed a draw, all of the same length, or a fact.
 * @param weights - one a draw; absent: all equal.
 * @returns a share in [0, 1], never above the smallest marginal; null when there is no row.
 * @throws RangeError when rows differ in their number of draws.
 */
export function jointProbability(rows: readonly RowAttainment[], weights?: Float64Array): number | null {
  if (rows.length === 0) return null;
  if (rows.includes(false)) return 0;
  const [first, ...others] = rows.filter((row) => typeof row !== "boolean");
  if (first === undefined) return 1;
  const together = first.slice();
  for (const row of others) {
    if (row.length !== together.length) {
      throw new RangeError(
        `jointProbability: rows must have the same number of draws; got ${together.length} and ${row.length}`,
      );
    }
    for (let draw = 0; draw < row.length; draw++) together[draw] &= row[draw];
  }
  return markedShare(together, weights);
}
