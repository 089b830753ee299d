import { expect, test } from "vitest";
import { quantiles } from "../core/quantiles.ts";
import { randomWalk, yearsFor } from "../fixtures/random-walk.ts";
import type { Forecast } from "./forecast.ts";
import { forecastSeries } from "./forecast-series.ts";
import { forecastOverHorizon, samplePaths } from "./sample-paths.ts";
import { trajectoryRanks } from "./trajectory-ranks.ts";

function forecastOf(values: readonly number[], horizon: number): Forecast {
  const result = forecastSeries({ years: yearsFor(values), values, kind: "flow" }, horizon);
  if (!result.ok) throw new RangeError(result.refusal.message.en);
  return result.forecast;
}

const forecast = forecastOf([300, 320, 310, 345, 360, 352, 380], 6);
const stream = { seed: 20, name: "births" };

/** One year of all paths. */
const yearOf = (paths: Float64Array, year: number) => paths.filter((_, i) => i % 6 === year);

test("samplePaths(forecast, draws, stream) has in every year the quantiles of the forecast", () => {
  const paths = samplePaths(forecast, 20_000, stream);
  expect(paths.length).toBe(120_000);
  for (const year of [0, 3, 5]) {
    const { intervals, median } = forecast;
    const found = quantiles(yearOf(paths, year), [0.1, 0.5, 0.9]);
    const expected = [intervals[1]!.lower[year]!, median[year]!, intervals[1]!.upper[year]!];
    const width = expected[2]! - expected[0]!;
    for (const [i, value] of found.entries()) expect(Math.abs(value - expected[i]!)).toBeLessThan(0.04 * width);
  }
});

test("samplePaths(forecast, draws, stream) gives a draw the same path whatever the number of draws", () => {
  const few = samplePaths(forecast, 10, stream);
  expect(samplePaths(forecast, 1000, stream).slice(0, few.length)).toEqual(few);
});

test("samplePaths(forecast, draws, stream) hangs on seed and name", () => {
  const plain = samplePaths(forecast, 50, stream);
  expect(samplePaths(forecast, 50, { ...stream })).toEqual(plain);
  expect(samplePaths(forecast, 50, { ...stream, seed: 21 })).not.toEqual(plain);
  expect(samplePaths(forecast, 50, { ...stream, name: "deaths" })).not.toEqual(plain);
});

test("samplePaths(forecast, draws, stream) keeps to the bounds", () => {
  const low = forecastOf([9, 2, 7, 1, 3], 6);
  const paths = samplePaths(low, 5000, stream);
  expect(Math.min(...paths)).toBe(0);
});

test("samplePaths(forecast, draws, stream) lets years hang together: a low year is followed by a low one", () => {
  const paths = samplePaths(forecast, 4000, stream);
  const [third, fourth] = [yearOf(paths, 2), yearOf(paths, 3)];
  const [middle3 = 0] = quantiles(third, [0.5]);
  const [middle4 = 0] = quantiles(fourth, [0.5]);
  const bothLow = third.filter((value, i) => value < middle3 && fourth[i]! < middle4).length / third.length;
  // A quarter when years are drawn one by one, a half when they move as one.
  expect(bothLow).toBeGreaterThan(0.38);
  expect(bothLow).toBeLessThan(0.49);
});

test("samplePaths(forecast, draws, stream) refuses a number of draws that is none", () => {
  expect(() => samplePaths(forecast, 0, stream)).toThrow("draws must be a whole number from 1 on; got 0");
});

test("forecastOverHorizon(forecast, statistic, stream) covers the sums of random walks as often as it says", () => {
  let inside80 = 0;
  let inside95 = 0;
  const walks = 120;
  for (let i = 0; i < walks; i += 1) {
    const walk = randomWalk(`sum ${i}`, { length: 18, start: 300, drift: 3, sd: 9 });
    const sum = walk.slice(12).reduce((a, b) => a + b, 0);
    const { intervals } = forecastOverHorizon(forecastOf(walk.slice(0, 12), 6), "sum", stream);
    if (sum >= intervals[1]!.lower && sum <= intervals[1]!.upper) inside80 += 1 / walks;
    if (sum >= intervals[2]!.lower && sum <= intervals[2]!.upper) inside95 += 1 / walks;
  }
  expect(inside80).toBeGreaterThan(0.76);
  expect(inside95).toBeGreaterThan(0.93);
});

test("forecastOverHorizon(forecast, statistic, stream) is wider than for independent years, narrower than for one", () => {
  const { intervals, median, mean } = forecastOverHorizon(forecast, "mean", stream);
  const widths = forecast.intervals[1]!.upper.map((upper, i) => upper - forecast.intervals[1]!.lower[i]!);
  const together = widths.reduce((a, b) => a + b, 0) / 6;
  const apart = Math.sqrt(widths.reduce((sum, width) => sum + width * width, 0)) / 6;
  const width = intervals[1]!.upper - intervals[1]!.lower;
  expect(width).toBeGreaterThan(1.5 * apart);
  expect(width).toBeLessThan(together);
  const sum = forecastOverHorizon(forecast, "sum", stream);
  expect(sum.median).toBeCloseTo(6 * median, 6);
  expect(sum.mean).toBeCloseTo(6 * mean, 6);
});

test("trajectoryRanks holds a permutation in every year ahead", () => {
  const all = Array.from({ length: trajectoryRanks.length }, (_, i) => i);
  for (let year = 0; year < 10; year += 1) {
    expect(trajectoryRanks.map((ranks) => ranks[year]!).sort((a, b) => a - b)).toEqual(all);
  }
});
