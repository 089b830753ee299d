import { expect, test } from "vitest";
import { drawUntilPrecise } from "./draw-until-precise.ts";
import { binomialError } from "./draw-weights.ts";

const runs: number[] = [];
const coin = (draws: number) => {
  runs.push(draws);
  return binomialError(0.5, draws);
};

test("drawUntilPrecise(run, standardErrors) takes as many draws as one point needs", () => {
  runs.length = 0;
  // ± 1.96 √(¼ / N) ≤ .01 from N = 9,604 on.
  const found = drawUntilPrecise(coin, (error) => [error]);
  expect(runs).toEqual([1024, 16384]);
  expect(found).toMatchObject({ draws: 16384, isPrecise: true });
  expect(found.halfWidth).toBeCloseTo(1.96 * Math.sqrt(0.25 / 16384), 5);
});

test("drawUntilPrecise(run, standardErrors, rule) stops at the most draws, and says that it was not enough", () => {
  expect(drawUntilPrecise(coin, (error) => [error], { halfWidth: 0.001, first: 3000, most: 5000 })).toMatchObject({
    draws: 5000,
    isPrecise: false,
  });
});

test("drawUntilPrecise(run, standardErrors) needs one run where there is no probability", () => {
  expect(drawUntilPrecise(coin, () => [])).toMatchObject({ draws: 1024, isPrecise: true });
});
