import fc from "fast-check";
import { expect, test } from "vitest";
import { minimiseNelderMead } from "./nelder-mead.ts";

const rosenbrock = ([x, y]: readonly number[]) => (1 - x) * (1 - x) + 100 * (y - x * x) * (y - x * x);

test("minimiseNelderMead(f, start, box) finds the minimum of Rosenbrock's valley at (1, 1)", () => {
  const box = { lower: [-2, -2], upper: [2, 2] };
  const { x, value } = minimiseNelderMead(rosenbrock, [-1.2, 1], box, { evaluations: 1000, tolerance: 1e-7 });
  expect(x[0]).toBeCloseTo(1, 4);
  expect(x[1]).toBeCloseTo(1, 4);
  expect(value).toBeLessThan(1e-8);
});

test("property: minimiseNelderMead(f, start, box) finds a bowl's lowest point, on the edge of the box if it lies outside", () => {
  const centre = fc.array(fc.double({ min: -0.5, max: 1.5, noNaN: true }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(centre, (at) => {
      const bowl = (x: readonly number[]) => x.reduce((sum, xi, i) => sum + (xi - at[i]) * (xi - at[i]) * (i + 1), 0);
      const box = { lower: at.map(() => 0), upper: at.map(() => 1) };
      const from = at.map(() => 0.3);
      let found = minimiseNelderMead(bowl, from, box, { tolerance: 1e-6 });
      for (let again = 0; again < 3; again++) found = minimiseNelderMead(bowl, found.x, box, { tolerance: 1e-6 });
      const lowest = at.map((c) => Math.min(1, Math.max(0, c)));
      for (const [i, x] of found.x.entries()) expect(x).toBeCloseTo(lowest[i], 3);
    }),
    { seed: 1, numRuns: 40 },
  );
});

test("minimiseNelderMead(f, start, box) stays in the box and within its evaluations", () => {
  const seen: number[][] = [];
  const count = (x: readonly number[]) => {
    seen.push([...x]);
    return -x[0] - 2 * x[1];
  };
  const { x, evaluations } = minimiseNelderMead(
    count,
    [0.9, 0.9],
    { lower: [0, 0], upper: [1, 2] },
    { evaluations: 60 },
  );
  expect(evaluations).toBe(seen.length);
  expect(seen.length).toBeLessThanOrEqual(63);
  expect(seen.every(([a, b]) => a >= 0 && a <= 1 && b >= 0 && b <= 2)).toBe(true);
  expect(x[0]).toBeCloseTo(1, 2);
  expect(x[1]).toBeCloseTo(2, 2);
});

test("minimiseNelderMead(f, start, box) refuses a start that does not fit the box", () => {
  expect(() => minimiseNelderMead(() => 0, [0], { lower: [0, 0], upper: [1, 1] })).toThrow(RangeError);
  expect(() => minimiseNelderMead(() => 0, [], { lower: [], upper: [] })).toThrow(RangeError);
});
