import { withIntensity } from "./best-corner.ts";
import { evaluatePolicy, type PolicyPoint } from "./evaluate-policy.ts";
import { findCrossing } from "./find-crossing.ts";
import type { LeverProblem } from "./lever-problem.ts";

/** How finely {@link polishPolicy} works. */
export interface PolishOptions {
  /** First size of an exchange as a share of a lever's range; defaults to .25. */
  readonly step?: number;
  /** Last size of an exchange; defaults to .01. */
  readonly finest?: number;
  /** Levers that may take over from another at one time, the most effective for their effort; defaults to 4. */
  readonly partners?: number;
}

/** Tolerance of single levers, as a share of their ranges. */
const LEVER_TOLERANCE = 1e-3;
/** Least share of the effort that an exchange must save to be taken. */
const WORTHWHILE = 1e-4;

/**
 * Cheapen a feasible policy: lower each lever as far as the targets allow, and let levers take over from one another.
 *
 * An exchange lowers one lever by a step and raises another just enough. It is taken when it saves effort; the step is
 * halved when none does.
 */
export function polishPolicy(problem: LeverProblem, start: PolicyPoint, options: PolishOptions = {}): PolicyPoint {
  const { step = 0.25, finest = 0.01, partners = 4 } = options;
  let point = lowerEach(problem, start);
  for (let size = step; size >= finest; ) {
    const exchanged = exchangeOnce(problem, point, size, partners);
    if (exchanged) point = exchanged;
    else size /= 2;
  }
  return point;
}

/** Lower every lever as far as the targets allow, the most effort first. */
function lowerEach(problem: LeverProblem, start: PolicyPoint): PolicyPoint {
  const raisedEffort = (place: number) => {
    const { lower, unitCost } = problem.levers[place] as LeverProblem["levers"][number];
    return unitCost * (start.intensities[place] - lower);
  };
  const places = [...problem.levers.keys()].filter((place) => raisedEffort(place) > 0);
  return places
    .sort((a, b) => raisedEffort(b) - raisedEffort(a))
    .reduce((point, place) => {
      return lowerOne(problem, point, place);
    }, start);
}

function lowerOne(problem: LeverProblem, start: PolicyPoint, place: number): PolicyPoint {
  const { lower, upper } = problem.levers[place] as LeverProblem["levers"][number];
  const now = start.intensities[place];
  if (now <= lower) return start;
  let found = start;
  const margin = (intensity: number) => {
    const point = evaluatePolicy(problem, withIntensity(start.intensities, place, intensity));
    if (point.margin >= 0 && point.effort < found.effort) found = point;
    return point.margin;
  };
  if (margin(lower) < 0) findCrossing(margin, lower, now, LEVER_TOLERANCE * (upper - lower));
  return found;
}

/** The best exchange of one lever for another by one step; null when none saves effort. */
function exchangeOnce(problem: LeverProblem, point: PolicyPoint, size: number, partners: number): PolicyPoint | null {
  const { levers } = problem;
  let best = point;
  for (const [giver, { lower, upper }] of levers.entries()) {
    if (point.intensities[giver] <= lower) continue;
    const lowered = Math.max(lower, point.intensities[giver] - size * (upper - lower));
    const without = evaluatePolicy(problem, withIntensity(point.intensities, giver, lowered));
    for (const taker of takersOf(problem, without, giver, size, partners)) {
      const exchanged = raiseOne(problem, without, taker, best.effort);
      if (exchanged && exchanged.effort < best.effort) best = exchanged;
    }
  }
  return best.effort < point.effort * (1 - WORTHWHILE) ? best : null;
}

/** Levers that bring most for their effort at a policy, the giver left out. */
function takersOf(
  problem: LeverProblem,
  without: PolicyPoint,
  giver: number,
  size: number,
  partners: number,
): number[] {
  const candidates = [...problem.levers.entries()].flatMap(([place, { lower, upper }]) => {
    const now = without.intensities[place];
    if (place === giver || now >= upper) return [];
    const raised = Math.min(upper, now + size * (upper - lower));
    return [{ place, raised }];
  });
  if (candidates.length <= partners) return candidates.map(({ place }) => place);
  const ranked = candidates.map(({ place, raised }) => {
    const next = evaluatePolicy(problem, withIntensity(without.intensities, place, raised));
    return { place, gain: (next.lead - without.lead) / Math.max(1e-12, next.effort - without.effort) };
  });
  ranked.sort((a, b) => b.gain - a.gain);
  return ranked.slice(0, partners).map(({ place }) => place);
}

/** Raise one lever until the targets are kept; null when its range, or the effort it may cost, is too small. */
function raiseOne(problem: LeverProblem, from: PolicyPoint, place: number, mostEffort: number): PolicyPoint | null {
  if (from.margin >= 0) return from;
  const { lower, upper, unitCost } = problem.levers[place] as LeverProblem["levers"][number];
  const now = from.intensities[place];
  const spare = mostEffort - from.effort;
  const raisedNow = now - lower;
  const reach =
    problem.effortExponent === 1 ? now + spare / unitCost : lower + Math.sqrt(raisedNow * raisedNow + spare / unitCost);
  const limit = Math.min(upper, reach);
  let found: PolicyPoint | null = null;
  const margin = (intensity: number) => {
    const point = evaluatePolicy(problem, withIntensity(from.intensities, place, intensity));
    if (point.margin >= 0 && (!found || point.effort < found.effort)) found = point;
    return point.margin;
  };
  if (limit > now && margin(limit) >= 0) findCrossing(margin, now, limit, LEVER_TOLERANCE * (upper - lower));
  return found;
}
