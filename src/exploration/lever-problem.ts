import type { Target, TargetComparison } from "../inputs/study.ts";

/** A lever that a search may turn. */
export interface LeverBound {
  readonly name: string;
  /** Intensity at which no effort is spent: what the scenario does already, unless said otherwise. */
  readonly lower: number;
  /** Above `lower`. */
  readonly upper: number;
  /** Effort of one unit of intensity; above 0. Not money unless the person who gave it says so. */
  readonly unitCost: number;
}

/** One target of one scenario, as a search sees it. */
export interface SoughtRow {
  readonly indicator: string;
  readonly scenario: string;
  readonly comparison: TargetComparison;
  readonly target: Target["value"];
  /** What counts as a small step of the statistic, in the row's unit, above 0: smoothing is done on this scale. */
  readonly scale: number;
}

/** Rows that must be met together, and how surely. */
export interface Chance {
  /** Places in {@link LeverProblem.rows}. */
  readonly rows: readonly number[];
  /** In (0, 1). */
  readonly probability: number;
}

/**
 * A search for lever intensities, with the simulator behind one function.
 *
 * `simulate` must use the same random numbers at every call, so that two policies differ by what they do and the
 * chance of a policy is a function of it.
 */
export interface LeverProblem {
  readonly levers: readonly LeverBound[];
  readonly rows: readonly SoughtRow[];
  readonly chances: readonly Chance[];
  /** Effort of a lever is unit cost × (intensity − lower) ^ exponent; 2 lets every further step cost more. */
  readonly effortExponent: 1 | 2;
  /** Most effort that may be spent; null: any. */
  readonly budget: number | null;
  /** Weight of each draw; absent: all equal. */
  readonly weights?: Float64Array;
  /**
   * Attainment statistic of every row on every draw under the given intensities.
   *
   * @param intensities - one a lever, in the order of `levers`.
   * @returns one array of draws a row, in the row's unit; NaN where a draw has no statistic.
   */
  readonly simulate: (intensities: readonly number[]) => readonly Float64Array[];
}

/** Draws and seed of a search or of the check of its result. */
export interface DrawSettings {
  readonly draws: number;
  readonly seed: number;
}

/** Makes the same problem on other draws. */
export type MakeProblem = (settings: DrawSettings) => LeverProblem;

/** Effort of a policy: Σ unit cost × (intensity − lower) ^ exponent. */
export function effortOf(
  { levers, effortExponent }: Pick<LeverProblem, "levers" | "effortExponent">,
  intensities: readonly number[],
): number {
  return levers.reduce((total, { lower, unitCost }, i) => {
    const raised = intensities[i] - lower;
    return total + unitCost * (effortExponent === 2 ? raised * raised : raised);
  }, 0);
}

/** The same problem, every chance asked for `extra` more surely; none beyond `most`. */
export function withMoreProbability(problem: LeverProblem, extra: number, most = 1 - 1e-9): LeverProblem {
  const chances = problem.chances.map((chance) => ({
    ...chance,
    probability: Math.min(Math.max(most, chance.probability), chance.probability + extra),
  }));
  return { ...problem, chances };
}

/** The same problem, every chance asked for with this probability. */
export function withProbability(problem: LeverProblem, probability: number): LeverProblem {
  return { ...problem, chances: problem.chances.map((chance) => ({ ...chance, probability })) };
}

/** Intensities of all levers at the end where no effort is spent. */
export function lowerCorner(problem: Pick<LeverProblem, "levers">): number[] {
  return problem.levers.map(({ lower }) => lower);
}

/** Intensities of all levers at the end of their ranges. */
export function upperCorner(problem: Pick<LeverProblem, "levers">): number[] {
  return problem.levers.map(({ upper }) => upper);
}
