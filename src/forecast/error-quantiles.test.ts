import fc from "fast-check";
import { expect, test } from "vitest";
import { normalQuantile } from "../core/normal.ts";
import { probabilityBelow, quantileAt, quantileProbabilities } from "./error-quantiles.ts";

const normal = quantileProbabilities.map(normalQuantile);

test("quantileAt(row, p) gives back what is kept, and lies on the line between", () => {
  for (const [i, p] of quantileProbabilities.entries()) expect(quantileAt(normal, p)).toBeCloseTo(normal[i]!, 12);
  expect(quantileAt(normal, 0.175)).toBeCloseTo((normal[3]! + normal[4]!) / 2, 12);
});

test("quantileAt(row, p) has exponential tails", () => {
  // From 0.025 to 0.01 is a factor of 2.5; as far again is another one.
  expect(quantileAt(normal, 0.004)).toBeCloseTo(2 * normal[0]! - normal[1]!, 9);
  expect(quantileAt(normal, 0.996)).toBeCloseTo(2 * normal[12]! - normal[11]!, 9);
});

test("property: probabilityBelow(row, quantileAt(row, p)) is p", () => {
  const rows = fc.array(fc.double({ min: 0.01, max: 5, noNaN: true }), { minLength: 13, maxLength: 13 });
  fc.assert(
    fc.property(rows, fc.double({ min: 0.0005, max: 0.9995, noNaN: true }), (steps, p) => {
      let value = -10;
      const row = steps.map((step) => (value += step));
      expect(probabilityBelow(row, quantileAt(row, p))).toBeCloseTo(p, 9);
    }),
    { seed: 1, numRuns: 300 },
  );
});

test("probabilityBelow(row, value) takes the middle of a lump", () => {
  const clipped = normal.map((value) => Math.max(value, normal[3]!));
  expect(probabilityBelow(clipped, normal[3]!)).toBeCloseTo(0.05, 12);
  expect(probabilityBelow(clipped, normal[3]! - 1)).toBe(0);
  expect(
    probabilityBelow(
      normal.map(() => 4),
      4,
    ),
  ).toBe(0.5);
});
