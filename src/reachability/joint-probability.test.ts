import fc from "fast-check";
import { expect, test } from "vitest";
import { markedShare } from "./draw-weights.ts";
import { jointProbability } from "./joint-probability.ts";

test("jointProbability(rows) counts draws on which all are met and multiplies nothing", () => {
  const a = Uint8Array.of(1, 1, 0, 0);
  const b = Uint8Array.of(1, 1, 1, 0);
  expect(jointProbability([a, b])).toBe(0.5);
  expect(jointProbability([a, a])).toBe(0.5);
  expect([...a]).toEqual([1, 1, 0, 0]);
});

test("jointProbability(rows, weights) weighs the draws", () => {
  const weights = Float64Array.of(0.5, 0.25, 0.25);
  expect(jointProbability([Uint8Array.of(1, 1, 0), Uint8Array.of(1, 0, 1)], weights)).toBe(0.5);
});

test("jointProbability(rows) of two normals above their medians is ¼ + asin(ρ) ÷ 2π", () => {
  // Closed form (Sheppard); the two normals are turned on a circle of equally spaced angles, where it is exact to 1 ÷ N.
  const count = 20_000;
  const angles = Array.from({ length: count }, (_, i) => (2 * Math.PI * (i + 0.5)) / count);
  for (const rho of [-0.8, 0, 0.3, 0.9]) {
    const first = Uint8Array.from(angles, (angle) => Number(Math.cos(angle) > 0));
    const second = Uint8Array.from(angles, (angle) => Number(Math.cos(angle - Math.acos(rho)) > 0));
    expect(jointProbability([first, second])).toBeCloseTo(0.25 + Math.asin(rho) / (2 * Math.PI), 3);
  }
});

test("jointProbability(rows) lets a met fact change nothing and a missed one make it 0", () => {
  const row = Uint8Array.of(1, 0);
  expect(jointProbability([row, true])).toBe(0.5);
  expect(jointProbability([row, false])).toBe(0);
  expect(jointProbability([true, true])).toBe(1);
  expect(jointProbability([])).toBeNull();
});

test("jointProbability(rows) refuses rows of different draws", () => {
  expect(() => jointProbability([Uint8Array.of(1), Uint8Array.of(1, 0)])).toThrow(RangeError);
});

test("property: jointProbability(rows) is at most the smallest marginal and at least Fréchet's lower bound", () => {
  const row = fc.uint8Array({ min: 0, max: 1, minLength: 20, maxLength: 20 });
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), (rows) => {
      const joint = jointProbability(rows) ?? Number.NaN;
      const marginals = rows.map((marks) => markedShare(marks));
      const missed = marginals.reduce((total, p) => total + (1 - p), 0);
      expect(joint).toBeLessThanOrEqual(Math.min(...marginals));
      expect(joint).toBeGreaterThanOrEqual(1 - missed - 1e-12);
    }),
    { seed: 1, numRuns: 200 },
  );
});
