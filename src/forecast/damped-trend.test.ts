import { expect, test } from "vitest";
import { dampedTrendForecast } from "./damped-trend.ts";
import { regularSeries } from "./prepare-series.ts";

/** Level 50 whose yearly growth starts at 0.9 · 4 and shrinks by a tenth a year. */
function dyingGrowth(length: number): number[] {
  return Array.from({ length }, (_, i) => 50 + 4 * 0.9 * ((1 - 0.9 ** (i + 1)) / (1 - 0.9)));
}

test("dampedTrendForecast(series, horizon) goes on exactly where the series is a damped trend", () => {
  const whole = dyingGrowth(14);
  const forecast = dampedTrendForecast(regularSeries(whole.slice(0, 9)), 5);
  for (const [i, value] of forecast.entries()) expect(value).toBeCloseTo(whole[9 + i]!, 6);
});

test("dampedTrendForecast(series, horizon) takes smaller steps the further it goes", () => {
  const forecast = dampedTrendForecast(regularSeries([10, 13, 15, 19, 22, 24, 28]), 6);
  const steps = forecast.slice(1).map((value, i) => value - forecast[i]!);
  for (const [i, step] of steps.slice(1).entries()) expect(step).toBeLessThan(steps[i]!);
});

test("dampedTrendForecast(series, horizon) repeats the last of three values, too few to fit", () => {
  expect(dampedTrendForecast(regularSeries([1, 5, 2]), 2)).toEqual([2, 2]);
});
