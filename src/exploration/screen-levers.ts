import { findBestCorner, withIntensity } from "./best-corner.ts";
import { evaluatePolicy } from "./evaluate-policy.ts";
import { type LeverProblem, lowerCorner } from "./lever-problem.ts";

/** Levers of a problem by what they do for its targets. */
export interface ScreenedLevers {
  /** Places of the levers worth searching; at least one. */
  readonly useful: readonly number[];
  /** Places of all levers that help, alone or in the company of all others. */
  readonly helpful: readonly number[];
}

/** A lever that brings less than this share of what the best one brings for its effort is not worth searching. */
const LEAST_SHARE = 0.05;

/**
 * Find the levers that are worth searching: by what each brings alone, and by what is missed without it in the best
 * corner, for some levers help only in the company of others.
 *
 * Costs a few simulations a lever, so that a search among dozens may leave out those that hardly matter.
 */
export function screenLevers(problem: LeverProblem): ScreenedLevers {
  const { levers } = problem;
  const lowest = evaluatePolicy(problem, lowerCorner(problem));
  const { point: corner } = findBestCorner(problem);
  const gains = levers.map(({ lower, upper, unitCost }, place) => {
    const alone = evaluatePolicy(problem, withIntensity(lowest.intensities, place, upper)).lead - lowest.lead;
    const without = evaluatePolicy(problem, withIntensity(corner.intensities, place, lower));
    const gain = Math.max(alone, corner.lead - without.lead);
    // Where no draw has a statistic there is no difference to take; the lever stays in.
    return Number.isNaN(gain) ? Number.POSITIVE_INFINITY : gain / (unitCost * (upper - lower));
  });
  const places = [...levers.keys()];
  const best = Math.max(...gains);
  const useful = places.filter((place) => gains[place] > 0 && gains[place] >= LEAST_SHARE * best);
  return {
    useful: useful.length > 0 ? useful : [gains.indexOf(best)],
    helpful: places.filter((place) => gains[place] > 0),
  };
}
