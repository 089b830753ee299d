import type { ErrorsOfSeries } from "./build-calibration.ts";
import { type CalibratedErrors, cellOf, longestHorizon } from "./calibrated-errors.ts";
import { probabilityBelow } from "./error-quantiles.ts";

/** Fewest values of the forecasts whose errors are followed through all horizons. */
const fewestValues = 4;

/**
 * Rank the errors of past forecasts year by year, so that each forecast is a trajectory of ranks: what was too low in
 * the first year was mostly too low in the next.
 *
 * Of every series at most one forecast is taken, from origins that differ from series to series.
 *
 * @param pool - one entry a series, with the table that their errors are held against.
 * @param count - most trajectories; taken evenly over the pool.
 * @returns trajectories × horizons: a permutation of 0 … trajectories − 1 in each horizon.
 */
export function rankTrajectories(
  pool: readonly { readonly errors: ErrorsOfSeries; readonly table: CalibratedErrors }[],
  count: number,
): number[][] {
  const complete = pool.flatMap(({ errors, table }, i) => {
    const whole = errors.filter((one) => one.count >= fewestValues && one.errors.length === longestHorizon);
    const chosen = whole[(i * 7) % Math.max(1, whole.length)];
    if (!chosen) return [];
    const rows = table.quantiles[cellOf(table.fewestValues, chosen.count)]!;
    return [chosen.errors.map((error, h) => probabilityBelow(rows[h]!, error))];
  });
  const kept = Math.min(count, complete.length);
  const taken = Array.from({ length: kept }, (_, i) => complete[Math.floor((i * complete.length) / kept)]!);
  const ranks = taken.map((): number[] => []);
  for (let h = 0; h < longestHorizon; h += 1) {
    const order = [...taken.keys()].sort((a, b) => taken[a]![h]! - taken[b]![h]! || a - b);
    for (const [rank, trajectory] of order.entries()) ranks[trajectory]!.push(rank);
  }
  return ranks;
}
