import fc from "fast-check";
import { expect, test } from "vitest";
import { streamKey } from "../core/philox.ts";
import { fillSobol, sobolDimensions } from "./sobol.ts";

function points(dimension: number, seed: number | null, count: number, firstPoint = 0): Float64Array {
  const out = new Float64Array(count);
  fillSobol(out, dimension, seed, firstPoint);
  return out;
}

/** The 32-bit coordinates behind the numbers. */
function words(values: Float64Array): number[] {
  return Array.from(values, (u) => Math.floor(u * 2 ** 32));
}

const seedOf = (dimension: number) => streamKey(1, `dimension ${dimension}`)[0];

test("fillSobol(out, dimension, null, firstPoint) gives the known first points", () => {
  // scipy 1.17 stats.qmc.Sobol(256, scramble=False, bits=32), first 8 points.
  const known: [number, number[]][] = [
    [0, [0, 0.5, 0.75, 0.25, 0.375, 0.875, 0.625, 0.125]],
    [1, [0, 0.5, 0.25, 0.75, 0.375, 0.875, 0.125, 0.625]],
    [2, [0, 0.5, 0.25, 0.75, 0.625, 0.125, 0.875, 0.375]],
    [9, [0, 0.5, 0.75, 0.25, 0.625, 0.125, 0.375, 0.875]],
    [100, [0, 0.5, 0.25, 0.75, 0.625, 0.125, 0.875, 0.375]],
    [255, [0, 0.5, 0.75, 0.25, 0.375, 0.875, 0.625, 0.125]],
  ];
  for (const [dimension, answer] of known) {
    expect(words(points(dimension, null, 8)).map((word) => word / 2 ** 32)).toEqual(answer);
  }
});

test("fillSobol(out, dimension, null, firstPoint) agrees with scipy in all 256 dimensions", () => {
  // The same sequence, points 0 … 1023: a checksum over points, then dimensions.
  const columns = Array.from({ length: sobolDimensions }, (_, dimension) => words(points(dimension, null, 1024)));
  let checksum = 0;
  for (let i = 0; i < 1024; i += 1) for (const column of columns) checksum = (checksum * 31 + column[i]) % 4294967291;
  expect(checksum).toBe(2365640892);
  expect([0, 1, 17, 128, 255].map((dimension) => columns[dimension][1000] / 2 ** 32)).toEqual([
    0.2197265625, 0.0966796875, 0.3447265625, 0.8916015625, 0.2490234375,
  ]);
});

test("fillSobol(out, dimension, seed, 0) has one point in each stratum, for every dimension and power of two", () => {
  const count = 1024;
  for (let dimension = 0; dimension < sobolDimensions; dimension += 1) {
    for (const seed of [null, seedOf(dimension)]) {
      const values = points(dimension, seed, count);
      for (let strata = 2; strata <= count; strata *= 2) {
        const seen = new Uint8Array(strata);
        for (let i = 0; i < strata; i += 1) seen[Math.floor(values[i] * strata)] = 1;
        expect(seen.indexOf(0), `dimension ${dimension}, ${strata} strata`).toBe(-1);
      }
    }
  }
});

test("fillSobol(out, dimension, seed, 0) keeps the elementary boxes of two dimensions when it scrambles", () => {
  // Dimensions 0 and 1 are a (0, m, 2)-net: 2ᵐ points, one in each box of 2⁻ᵃ × 2⁻ᵇ with a + b = m.
  const first = points(0, seedOf(0), 256);
  const second = points(1, seedOf(1), 256);
  for (let a = 0; a <= 8; a += 1) {
    const boxes = new Set<number>();
    for (let i = 0; i < 256; i += 1) {
      boxes.add(Math.floor(first[i] * 2 ** a) * 256 + Math.floor(second[i] * 2 ** (8 - a)));
    }
    expect(boxes.size).toBe(256);
  }
});

test("property: fillSobol(out, dimension, seed, firstPoint) does not depend on how points are cut into calls", () => {
  const whole = points(37, seedOf(37), 16_384);
  expect(points(37, seedOf(37), 8192)).toEqual(whole.slice(0, 8192));
  fc.assert(
    fc.property(fc.nat(16_383), fc.nat(600), (start, length) => {
      const end = Math.min(16_384, start + length);
      expect(points(37, seedOf(37), end - start, start)).toEqual(whole.slice(start, end));
    }),
    { seed: 1, numRuns: 50 },
  );
});

test("fillSobol(out, dimension, seed, firstPoint) reaches the last of 2³² points", () => {
  // Gray code of 2³² − 1 is 2³¹, the last direction word alone; dimension 0: 2⁻³².
  expect(words(points(0, null, 2, 2 ** 32 - 2))).toEqual([2 ** 31 + 1, 1]);
});

test("fillSobol(out, dimension, seed, 0) is uniform over seeds and independent between seeds", () => {
  const runs = 4000;
  let sum = 0;
  let product = 0;
  for (let i = 0; i < runs; i += 1) {
    const [seed, other] = streamKey(i, "scramble");
    // One and the same point, scrambled anew.
    const u = points(3, seed, 1, 5)[0] - 0.5;
    const v = points(3, other, 1, 5)[0] - 0.5;
    sum += u;
    product += u * v;
  }
  // sd of the mean is .0046, of the mean product .0013.
  expect(Math.abs(sum / runs)).toBeLessThan(0.0185);
  expect(Math.abs(product / runs)).toBeLessThan(0.0053);
});

test("fillSobol(out, dimension, seed, 0) integrates a smooth function far better than plain draws", () => {
  // E Π (1 + (uᵢ − ½)/2) = 1 over 8 dimensions; plain Monte Carlo with 8,192 draws has sd .0046.
  const columns = Array.from({ length: 8 }, (_, dimension) => points(dimension, seedOf(dimension), 8192));
  let sum = 0;
  for (let i = 0; i < 8192; i += 1) sum += columns.reduce((p, column) => p * (1 + (column[i] - 0.5) / 2), 1);
  expect(Math.abs(sum / 8192 - 1)).toBeLessThan(1e-4);
});

test("fillSobol refuses dimensions and points that do not exist", () => {
  expect(() => points(256, null, 1)).toThrow("fillSobol: dimension must be a whole number from 0 to 255; got 256");
  expect(() => points(0, null, 2, 2 ** 32 - 1)).toThrow(RangeError);
  expect(() => points(0, null, 1, -1)).toThrow(RangeError);
});
