import fc from "fast-check";
import { expect, test } from "vitest";
import { normalCdf, normalDensity, normalQuantile } from "./normal.ts";

function relativeError(computed: number, exact: number): number {
  return Math.abs(computed - exact) / Math.abs(exact);
}

test("normalQuantile(p) gives the known answers", () => {
  // Wichura's AS 241 and R 4 qnorm.
  expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 14);
  expect(normalQuantile(0.05)).toBeCloseTo(-1.6448536269514729, 14);
  expect(normalQuantile(0.5)).toBe(0);
  // mpmath 1.3, 40 digits, root of ln Φ.
  const known: [number, number][] = [
    [1e-300, -37.0470962993612],
    [1e-100, -21.273453560965326],
    [1e-20, -9.262340089798407],
    [1e-11, -6.706023155495136],
    [1e-9, -5.9978070150076865],
    [1e-5, -4.264890793922825],
    [0.001, -3.0902323061678136],
    [0.0249, -1.961677869063786],
    [0.074, -1.4466320671589785],
    [0.076, -1.4325027208258116],
    [0.25, -0.6744897501960817],
    [0.4, -0.2533471031357997],
    [0.999, 3.090232306167813],
    [1 - 2 ** -53, 8.209536151601387],
  ];
  for (const [p, z] of known) expect(relativeError(normalQuantile(p), z), `p = ${p}`).toBeLessThan(1e-15);
});

test("normalQuantile(p) is infinite at 0 and 1 and NaN outside", () => {
  expect(normalQuantile(0)).toBe(-Infinity);
  expect(normalQuantile(1)).toBe(Infinity);
  expect(normalQuantile(-1e-9)).toBeNaN();
  expect(normalQuantile(1.1)).toBeNaN();
  expect(normalQuantile(Number.NaN)).toBeNaN();
});

test("normalCdf(x) gives the known answers, with all digits in the tails", () => {
  // mpmath 1.3, 40 digits.
  const known: [number, number][] = [
    [-37.5, 4.605353009581955e-308],
    [-20, 2.7536241186062337e-89],
    [-8, 6.220960574271784e-16],
    [-5.7, 5.990371401063528e-9],
    [-5.6, 1.071759025831093e-8],
    [-3, 0.0013498980316300946],
    [-1, 0.15865525393145705],
    [-0.67, 0.2514288950953101],
    [-0.66, 0.25462691467133614],
    [-0.1, 0.460172162722971],
    [0.3, 0.6179114221889527],
    [0.66, 0.7453730853286639],
    [0.67, 0.7485711049046899],
    [1.96, 0.9750021048517795],
    [5, 0.9999997133484281],
    [7, 0.9999999999987201],
  ];
  for (const [x, p] of known) {
    expect(relativeError(normalCdf(x), p), `x = ${x}`).toBeLessThan(2e-15);
    expect(Math.abs(normalCdf(x) - p), `x = ${x}`).toBeLessThan(2.3e-16);
  }
  expect(normalCdf(0)).toBe(0.5);
  expect(relativeError(normalCdf(-38), 2.88542835e-316)).toBeLessThan(1e-7);
  expect(normalCdf(-Infinity)).toBe(0);
  expect(normalCdf(Infinity)).toBe(1);
  expect(normalCdf(Number.NaN)).toBeNaN();
});

test("normalDensity(x) gives the known answers", () => {
  // mpmath 1.3, 40 digits.
  expect(normalDensity(0)).toBe(0.3989422804014327);
  expect(relativeError(normalDensity(1), 0.24197072451914334)).toBeLessThan(5e-16);
  expect(relativeError(normalDensity(-2.5), 0.017528300493568537)).toBeLessThan(5e-16);
  expect(relativeError(normalDensity(10), 7.694598626706419e-23)).toBeLessThan(5e-16);
  expect(normalDensity(Infinity)).toBe(0);
  expect(normalDensity(-40)).toBe(0);
  expect(normalDensity(Number.NaN)).toBeNaN();
});

test("property: normalQuantile undoes normalCdf and both are odd about the middle", () => {
  fc.assert(
    fc.property(fc.double({ min: -37, max: 5, noNaN: true }), (x) => {
      // Above 0 the probability itself holds x only to ε/φ(x).
      const slack = 2e-14 + (x > 0 ? 1.2e-16 / normalDensity(x) : 0);
      expect(Math.abs(normalQuantile(normalCdf(x)) - x)).toBeLessThan(slack);
      expect(normalCdf(-x)).toBeCloseTo(1 - normalCdf(x), 15);
    }),
    { seed: 1, numRuns: 500 },
  );
});

test("property: normalQuantile and normalCdf are monotone", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 1e-12, max: 0.999, noNaN: true }),
      fc.double({ min: 1e-12, max: 1e-3, noNaN: true }),
      (p, step) => {
        expect(normalQuantile(p + step)).toBeGreaterThan(normalQuantile(p));
        const x = 60 * (p - 0.5);
        expect(normalCdf(x + step)).toBeGreaterThanOrEqual(normalCdf(x));
      },
    ),
    { seed: 1, numRuns: 500 },
  );
});
