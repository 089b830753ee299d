import { expect, test } from "vitest";
import { minimiseCmaEs } from "./cma-es.ts";

const unitBox = (size: number) => ({ lower: Array(size).fill(0), upper: Array(size).fill(1) });
const squaredDistance = (x: readonly number[], at: (i: number) => number) =>
  x.reduce((sum, xi, i) => sum + (xi - at(i)) * (xi - at(i)), 0);

test("minimiseCmaEs(f, start, box, options) finds the lowest point of a ball in twenty dimensions", () => {
  const ball = (x: readonly number[]) => squaredDistance(x, (i) => 0.3 + 0.02 * i);
  const { value } = minimiseCmaEs(ball, Array(20).fill(0.5), unitBox(20), { seed: 1, evaluations: 12_000 });
  expect(value).toBeLessThan(1e-6);
});

test("minimiseCmaEs(f, start, box, options) learns the axes of a turned ellipsoid", () => {
  // Sum of all coordinates matters a thousand times more than their differences.
  const valley = (x: readonly number[]) => {
    const sum = x.reduce((total, xi) => total + xi - 0.4, 0);
    return 1000 * sum * sum + squaredDistance(x, (i) => (i % 2 === 0 ? 0.3 : 0.5));
  };
  const { x, value } = minimiseCmaEs(valley, Array(8).fill(0.7), unitBox(8), { seed: 2, evaluations: 16_000 });
  expect(value).toBeLessThan(1e-5);
  expect(x[0]).toBeCloseTo(0.3, 2);
  expect(x[1]).toBeCloseTo(0.5, 2);
});

test("minimiseCmaEs(f, start, box, options) finds a minimum on the edge and never leaves the box", () => {
  let isOutside = false;
  const slope = (x: readonly number[]) => {
    isOutside ||= x.some((xi) => xi < 0 || xi > 1);
    return x.reduce((sum, xi) => sum + xi, 0);
  };
  const { value, evaluations } = minimiseCmaEs(slope, Array(7).fill(0.5), unitBox(7), { seed: 3, evaluations: 3000 });
  expect(isOutside).toBe(false);
  expect(value).toBeLessThan(0.02);
  expect(evaluations).toBeLessThanOrEqual(3000);
});

test("minimiseCmaEs(f, start, box, options) depends on the seed and on nothing else", () => {
  const wavy = (x: readonly number[]) => squaredDistance(x, () => 0.6) + 0.1 * Math.abs(x[0] - x[1]);
  const run = (seed: number) => minimiseCmaEs(wavy, Array(6).fill(0.2), unitBox(6), { seed, evaluations: 500 });
  expect(run(5)).toEqual(run(5));
  expect(run(6).x).not.toEqual(run(5).x);
});

test("minimiseCmaEs(f, start, box, options) refuses a start that does not fit the box", () => {
  expect(() => minimiseCmaEs(() => 0, [0], unitBox(2), { seed: 1 })).toThrow(RangeError);
});
