import fc from "fast-check";
import { expect, test } from "vitest";
import { hatchLines } from "./hatch-lines.ts";

test("hatchLines(width, height, gap) covers a square with strokes of 45°", () => {
  expect(hatchLines(10, 10, 5)).toEqual([
    { x1: 0, y1: 5, x2: 5, y2: 0 },
    { x1: 0, y1: 10, x2: 10, y2: 0 },
    { x1: 5, y1: 10, x2: 10, y2: 5 },
  ]);
  expect(hatchLines(10, 0, 20)).toEqual([]);
});

test("property: hatchLines(width, height, gap) stays inside its rectangle and keeps its slope", () => {
  const size = fc.double({ min: 0, max: 500, noNaN: true });
  fc.assert(
    fc.property(size, size, (width, height) => {
      for (const { x1, y1, x2, y2 } of hatchLines(width, height, 9)) {
        for (const x of [x1, x2]) expect(x >= 0 && x <= width).toBe(true);
        for (const y of [y1, y2]) expect(y >= -1e-9 && y <= height + 1e-9).toBe(true);
        expect(x2 - x1).toBeCloseTo(y1 - y2, 9);
      }
    }),
    { seed: 1, numRuns: 100 },
  );
});
