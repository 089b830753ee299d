import fc from "fast-check";
import { expect, test } from "vitest";
import { randomWalk, yearsFor } from "../fixtures/random-walk.ts";
import { meanOf } from "./accuracy.ts";
import { backtest } from "./backtest.ts";
import { forecastSeries } from "./forecast-series.ts";

const values = [50, 52, 55, 54, 58, 61, 60];
const series = { years: yearsFor(values), values, kind: "level" as const };

test("backtest(series, horizon) forecasts from every year that has four values and something after it", () => {
  const { points, byHorizon } = backtest(series, 2);
  expect(points.map(({ origin, year }) => [origin, year])).toEqual([
    [2037, 2038],
    [2037, 2039],
    [2038, 2039],
    [2038, 2040],
    [2039, 2040],
  ]);
  expect(byHorizon.map(({ count }) => count)).toEqual([3, 2]);
});

test("backtest(series, horizon) gives the forecast that was to be had at the origin, scored", () => {
  const { points } = backtest(series, 2);
  const known = forecastSeries({ ...series, years: series.years.slice(0, 4), values: values.slice(0, 4) }, 2);
  if (!known.ok) throw new Error("must be forecast");
  expect(points[1]!.median).toBe(known.forecast.median[1]);
  expect(points[1]!.actual).toBe(61);
  expect(points[1]!.pit).toBeGreaterThan(0);
  expect(points[1]!.pit).toBeLessThan(1);
});

test("backtest(series, horizon) measures against the changes known at each origin", () => {
  const { points, overall } = backtest(series, 1);
  const changes = [
    [2, 3, 1],
    [2, 3, 1, 4],
    [2, 3, 1, 4, 3],
  ].map(meanOf);
  const scaled = points.map(({ actual, median }, i) => Math.abs(actual - median) / changes[i]!);
  expect(overall.mase).toBeCloseTo(meanOf(scaled), 12);
  expect(overall.mae).toBeCloseTo(meanOf(points.map(({ actual, median }) => Math.abs(actual - median))), 12);
});

test("property: backtest(series, horizon) never looks at later values, of the series or its siblings", () => {
  const numbers = fc.array(fc.double({ min: 1, max: 1000, noNaN: true }), { minLength: 8, maxLength: 12 });
  fc.assert(
    fc.property(numbers, numbers, fc.double({ min: -900, max: 900, noNaN: true }), (own, other, shift) => {
      const years = own.map((_, i) => 2030 + i);
      const otherYears = other.map((_, i) => 2030 + i);
      const cut = 2035;
      const late = (all: readonly number[]) => all.map((value, i) => (2030 + i > cut ? value + shift + 901 : value));
      const run = (a: readonly number[], b: readonly number[]) =>
        backtest({ years, values: a, kind: "level", siblings: [{ years: otherYears, values: b }] }, 3)
          .points.filter(({ origin }) => origin <= cut)
          .map(({ origin, year, median, intervals }) => ({ origin, year, median, intervals }));
      expect(run(late(own), late(other))).toEqual(run(own, other));
    }),
    { seed: 1, numRuns: 40 },
  );
});

test("backtest(series, horizon, {knownAt}) forecasts from figures as they were, scored by what they became", () => {
  // The value of every year was first put 10 too high and corrected two years later.
  const knownAt = (origin: number) => {
    const years = series.years.filter((year) => year <= origin);
    return { years, values: years.map((year, i) => values[i]! + (year >= origin - 1 ? 10 : 0)) };
  };
  const revised = backtest(series, 1, { knownAt });
  const plain = backtest(series, 1);
  expect(revised.points.map(({ actual }) => actual)).toEqual(plain.points.map(({ actual }) => actual));
  for (const [i, { median }] of revised.points.entries()) expect(median).toBeGreaterThan(plain.points[i]!.median + 5);
});

test("backtest(series, horizon, {knownAt}) refuses knowledge of later years", () => {
  expect(() => backtest(series, 1, { knownAt: () => series })).toThrow("must not be later; got 2040");
});

test("backtest(series, horizon, {fewestValues}) starts from as few values as asked for, two at least", () => {
  expect(backtest(series, 1, { fewestValues: 2 }).points[0]!.origin).toBe(2035);
  expect(() => backtest(series, 1, { fewestValues: 1 })).toThrow("fewestValues must be a whole number from 2 on");
});

test("backtest(series, horizon) passes over origins without a forecast and years without a value", () => {
  const zeros = [0, 0, 0, 0, 0, 3, Number.NaN, 4];
  const { points } = backtest({ years: yearsFor(zeros), values: zeros, kind: "level" }, 2);
  expect(points.map(({ origin, year }) => [origin, year])).toEqual([
    [2038, 2040],
    [2039, 2040],
  ]);
  expect(backtest({ years: [2040], values: [1], kind: "level" }, 2).overall.count).toBe(0);
});

test("backtest(series, horizon) finds coverage and probability integral transform of random walks in order", () => {
  const tests = Array.from({ length: 60 }, (_, i) => {
    const walk = randomWalk(`backtest ${i}`, { length: 14, start: 500, sd: 10 });
    return backtest({ years: yearsFor(walk), values: walk, kind: "level" }, 2, { fewestValues: 10 });
  });
  const points = tests.flatMap((one) => one.points);
  const inside = meanOf(tests.map(({ overall }) => overall.intervals[2]!.coverage));
  expect(inside).toBeGreaterThan(0.93);
  const low = points.filter(({ pit }) => pit < 0.5).length / points.length;
  expect(low).toBeGreaterThan(0.4);
  expect(low).toBeLessThan(0.65);
  for (const { crps, wis } of points) {
    expect(crps).toBeGreaterThan(0);
    // The weighted interval score of three intervals is a coarse continuous ranked probability score.
    expect(wis / crps).toBeGreaterThan(0.4);
    expect(wis / crps).toBeLessThan(2.5);
  }
});
