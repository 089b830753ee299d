import { withIntensity } from "./best-corner.ts";
import { evaluatePolicy, type PolicyPoint } from "./evaluate-policy.ts";
import type { LeverBound, LeverProblem } from "./lever-problem.ts";
import { justFarEnough } from "./line-search.ts";

/** How finely {@link polishPolicy} works. */
export interface PolishOptions {
  /** First size of an exchange as a share of a lever's range; defaults to .25. */
  readonly step?: number;
  /** Last size of an exchange; defaults to .02. */
  readonly finest?: number;
  /** Levers that may take over from another at one time, the most effective for their effort; defaults to 3. */
  readonly partners?: number;
}

/** Least share of the effort that an exchange must save to be taken. */
const WORTHWHILE = 1e-3;
/** Change of a lever, as a share of its range, by which its effect is measured. */
const PROBE = 0.05;

/**
 * Cheapen a feasible policy: lower each lever as far as the targets allow, and let levers take over from one another.
 *
 * An exchange lowers one lever by a step and raises another just enough. The best one is taken as long as one saves
 * effort; then the step is halved.
 */
export function polishPolicy(problem: LeverProblem, start: PolicyPoint, options: PolishOptions = {}): PolicyPoint {
  const { step = 0.25, finest = 0.02, partners = 3 } = options;
  let point = lowerEach(problem, start);
  for (let size = step; size >= finest; ) {
    const exchanged = exchangeOnce(problem, point, size, partners);
    if (exchanged) point = exchanged;
    else size /= 2;
  }
  return point;
}

/** Lower every lever of a feasible policy as far as the targets allow, those first that bring least for their effort. */
export function lowerEach(problem: LeverProblem, start: PolicyPoint): PolicyPoint {
  const raised = [...problem.levers.entries()].filter(([place, { lower }]) => start.intensities[place] > lower);
  const worth = raised.map(([place, { lower }]) => {
    const without = evaluatePolicy(problem, withIntensity(start.intensities, place, lower));
    return { place, lower, gain: (start.lead - without.lead) / Math.max(1e-12, start.effort - without.effort) };
  });
  worth.sort((a, b) => a.gain - b.gain);
  let point = start;
  for (const { place, lower } of worth) {
    const without = evaluatePolicy(problem, withIntensity(point.intensities, place, lower));
    point = without.margin >= 0 ? without : justFarEnough(problem, without, point);
  }
  return point;
}

/** The best exchange of one lever for another by one step; null when none saves effort. */
function exchangeOnce(problem: LeverProblem, point: PolicyPoint, size: number, partners: number): PolicyPoint | null {
  const takers = rankedTakers(problem, point);
  let best = point;
  for (const [giver, { lower, upper }] of problem.levers.entries()) {
    const now = point.intensities[giver];
    if (now <= lower) continue;
    const lowered = Math.max(lower, now - size * (upper - lower));
    const without = evaluatePolicy(problem, withIntensity(point.intensities, giver, lowered));
    if (without.margin >= 0) {
      if (without.effort < best.effort) best = without;
      continue;
    }
    for (const taker of takers.filter((place) => place !== giver).slice(0, partners)) {
      best = raisedInstead(problem, without, taker, best) ?? best;
    }
  }
  return best.effort < point.effort * (1 - WORTHWHILE) ? best : null;
}

/** Levers below their upper ends, those first that bring most for their effort from here. */
function rankedTakers(problem: LeverProblem, point: PolicyPoint): number[] {
  const takers = [...problem.levers.entries()].flatMap(([place, { lower, upper }]) => {
    const now = point.intensities[place];
    if (now >= upper) return [];
    const next = evaluatePolicy(
      problem,
      withIntensity(point.intensities, place, Math.min(upper, now + PROBE * (upper - lower))),
    );
    return [{ place, gain: (next.lead - point.lead) / Math.max(1e-12, next.effort - point.effort) }];
  });
  return takers.sort((a, b) => b.gain - a.gain).map(({ place }) => place);
}

/** Raise one lever until the targets are kept; null when that takes more than its range or than the best known effort. */
function raisedInstead(
  problem: LeverProblem,
  without: PolicyPoint,
  place: number,
  best: PolicyPoint,
): PolicyPoint | null {
  const { lower, upper, unitCost } = problem.levers[place] as LeverBound;
  const now = without.intensities[place];
  const spare = (best.effort - without.effort) / unitCost;
  const reach =
    problem.effortExponent === 1 ? now + spare : lower + Math.sqrt((now - lower) * (now - lower) + Math.max(0, spare));
  const limit = Math.min(upper, reach);
  if (limit <= now) return null;
  const raised = evaluatePolicy(problem, withIntensity(without.intensities, place, limit));
  if (raised.margin < 0) return null;
  const found = justFarEnough(problem, without, raised, 1e-2);
  return found.effort < best.effort ? found : null;
}
