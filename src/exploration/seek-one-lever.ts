import { binomialError, effectiveDraws } from "../reachability/draw-weights.ts";
import { isSurer } from "./best-corner.ts";
import { evaluatePolicy, judgePolicy, type PolicyPoint } from "./evaluate-policy.ts";
import { findCrossing, findPeak } from "./find-crossing.ts";
import { type LeverProblem, lowerCorner } from "./lever-problem.ts";
import { crossingValue } from "./line-search.ts";

/** Why a lever by itself does not reach its targets. */
export type LeverLimitReason =
  /** Nothing that the targets are made of changes with it. */
  | "no_effect"
  /** The chance still rises at the upper end of the range. */
  | "range_too_short"
  /** The chance rises because the spread grows, while the middle value moves away from the target. */
  | "only_spread_grows"
  /** The chance has a peak inside the range and falls beyond it. */
  | "peak_inside"
  /** The chance stops rising before it is high enough. */
  | "levels_off"
  /** More of it lowers the chance. */
  | "moves_away";

/** The best that one lever can do by itself. */
export interface LeverLimit {
  readonly intensity: number;
  readonly point: PolicyPoint;
  readonly reason: LeverLimitReason;
}

/** What turning one lever does, all others left as they are. */
export interface OneLeverSolution {
  readonly status: "met" | "unreachable_by_this_lever" | "lever_moves_away";
  /** Least intensity at which the targets are kept; null unless `met`. */
  readonly intensity: number | null;
  /** The targets are kept without raising it. */
  readonly isMetAlready: boolean;
  /** Least intensities for the probability ∓ 2 standard errors: null where that is not reached. */
  readonly band: readonly [number | null, number | null] | null;
  /** Where raising it further loses the targets again; null when that does not happen in its range. */
  readonly keptUpTo: number | null;
  readonly before: PolicyPoint;
  readonly after: PolicyPoint | null;
  /** Null when `met`. */
  readonly limit: LeverLimit | null;
  /** Every intensity that was tried, ascending. */
  readonly tried: readonly PolicyPoint[];
}

/** How finely {@link seekOneLever} works. */
export interface OneLeverOptions {
  /** Equal steps in which the range is scanned before closing in; defaults to 8. */
  readonly steps?: number;
  /** As a share of the lever's range; defaults to 1e-4. */
  readonly tolerance?: number;
}

/**
 * Find the least intensity of one lever at which the targets are kept with the probability asked for.
 *
 * The range is scanned first, so that a response that rises and falls is seen; then the first step in which the chance
 * is reached is halved. Without one the best place is searched for, and the limit told with its reason.
 *
 * @param place - of the lever in the problem; the others stay at their lower ends.
 */
export function seekOneLever(problem: LeverProblem, place: number, options: OneLeverOptions = {}): OneLeverSolution {
  const { steps = 8, tolerance = 1e-4 } = options;
  const response = new LeverResponse(problem, place);
  const { lower, upper } = problem.levers[place] as LeverProblem["levers"][number];
  for (let step = 0; step <= steps; step++)
    response.at(step === steps ? upper : lower + ((upper - lower) * step) / steps);
  const width = tolerance * (upper - lower);
  if (response.firstCrossing(0, width) === null) response.climb((upper - lower) / steps / 50);
  const intensity = response.firstCrossing(0, width);
  const before = response.at(lower);
  if (intensity === null) {
    const limit = limitOf(response, lower, upper);
    const status = limit.reason === "moves_away" ? "lever_moves_away" : "unreachable_by_this_lever";
    return {
      status,
      intensity,
      isMetAlready: false,
      band: null,
      keptUpTo: null,
      before,
      after: null,
      limit,
      tried: response.tried(),
    };
  }
  const band = [response.firstCrossing(-2, width), response.firstCrossing(2, width)] as const;
  return {
    status: "met",
    intensity,
    isMetAlready: intensity === lower,
    band,
    keptUpTo: response.lostBeyond(intensity, width),
    before,
    after: response.at(intensity),
    limit: null,
    tried: response.tried(),
  };
}

/** The chance as a function of one lever, every point simulated once. */
class LeverResponse {
  readonly #problem: LeverProblem;
  readonly #place: number;
  readonly #points = new Map<number, PolicyPoint>();

  constructor(problem: LeverProblem, place: number) {
    this.#problem = problem;
    this.#place = place;
  }

  at(intensity: number): PolicyPoint {
    const known = this.#points.get(intensity);
    if (known) return known;
    const intensities = lowerCorner(this.#problem);
    intensities[this.#place] = intensity;
    const point = evaluatePolicy(this.#problem, intensities);
    this.#points.set(intensity, point);
    return point;
  }

  tried(): PolicyPoint[] {
    return [...this.#points.keys()].sort((a, b) => a - b).map((intensity) => this.at(intensity));
  }

  intensityOf(point: PolicyPoint): number {
    return point.intensities[this.#place];
  }

  /** First intensity at which every chance is reached, asked for with this many standard errors more; null: none. */
  firstCrossing(errors: number, width: number): number | null {
    const shifted = shiftedProblem(this.#problem, errors, this.#draws());
    const valueAt = (x: number) => crossingValue(judgePolicy(shifted, [], this.at(x).statistics));
    let failing: readonly [number, number] | null = null;
    for (const intensity of this.tried().map((point) => this.intensityOf(point))) {
      const value = valueAt(intensity);
      if (value < 0) failing = [intensity, value];
      else if (failing === null) return intensity;
      else return findCrossing(valueAt, failing, [intensity, value], width);
    }
    return null;
  }

  /** Where the targets are lost again beyond an intensity that keeps them; null: nowhere in the range. */
  lostBeyond(intensity: number, width: number): number | null {
    const valueAt = (x: number) => crossingValue(this.at(x));
    let kept = intensity;
    for (const point of this.tried().filter((other) => this.intensityOf(other) > intensity)) {
      const next = this.intensityOf(point);
      if (point.margin < 0) return findCrossing(valueAt, [next, valueAt(next)], [kept, valueAt(kept)], width);
      kept = next;
    }
    return null;
  }

  /** Try more points around the best one, in case a peak lies between those tried. */
  climb(width: number): void {
    const tried = this.tried();
    const best = tried.indexOf(this.best());
    const from = this.intensityOf(tried[Math.max(0, best - 1)]);
    const to = this.intensityOf(tried[Math.min(tried.length - 1, best + 1)]);
    const valueAt = (x: number) => this.#softMargin(this.at(x));
    // An end that is better than the place next to it is the best there is: nothing to climb.
    if (best === 0 && valueAt(from) > valueAt(from + width)) return;
    if (best === tried.length - 1 && valueAt(to) > valueAt(to - width)) return;
    findPeak(valueAt, from, to, width);
  }

  best(): PolicyPoint {
    return this.tried().reduce((a, b) => (isSurer(b, a) ? b : a));
  }

  #softMargin(point: PolicyPoint): number {
    const smoothed = this.#problem.chances.map(({ probability }, i) => point.chances[i].smoothed - probability);
    return Math.min(...smoothed);
  }

  #draws(): number {
    const { weights } = this.#problem;
    return effectiveDraws(weights?.length ?? this.tried()[0]?.statistics[0]?.length ?? 1, weights);
  }
}

function shiftedProblem(problem: LeverProblem, errors: number, draws: number): LeverProblem {
  const chances = problem.chances.map((chance) => ({
    ...chance,
    probability: chance.probability + errors * binomialError(chance.probability, draws),
  }));
  return { ...problem, levers: [], chances };
}

function limitOf(response: LeverResponse, lower: number, upper: number): LeverLimit {
  const point = response.best();
  const late = response.at(upper - (upper - lower) / 4);
  const ends = { lowest: response.at(lower), late, highest: response.at(upper) };
  return { intensity: response.intensityOf(point), point, reason: reasonOf(point, ends) };
}

/** A quarter of the range that brings less than this share of an average quarter's gain brings nothing more. */
const LEVEL_SHARE = 0.25;

function reasonOf(
  best: PolicyPoint,
  { lowest, late, highest }: Readonly<Record<"lowest" | "late" | "highest", PolicyPoint>>,
): LeverLimitReason {
  if ([best, late, highest].every((point) => isSameOutcome(point, lowest))) return "no_effect";
  const noise = Math.max(...best.chances.map(({ standardError }) => standardError));
  const gain = highest.margin - lowest.margin;
  if (best.margin - lowest.margin <= noise && highest.lead < lowest.lead) return "moves_away";
  if (best.margin - highest.margin > noise) return "peak_inside";
  if (medianLead(highest) < medianLead(lowest)) return "only_spread_grows";
  return highest.margin - late.margin < (LEVEL_SHARE / 4) * gain ? "levels_off" : "range_too_short";
}

function isSameOutcome(a: PolicyPoint, b: PolicyPoint): boolean {
  return a.statistics.every((draws, row) => draws.every((x, draw) => Object.is(x, b.statistics[row][draw])));
}

function medianLead(point: PolicyPoint): number {
  return Math.min(...point.chances.map((chance) => chance.medianLead));
}
