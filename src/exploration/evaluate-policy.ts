import { exp } from "../core/exp-ln.ts";
import { quantiles } from "../core/quantiles.ts";
import { isMet, targetDirection } from "../reachability/attainment.ts";
import { binomialError, effectiveDraws, markedShare } from "../reachability/draw-weights.ts";
import { keptBy } from "./kept-by.ts";
import { type Chance, effortOf, type LeverProblem } from "./lever-problem.ts";

/** How surely a policy keeps one chance. */
export interface ChanceReached {
  /** Share of the draws on which all rows of the chance are met. */
  readonly probability: number;
  readonly standardError: number;
  /** The same share with a soft edge: it changes a little when a draw comes a little closer. */
  readonly smoothed: number;
  /**
   * Distance to the target that is kept with the probability asked for, in units of the rows' scales: 0 or more when
   * the chance is kept (of strict targets: more than 0), and graded even where no draw meets the target.
   */
  readonly lead: number;
  /** Median over the draws of how far the worst row leads its target, in the same units. */
  readonly medianLead: number;
}

/** A policy and what it reaches. */
export interface PolicyPoint {
  readonly intensities: readonly number[];
  readonly effort: number;
  /** One for each chance of the problem. */
  readonly chances: readonly ChanceReached[];
  /** Smallest of probability reached − probability asked for; the policy is feasible from 0 on. */
  readonly margin: number;
  /** Smallest `lead`. */
  readonly lead: number;
  /** What `simulate` gave. */
  readonly statistics: readonly Float64Array[];
}

/** Half-width of the soft edge of the smoothed share, in units of a row's scale (METHODS D2: 2 %). */
const SOFT_EDGE = 0.02;
/** A share of the draws within this much of the one asked for is equal to it: sums of weights round. */
const ROUNDING = 1e-12;

/** Simulate a policy and count how surely it keeps every chance of a problem. */
export function evaluatePolicy(problem: LeverProblem, intensities: readonly number[]): PolicyPoint {
  const statistics = problem.simulate(intensities);
  return judgePolicy(problem, intensities, statistics);
}

/** Count how surely simulated statistics keep every chance of a problem, which may differ in its probabilities. */
export function judgePolicy(
  problem: LeverProblem,
  intensities: readonly number[],
  statistics: readonly Float64Array[],
): PolicyPoint {
  const chances = problem.chances.map((chance) => reachedChance(problem, chance, statistics));
  const margins = chances.map(({ probability }, i) => {
    const difference = probability - (problem.chances[i] as Chance).probability;
    return Math.abs(difference) < ROUNDING ? 0 : difference;
  });
  return {
    intensities,
    effort: effortOf(problem, intensities),
    chances,
    margin: Math.min(...margins),
    lead: Math.min(...chances.map(({ lead }) => lead)),
    statistics,
  };
}

/** Mark the draws on which all rows of a chance are met. */
function chanceMarks(problem: LeverProblem, chance: Chance, statistics: readonly Float64Array[]): Uint8Array {
  const marks = new Uint8Array(statistics[chance.rows[0] as number]?.length ?? 0).fill(1);
  for (const row of chance.rows) {
    const { comparison, target } = problem.rows[row] as LeverProblem["rows"][number];
    const values = statistics[row] as Float64Array;
    for (let draw = 0; draw < marks.length; draw++) {
      if (!isMet(values[draw], comparison, target)) marks[draw] = 0;
    }
  }
  return marks;
}

/** By how much each draw leads its targets, the worst row deciding, in units of the rows' scales; −∞ where it has none. */
function chanceLeads(problem: LeverProblem, chance: Chance, statistics: readonly Float64Array[]): Float64Array {
  const leads = new Float64Array(statistics[chance.rows[0] as number]?.length ?? 0).fill(Number.POSITIVE_INFINITY);
  for (const row of chance.rows) {
    const { comparison, target, scale } = problem.rows[row] as LeverProblem["rows"][number];
    const values = statistics[row] as Float64Array;
    const factor = targetDirection(comparison) / scale;
    for (let draw = 0; draw < leads.length; draw++) {
      const lead = factor * (values[draw] - target);
      leads[draw] = Number.isFinite(lead) ? Math.min(leads[draw], lead) : Number.NEGATIVE_INFINITY;
    }
  }
  return leads;
}

function reachedChance(problem: LeverProblem, chance: Chance, statistics: readonly Float64Array[]): ChanceReached {
  const { weights } = problem;
  const marks = chanceMarks(problem, chance, statistics);
  const leads = chanceLeads(problem, chance, statistics);
  const probability = markedShare(marks, weights);
  const [medianLead = Number.NaN] = quantiles(leads, [0.5], weights);
  return {
    probability,
    standardError: binomialError(probability, effectiveDraws(marks.length, weights)),
    smoothed: smoothedShare(leads, weights),
    lead: keptBy(leads, chance.probability, weights) ?? Number.NEGATIVE_INFINITY,
    medianLead,
  };
}

function smoothedShare(leads: Float64Array, weights: Float64Array | undefined): number {
  let share = 0;
  let total = 0;
  for (let draw = 0; draw < leads.length; draw++) {
    const weight = weights === undefined ? 1 : weights[draw];
    share += weight / (1 + exp(-leads[draw] / SOFT_EDGE));
    total += weight;
  }
  return share / total;
}
