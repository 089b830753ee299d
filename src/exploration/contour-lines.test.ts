import fc from "fast-check";
import { expect, test } from "vitest";
import { contourLines } from "./contour-lines.ts";
import type { ProbabilityGrid } from "./probability-grid.ts";

function gridOf(chance: (x: number, y: number) => number, steps: number): ProbabilityGrid {
  const ticks = Array.from({ length: steps + 1 }, (_, i) => i / steps);
  const probabilities = ticks.map((x) => ticks.map((y) => chance(x, y)));
  return { levers: ["first", "second"], first: ticks, second: ticks, probabilities };
}

test("contourLines(grid, level) lies on a plane's own line", () => {
  const lines = contourLines(
    gridOf((x, y) => 0.2 + 0.5 * x + 0.25 * y, 4),
    0.5,
  );
  expect(lines.length).toBeGreaterThan(3);
  for (const [x, y] of lines.flat()) expect(0.2 + 0.5 * x + 0.25 * y).toBeCloseTo(0.5, 12);
});

test("contourLines(grid, level) draws nothing where the whole grid is on one side", () => {
  expect(
    contourLines(
      gridOf(() => 0.4, 3),
      0.5,
    ),
  ).toEqual([]);
  expect(
    contourLines(
      gridOf(() => 0.5, 3),
      0.5,
    ),
  ).toEqual([]);
});

test("contourLines(grid, level) joins a saddle by the mean of its corners", () => {
  const saddle = (corner: number): ProbabilityGrid => ({
    levers: ["a", "b"],
    first: [0, 1],
    second: [0, 1],
    probabilities: [
      [corner, 0],
      [0, 1],
    ],
  });
  // Corners 0.9 and 1 high, mean 0.475 below 0.5: each high corner is cut off by itself.
  const apart = contourLines(saddle(0.9), 0.5).map(([[x0, y0], [x1, y1]]) => (x0 + x1 + y0 + y1) / 4);
  expect(apart).toHaveLength(2);
  expect(Math.min(...apart)).toBeLessThan(0.5);
  expect(Math.max(...apart)).toBeGreaterThan(0.5);
  // At level 0.4 the mean is above: the two low corners are cut off, and every piece is centred on the other diagonal.
  for (const [[x0, y0], [x1, y1]] of contourLines(saddle(0.9), 0.4)) {
    expect(Math.abs((x0 + x1) / 2 - (y0 + y1) / 2)).toBeGreaterThan(0.3);
  }
});

test("property: every end of a piece is an end of another, or lies on the rim of the grid", async () => {
  const values = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 16, maxLength: 16 });
  await fc.assert(
    fc.asyncProperty(values, async (flat) => {
      const grid = gridOf((x, y) => flat[Math.round(x * 3) * 4 + Math.round(y * 3)]!, 3);
      const ends = contourLines(grid, 0.5).flat();
      for (const [x, y] of ends) {
        const twins = ends.filter(([a, b]) => Math.hypot(a - x, b - y) < 1e-9).length;
        const isOnRim = [x, y].some((value) => value < 1e-9 || value > 1 - 1e-9);
        expect(isOnRim || twins % 2 === 0).toBe(true);
      }
    }),
    { seed: 1, numRuns: 60 },
  );
});
