import { expect, test } from "vitest";
import { driftForecast, naiveForecast, shrunkenDriftForecast, trendOf } from "./drift.ts";
import { prepareSeries, regularSeries } from "./prepare-series.ts";

const series = regularSeries([1, 4, 5, 9]);

test("naiveForecast(series, horizon) repeats the last value", () => {
  expect(naiveForecast(series, 3)).toEqual([9, 9, 9]);
});

test("driftForecast(series, horizon) goes on along the line through the first and the last value", () => {
  const [first, second] = driftForecast(series, 2);
  expect(first).toBeCloseTo(9 + 8 / 3, 12);
  expect(second).toBeCloseTo(9 + 16 / 3, 12);
});

test("trendOf(series) measures the mean change and its squared ratio to its standard error", () => {
  // Changes 3, 1, 4: mean 8/3, variance 7/3, so t² = (64/9) / (7/9).
  expect(trendOf(series).slope).toBeCloseTo(8 / 3, 12);
  expect(trendOf(series).significance).toBeCloseTo(64 / 7, 12);
});

test("shrunkenDriftForecast(series, horizon, κ, λ) weighs the drift by t²/(t² + κ) and n/(n + λ)", () => {
  // 64/7 ÷ (64/7 + 2) = 64/78; 4 values of 6.
  const weight = (64 / 78) * (4 / 6);
  expect(shrunkenDriftForecast(series, 2, 2, 2)[1]).toBeCloseTo(9 + 2 * weight * (8 / 3), 12);
  expect(shrunkenDriftForecast(series, 2, 0, 0)).toEqual(driftForecast(series, 2));
});

test("shrunkenDriftForecast(series, …) keeps the whole drift of a straight line but for its length", () => {
  expect(shrunkenDriftForecast(regularSeries([2, 4, 6, 8]), 1, 8, 2)[0]).toBeCloseTo(8 + 2 * (4 / 6), 12);
});

test("shrunkenDriftForecast(series, …) has no drift where the series ends as it began", () => {
  expect(shrunkenDriftForecast(regularSeries([5, 7, 5]), 2, 2, 2)).toEqual([5, 5]);
});

test("trendOf(series) takes a change over several years as so many of its mean", () => {
  const whole = regularSeries([10, 12, 14, 16, 18]);
  const gappy = prepareSeries({ years: [2030, 2032, 2034], values: [10, 14, 18] });
  expect(trendOf(gappy).slope).toBe(trendOf(whole).slope);
});
