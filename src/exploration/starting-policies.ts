import { withIntensity } from "./best-corner.ts";
import { evaluatePolicy, type PolicyPoint } from "./evaluate-policy.ts";
import { type LeverProblem, lowerCorner } from "./lever-problem.ts";
import { justFarEnough } from "./line-search.ts";

/**
 * Make feasible policies of little effort from which a search may start, cheapest first.
 *
 * Four kinds: all levers raised alike; each lever alone, where that is enough; levers added one by one, the most chance
 * for its effort first; and the best corner with levers taken out one by one, the most effort first. Each is then
 * drawn back to where the targets are just kept.
 *
 * @param corner - a feasible policy, the surest known.
 */
export function startingPolicies(problem: LeverProblem, corner: PolicyPoint): PolicyPoint[] {
  const lowest = lowerCorner(problem);
  const alike = pullBack(problem, lowest, corner);
  const alone = problem.levers.flatMap((_, place) => {
    const raised = evaluatePolicy(problem, withIntensity(lowest, place, corner.intensities[place]));
    return raised.margin >= 0 ? [pullBack(problem, lowest, raised)] : [];
  });
  const found = [alike, ...alone, addedOneByOne(problem, corner), removedOneByOne(problem, corner)];
  return found.sort((a, b) => a.effort - b.effort);
}

/** Draw a feasible policy back along the straight way to another until the targets are just kept. */
export function pullBack(problem: LeverProblem, towards: readonly number[], from: PolicyPoint): PolicyPoint {
  const end = evaluatePolicy(problem, towards);
  return end.margin >= 0 ? end : justFarEnough(problem, end, from);
}

/** Raise levers to their place in the corner, the most chance for its effort first, until the targets are kept. */
function addedOneByOne(problem: LeverProblem, corner: PolicyPoint): PolicyPoint {
  let point = evaluatePolicy(problem, lowerCorner(problem));
  const left = new Set(problem.levers.keys());
  while (point.margin < 0 && left.size > 0) {
    const from = point;
    const raised = [...left].map((place) => ({
      place,
      point: evaluatePolicy(problem, withIntensity(from.intensities, place, corner.intensities[place])),
    }));
    const gainOf = (next: PolicyPoint) => (next.lead - from.lead) / Math.max(1e-12, next.effort - from.effort);
    // Where one step is enough the cheapest of those is taken, not the most powerful.
    const enough = raised.filter((next) => next.point.margin >= 0);
    const chosen =
      enough.length > 0
        ? enough.reduce((a, b) => (b.point.effort < a.point.effort ? b : a))
        : raised.reduce((a, b) => (gainOf(b.point) > gainOf(a.point) ? b : a));
    left.delete(chosen.place);
    point = chosen.point.margin >= 0 ? pullBack(problem, from.intensities, chosen.point) : chosen.point;
  }
  return point.margin >= 0 ? point : corner;
}

/** Take levers out of the corner, the most effort first, as long as the targets stay kept. */
function removedOneByOne(problem: LeverProblem, corner: PolicyPoint): PolicyPoint {
  const { levers } = problem;
  const effortAt = (place: number) => {
    const { lower, unitCost } = levers[place] as LeverProblem["levers"][number];
    return unitCost * (corner.intensities[place] - lower);
  };
  let point = corner;
  for (const place of [...levers.keys()].sort((a, b) => effortAt(b) - effortAt(a))) {
    const without = evaluatePolicy(problem, withIntensity(point.intensities, place, levers[place].lower));
    point = without.margin >= 0 ? without : pullBack(problem, without.intensities, point);
  }
  return point;
}
