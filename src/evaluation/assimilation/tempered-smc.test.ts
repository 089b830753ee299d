import fc from "fast-check";
import { expect, test } from "vitest";
import { evidenceOf, oneCoordinate, quantileMembers } from "../../fixtures/normal-problem.ts";
import { logLikelihoodOf } from "./log-likelihood.ts";
import { resampleSystematically, temperMembers } from "./tempered-smc.ts";

test("property: resampleSystematically(logWeights, uniform) takes each parent as often as its weight says, give or take one", async () => {
  const weights = fc.array(fc.double({ min: -30, max: 3, noNaN: true }), { minLength: 2, maxLength: 40 });
  const uniform = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true });
  await fc.assert(
    fc.property(weights, uniform, (logs, u) => {
      const parents = resampleSystematically(Float64Array.from(logs), u);
      const total = logs.reduce((sum, log) => sum + Math.exp(log), 0);
      for (const [parent, log] of logs.entries()) {
        const wanted = (logs.length * Math.exp(log)) / total;
        const taken = parents.filter((one) => one === parent).length;
        expect(Math.abs(taken - wanted)).toBeLessThan(1 + 1e-9);
      }
      expect([...parents]).toEqual([...parents].sort((a, b) => a - b));
    }),
    { seed: 1, numRuns: 100 },
  );
});

test("temperMembers(…) goes by more stages the further the figure is from the prior, to power 1", () => {
  const stages = [0.5, 2, 5].map((value) => {
    const likelihood = logLikelihoodOf([evidenceOf(value, 0.1)], Infinity);
    const { diagnostics, good } = temperMembers(oneCoordinate, 1, likelihood, quantileMembers(512), 4);
    expect(good).toBe(true);
    expect(diagnostics.temperatures.at(-1)).toBe(1);
    return diagnostics.temperatures.length;
  });
  expect(stages[0]).toBeLessThan(stages[1]);
  expect(stages[1]).toBeLessThan(stages[2]);
});

test("temperMembers(…) is not good when no member has any likelihood", () => {
  const none = () => new Float64Array(64).fill(-Infinity);
  const { good, diagnostics } = temperMembers(oneCoordinate, 1, none, quantileMembers(64), 1);
  expect([good, diagnostics.temperatures]).toEqual([false, []]);
});
