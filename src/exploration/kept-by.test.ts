import fc from "fast-check";
import { expect, test } from "vitest";
import { keptBy } from "./kept-by.ts";

const sample = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 30 });
const share = fc.integer({ min: 1, max: 20 }).map((i) => i / 20);

test("property: keptBy(values, share) is the greatest value that so many of the sample reach", () => {
  fc.assert(
    fc.property(sample, share, (numbers, wanted) => {
      const kept = keptBy(Float64Array.from(numbers), wanted);
      const reaching = (x: number) => numbers.filter((value) => value >= x).length / numbers.length;
      expect(reaching(kept ?? 99)).toBeGreaterThanOrEqual(wanted - 1e-9);
      const better = numbers.filter((value) => value > (kept ?? 99));
      for (const value of better) expect(reaching(value)).toBeLessThan(wanted);
    }),
    { seed: 1, numRuns: 200 },
  );
});

test("property: keptBy(values, share, weights) counts a weight of n as n values", () => {
  const weighted = fc.array(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: 0, max: 4 })), {
    minLength: 1,
  });
  fc.assert(
    fc.property(weighted, share, (pairs, wanted) => {
      fc.pre(pairs.some(([, weight]) => weight > 0));
      const repeated = pairs.flatMap(([value, weight]) => new Array<number>(weight).fill(value));
      const values = Float64Array.from(pairs, ([value]) => value);
      const weights = Float64Array.from(pairs, ([, weight]) => weight);
      expect(keptBy(values, wanted, weights)).toBe(keptBy(Float64Array.from(repeated), wanted));
    }),
    { seed: 1, numRuns: 200 },
  );
});

test("keptBy(values, share) gives null when too few draws have a value", () => {
  const values = Float64Array.of(1, Number.NaN, Number.NaN, 2);
  expect(keptBy(values, 0.5)).toBe(1);
  expect(keptBy(values, 0.6)).toBeNull();
  expect(keptBy(values, 0.6, Float64Array.of(1, 1, 1, 1))).toBeNull();
});
