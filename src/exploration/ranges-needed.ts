import { evaluatePolicy, type PolicyPoint } from "./evaluate-policy.ts";
import type { LeverProblem } from "./lever-problem.ts";
import { justFarEnough } from "./line-search.ts";

/** Times the ranges that are looked at. */
const MOST_RANGES = 4;

/**
 * Tell how many times as far the levers would have to reach for the targets to be kept.
 *
 * A question about the assumptions, not an answer to a planner: beyond its range nothing supports a lever's effect. All
 * levers are stretched alike from their lower ends through a policy that does not keep the targets.
 *
 * @returns above 1; null when even four times as far is not enough.
 */
export function rangesNeeded(problem: LeverProblem, missing: PolicyPoint): number | null {
  const { levers } = problem;
  const place = levers.findIndex(({ lower }, i) => missing.intensities[i] > lower);
  if (place < 0) return null;
  const farthest = evaluatePolicy(
    problem,
    missing.intensities.map((x, i) => levers[i].lower + MOST_RANGES * (x - levers[i].lower)),
  );
  if (farthest.margin < 0) return null;
  const { lower } = levers[place];
  const found = justFarEnough(problem, missing, farthest);
  return (found.intensities[place] - lower) / (missing.intensities[place] - lower);
}
