import { expect, test } from "vitest";
import { makeIndicator } from "../fixtures/small-assessment.ts";
import type { Figure, Target } from "../inputs/study.ts";
import { attainmentRule } from "./attainment.ts";
import { requiredGrowth, requiredPerYear, shortfallScale } from "./target-distance.ts";

const distances = (target: Partial<Target>, baseline: Figure = 100) => {
  const indicator = makeIndicator({ target, baseline: { readings: { table: baseline } } });
  const rule = attainmentRule(indicator, 2021, {})!;
  return { perYear: requiredPerYear(indicator, rule, {}), scale: shortfallScale(indicator, rule, {}) };
};

test("requiredPerYear and shortfallScale of a floor or share come from the planned change", () => {
  expect(distances({})).toEqual({ perYear: 4, scale: 20 });
  expect(distances({ kind: "share", value: 0.8 }, 0.7).perYear).toBeCloseTo(0.02, 14);
  expect(distances({ comparison: "<=", value: 90 })).toEqual({ perYear: -2, scale: 10 });
});

test("requiredPerYear is 0 where the baseline is already there; the scale stays the distance", () => {
  expect(distances({ value: 95 })).toEqual({ perYear: 0, scale: 5 });
  expect(distances({ value: 100 })).toEqual({ perYear: 0, scale: null });
});

test("an interval or a blank as baseline enters no ratio", () => {
  for (const baseline of [{ min: 90, max: 100 }, null]) {
    expect(distances({}, baseline)).toEqual({ perYear: null, scale: null });
  }
  expect(distances({ kind: "maintain", value: 90 }, { min: 90, max: 100 })).toEqual({ perYear: null, scale: 90 });
});

test("requiredPerYear of a total is its equal part; a total, ceiling or growth is its own scale", () => {
  expect(distances({ kind: "cumulative", value: 9 })).toEqual({ perYear: 9 / 5, scale: 9 });
  expect(distances({ kind: "ceiling", comparison: "<", value: 4.5 })).toEqual({ perYear: null, scale: 4.5 });
  expect(distances({ kind: "mean_growth", value: -0.02 })).toEqual({ perYear: null, scale: 0.02 });
  expect(distances({ kind: "mean_growth", value: 0 }).scale).toBeNull();
});

test.each([
  // Growths a year of rows of a real plan, worked out by hand.
  [19.8, 25, 0.0477],
  [7.82, 8.4, 0.0144],
  [39.04, 41, 0.0098],
  [37.43, 41, 0.0184],
  [0.257, 0.5, 0.142],
] as const)("requiredGrowth from %d to %d in five years is %d", (baseline, value, growth) => {
  const indicator = makeIndicator({ target: { value }, baseline: { readings: { table: baseline } } });
  expect(requiredGrowth(indicator, attainmentRule(indicator, 2021, {})!, {})).toBeCloseTo(growth, 3);
});

test("requiredGrowth of a mean growth is its target, 0 where the target is met already, and none of limits and sums", () => {
  const growthOf = (target: Partial<Target>, baseline: Figure = 100) => {
    const indicator = makeIndicator({ target, baseline: { readings: { table: baseline } } });
    return requiredGrowth(indicator, attainmentRule(indicator, 2021, {})!, {});
  };
  expect(growthOf({ kind: "mean_growth", value: 0.08 }, 0.05)).toBe(0.08);
  expect(growthOf({ value: 95 })).toBe(0);
  for (const kind of ["ceiling", "maintain", "cumulative"] as const) expect(growthOf({ kind })).toBeNull();
  for (const baseline of [{ min: 90, max: 100 }, null, 0]) expect(growthOf({}, baseline)).toBeNull();
});
