import fc from "fast-check";
import { expect, test } from "vitest";
import { curveForecast, gompertz, scaledLogit } from "./coverage-curve.ts";
import { driftForecast } from "./drift.ts";
import { regularSeries } from "./prepare-series.ts";

const whole = { min: 0, max: 1 };
const continued = (series: Parameters<typeof driftForecast>[0]) => driftForecast(series, 6);

/** Values of a curve on the range of `whole` with the margin of half a percent at either end. */
function onCurve(bend: (value: number) => number, length: number): number[] {
  return Array.from({ length }, (_, i) => -0.005 + 1.01 * bend(-1 + 0.4 * i));
}

test.each([
  ["scaledLogit", scaledLogit, (v: number) => 1 / (1 + Math.exp(-v))],
  ["gompertz", gompertz, (v: number) => Math.exp(-Math.exp(-v))],
] as const)(
  "curveForecast(series, bounds, %s, …) goes on exactly where the series lies on the curve",
  (_, curve, bend) => {
    const points = onCurve(bend, 14);
    const forecast = curveForecast(regularSeries(points.slice(0, 8)), whole, curve, continued);
    for (const [i, value] of forecast.entries()) expect(value).toBeCloseTo(points[8 + i]!, 9);
  },
);

test("property: curveForecast(series, bounds, curve, …) leaves the bounds by the margin at most, however steep", () => {
  const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 2, maxLength: 12 });
  fc.assert(
    fc.property(shares, fc.constantFrom(scaledLogit, gompertz), (values, curve) => {
      for (const value of curveForecast(regularSeries(values), whole, curve, continued)) {
        expect(value).toBeGreaterThanOrEqual(-0.0051);
        expect(value).toBeLessThanOrEqual(1.0051);
      }
    }),
    { seed: 1, numRuns: 200 },
  );
});

test("gompertz bends sooner than scaledLogit on the way to the bound", () => {
  const series = regularSeries([0.5, 0.6, 0.7, 0.8]);
  const [logit, slow] = [scaledLogit, gompertz].map((curve) => curveForecast(series, whole, curve, continued));
  expect(slow!.at(-1)!).toBeLessThan(1.005);
  expect(logit!.at(-1)!).not.toBe(slow!.at(-1)!);
  expect(logit![0]!).toBeGreaterThan(0.8);
  expect(logit![0]!).toBeLessThan(0.9);
});
