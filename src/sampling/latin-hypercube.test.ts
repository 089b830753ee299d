import fc from "fast-check";
import { expect, test } from "vitest";
import { fillLatinHypercube } from "./latin-hypercube.ts";

function column(draws: number, name = "rain", seed = 1): Float64Array {
  const out = new Float64Array(draws);
  fillLatinHypercube(out, seed, name);
  return out;
}

test("property: fillLatinHypercube(out, seed, name) puts one draw in each stratum", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3000 }), fc.nat(), (draws, seed) => {
      const strata = Array.from(column(draws, "rain", seed), (u) => Math.floor(u * draws));
      expect(strata.sort((a, b) => a - b)).toEqual(Array.from({ length: draws }, (_, i) => i));
    }),
    { seed: 1, numRuns: 60 },
  );
});

test("fillLatinHypercube(out, seed, name) stays in the open interval (0, 1) and in its strata with a million draws", () => {
  const draws = 2 ** 20;
  const values = column(draws).sort();
  expect(values[0]).toBeGreaterThan(0);
  expect(values[draws - 1]).toBeLessThan(1);
  expect(values.findIndex((u, i) => Math.floor(u * draws) !== i)).toBe(-1);
});

test("fillLatinHypercube(out, seed, name) pairs names at random and fills strata evenly", () => {
  const n = 8192;
  const a = column(n);
  const b = column(n, "wind");
  const correlation = (12 / n) * a.reduce((sum, u, i) => sum + (u - 0.5) * (b[i] - 0.5), 0);
  // sd 1/√n = .011.
  expect(Math.abs(correlation)).toBeLessThan(0.045);
  const places = a.reduce((sum, u) => sum + (u * n - Math.floor(u * n)), 0) / n;
  // The place inside a stratum has mean ½ and sd of the mean .0032.
  expect(Math.abs(places - 0.5)).toBeLessThan(0.013);
  expect(column(n, "rain", 2)).not.toEqual(a);
  expect(column(n)).toEqual(a);
});
