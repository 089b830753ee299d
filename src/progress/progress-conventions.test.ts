import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  cagrRatio,
  currentStatus,
  linearPace,
  openSdgClass,
  openSdgScore,
  progressChartClass,
  progressChartRatio,
} from "./progress-conventions.ts";

// 19.8 → 22.5 in three of five years towards 25: three conventions, three numbers.
const workers = { baseline: 19.8, value: 22.5, target: 25, elapsed: 3, span: 5 };
// 39.04 → 40.1 in three of five years towards 41, scored by the rule as Open SDG publishes it.
const members = { baseline: 39.04, value: 40.1, target: 41, elapsed: 3, span: 5 };

test("linearPace(point) is the share of the change over the share of the time", () => {
  expect(linearPace(workers)).toBeCloseTo(0.865, 3);
});

test("progressChartRatio(point) projects the growth so far", () => {
  expect(progressChartRatio(workers)).toBeCloseTo(0.904, 3);
});

test("cagrRatio(point) compares growth a year", () => {
  expect(cagrRatio(workers)).toBeCloseTo(0.912, 3);
  expect(cagrRatio(members)).toBeCloseTo(0.91109, 5);
});

test("openSdgScore(ratio) and openSdgClass(ratio) follow the published rule", () => {
  expect(openSdgClass(cagrRatio(members))).toBe("moderate");
  expect(openSdgScore(cagrRatio(members))).toBeCloseTo(2.222, 3);
});

test.each([
  [-2, -5],
  [-0.6, -5],
  [0, -2.5],
  [0.6, 0],
  [1.3, 5],
  [4, 5],
])("openSdgScore(%s) is %s", (ratio, score) => {
  expect(openSdgScore(ratio)).toBeCloseTo(score, 12);
});

test("classes take their lower bounds in", () => {
  expect([0.95, 0.6, 0, -0.001].map(openSdgClass)).toEqual(["on_track", "moderate", "limited", "deterioration"]);
  expect([0.95, 0.1, 0.0999].map(progressChartClass)).toEqual(["met_or_on_track", "fair", "stagnation"]);
});

test("currentStatus(point) counts to ten at the target", () => {
  expect(currentStatus({ baseline: 19.8, value: 22.5, target: 25 })).toBeCloseTo((10 * 2.7) / 5.2, 12);
  expect(currentStatus({ baseline: 8, value: 6, target: 4 })).toBe(5);
});

test("every convention turns negative for a value that moved away, whichever way is wanted", () => {
  const shrinking = { baseline: 10, value: 11, target: 5, elapsed: 2, span: 5 };
  for (const point of [{ ...workers, value: 19 }, shrinking]) {
    expect(linearPace(point)).toBeLessThan(0);
    expect(cagrRatio(point)).toBeLessThan(0);
    expect(progressChartRatio(point)).toBeLessThan(0);
    expect(currentStatus(point)).toBeLessThan(0);
  }
});

test("property: on its own path each convention says one", async () => {
  const level = fc.double({ min: 1, max: 100, noNaN: true });
  await fc.assert(
    fc.property(level, level, fc.integer({ min: 1, max: 4 }), (baseline, target, elapsed) => {
      fc.pre(Math.abs(target - baseline) > 0.01);
      const span = 5;
      const onLine = baseline + ((target - baseline) * elapsed) / span;
      const onCurve = baseline * (target / baseline) ** (elapsed / span);
      expect(linearPace({ baseline, target, elapsed, span, value: onLine })).toBeCloseTo(1, 6);
      expect(cagrRatio({ baseline, target, elapsed, span, value: onCurve })).toBeCloseTo(1, 6);
      expect(progressChartRatio({ baseline, target, elapsed, span, value: onCurve })).toBeCloseTo(1, 6);
    }),
    { seed: 1, numRuns: 100 },
  );
});
