import { isMet } from "../reachability/attainment.ts";
import { keptBy } from "./kept-by.ts";

/** A target that a row would keep with a given probability. */
export interface StrictestTarget {
  readonly probability: number;
  /** The strictest value kept by at least that share of the draws, in the row's unit; null when too many have none. */
  readonly value: number | null;
  /** The same, eased to the decimals that the row is shown with: still kept at least as surely. */
  readonly rounded: number | null;
}

/** How a row is rounded for people. */
export interface RowDisplay {
  readonly percent: boolean;
  readonly decimals: number;
}

/**
 * Find the strictest target that a row keeps with a probability: the other side of asking how surely a target is kept.
 *
 * The value is one that a draw reaches, so that a non-strict target set there is kept by the share asked for, counted.
 *
 * @param statistics - the row's statistic on every draw; those that are not finite keep no target.
 * @param direction - 1 when higher is better, −1 when lower is.
 * @param probability - in (0, 1].
 * @param weights - one a draw; absent: all equal.
 */
export function strictestTarget(
  statistics: Float64Array,
  direction: 1 | -1,
  probability: number,
  display: RowDisplay,
  weights?: Float64Array,
): StrictestTarget {
  if (!(probability > 0 && probability <= 1)) {
    throw new RangeError(`strictestTarget: probability must be in (0, 1]; got ${probability}`);
  }
  // What few draws fall below is, mirrored, what few rise above.
  const kept = keptBy(direction === 1 ? statistics : statistics.map((x) => -x), probability, weights);
  const value = kept === null ? null : direction * kept;
  return { probability, value, rounded: value === null ? null : eased(value, direction, display) };
}

/** Round towards the easier side; a value that already has so few decimals stays. */
function eased(value: number, direction: 1 | -1, { percent, decimals }: RowDisplay): number {
  const places = percent ? decimals + 2 : decimals;
  const nearest = Number(value.toFixed(places));
  if (isMet(value, direction === 1 ? ">=" : "<=", nearest)) return nearest;
  const step = Number(`1e-${places}`);
  return Number((nearest - direction * step).toFixed(places));
}
