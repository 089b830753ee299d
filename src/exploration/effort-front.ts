import { type MakeProblem, withProbability } from "./lever-problem.ts";
import { type MixOptions, seekMix } from "./seek-mix.ts";

/** One point of the front: how much effort a probability takes. */
export interface FrontPoint {
  /** Probability asked for of every chance. */
  readonly probability: number;
  /** Least effort found; null when the levers do not reach the probability. */
  readonly effort: number | null;
  readonly intensities: readonly number[] | null;
  /** Smallest probability of a chance on fresh draws; null when not reached. */
  readonly fresh: number | null;
}

/** Probabilities asked for when none are given. */
const frontProbabilities: readonly number[] = [0.33, 0.5, 0.66, 0.8, 0.9, 0.95];

/**
 * Trace how the least effort grows with the probability asked for.
 *
 * Goes upwards, each search also starting from the policy before; what one probability does not reach, no higher one
 * does. An effort found lower than that of a lower probability replaces it, so that the front never falls.
 *
 * @param probabilities - ascending, each in (0, 1).
 */
export function effortFront(
  makeProblem: MakeProblem,
  options: MixOptions,
  probabilities: readonly number[] = frontProbabilities,
): FrontPoint[] {
  const points: FrontPoint[] = [];
  let starts: readonly (readonly number[])[] = [];
  for (const probability of probabilities) {
    const isBeyond = points.at(-1)?.effort === null;
    const found = isBeyond
      ? null
      : seekMix((draws) => withProbability(makeProblem(draws), probability), { ...options, starts });
    const { policy = null, fresh = null, status = "infeasible", boundBy = "levers" } = found ?? {};
    const isReached = policy !== null && (status === "met" || boundBy === "budget");
    const reached = isReached && fresh ? Math.min(...fresh.chances.map((chance) => chance.probability)) : null;
    points.push({
      probability,
      effort: isReached ? policy.effort : null,
      intensities: isReached ? policy.intensities : null,
      fresh: reached,
    });
    if (isReached) starts = [policy.intensities];
  }
  return withoutDips(points);
}

/** A policy for a higher probability also serves a lower one: where it is cheaper, it is the better answer to both. */
function withoutDips(points: readonly FrontPoint[]): FrontPoint[] {
  const kept: FrontPoint[] = [];
  for (const point of points.toReversed()) {
    const after = kept[0];
    const isDearer = after?.effort != null && point.effort !== null && after.effort < point.effort;
    kept.unshift(isDearer && after ? { ...after, probability: point.probability } : point);
  }
  return kept;
}
