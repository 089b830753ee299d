import { exp } from "../../core/exp-ln.ts";
import type { TemperingDiagnostics } from "./assimilation.ts";
import { logSumExp } from "./error-distribution.ts";
import type { LogLikelihood } from "./log-likelihood.ts";
import { moveMembers } from "./move-members.ts";
import { uniformDraws } from "./normal-draws.ts";
import { type Members, movingCoordinates, type NormalSpace } from "./normal-space.ts";

/** Members after tempering, equally weighted, and how it went. */
export interface TemperingResult {
  readonly members: Members;
  readonly diagnostics: TemperingDiagnostics;
  /** False when members stopped moving, collapsed or stages ran out; the members are then not to be used. */
  readonly good: boolean;
}

/** Most stages; a likelihood that needs more is too far from the prior for this method. */
const mostStages = 30;
/** Acceptance below which a stage counts as stuck. */
const leastAcceptance = 0.02;
/** Fewer ancestors than this are a collapse, whatever the moves made of it. */
const fewestAncestors = 10;

/**
 * Bring members of the prior to the posterior by tempered sequential Monte Carlo.
 *
 * The power of the likelihood rises from 0 to 1, each time so far that half of the effective members are left; members
 * are then resampled systematically and moved by random walks that leave the tempered posterior unchanged. Coordinates
 * that no figure can inform are neither resampled nor moved.
 *
 * @param start - draws of the prior: independent standard normal coordinates.
 * @param seed - of the streams of random numbers.
 * @see Del Moral, Doucet & Jasra (2006), Sequential Monte Carlo samplers; (2012) for the adaptive choice of powers.
 */
export function temperMembers(
  space: NormalSpace,
  evidenceCount: number,
  likelihood: LogLikelihood,
  start: Members,
  seed: number,
): TemperingResult {
  const moving = movingCoordinates(space, evidenceCount);
  let members = start;
  let fits = likelihood(space.predict(start));
  let power = 0;
  let step = 2.38 / Math.sqrt(2 * Math.max(1, moving.length));
  let ancestors = Uint32Array.from(start.origins.keys());
  const temperatures: number[] = [];
  const acceptance: number[] = [];
  while (power < 1 && temperatures.length < mostStages && fits.some((fit) => fit > -Infinity)) {
    const next = nextPower(fits, power);
    const parents = resampleSystematically(
      fits.map((fit) => (next - power) * fit),
      uniformDraws(seed, "smc/resample", temperatures.length, 1)[0],
    );
    power = next;
    temperatures.push(power);
    ancestors = Uint32Array.from(parents, (parent) => ancestors[parent]);
    const resampled = takeMembers(members, parents, moving);
    const target = { power, likelihood, moving, seed, stage: temperatures.length };
    const moved = moveMembers(space, target, { members: resampled, fits: fits.map((_, i) => fits[parents[i]]), step });
    ({ members, fits, step } = moved);
    acceptance.push(moved.acceptance);
    if (moved.acceptance < leastAcceptance) break;
  }
  const diagnostics = { temperatures, acceptance, ancestors: new Set(ancestors).size };
  const isApart = diagnostics.ancestors >= fewestAncestors && (acceptance.at(-1) ?? 0) >= leastAcceptance;
  return { members, diagnostics, good: power === 1 && isApart };
}

/** The power at which half of the members are still effective, by bisection; 1 when it leaves more. */
function nextPower(fits: Float64Array, power: number): number {
  const half = fits.length / 2;
  const effectiveAt = (next: number) => {
    const logs = fits.map((fit) => (fit === -Infinity ? fit : (next - power) * fit));
    return exp(2 * logSumExp(logs) - logSumExp(logs.map((value) => 2 * value)));
  };
  if (effectiveAt(1) >= half) return 1;
  let low = power;
  let high = 1;
  for (let i = 0; i < 50; i++) {
    const middle = (low + high) / 2;
    if (effectiveAt(middle) >= half) low = middle;
    else high = middle;
  }
  // Members without any likelihood may leave fewer than half at every power.
  return Math.max(high, power + (1 - power) * 1e-3);
}

/**
 * Draw as many parents as there are members, in proportion to their weights, with one uniform number.
 *
 * @param logWeights - one a member, up to a constant.
 * @returns places of the parents, ascending.
 * @see Kitagawa (1996); Carpenter, Clifford & Fearnhead (1999) for systematic resampling.
 */
export function resampleSystematically(logWeights: Float64Array, uniform: number): Uint32Array {
  const count = logWeights.length;
  const total = logSumExp(logWeights);
  const parents = new Uint32Array(count);
  let parent = 0;
  let upTo = exp(logWeights[0] - total);
  for (let i = 0; i < count; i++) {
    const wanted = (i + uniform) / count;
    while (upTo < wanted && parent < count - 1) {
      parent += 1;
      upTo += exp(logWeights[parent] - total);
    }
    parents[i] = parent;
  }
  return parents;
}

function takeMembers(
  { count, coordinates, origins }: Members,
  parents: Uint32Array,
  moving: readonly number[],
): Members {
  const taken = coordinates.slice();
  for (const coordinate of moving) {
    taken[coordinate] = Float64Array.from(parents, (parent) => coordinates[coordinate][parent]);
  }
  return { count, coordinates: taken, origins: origins.map((_, i) => origins[parents[i]]) };
}
