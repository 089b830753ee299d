import { expect, test } from "vitest";
import { normalQuantile } from "../core/normal.ts";
import { leverProblemOf } from "../fixtures/lever-problem-of.ts";
import { effortFront } from "./effort-front.ts";
import { probabilityGrid } from "./probability-grid.ts";

const problemOn = ({ draws, seed }: { draws: number; seed: number }) =>
  leverProblemOf({
    levers: [{ upper: 2 }, { unitCost: 3 }],
    statistic: ([a, b], [z]) => a + b + 0.5 * z,
    randomCount: 1,
    target: 1.5,
    probability: 0.5,
    draws,
    seed,
  });

test("effortFront(…) rises with the probability, and ends where the levers do", () => {
  const front = effortFront(problemOn, { draws: 2000, seed: 1, searchDraws: 500 }, [0.5, 0.8, 0.9999, 0.99999]);
  // The first lever does all up to 2, which is enough for Φ(1) = .84; beyond that the second one helps, up to Φ(3).
  expect(front[0]?.effort).toBeCloseTo(1.5, 1);
  expect(front[1]?.effort).toBeCloseTo(1.5 + 0.5 * normalQuantile(0.8), 1);
  expect(front.slice(2).map(({ effort, intensities }) => [effort, intensities])).toEqual([
    [null, null],
    [null, null],
  ]);
  expect(front[1]?.fresh).toBeGreaterThanOrEqual(0.8);
});

test("probabilityGrid(problem, places) counts the chance over two levers", () => {
  const grid = probabilityGrid(problemOn({ draws: 4000, seed: 1 }), [0, 1], 2);
  expect(grid).toMatchObject({ levers: ["lever_0", "lever_1"], first: [0, 1, 2], second: [0, 0.5, 1] });
  // P(a + b + z/2 ≥ 1.5) at (1, .5) is one half.
  expect(grid.probabilities[1]?.[1]).toBeCloseTo(0.5, 1);
  expect(grid.probabilities[2]?.[2]).toBeGreaterThan(grid.probabilities[0]?.[0] ?? 1);
});
