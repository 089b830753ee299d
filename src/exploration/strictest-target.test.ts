import fc from "fast-check";
import { expect, test } from "vitest";
import { strictestTarget } from "./strictest-target.ts";

const twoDecimals = { percent: false, decimals: 2 };

test("strictestTarget(…) finds the strictest target that a share of the draws keeps, either way", () => {
  const draws = Float64Array.from({ length: 100 }, (_, i) => i + 1);
  expect(strictestTarget(draws, 1, 0.9, twoDecimals)).toEqual({ probability: 0.9, value: 11, rounded: 11 });
  expect(strictestTarget(draws, -1, 0.9, twoDecimals)).toEqual({ probability: 0.9, value: 90, rounded: 90 });
});

test("strictestTarget(…) rounds towards the easier side, in percent for percent rows", () => {
  const one = Float64Array.of(0.71486);
  expect(strictestTarget(one, 1, 0.5, { percent: true, decimals: 1 }).rounded).toBe(0.714);
  expect(strictestTarget(one, -1, 0.5, { percent: true, decimals: 1 }).rounded).toBe(0.715);
  expect(strictestTarget(Float64Array.of(-1.005), 1, 0.5, { percent: false, decimals: 1 }).rounded).toBe(-1.1);
});

test("property: strictestTarget(…) gives a rounded target that is kept at least as surely", () => {
  const draws = fc.array(fc.double({ min: -1000, max: 1000, noNaN: true }), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(draws, fc.constantFrom(1 as const, -1 as const), fc.integer({ min: 1, max: 20 }), (values, way, p) => {
      const { value, rounded } = strictestTarget(Float64Array.from(values), way, p / 20, twoDecimals);
      const kept = (x: number | null) => values.filter((v) => way * (v - (x ?? Number.NaN)) >= -1e-9).length;
      expect(kept(value) / values.length).toBeGreaterThanOrEqual(p / 20 - 1e-9);
      expect(kept(rounded)).toBeGreaterThanOrEqual(kept(value));
      expect(Math.abs((rounded ?? 0) - (value ?? 9e9))).toBeLessThan(0.0101);
    }),
    { seed: 1, numRuns: 200 },
  );
});

test("strictestTarget(…) refuses a probability outside (0, 1]", () => {
  expect(() => strictestTarget(Float64Array.of(1), 1, 0, twoDecimals)).toThrow(RangeError);
});
