import { type BestCorner, findBestCorner } from "./best-corner.ts";
import { minimiseCmaEs } from "./cma-es.ts";
import { evaluatePolicy, judgePolicy, type PolicyPoint } from "./evaluate-policy.ts";
import {
  type DrawSettings,
  effortOf,
  type LeverProblem,
  lowerCorner,
  type MakeProblem,
  upperCorner,
  withMoreProbability,
} from "./lever-problem.ts";
import { justFarEnough } from "./line-search.ts";
import { minimiseNelderMead } from "./nelder-mead.ts";
import { lowerEach, polishPolicy } from "./polish-policy.ts";
import { rangesNeeded } from "./ranges-needed.ts";
import { pullBack, startingPolicies } from "./starting-policies.ts";

/** What {@link seekMix} may be told. */
export interface MixOptions extends DrawSettings {
  /** Draws of the search itself, whose result is then settled on all draws; defaults to 512. */
  readonly searchDraws?: number;
  /** Policies to begin from besides the search's own, such as the answer to a like question. */
  readonly starts?: readonly (readonly number[])[];
}

/** The least effort that keeps the targets, or how far the levers go. */
export interface MixSolution {
  readonly status: "met" | "infeasible";
  /** What stands in the way of an infeasible mix. */
  readonly boundBy: "levers" | "budget" | null;
  readonly isMetAlready: boolean;
  readonly before: PolicyPoint;
  /** Found policy on the draws of the search; null when infeasible by the levers. */
  readonly policy: PolicyPoint | null;
  /** The same policy on fresh draws. */
  readonly fresh: PolicyPoint | null;
  readonly freshSeed: number;
  /** The corner of the ranges that keeps the targets most surely, on all draws. */
  readonly corner: BestCorner;
  /** See {@link rangesNeeded}; null also when it is not needed. */
  readonly rangesNeeded: number | null;
}

/** Most levers that Nelder–Mead searches; more are for CMA-ES. */
const NELDER_MEAD_LEVERS = 6;
/** Starting policies that are polished. */
const MOST_STARTS = 4;
/** Polished policies from which few levers are searched; the search among many begins from one. */
const SEARCHED_STARTS = 2;
/** Weight of a missed chance in the searched function, in which all levers at their upper ends have effort 1. */
const MISS_WEIGHT = 1000;
/** How often a policy that fresh draws do not confirm is strengthened. */
const CONFIRMATIONS = 4;

/**
 * Find the mix of levers of least effort that keeps the targets with the probability asked for.
 *
 * First the surest corner of the ranges: if even that does not keep them, nothing in the ranges is likely to. Else
 * several feasible policies are made, the best of them improved by Nelder–Mead (up to six levers) or CMA-ES on few draws,
 * settled and polished on all draws, and checked on draws of another seed; a policy that those do not confirm is
 * strengthened a little and checked again.
 */
export function seekMix(makeProblem: MakeProblem, options: MixOptions): MixSolution {
  const { draws, seed, searchDraws = 512 } = options;
  const full = makeProblem({ draws, seed });
  const narrow = searchDraws < draws ? makeProblem({ draws: searchDraws, seed }) : full;
  const freshSeed = nextSeed(seed);
  const before = evaluatePolicy(full, lowerCorner(full));
  const found = findBestCorner(narrow);
  const corner = { ...found, point: evaluatePolicy(full, found.point.intensities) };
  const shared = { before, corner, freshSeed };
  if (before.margin >= 0) {
    const fresh = evaluatePolicy(makeProblem({ draws, seed: freshSeed }), before.intensities);
    return { ...shared, status: "met", boundBy: null, isMetAlready: true, policy: before, fresh, rangesNeeded: null };
  }
  const missed = { ...shared, isMetAlready: false, status: "infeasible" } as const;
  if (corner.point.margin < 0) {
    return { ...missed, boundBy: "levers", policy: null, fresh: null, rangesNeeded: rangesNeeded(full, corner.point) };
  }
  const settled = searchPolicy(narrow, full, corner.point, options);
  const confirmed = confirmPolicy(full, makeProblem({ draws, seed: freshSeed }), settled, corner.point);
  if (confirmed === null) return { ...missed, boundBy: "levers", policy: null, fresh: null, rangesNeeded: null };
  const isAffordable = full.budget === null || confirmed.policy.effort <= full.budget * (1 + 1e-9);
  if (!isAffordable) return { ...missed, boundBy: "budget", ...confirmed, rangesNeeded: null };
  return { ...shared, status: "met", boundBy: null, isMetAlready: false, ...confirmed, rangesNeeded: null };
}

/** The seed of the draws on which the result of a search with this seed is checked. */
export function nextSeed(seed: number): number {
  return seed >= Number.MAX_SAFE_INTEGER ? 0 : seed + 1;
}

/** Search on few draws, then settle the best policy on all of them. */
function searchPolicy(
  narrow: LeverProblem,
  full: LeverProblem,
  corner: PolicyPoint,
  { seed, starts = [] }: MixOptions,
): PolicyPoint {
  const onNarrow = evaluatePolicy(narrow, corner.intensities);
  // Few draws may call a corner infeasible that all of them call feasible by a hair.
  const search = onNarrow.margin >= 0 ? narrow : full;
  const searchCorner = search === full ? corner : onNarrow;
  const given = starts.map((intensities) => settle(search, intensities, searchCorner));
  const begun = distinctPolicies(byEffort([...startingPolicies(search, searchCorner), ...given]))
    .slice(0, MOST_STARTS)
    .map((start) => polishPolicy(search, start, { finest: 0.1 }));
  const isLarge = search.levers.length > NELDER_MEAD_LEVERS;
  const improved = distinctPolicies(byEffort(begun))
    .slice(0, isLarge ? 1 : SEARCHED_STARTS)
    .map((start) => polishPolicy(search, improve(search, start, searchCorner, seed)));
  const [cheapest] = byEffort(improved) as [PolicyPoint];
  return search === full ? cheapest : lowerEach(full, settle(full, cheapest.intensities, corner));
}

function byEffort(points: readonly PolicyPoint[]): PolicyPoint[] {
  return [...points].sort((a, b) => a.effort - b.effort);
}

/** Policies that differ by more than a hundredth in some intensity, the first of each kind. */
function distinctPolicies(points: readonly PolicyPoint[]): PolicyPoint[] {
  const kept: PolicyPoint[] = [];
  for (const point of points) {
    const isNew = kept.every((other) => other.intensities.some((x, i) => Math.abs(x - point.intensities[i]) > 0.01));
    if (isNew) kept.push(point);
  }
  return kept;
}

/** Improve a feasible policy by the search that suits the number of levers; never worse than the start. */
function improve(problem: LeverProblem, start: PolicyPoint, corner: PolicyPoint, seed: number): PolicyPoint {
  const { levers, chances } = problem;
  const most = Math.max(1e-12, effortOf(problem, upperCorner(problem)));
  const objective = (intensities: readonly number[]) => {
    const point = evaluatePolicy(problem, intensities);
    const misses = chances.map(({ probability }, i) => Math.max(0, probability - point.chances[i].smoothed));
    return point.effort / most + MISS_WEIGHT * misses.reduce((sum, miss) => sum + miss * miss, 0);
  };
  const box = { lower: lowerCorner(problem), upper: upperCorner(problem) };
  const { x } =
    levers.length <= NELDER_MEAD_LEVERS
      ? minimiseNelderMead(objective, start.intensities, box, { evaluations: 40 * levers.length, tolerance: 0.01 })
      : minimiseCmaEs(objective, start.intensities, box, { seed, evaluations: 40 * levers.length, restarts: 0 });
  const found = settle(problem, x, corner);
  return found.effort < start.effort ? found : start;
}

/**
 * Make a policy feasible along straight ways: back to the lower end while it is, else on towards the corner.
 *
 * The levers that the policy uses go first; the others only when those are not enough.
 */
function settle(problem: LeverProblem, intensities: readonly number[], corner: PolicyPoint): PolicyPoint {
  const point = evaluatePolicy(problem, intensities);
  if (point.margin >= 0) return pullBack(problem, lowerCorner(problem), point);
  const used = evaluatePolicy(
    problem,
    problem.levers.map(({ lower }, i) =>
      intensities[i] > lower ? Math.max(intensities[i], corner.intensities[i]) : lower,
    ),
  );
  if (used.margin >= 0) return justFarEnough(problem, point, used);
  return justFarEnough(problem, used, judgePolicy(problem, corner.intensities, corner.statistics));
}

/** Check a policy on fresh draws, and strengthen it until they confirm it; null when even the corner is not confirmed. */
function confirmPolicy(
  full: LeverProblem,
  fresh: LeverProblem,
  found: PolicyPoint,
  corner: PolicyPoint,
): { policy: PolicyPoint; fresh: PolicyPoint } | null {
  let policy = found;
  let extra = 0;
  for (let attempt = 0; attempt < CONFIRMATIONS; attempt++) {
    const checked = evaluatePolicy(fresh, policy.intensities);
    if (checked.margin >= 0) return { policy, fresh: checked };
    const noise = Math.max(...checked.chances.map(({ standardError }) => standardError));
    extra = Math.min(extra + noise / 4 - checked.margin, Math.max(0, corner.margin));
    const stricter = withMoreProbability(full, extra);
    const stronger = lowerEach(stricter, settle(stricter, policy.intensities, corner));
    policy = judgePolicy(full, stronger.intensities, stronger.statistics);
  }
  const atCorner = evaluatePolicy(fresh, corner.intensities);
  return atCorner.margin >= 0 ? { policy: corner, fresh: atCorner } : null;
}
