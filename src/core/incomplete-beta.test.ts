import fc from "fast-check";
import { expect, test } from "vitest";
import { lnGamma, regularisedIncompleteBeta } from "./incomplete-beta.ts";

test("lnGamma(x) gives the known answers", () => {
  // mpmath 1.3, 40 digits.
  const known: [number, number][] = [
    [0.001, 6.907178885383853],
    [0.1, 2.252712651734206],
    [0.5, 0.5723649429247001],
    [1, 0],
    [1.5, -0.12078223763524522],
    [2, 0],
    [2.5, 0.2846828704729192],
    [3, Math.LN2],
    [7.5, 7.534364236758733],
    [10, 12.801827480081469],
    [100.5, 361.4355404677776],
    [1e5, 1051287.7089736569],
    [1e10, 220258509288.81058],
  ];
  for (const [x, value] of known) {
    expect(Math.abs(lnGamma(x) - value), `x = ${x}`).toBeLessThan(1e-14 * Math.max(1, Math.abs(value)));
  }
});

test("regularisedIncompleteBeta(a, b, x) gives the known answers", () => {
  // mpmath 1.3, 40 digits; the first, the sixth and the ninth also in closed form.
  const known: [number, number, number, number][] = [
    [2, 3, 0.3, 0.3483],
    [0.5, 0.5, 0.1, 0.20483276469913345],
    [0.05, 0.2, 1e-8, 0.32296146636779277],
    [3.4, 2.6, 0.9, 0.9772579445436668],
    [50, 2, 0.99, 0.9075091007063049],
    [1, 5, 0.2, 0.67232],
    [800, 1200, 0.41, 0.8194756751457141],
    [0.01, 1, 0.3, 0.9880324594859137],
    [5, 0.1, 0.999, 0.38710164062500546],
  ];
  for (const [a, b, x, value] of known) {
    expect(Math.abs(regularisedIncompleteBeta(a, b, x) - value), `${a}, ${b}, ${x}`).toBeLessThan(1e-12 * value);
  }
  // With shapes in the 100,000s the terms of the exponent are near 10⁵ and cancel.
  expect(regularisedIncompleteBeta(1e5, 2e5, 0.334)).toBeCloseTo(0.7807618138321331, 9);
});

test("regularisedIncompleteBeta(a, b, x) is 0 below and 1 above the range", () => {
  expect(regularisedIncompleteBeta(2, 3, 0)).toBe(0);
  expect(regularisedIncompleteBeta(2, 3, -1)).toBe(0);
  expect(regularisedIncompleteBeta(2, 3, 1)).toBe(1);
  expect(regularisedIncompleteBeta(2, 3, 2)).toBe(1);
  expect(regularisedIncompleteBeta(2, 3, Number.NaN)).toBeNaN();
});

test("property: regularisedIncompleteBeta is symmetric and has the closed form of a = 1", () => {
  const shape = fc.double({ min: 0.05, max: 60, noNaN: true });
  fc.assert(
    fc.property(shape, shape, fc.integer({ min: 1, max: 1023 }), (a, b, place) => {
      const x = place / 1024;
      const mirrored = 1 - regularisedIncompleteBeta(b, a, 1 - x);
      expect(regularisedIncompleteBeta(a, b, x)).toBeCloseTo(mirrored, 12);
      expect(regularisedIncompleteBeta(1, b, x)).toBeCloseTo(1 - (1 - x) ** b, 12);
    }),
    { seed: 1, numRuns: 300 },
  );
});
