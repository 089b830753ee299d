import { expect, test } from "vitest";
import { leverProblemOf } from "../fixtures/lever-problem-of.ts";
import { screenLevers } from "./screen-levers.ts";

const screened = (statistic: (intensities: readonly number[], random: readonly number[]) => number, count: number) =>
  screenLevers(
    leverProblemOf({
      levers: Array.from({ length: count }, () => ({})),
      statistic,
      randomCount: 1,
      target: 2,
      probability: 0.8,
      draws: 256,
    }),
  );

test("screenLevers(problem) sets levers aside that hardly help, and those that do harm", () => {
  const found = screened(([a, b, c, d], [z]) => a + 0.5 * b + 0.01 * c - d + 0.1 * z, 4);
  expect(found).toEqual({ useful: [0, 1], helpful: [0, 1, 2] });
});

test("screenLevers(problem) keeps a lever that helps only in the company of another", () => {
  expect(screened(([a, b], [z]) => a + 2 * a * b - 0.2 * b + 0.1 * z, 2).useful).toEqual([0, 1]);
});

test("screenLevers(problem) keeps one lever when none helps", () => {
  expect(screened(([a, b], [z]) => -a - 2 * b + z, 2)).toEqual({ useful: [0], helpful: [] });
});
