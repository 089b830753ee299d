import { evaluatePolicy, type PolicyPoint } from "./evaluate-policy.ts";
import { type LeverProblem, upperCorner } from "./lever-problem.ts";

/** Passes over the levers after which the search for a corner gives up improving. */
const MOST_PASSES = 4;

/** The corner of the levers' ranges at which the targets are kept most surely, as far as turning one lever shows. */
export interface BestCorner {
  readonly point: PolicyPoint;
  /** Places of levers that do harm there: lowering one alone raises the chance. */
  readonly harmful: readonly number[];
}

/**
 * Look for the corner of the levers' ranges that keeps the targets most surely.
 *
 * Starts with every lever at its upper end and turns single levers to their lower end, or back, while that helps. Where
 * more of a lever never hurts, the upper corner is the best policy there is; levers that make no difference stay up.
 */
export function findBestCorner(problem: LeverProblem): BestCorner {
  const { levers } = problem;
  let point = evaluatePolicy(problem, upperCorner(problem));
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const before = point;
    for (const [place, { lower, upper }] of levers.entries()) {
      const other = point.intensities[place] === upper ? lower : upper;
      const turned = evaluatePolicy(problem, withIntensity(point.intensities, place, other));
      if (isSurer(turned, point)) point = turned;
    }
    if (point === before) break;
  }
  const harmful = levers.flatMap(({ upper }, place) => (point.intensities[place] === upper ? [] : [place]));
  return { point, harmful };
}

/** Whether a policy keeps the targets more surely: by its chance, then by how far it leads them. */
export function isSurer(a: PolicyPoint, b: PolicyPoint): boolean {
  return a.margin !== b.margin ? a.margin > b.margin : a.lead > b.lead;
}

/** The same intensities with one changed. */
export function withIntensity(intensities: readonly number[], place: number, intensity: number): number[] {
  return intensities.map((value, i) => (i === place ? intensity : value));
}
