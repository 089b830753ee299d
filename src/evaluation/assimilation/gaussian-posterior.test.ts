import { expect, test } from "vitest";
import { evidenceOf, moments, oneCoordinate, quantileMembers } from "../../fixtures/normal-problem.ts";
import { defaultAssimilationSettings } from "./assimilation-settings.ts";
import { smoothMembers } from "./ensemble-smoother.ts";
import { logLikelihoodOf } from "./log-likelihood.ts";
import { smoothWeights } from "./pareto-smoothing.ts";
import { temperMembers } from "./tempered-smc.ts";

// θ ~ N(0, 1), y | θ ~ N(θ, 0.5²), y = 1.5 gives θ | y ~ N(1.2, 0.2): closed form.
const evidence = [evidenceOf(1.5, 0.5)];
const likelihood = logLikelihoodOf(evidence, Infinity);
const seeds = [1, 2, 3];

function expectPosterior({ mean, variance }: { mean: number; variance: number }): void {
  expect(Math.abs(mean - 1.2)).toBeLessThan(0.02);
  expect(Math.abs(variance - 0.2)).toBeLessThan(0.02);
}

test("smoothWeights(logRatios) gives the Gaussian posterior N(1.2, 0.2) with 27 % of 20,000 draws effective", () => {
  const members = quantileMembers(20_000);
  const { weights, effectiveDraws, paretoShape } = smoothWeights(likelihood(oneCoordinate.predict(members)));
  expectPosterior(moments(members.coordinates[0], weights));
  expect(effectiveDraws / 20_000).toBeCloseTo(0.27, 2);
  // A likelihood that is bounded leaves no heavy tail.
  expect(paretoShape).toBeLessThan(0);
});

test("temperMembers(…) gives the Gaussian posterior N(1.2, 0.2) for every seed", () => {
  for (const seed of seeds) {
    const { members, good } = temperMembers(oneCoordinate, 1, likelihood, quantileMembers(4096), seed);
    expect(good).toBe(true);
    expectPosterior(moments(members.coordinates[0]));
  }
});

test("smoothMembers(…) gives the Gaussian posterior N(1.2, 0.2) for every seed, inflation included", () => {
  const settings = { ...defaultAssimilationSettings, degreesOfFreedom: Infinity };
  for (const seed of seeds) {
    const members = smoothMembers(oneCoordinate, evidence, quantileMembers(500), settings, seed);
    expectPosterior(moments(members.coordinates[0]));
  }
});

test("smoothMembers(…) without inflation is the one-step Kalman update, as it must be for a linear model", () => {
  const settings = { ...defaultAssimilationSettings, degreesOfFreedom: Infinity, inflation: 1 };
  const { mean, variance } = moments(
    smoothMembers(oneCoordinate, evidence, quantileMembers(500), settings, 1).coordinates[0],
  );
  expect(mean).toBeCloseTo(1.2, 3);
  expect(variance).toBeCloseTo(0.2, 2);
});
