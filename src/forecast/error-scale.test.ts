import { expect, test } from "vitest";
import { errorScale } from "./error-scale.ts";
import { prepareSeries, regularSeries } from "./prepare-series.ts";

test("errorScale(series, pool) is the root of the mean squared change, recent years counting more", () => {
  // Changes 3, −1, 2, 4 with weights 0.85³ … 1; mean size 35/5 = 7 credits one change of 0.07.
  const weights = [0.85 ** 3, 0.85 ** 2, 0.85, 1];
  const mean = (9 * weights[0]! + 1 * weights[1]! + 4 * weights[2]! + 16) / weights.reduce((a, b) => a + b, 0);
  const series = regularSeries([4, 7, 6, 8, 12].map((value) => value - 0.4));
  const expected = Math.sqrt((4 * mean + 0.07 ** 2) / 5);
  expect(errorScale(series, "proportions")).toBeCloseTo(expected, 12);
  expect(errorScale(series, "amounts")).toBeCloseTo(expected, 12);
});

test("errorScale(series, pool) credits a series that never moved with a share of its size", () => {
  expect(errorScale(regularSeries([50, 50, 50, 50]), "amounts")).toBeCloseTo(0.5 / Math.sqrt(4), 12);
  expect(errorScale(regularSeries([50, 50]), "amounts")).toBeCloseTo(2.5 / Math.sqrt(2), 12);
  expect(errorScale(regularSeries([0, 0, 0]), "amounts")).toBe(0);
});

test("errorScale(series, pool) is lower for long amounts without a trend, and for nothing else", () => {
  const flat = regularSeries(Array.from({ length: 13 }, (_, i) => 100 + (i % 2)));
  expect(errorScale(flat, "amounts")).toBeCloseTo(0.7 * errorScale(flat, "proportions"), 12);
  const short = regularSeries(flat.values.slice(0, 11));
  expect(errorScale(short, "amounts")).toBe(errorScale(short, "proportions"));
  const line = regularSeries(Array.from({ length: 13 }, (_, i) => 100 + i));
  expect(errorScale(line, "amounts")).toBe(errorScale(line, "proportions"));
});

test("errorScale(series, pool) does not take a change over four years for one of a single year", () => {
  const gappy = prepareSeries({ years: [2030, 2034], values: [10, 18] });
  const sudden = prepareSeries({ years: [2033, 2034], values: [10, 18] });
  expect(errorScale(gappy, "amounts")).toBeLessThan(0.6 * errorScale(sudden, "amounts"));
});
