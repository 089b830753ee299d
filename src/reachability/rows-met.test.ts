import fc from "fast-check";
import { expect, test } from "vitest";
import { countRowsMet } from "./rows-met.ts";

const marks = (...values: number[]) => Uint8Array.from(values);

test("countRowsMet(rows) counts draw by draw, facts on every draw", () => {
  const rows = [marks(1, 1, 1, 1, 0), marks(1, 0, 0, 0, 0), true, false];
  // Counts by draw: 3, 2, 2, 2, 1.
  expect(countRowsMet(rows)).toEqual({
    rows: 4,
    met: { median: 2, lower: 1, upper: 3 },
    expected: 2,
    completionRate: { median: 0.5, lower: 0.25, upper: 0.75 },
  });
  expect(countRowsMet([true, true, false])).toMatchObject({ rows: 3, met: { median: 2, lower: 2, upper: 2 } });
  expect(countRowsMet([])).toBeNull();
});

test("property: countRowsMet(rows, weights) expects the sum of the rows' probabilities, in any order of draws", () => {
  const draw = fc.tuple(
    fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 3, maxLength: 3 }),
    fc.integer({ min: 1, max: 5 }),
  );
  fc.assert(
    fc.property(fc.array(draw, { minLength: 1, maxLength: 20 }), (draws) => {
      const rowsOf = (list: typeof draws) =>
        [0, 1, 2].map((row) => Uint8Array.from(list, ([marked]) => marked[row] as number));
      const weightsOf = (list: typeof draws) => Float64Array.from(list, ([, weight]) => weight);
      const total = draws.reduce((sum, [, weight]) => sum + weight, 0);
      const expected = draws.reduce((sum, [marked, w]) => sum + w * marked.reduce((s, m) => s + m, 0), 0) / total;
      const counted = countRowsMet(rowsOf(draws), weightsOf(draws));
      expect(counted?.expected).toBeCloseTo(expected, 10);
      expect(counted?.met.lower).toBeLessThanOrEqual(counted?.met.median ?? -1);
      expect(counted?.met.upper).toBeGreaterThanOrEqual(counted?.met.median ?? 9);
      const turned = draws.toReversed();
      expect(countRowsMet(rowsOf(turned), weightsOf(turned))?.met).toEqual(counted?.met);
    }),
    { seed: 1, numRuns: 100 },
  );
});
