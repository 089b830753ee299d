import { expect, test } from "vitest";
import type { Ensemble } from "../../ensemble/ensemble.ts";
import { evidenceOf } from "../../fixtures/normal-problem.ts";
import { estimateMisfit, predictedBy, widenErrors } from "./misfit.ts";

/** Draws of one series over two years, which are the same in both. */
function ensembleOf(draws: readonly number[], weights?: readonly number[]): Ensemble {
  return {
    scenario: "test",
    series: [{ name: "jobs", variable: "jobs", unit: "1" }],
    years: [2031, 2032],
    draws: draws.length,
    values: Float64Array.from([...draws, ...draws]),
    central: new Float64Array(2),
    nonFinite: [],
    eventsLeftOut: [],
    notices: [],
    ...(weights ? { weights: Float64Array.from(weights) } : {}),
  };
}

const figure = (value: number, error: number, year = 2031) =>
  evidenceOf(value, error, { series: "jobs", from: year, year });

test("predictedBy(figure, ensemble) adds up the years of an increment", () => {
  const increment = { ...figure(7, 1, 2032), from: 2031 };
  expect([...predictedBy(increment, ensembleOf([1, 3]))]).toEqual([2, 6]);
});

test("estimateMisfit(…) is the sample's variance about its mean when one mean is fitted and errors are normal", () => {
  // Two figures, 10 and 16, of one unknown mean: its posterior is N(13, ½) in stated errors of 1, so n − p = 1 and
  // s² = (3² + 3²) ÷ 1, the sample variance with n − 1.
  const spread = Math.sqrt(0.5);
  const posterior = ensembleOf([13 - spread, 13 + spread]);
  const { parameters, factor } = estimateMisfit([figure(10, 1), figure(16, 1, 2032)], posterior, Infinity);
  expect(parameters).toBeCloseTo(1, 12);
  expect(factor ** 2).toBeCloseTo(18, 10);
});

test("estimateMisfit(…) never makes errors narrower, and one odd figure among many counts little under Student's t", () => {
  const posterior = ensembleOf([13, 13]);
  expect(estimateMisfit([figure(13, 1), figure(13.1, 1, 2032)], posterior, 4).factor).toBe(1);
  const figures = [13, 13, 13, 13, 33].map((value) => figure(value, 1));
  expect(estimateMisfit(figures, posterior, Infinity).factor).toBeCloseTo(Math.sqrt(400 / 5), 10);
  expect(estimateMisfit(figures, posterior, 4).factor).toBe(1);
});

test("estimateMisfit(…) takes the weights of draws, leaves intervals out, and is 1 without figures", () => {
  const weighted = estimateMisfit([figure(13, 1)], ensembleOf([11, 13, 99], [0.5, 0.5, 0]), 4);
  expect(weighted.parameters).toBeCloseTo(1, 12);
  const interval = { ...figure(0, 1), value: { lower: 90, upper: Infinity } };
  expect(estimateMisfit([interval], ensembleOf([1, 2]), 4)).toEqual({ figures: 0, parameters: 0, factor: 1 });
});

test("widenErrors(figures, factor) widens what the model may be off, not rounding and measurement", () => {
  const [wide] = widenErrors(
    [{ ...figure(1, 1), error: { total: 0, rounding: 2, measurement: 3, discrepancy: 3 } }],
    2,
  );
  expect(wide?.error).toEqual({ total: 7, rounding: 2, measurement: 3, discrepancy: 6 });
});
