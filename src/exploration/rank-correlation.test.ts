import fc from "fast-check";
import { sampleRankCorrelation } from "simple-statistics";
import { expect, test } from "vitest";
import { rankCorrelation, ranks } from "./rank-correlation.ts";

test("ranks(values) counts from 1 and shares ranks between equal values", () => {
  expect([...ranks(Float64Array.of(30, 10, 20, 10, Number.POSITIVE_INFINITY))]).toEqual([4, 1.5, 3, 1.5, 5]);
});

test("rankCorrelation(values, ranks) of a published example", () => {
  // Hours of television against IQ, ten people: ρ = −29/165.
  const iq = Float64Array.of(106, 100, 86, 101, 99, 103, 97, 113, 112, 110);
  const hours = Float64Array.of(7, 27, 2, 50, 28, 29, 20, 12, 6, 17);
  expect(rankCorrelation(iq, ranks(hours))).toBeCloseTo(-29 / 165, 12);
});

test("property: rankCorrelation(values, ranks) agrees with simple-statistics where no values are equal", () => {
  const distinct = fc.uniqueArray(fc.integer(), { minLength: 3, maxLength: 30 });
  fc.assert(
    fc.property(distinct, fc.infiniteStream(fc.double({ noNaN: true })), (a, stream) => {
      const b = [...stream.take(a.length)].map((x, i) => (Number.isFinite(x) ? x : i));
      fc.pre(new Set(b).size === b.length);
      const own = rankCorrelation(Float64Array.from(a), ranks(Float64Array.from(b)));
      expect(own).toBeCloseTo(sampleRankCorrelation(a, b), 10);
    }),
    { seed: 1, numRuns: 100 },
  );
});

test("rankCorrelation(values, ranks) of values that do not vary is 0", () => {
  expect(rankCorrelation(Float64Array.of(1, 1, 1), ranks(Float64Array.of(1, 2, 3)))).toBe(0);
});
