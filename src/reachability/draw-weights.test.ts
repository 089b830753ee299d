import fc from "fast-check";
import { expect, test } from "vitest";
import { binomialError, effectiveDraws, finiteMean, markedShare } from "./draw-weights.ts";

test("markedShare(marks, weights) counts, or adds up weights", () => {
  expect(markedShare(Uint8Array.of(1, 0, 0, 1, 1))).toBe(0.6);
  expect(markedShare(Uint8Array.of(1, 0, 1), Float64Array.of(0.5, 0.25, 0.25))).toBe(0.75);
  expect(markedShare(Uint8Array.of(1, 0), Float64Array.of(1, 0))).toBe(1);
});

test("property: markedShare(marks, weights) is exactly 1 or 0 when all or none are marked", () => {
  const weights = fc.array(fc.double({ min: 1e-9, max: 1, noNaN: true }), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(weights, (raw) => {
      expect(markedShare(new Uint8Array(raw.length).fill(1), Float64Array.from(raw))).toBe(1);
      expect(markedShare(new Uint8Array(raw.length), Float64Array.from(raw))).toBe(0);
    }),
    { seed: 1, numRuns: 100 },
  );
});

test("finiteMean(values, weights) leaves values that are not finite out with their weight", () => {
  expect(finiteMean(Float64Array.of(1, Number.NaN, 3, Number.POSITIVE_INFINITY))).toBe(2);
  expect(finiteMean(Float64Array.of(1, Number.NaN, 4), Float64Array.of(0.4, 0.4, 0.2))).toBeCloseTo(2, 14);
  expect(finiteMean(Float64Array.of(Number.NaN))).toBeNull();
  expect(finiteMean(Float64Array.of(5), Float64Array.of(0))).toBeNull();
});

test("effectiveDraws(draws, weights) is the count for equal weights and 1 ÷ Σw² otherwise", () => {
  expect(effectiveDraws(8192)).toBe(8192);
  expect(effectiveDraws(4, new Float64Array(4).fill(0.25))).toBe(4);
  expect(effectiveDraws(3, Float64Array.of(0.5, 0.25, 0.25))).toBeCloseTo(1 / 0.375, 14);
  expect(effectiveDraws(3, Float64Array.of(1, 0, 0))).toBe(1);
});

test("binomialError(share, draws) is √(P(1 − P) ÷ N)", () => {
  // METHODS A5: N = 2000 gives .011 at .5 and .007 at .9.
  expect(binomialError(0.5, 2000)).toBeCloseTo(0.011, 3);
  expect(binomialError(0.9, 2000)).toBeCloseTo(0.007, 3);
  expect(binomialError(1, 2000)).toBe(0);
});
