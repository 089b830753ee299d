import { evaluatePolicy, type PolicyPoint } from "./evaluate-policy.ts";
import { findCrossing } from "./find-crossing.ts";
import type { LeverProblem } from "./lever-problem.ts";

/**
 * Go from a policy that misses the targets towards one that keeps them, just far enough.
 *
 * @param tolerance - as a share of the way.
 * @returns the policy of least effort met on the way that keeps the targets.
 */
export function justFarEnough(
  problem: LeverProblem,
  missing: PolicyPoint,
  keeping: PolicyPoint,
  tolerance = 1e-3,
): PolicyPoint {
  let found = keeping;
  const valueAt = (share: number) => {
    const point = evaluatePolicy(
      problem,
      missing.intensities.map((x, i) => x + share * (keeping.intensities[i] - x)),
    );
    if (point.margin >= 0 && point.effort < found.effort) found = point;
    return crossingValue(point);
  };
  findCrossing(valueAt, [0, crossingValue(missing)], [1, crossingValue(keeping)], tolerance);
  return found;
}

/** A number that is 0 or more exactly when a policy keeps the targets, and smooth in between where the response is. */
export function crossingValue({ margin, lead }: PolicyPoint): number {
  if (margin >= 0) return Math.max(0, lead);
  // A strict target that is exactly reached has a lead of 0 and is not met.
  return lead < 0 ? lead : -Number.MIN_VALUE;
}
