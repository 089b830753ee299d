import { expect, test } from "vitest";
import { fitGeneralisedPareto, smoothWeights } from "./pareto-smoothing.ts";

/** Points at the middles of equal parts of a distribution. */
const spread = (count: number, quantile: (p: number) => number) =>
  Float64Array.from({ length: count }, (_, i) => quantile((i + 0.5) / count));

test("fitGeneralisedPareto(values) finds the shape and scale that quantiles were made with", () => {
  for (const shape of [-0.3, 0.2, 0.5, 0.9]) {
    const values = spread(1000, (p) => (2 * ((1 - p) ** -shape - 1)) / shape);
    const fit = fitGeneralisedPareto(values);
    // Drawn to one half as ten values would: (1000 k + 5) ÷ 1010.
    expect(fit.shape).toBeCloseTo((1000 * shape + 5) / 1010, 1);
    expect(fit.scale / 2).toBeCloseTo(1, 1);
  }
});

test("smoothWeights(logRatios) finds the tail of an exponential proposal: 1 − target rate ÷ proposal rate", () => {
  // Weights e^{(1 − rate) x} of x ~ Exp(1) have a Pareto tail of this shape, a closed form.
  for (const rate of [0.2, 0.4, 0.6, 0.8]) {
    const ratios = spread(4000, (p) => -(1 - rate) * Math.log(1 - p));
    expect(Math.abs(smoothWeights(ratios).paretoShape - (1 - rate))).toBeLessThan(0.06);
  }
});

test("smoothWeights(logRatios) gives weights that sum to 1 and keep their order", () => {
  const { weights } = smoothWeights(spread(500, (p) => -2 * Math.log(1 - p)));
  expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
  expect(weights.every((weight, i) => i === 0 || weight >= weights[i - 1])).toBe(true);
});

test("smoothWeights(logRatios) has no tail where weights are alike, and a limit that grows with the draws", () => {
  const alike = smoothWeights(new Float64Array(1000).fill(-7));
  expect(alike.paretoShape).toBe(-Infinity);
  expect(alike.effectiveDraws).toBeCloseTo(1000, 6);
  // METHODS of PSIS: 1000, 2000 and 4000 draws give 0.667, 0.697 and 0.7.
  const limits = [1000, 2000, 4000].map((draws) => smoothWeights(new Float64Array(draws)).paretoLimit.toFixed(3));
  expect(limits).toEqual(["0.667", "0.697", "0.700"]);
});

test("smoothWeights(logRatios) tells by k̂ that one draw bears everything, and refuses none at all", () => {
  const one = Float64Array.from({ length: 400 }, (_, i) => (i === 7 ? 0 : -60 - i / 100));
  expect(smoothWeights(one).paretoShape).toBeGreaterThan(1);
  expect(() => smoothWeights(new Float64Array(3).fill(-Infinity))).toThrow(RangeError);
});
