import fc from "fast-check";
import { expect, test } from "vitest";
import { normalCdf, normalQuantile } from "../core/normal.ts";
import type { CubicTable } from "./cubic-table.ts";
import { makeRandomRows } from "./make-random-rows.ts";
import { plainRandomRows, type RandomRows } from "./random-rows.ts";
import { type RowFormula, rowFunction } from "./row-formula.ts";

const wasm = makeRandomRows();

/** Numbers at which arithmetic behaves unlike elsewhere, and those at which a formula changes its branch. */
const edges = [
  ...[Number.NaN, 0, -0, 1, Infinity, -Infinity, 5e-324, -5e-324, 2.2250738585072014e-308, 1.7976931348623157e308],
  ...[0.5, 0.25, 0.075, 0.925, 0.66291, -0.66291, 5.656854248, -5.656854248, 39, -39, 40, 8.25, -8.25, 1 - 2 ** -53],
];

const moderate = fc.double({ min: -50, max: 50, noNaN: true });
const number = fc.oneof(moderate, fc.double({ min: 0, max: 1, noNaN: true }), fc.double(), fc.constantFrom(...edges));
const ascending = (count: number) =>
  fc.array(moderate, { minLength: count, maxLength: count }).map((x) => Float64Array.from(x).sort());

/** A table over [−2, 2) in cells of one half, of some pieces each. */
const table: fc.Arbitrary<CubicTable> = fc
  .array(fc.integer({ min: 1, max: 5 }), { minLength: 8, maxLength: 8 })
  .chain((pieces) => {
    const knots = pieces.reduce((sum, count) => sum + count + 1, 0);
    const slopes = fc.array(moderate, { minLength: knots, maxLength: knots });
    return fc.tuple(fc.constant(pieces), ascending(knots), slopes);
  })
  .map(([pieces, values, slopes]) => ({
    start: -2,
    cellWidth: 0.5,
    pieces: Int32Array.from(pieces),
    firstKnots: Int32Array.from(pieces, (_, cell) => pieces.slice(0, cell).reduce((sum, count) => sum + count + 1, 0)),
    values,
    slopes: Float64Array.from(slopes),
    below: (x) => 2 * x,
  }));

const formula: fc.Arbitrary<RowFormula> = fc.oneof(
  fc.record({ kind: fc.constant("linear" as const), start: number, scale: number }),
  fc.record({ kind: fc.constant("exponential" as const), factor: number, scale: number }),
  ascending(3).map(([lower, mode, upper]): RowFormula => {
    return { kind: "triangular", lower: lower as number, mode: mode as number, upper: upper as number };
  }),
  fc.record({
    kind: fc.constant("cut_normal" as const),
    mean: moderate,
    sd: moderate,
    lower: number,
    upper: number,
    below: fc.constantFrom(0, 0.1, 0.7),
    beyond: fc.constantFrom(0, 1e-300, 0.2),
    mass: fc.double({ min: 0, max: 1, noNaN: true }),
    split: fc.constantFrom(0.5, Infinity, -Infinity),
    cap: fc.constantFrom(0.5, Infinity),
  }),
  fc.record({ kind: fc.constant("tabulated" as const), start: number, scale: number, table }),
  fc
    .integer({ min: 0, max: 4 })
    .chain((count) =>
      fc.record({ kind: fc.constant("steps" as const), bounds: ascending(count), values: ascending(count + 1) }),
    ),
  fc.constant<RowFormula>({ kind: "function", evaluate: (x) => x / 3 }),
);

const rowsOf = fc.tuple(
  fc.array(number, { maxLength: 40 }).map((some) => [...some, ...edges]),
  fc.constantFrom(0, 1, 1000, 1024, 2100),
);

/** A row of some numbers, repeated until it has room for pieces. */
function longRow(numbers: readonly number[], length: number): Float64Array {
  return Float64Array.from(
    { length: Math.max(length, numbers.length) },
    (_, i) => numbers[i % numbers.length] as number,
  );
}

test("property: transform(out, row, formula) has the same bits in WebAssembly and in plain JavaScript", () => {
  fc.assert(
    fc.property(formula, rowsOf, fc.boolean(), (one, [numbers, length], isInPlace) => {
      const results = [wasm, plainRandomRows].map((rows: RandomRows) => {
        const row = longRow(numbers, length);
        const out = isInPlace ? row : new Float64Array(row.length);
        rows.transform(out, row, one);
        return out;
      });
      // toEqual tells −0 from 0 and takes NaN as equal to NaN.
      expect(results[0]).toEqual(results[1]);
      expect(results[1]).toEqual(longRow(numbers, length).map(rowFunction(one)));
    }),
    { seed: 1, numRuns: 300 },
  );
});

test("property: combineScores(out, weights, scores) has the same bits in WebAssembly and in plain JavaScript", () => {
  const weights = fc.array(fc.oneof(moderate, number), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(weights, rowsOf, (written, [numbers, length]) => {
      const results = [wasm, plainRandomRows].map((rows: RandomRows) => {
        const scores = written.map((_, j) => longRow([...numbers.slice(j), 1], length));
        const out = new Float64Array(Math.max(length, numbers.length - written.length));
        rows.combineScores(out, Float64Array.from(written), scores);
        return out;
      });
      expect(results[0]).toEqual(results[1]);
    }),
    { seed: 1, numRuns: 200 },
  );
});

test("combineScores(out, [1], [scores]) is the normal distribution function inside the open interval (0, 1)", () => {
  const scores = Float64Array.of(-50, -3, -0.5, 0, 0.5, 3, 50);
  const out = new Float64Array(scores.length);
  wasm.combineScores(out, Float64Array.of(1), [scores]);
  // R 4.3: pnorm(-3), pnorm(-0.5).
  const known = [2 ** -53, 0.0013498980316300946, 0.3085375387259869, 0.5];
  for (const [i, p] of known.entries()) expect(Math.abs((out[i] as number) / p - 1)).toBeLessThan(2e-15);
  expect([...out.subarray(4)]).toEqual([normalCdf(0.5), normalCdf(3), 1 - 2 ** -53]);
});

test("transform(out, row, formula) works out what lies below a table, and leaves nothing of another table", () => {
  const flat = (value: number): CubicTable => ({
    ...{ start: -1, cellWidth: 1, pieces: Int32Array.of(1, 1), firstKnots: Int32Array.of(0, 2) },
    ...{ values: new Float64Array(4).fill(value), slopes: new Float64Array(4), below: () => -value },
  });
  for (const value of [3, 4]) {
    const out = new Float64Array(4);
    wasm.transform(out, Float64Array.of(-5, -1, 0.5, 1), {
      ...{ kind: "tabulated", start: 1, scale: 2, table: flat(value) },
    });
    expect([...out]).toEqual([1 - 2 * value, 1 + 2 * value, 1 + 2 * value, Number.NaN]);
  }
});

test("transform(out, row, formula) lets the memory grow for a large table, and rows are filled as before", () => {
  const count = 20_000;
  const bounds = Float64Array.from({ length: count }, (_, i) => i / count);
  const values = Float64Array.from({ length: count + 1 }, (_, i) => i);
  const rows = makeRandomRows();
  const out = new Float64Array(3);
  rows.transform(out, Float64Array.of(-1, 0.5, 2), { kind: "steps", bounds, values });
  expect([...out]).toEqual([0, count / 2, count]);
  const normals = Float64Array.of(0.5, 0.9, 0.01);
  rows.toNormals(normals);
  expect([...normals]).toEqual([0.5, 0.9, 0.01].map(normalQuantile));
});
