import { ln } from "../../core/exp-ln.ts";
import type { LogLikelihood } from "./log-likelihood.ts";
import { normalDraws, uniformDraws } from "./normal-draws.ts";
import type { Members, NormalSpace } from "./normal-space.ts";

/** The tempered posterior that moves must leave unchanged. */
export interface MoveTarget {
  /** Power of the likelihood. */
  readonly power: number;
  readonly likelihood: LogLikelihood;
  /** Coordinates that move. */
  readonly moving: readonly number[];
  readonly seed: number;
  /** Names the streams of random numbers. */
  readonly stage: number;
}

/** Members with the logarithms of their likelihoods, and how far they step. */
export interface MovingMembers {
  readonly members: Members;
  readonly fits: Float64Array;
  readonly step: number;
}

/** Moves of one stage: enough that hardly a member stays where it was, within limits. */
const fewestMoves = 6;
const mostMoves = 24;
const wantedAcceptance = 0.25;
/** Coordinates that are drawn afresh together. */
const blockSize = 6;

/**
 * Move members in ways that leave the tempered posterior unchanged: blocks of coordinates drawn afresh, then random
 * walks.
 *
 * In a walk a member of one half steps along the difference of two members of the other half, so that steps are as long and as
 * slanted as the posterior is wide, though nothing is estimated; the length adapts to the share accepted.
 *
 * @see ter Braak (2006), A Markov chain Monte Carlo version of differential evolution; Goodman & Weare (2010) for
 *   moving halves in turn.
 */
export function moveMembers(
  space: NormalSpace,
  target: MoveTarget,
  start: MovingMembers,
): MovingMembers & { readonly acceptance: number } {
  let { step } = start;
  const coordinates = start.members.coordinates.map((row, i) => (target.moving.includes(i) ? row.slice() : row));
  const members = { ...start.members, coordinates };
  const fits = start.fits.slice();
  refreshBlocks(space, target, members, fits);
  let accepted = 0;
  let staying = 1;
  let moves = 0;
  while (moves < fewestMoves || (moves < mostMoves && staying > 0.05)) {
    const share = moveHalves(space, target, members, fits, step, moves);
    accepted += share;
    staying *= 1 - share;
    // Bounded steps of adaptation, up when more is accepted than wanted.
    step *= Math.min(1.5, Math.max(0.5, share / wantedAcceptance)) ** 0.7;
    moves += 1;
  }
  return { members, fits, step, acceptance: accepted / moves };
}

/**
 * Draw coordinates afresh from their prior, some at a time and in another order each stage, in place.
 *
 * What no figure informs is then as independent as it was before members were resampled; what figures inform is mostly
 * refused and left to the walks.
 */
function refreshBlocks(space: NormalSpace, target: MoveTarget, members: Members, fits: Float64Array): void {
  const { moving, seed, stage } = target;
  const { count, coordinates } = members;
  const keys = uniformDraws(seed, "smc/blocks", stage, moving.length);
  const order = [...moving.keys()].sort((a, b) => keys[a] - keys[b]).map((place) => moving[place]);
  for (let start = 0; start < order.length; start += blockSize) {
    const block = order.slice(start, start + blockSize);
    const proposed = coordinates.slice();
    for (const coordinate of block) {
      proposed[coordinate] = normalDraws(seed, `smc/refresh/${space.names[coordinate]}`, stage, count);
    }
    const fitsThere = target.likelihood(space.predict({ ...members, coordinates: proposed }));
    const level = uniformDraws(seed, `smc/refresh ${start}`, stage, count);
    for (let i = 0; i < count; i++) {
      if (!(ln(level[i]) < target.power * (fitsThere[i] - fits[i]))) continue;
      fits[i] = fitsThere[i];
      for (const coordinate of block) coordinates[coordinate][i] = proposed[coordinate][i];
    }
  }
}

/** Move one half after the other, in place; gives the share accepted. */
function moveHalves(
  space: NormalSpace,
  target: MoveTarget,
  members: Members,
  fits: Float64Array,
  step: number,
  move: number,
): number {
  const { count, coordinates, origins } = members;
  const middle = count >> 1;
  const place = target.stage * mostMoves + move;
  const uniforms = (name: string) => uniformDraws(target.seed, `smc/${name}`, place, count);
  const [first, second, length, level] = ["first", "second", "length", "accept"].map(uniforms);
  let accepted = 0;
  for (const [from, to] of [
    [0, middle],
    [middle, count],
  ]) {
    const others = from === 0 ? { start: middle, size: count - middle } : { start: 0, size: middle };
    const size = to - from;
    const proposed = coordinates.map((row) => row.slice(from, to));
    const priorChange = new Float64Array(size);
    for (const coordinate of target.moving) {
      const row = coordinates[coordinate];
      for (let i = 0; i < size; i++) {
        const one = others.start + Math.floor(first[from + i] * others.size);
        const other = others.start + Math.floor(second[from + i] * others.size);
        const now = row[from + i];
        // A length spread over ½ … 1½ steps keeps walks from being caught on a lattice of few members.
        const next = now + step * (0.5 + length[from + i]) * (row[one] - row[other]);
        proposed[coordinate][i] = next;
        priorChange[i] += 0.5 * (now * now - next * next);
      }
    }
    const proposal = { count: size, coordinates: proposed, origins: origins.slice(from, to) };
    const fitsThere = target.likelihood(space.predict(proposal));
    for (let i = 0; i < size; i++) {
      const change = priorChange[i] + target.power * (fitsThere[i] - fits[from + i]);
      if (!(ln(level[from + i]) < change)) continue;
      accepted += 1;
      fits[from + i] = fitsThere[i];
      for (const coordinate of target.moving) coordinates[coordinate][from + i] = proposed[coordinate][i];
    }
  }
  return accepted / count;
}
