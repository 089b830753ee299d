import { expect, test } from "vitest";
import { regularSeries } from "./prepare-series.ts";
import { smoothLevel, thetaForecast } from "./theta.ts";

test("smoothLevel(values) smooths two values to their mean, the least squares of all levels", () => {
  // Errors −l and 1 − (1 − α)l have least squares 1/(1 + (1 − α)²), which falls to ½ as α goes to 0.
  const { level, smoothing } = smoothLevel([0, 1]);
  expect(smoothing).toBe(1e-4);
  expect(level).toBeCloseTo(0.5, 3);
});

test("smoothLevel(values) follows a series that jumps once and stays", () => {
  const { level, smoothing } = smoothLevel([3, 3, 3, 9, 9, 9]);
  expect(smoothing).toBeGreaterThan(0.99);
  expect(level).toBeCloseTo(9, 3);
});

test("thetaForecast(series, horizon) rises by half the slope of the trend line a year", () => {
  // Least-squares slope of 1, 4, 5, 9 over 0 … 3: 12.5 / 5.
  const forecast = thetaForecast(regularSeries([1, 4, 5, 9]), 3);
  expect(forecast[1]! - forecast[0]!).toBeCloseTo(2.5 / 2, 12);
  expect(forecast[2]! - forecast[1]!).toBeCloseTo(2.5 / 2, 12);
});

test("thetaForecast(series, horizon) starts at the level plus half a slope when the level is the last value", () => {
  // On a straight line the smoothing is as large as it may be, so that the level is all but the last value.
  const [first] = thetaForecast(regularSeries([2, 4, 6, 8, 10]), 1);
  expect(first).toBeCloseTo(10 + 1, 3);
});

test("thetaForecast(series, horizon) repeats a constant", () => {
  for (const value of thetaForecast(regularSeries([7, 7, 7]), 4)) expect(value).toBeCloseTo(7, 12);
});
