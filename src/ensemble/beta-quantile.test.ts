import fc from "fast-check";
import { expect, test } from "vitest";
import { regularisedIncompleteBeta } from "../core/incomplete-beta.ts";
import { normalCdf, normalQuantile } from "../core/normal.ts";
import { betaQuantile, exactBetaQuantile } from "./beta-quantile.ts";

const shapes: [number, number][] = [
  [3, 3],
  [1.8, 4.2],
  [1, 5],
  [5, 1],
  [1, 1],
  [0.5, 0.5],
  [0.05, 0.2],
  [0.01, 0.01],
  [0.01, 3],
  [40, 0.02],
  [2, 50],
  [300, 700],
  [1e6, 1e6],
];

/** Uniforms in the bulk and down both tails: 2⁻⁵³ is the lowest a sampler gives. */
const uniforms = [
  ...Array.from({ length: 1500 }, (_, i) => (i + 0.37) / 1500),
  ...Array.from({ length: 52 }, (_, i) => 2 ** -(i + 2)),
  ...Array.from({ length: 51 }, (_, i) => 1 - 2 ** -(i + 2)),
];

test("exactBetaQuantile(a, b, z) gives the known answers", () => {
  // Closed forms: I_x(a, 1) = xᵃ, I_x(1/2, 1/2) = (2/π) asin √x; scipy 1.17 beta.ppf(0.1, 2, 3).
  expect(exactBetaQuantile(4, 1, 0)).toBeCloseTo(0.5 ** 0.25, 14);
  expect(exactBetaQuantile(1, 4, 0)).toBeCloseTo(1 - 0.5 ** 0.25, 14);
  expect(exactBetaQuantile(0.5, 0.5, normalQuantile(0.2))).toBeCloseTo(Math.sin(0.1 * Math.PI) ** 2, 14);
  expect(exactBetaQuantile(2, 3, normalQuantile(0.1))).toBeCloseTo(0.14255931671003072, 13);
  expect(exactBetaQuantile(3, 3, 0)).toBeCloseTo(0.5, 14);
  expect(exactBetaQuantile(0.1, 1, -3) / normalCdf(-3) ** 10).toBeCloseTo(1, 10);
});

test("property: exactBetaQuantile(a, b, z) undoes the incomplete beta function", () => {
  const shape = fc.double({ min: 0.2, max: 200, noNaN: true });
  fc.assert(
    fc.property(shape, shape, fc.double({ min: -4, max: 4, noNaN: true }), (a, b, z) => {
      const x = exactBetaQuantile(a, b, z);
      fc.pre(x > 1e-6 && x < 1 - 1e-6);
      expect(Math.abs(regularisedIncompleteBeta(a, b, x) - normalCdf(z))).toBeLessThan(1e-10);
    }),
    { seed: 1, numRuns: 300 },
  );
});

test("betaQuantile(a, b) is within 1e-9 of the exact inversion, one-sided and U-shaped ones too", () => {
  for (const [a, b] of shapes) {
    const quantile = betaQuantile(a, b);
    let worst = 0;
    for (const u of uniforms) {
      worst = Math.max(worst, Math.abs(quantile(u) - exactBetaQuantile(a, b, normalQuantile(u))));
    }
    expect(worst, `beta(${a}, ${b})`).toBeLessThan(1e-9);
  }
});

test("betaQuantile(a, b) never falls as u rises and stays in [0, 1]", () => {
  const ascending = [...uniforms].sort((u, v) => u - v);
  for (const [a, b] of shapes) {
    const values = [0, ...ascending, 1].map(betaQuantile(a, b));
    expect(values[0]).toBe(0);
    expect(values.at(-1)).toBe(1);
    for (let i = 1; i < values.length; i += 1) expect(values[i]).toBeGreaterThanOrEqual(values[i - 1]);
  }
});

test("betaQuantile(a, b) stays exact below the table", () => {
  // I_x(4, 1) = x⁴.
  expect(betaQuantile(4, 1)(1e-40)).toBeCloseTo(1e-10, 20);
});

test("betaQuantile(a, b) has the mean and variance of the distribution", () => {
  const n = 20_000;
  for (const [a, b] of [
    [3, 3],
    [1.8, 4.2],
    [0.5, 0.5],
    [2, 50],
  ] as const) {
    const values = Array.from({ length: n }, (_, i) => (i + 0.5) / n).map(betaQuantile(a, b));
    const mean = values.reduce((sum, x) => sum + x, 0) / n;
    const variance = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / n;
    expect(mean).toBeCloseTo(a / (a + b), 5);
    expect(variance).toBeCloseTo((a * b) / ((a + b) ** 2 * (a + b + 1)), 5);
  }
});

test("betaQuantile and exactBetaQuantile refuse shapes that are not positive and finite", () => {
  expect(() => betaQuantile(0, 1)).toThrow("betaQuantile: shapes must be positive and finite; got 0 and 1");
  expect(() => betaQuantile(1, Number.NaN)).toThrow(RangeError);
  expect(() => exactBetaQuantile(1, Infinity, 0)).toThrow(RangeError);
});
