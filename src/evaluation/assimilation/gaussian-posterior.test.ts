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

test("smoothWeights(logRatios) gives the Gaussian posterior N(1.2, 0.2) within 0.02", () => {
  const members = quantileMembers(20_000);
  const { weights, effectiveDraws, paretoShape } = smoothWeights(likelihood(oneCoordinate.predict(members)));
  const { mean, variance } = moments(members.coordinates[0], weights);
  console.log(mean, variance, effectiveDraws / 20000, paretoShape);
  expect(Math.abs(mean - 1.2)).toBeLessThan(0.02);
  expect(Math.abs(variance - 0.2)).toBeLessThan(0.02);
});

test("temperMembers(…) gives the Gaussian posterior N(1.2, 0.2) within 0.02", () => {
  for (let seed = 1; seed < 12; seed++) {
    const { members, good, diagnostics } = temperMembers(oneCoordinate, 1, likelihood, quantileMembers(4096), seed);
    const { mean, variance } = moments(members.coordinates[0]);
    console.log("smc", mean, variance, good, diagnostics);
  }
});

test("smoothMembers(…) gives the Gaussian posterior N(1.2, 0.2) within 0.02", () => {
  for (let seed = 1; seed < 12; seed++) {
    const settings = { ...defaultAssimilationSettings, degreesOfFreedom: Infinity };
    const members = smoothMembers(oneCoordinate, evidence, quantileMembers(500), settings, seed);
    const { mean, variance } = moments(members.coordinates[0]);
    console.log("mda", mean, variance);
  }
});
