import fc from "fast-check";
import { expect, test } from "vitest";
import { normalQuantile } from "../core/normal.ts";
import { pointAccuracy } from "./accuracy.ts";
import { quantileProbabilities } from "./error-quantiles.ts";
import { crpsOfNormal, crpsOfQuantiles, crpsOfSample, intervalScore, weightedIntervalScore } from "./scores.ts";

test("crpsOfNormal(0, 1, 0) is (√2 − 1)/√π", () => {
  // Gneiting & Raftery (2007), equation 21; scoringRules::crps_norm(0) in R.
  expect(crpsOfNormal(0, 1, 0)).toBeCloseTo(0.2336949773, 10);
  expect(crpsOfNormal(10, 3, 10)).toBeCloseTo(3 * 0.2336949773, 9);
});

test("crpsOfSample(sample, value) comes to the closed form on evenly spaced normal quantiles", () => {
  const sample = Float64Array.from({ length: 20_000 }, (_, i) => normalQuantile((i + 0.5) / 20_000));
  for (const value of [-2, 0, 0.7]) expect(crpsOfSample(sample, value)).toBeCloseTo(crpsOfNormal(0, 1, value), 4);
});

test("property: crpsOfSample(sample, value) is E|X − y| − ½ E|X − X′|, counted pair by pair", () => {
  const numbers = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(numbers, fc.integer({ min: -50, max: 50 }), (xs, y) => {
      const distance = xs.reduce((sum, x) => sum + Math.abs(x - y), 0) / xs.length;
      const spread = xs.flatMap((a) => xs.map((b) => Math.abs(a - b))).reduce((a, b) => a + b, 0) / xs.length ** 2;
      expect(crpsOfSample(Float64Array.from(xs), y)).toBeCloseTo(distance - spread / 2, 10);
    }),
    { seed: 1, numRuns: 100 },
  );
});

test("crpsOfQuantiles(row, value) comes near the closed form from 13 quantiles", () => {
  const row = quantileProbabilities.map(normalQuantile);
  for (const value of [-1.5, 0, 0.4, 3]) expect(crpsOfQuantiles(row, value)).toBeCloseTo(crpsOfNormal(0, 1, value), 1);
  expect(Math.abs(crpsOfQuantiles(row, 0) - 0.2336949773)).toBeLessThan(0.01);
});

test("crpsOfSample(sample, value) refuses an empty sample", () => {
  expect(() => crpsOfSample(new Float64Array(0), 1)).toThrow("crpsOfSample: the sample must not be empty");
});

test("intervalScore(interval, value) is the width, and 2/α for each unit outside", () => {
  const interval = { level: 0.5, lower: 8, upper: 12 };
  expect(intervalScore(interval, 10)).toBe(4);
  expect(intervalScore(interval, 13)).toBe(8);
  expect(intervalScore(interval, 5)).toBe(16);
});

test("weightedIntervalScore(median, intervals, value) of a worked example is 1.62", () => {
  // ½·3 + ¼·(4 + 4·1) + .05·11 = 4.05, over 2½.
  const intervals = [
    { level: 0.5, lower: 8, upper: 12 },
    { level: 0.9, lower: 5, upper: 16 },
  ];
  expect(weightedIntervalScore(10, intervals, 13)).toBeCloseTo(1.62, 12);
});

test("pointAccuracy(pairs) measures errors as they are, scaled and in percent", () => {
  const accuracy = pointAccuracy([
    { actual: 10, forecast: 8, meanChange: 2, meanSquaredChange: 5 },
    { actual: 6, forecast: 9, meanChange: 3, meanSquaredChange: 10 },
  ]);
  expect(accuracy.mae).toBe(2.5);
  expect(accuracy.rmse).toBeCloseTo(Math.sqrt(6.5), 12);
  expect(accuracy.mase).toBe(1);
  expect(accuracy.rmsse).toBeCloseTo(Math.sqrt((4 / 5 + 9 / 10) / 2), 12);
  expect(accuracy.smape).toBeCloseTo((400 / 18 + 600 / 15) / 2, 12);
});

test("pointAccuracy(pairs) leaves histories that never change out of the scaled measures", () => {
  const still = { actual: 0, forecast: 0, meanChange: 0, meanSquaredChange: 0 };
  const accuracy = pointAccuracy([still, { actual: 3, forecast: 2, meanChange: 1, meanSquaredChange: 1 }]);
  expect(accuracy).toMatchObject({ mae: 0.5, mase: 1, rmsse: 1 });
  expect(pointAccuracy([]).mae).toBeNaN();
});
