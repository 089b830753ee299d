import fc from "fast-check";
import { expect, test } from "vitest";
import { findCrossing, findPeak } from "./find-crossing.ts";

/** Run the search and count how often the function is asked. */
function crossingOf(f: (x: number) => number, from: number, to: number, tolerance: number) {
  let calls = 0;
  const counted = (x: number) => {
    calls += 1;
    return f(x);
  };
  return { x: findCrossing(counted, [from, f(from)], [to, f(to)], tolerance), calls };
}

test("findCrossing(value, failing, holding, tolerance) finds roots that are known", () => {
  // x³ = 2 at 1.25992104989487 and cos x = x at .73908513321516.
  expect(crossingOf((x) => x * x * x - 2, 0, 3, 1e-9).x).toBeCloseTo(1.25992104989487, 8);
  expect(crossingOf((x) => Math.cos(x) - x, 2, 0, 1e-9).x).toBeCloseTo(0.73908513321516, 8);
});

test("findCrossing(value, failing, holding, tolerance) needs few steps where a line would do", () => {
  expect(crossingOf((x) => 2 * x - 0.7, 0, 1, 1e-6).calls).toBeLessThan(8);
});

test("property: findCrossing(…) on any staircase gives a place that holds, near one that fails, in two steps more than halving", () => {
  const steps = fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(steps, fc.boolean(), (heights, isHopeless) => {
      const stairs = [isHopeless ? Number.NEGATIVE_INFINITY : -3, ...heights, 4];
      const f = (x: number) => stairs[Math.min(stairs.length - 1, Math.floor(x * stairs.length))];
      const { x, calls } = crossingOf(f, 0, 1, 1e-3);
      expect(f(x)).toBeGreaterThanOrEqual(0);
      expect(Math.min(f(Math.max(0, x - 1e-3)), f(x - 5e-4))).toBeLessThan(0);
      expect(calls).toBeLessThanOrEqual(12);
    }),
    { seed: 1, numRuns: 200 },
  );
});

test("findPeak(value, from, to, tolerance) finds a peak inside, and an end that is highest", () => {
  expect(findPeak((x) => -(x - 0.3) * (x - 0.3), 0, 1, 1e-6)).toBeCloseTo(0.3, 4);
  expect(findPeak((x) => x, 0, 1, 1e-6)).toBeCloseTo(1, 5);
});
