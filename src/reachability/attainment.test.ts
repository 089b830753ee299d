import fc from "fast-check";
import { expect, test } from "vitest";
import { makeIndicator } from "../fixtures/small-assessment.ts";
import type { TargetComparison } from "../inputs/study.ts";
import { attainmentRule, attainmentStatistic, isMet, shortfall, targetStatistic } from "./attainment.ts";
import type { Statistic } from "./verdict.ts";

const COMPARISONS: readonly TargetComparison[] = [">=", ">", "<=", "<"];
const of = (statistic: Statistic, values: readonly number[], comparison: TargetComparison = ">=") =>
  attainmentStatistic(values, { statistic, comparison });

test("targetStatistic(target) follows the kind, and the rule for ceilings and rows to maintain", () => {
  expect(targetStatistic({ kind: "floor", rule: "each_year" })).toBe("end_year");
  expect(targetStatistic({ kind: "share", rule: "end_year" })).toBe("end_year");
  expect(targetStatistic({ kind: "cumulative", rule: "end_year" })).toBe("sum");
  expect(targetStatistic({ kind: "mean_growth", rule: "end_year" })).toBe("geometric_mean");
  for (const kind of ["ceiling", "maintain"] as const) {
    expect(targetStatistic({ kind, rule: "each_year" })).toBe("worst_year");
    expect(targetStatistic({ kind, rule: "end_year" })).toBe("end_year");
    expect(targetStatistic({ kind, rule: "period_mean" })).toBe("period_mean");
  }
});

test("attainmentRule(indicator, firstYear, readings) takes the target year, or all plan years up to it", () => {
  expect(attainmentRule(makeIndicator(), 2021, {})?.years).toEqual([2025]);
  const jobs = makeIndicator({ target: { kind: "cumulative" } });
  expect(attainmentRule(jobs, 2021, {})?.years).toEqual([2021, 2022, 2023, 2024, 2025]);
  const early = makeIndicator({ target: { kind: "maintain", rule: "each_year", year: 2023 } });
  expect(attainmentRule(early, 2021, {})?.years).toEqual([2021, 2022, 2023]);
  expect(attainmentRule(makeIndicator({ target: null }), 2021, {})).toBeNull();
});

test("attainmentRule(indicator, firstYear, readings) takes comparison and value from the reading in force", () => {
  const strict = makeIndicator({ target: { readings: { text: { comparison: ">", value: 125 } } } });
  expect(attainmentRule(strict, 2021, { ferries: "text" })).toMatchObject({ comparison: ">", target: 125 });
});

test("attainmentStatistic(values, rule) is the end, sum, mean or worst of the values", () => {
  const values = [3, 1, 4, 1, 6];
  expect(of("end_year", values)).toBe(6);
  expect(of("sum", values)).toBe(15);
  expect(of("period_mean", values)).toBe(3);
  expect(of("worst_year", values, ">=")).toBe(1);
  expect(of("worst_year", values, "<")).toBe(6);
});

test("attainmentStatistic(values, rule) averages growths geometrically", () => {
  // METHODS A4: three years at 6 % need 11.1 % a year in the other two for an average of 8 %.
  const needed = Math.sqrt(1.08 ** 5 / 1.06 ** 3) - 1;
  expect(needed).toBeCloseTo(0.111, 3);
  expect(of("geometric_mean", [0.06, 0.06, 0.06, needed, needed])).toBeCloseTo(0.08, 14);
  expect(of("geometric_mean", [0.1, -1, 0.1])).toBe(-1);
  expect(of("geometric_mean", [-3, -3])).toBe(-1);
});

test("attainmentStatistic(values, rule) carries open bounds through and lets NaN win", () => {
  expect(of("worst_year", [90, 85, 90])).toBe(85);
  expect(of("worst_year", [Number.POSITIVE_INFINITY, 85])).toBe(85);
  expect(of("sum", [1, Number.NEGATIVE_INFINITY])).toBe(Number.NEGATIVE_INFINITY);
  for (const statistic of ["sum", "period_mean", "worst_year", "geometric_mean"] as const) {
    expect(of(statistic, [1, Number.NaN, 1])).toBeNaN();
  }
});

test("isMet(statistic, comparison, target) at equality holds for >= and <= only", () => {
  expect(COMPARISONS.map((comparison) => isMet(4.5, comparison, 4.5))).toEqual([true, false, true, false]);
  expect(COMPARISONS.map((comparison) => isMet(4.6, comparison, 4.5))).toEqual([true, true, false, false]);
  expect(COMPARISONS.map((comparison) => isMet(4.4, comparison, 4.5))).toEqual([false, false, true, true]);
});

test("isMet(statistic, comparison, target) does not let rounding of doubles decide", () => {
  const tasks = of("sum", [1.7, 1.9, 1.8, 1.8, 1.8]);
  const growth = of("geometric_mean", [0.08, 0.08, 0.08, 0.08, 0.08]);
  for (const [value, target] of [[tasks, 9] as const, [growth, 0.08] as const, [0.1 + 0.2, 0.3] as const]) {
    expect(COMPARISONS.map((comparison) => isMet(value, comparison, target))).toEqual([true, false, true, false]);
    expect(COMPARISONS.map((comparison) => shortfall(value, comparison, target))).toEqual([0, 0, 0, 0]);
  }
});

test("isMet(statistic, comparison, target) never holds for a statistic that is not finite", () => {
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
    for (const comparison of COMPARISONS) expect(isMet(value, comparison, 0)).toBe(false);
  }
});

test("shortfall(statistic, comparison, target) measures the missing part in the direction of the target", () => {
  expect(shortfall(23, ">=", 25)).toBe(2);
  expect(shortfall(27, ">=", 25)).toBe(0);
  expect(shortfall(5, "<", 4.5)).toBe(0.5);
  expect(shortfall(4, "<", 4.5)).toBe(0);
  expect([Number.NaN, Number.POSITIVE_INFINITY].map((value) => shortfall(value, ">=", 25))).toEqual([
    Number.NaN,
    Number.NaN,
  ]);
});

test("property: a non-strict target is met exactly where nothing is missing", () => {
  const finite = fc.double({ min: -1e6, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(finite, finite, fc.constantFrom(">=" as const, "<=" as const), (value, target, comparison) => {
      expect(isMet(value, comparison, target)).toBe(shortfall(value, comparison, target) === 0);
    }),
    { seed: 1, numRuns: 300 },
  );
});

test("property: raising any value never lowers a statistic", () => {
  const statistic = fc.constantFrom<Statistic>("end_year", "sum", "worst_year", "period_mean", "geometric_mean");
  const values = fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(statistic, values, fc.nat(4), fc.double({ min: 0, max: 1, noNaN: true }), (kind, path, place, rise) => {
      const raised = path.map((value, i) => (i === place ? value + rise : value));
      expect(of(kind, raised)).toBeGreaterThanOrEqual(of(kind, path) - 1e-12);
    }),
    { seed: 1, numRuns: 300 },
  );
});
