import { evaluatePolicy } from "./evaluate-policy.ts";
import { type LeverProblem, lowerCorner } from "./lever-problem.ts";

/** Chance of the targets over two levers, the others at their lower ends. */
export interface ProbabilityGrid {
  /** Names of the two levers. */
  readonly levers: readonly [string, string];
  /** Intensities of the first lever, ascending. */
  readonly first: readonly number[];
  /** Intensities of the second lever, ascending. */
  readonly second: readonly number[];
  /** probabilities[first][second]: smallest chance of the problem there. */
  readonly probabilities: readonly (readonly number[])[];
}

/**
 * Lay a grid over the ranges of two levers and count the chance of the targets at every point.
 *
 * @param places - of the two levers in the problem.
 * @param steps - intervals along each lever; defaults to 8.
 */
export function probabilityGrid(problem: LeverProblem, places: readonly [number, number], steps = 8): ProbabilityGrid {
  const [a, b] = places.map((place) => problem.levers[place]) as [
    LeverProblem["levers"][number],
    LeverProblem["levers"][number],
  ];
  const ticks = ({ lower, upper }: typeof a) =>
    Array.from({ length: steps + 1 }, (_, i) => lower + ((upper - lower) * i) / steps);
  const chanceAt = (x: number, y: number) => {
    const intensities = lowerCorner(problem);
    intensities[places[0]] = x;
    intensities[places[1]] = y;
    return Math.min(...evaluatePolicy(problem, intensities).chances.map(({ probability }) => probability));
  };
  const [first, second] = [ticks(a), ticks(b)];
  const probabilities = first.map((x) => second.map((y) => chanceAt(x, y)));
  return { levers: [a.name, b.name], first, second, probabilities };
}
