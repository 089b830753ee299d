import fc from "fast-check";
import { afterEach, expect, test, vi } from "vitest";
import { type SketchGrid, sketchCells, sketchGrid } from "../core/quantile-sketch.ts";
import { TallyMaker } from "./make-row-tally.ts";
import { momentWidth, PlainRowTally, type RowTally } from "./row-tally.ts";
import { WasmRowTally } from "./wasm-row-tally.ts";

afterEach(() => vi.unstubAllGlobals());

const most = 64;
const tallies = (rows: number): readonly RowTally[] => [
  new TallyMaker().make(rows, most),
  new PlainRowTally(rows, most),
];

/** All that a tally counts of rows of equal length, with −0 told from 0 and NaN equal to NaN. */
function countsOf(tally: RowTally, rows: readonly (readonly number[])[], grids: readonly SketchGrid[], from = 0) {
  const count = rows[0]?.length ?? 0;
  tally.draws(count).set(rows.flat());
  tally.begin(grids);
  const moments = new Float64Array(rows.length * momentWidth);
  tally.moments(count, from, count, moments);
  tally.sketch(count);
  const cells = [...tally.cells].flatMap((counted, cell) => (counted > 0 ? [[cell, counted]] : []));
  const wanted = Uint8Array.from({ length: sketchCells }, (_, cell) => (cell % 3 === 0 ? 1 : 0));
  return { moments: [...moments], cells, picked: rows.map((_, row) => [...tally.pick(count, row, wanted)]) };
}

test("TallyMaker.make(rows, most) is WebAssembly where there is some, else plain JavaScript", () => {
  expect(new TallyMaker().make(1, 1)).toBeInstanceOf(WasmRowTally);
  vi.stubGlobal("WebAssembly", undefined);
  expect(new TallyMaker().make(1, 1)).toBeInstanceOf(PlainRowTally);
});

const edges = [0, -0, 5e-324, -5e-324, 2 ** -1022, 1.7e308, -1.7e308, Number.NaN, Infinity, -Infinity, 1, 1 + 2 ** -52];
const number = fc.oneof(fc.constantFrom(...edges), fc.double(), fc.double({ min: -2, max: 2, noNaN: true }));
const grid = fc
  .oneof(
    fc.tuple(fc.double({ min: -1, max: 0, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })),
    fc.tuple(fc.double({ noNaN: true }), fc.double({ noNaN: true })),
    fc.constantFrom([0, 5e-324] as const, [1, 1] as const, [-1.7e308, 1.7e308] as const),
  )
  .map(([a, b]) => sketchGrid(Math.min(a, b), Math.max(a, b)));
const sample = fc.integer({ min: 1, max: 5 }).chain((rows) =>
  fc.integer({ min: 1, max: 23 }).chain((count) =>
    fc.record({
      rows: fc.array(fc.array(number, { minLength: count, maxLength: count }), { minLength: rows, maxLength: rows }),
      grids: fc.array(grid, { minLength: rows, maxLength: rows }),
      from: fc.nat(count - 1),
    }),
  ),
);

test("property: moments, sketches and picked draws of WebAssembly have the bits of the plain ones, whatever the numbers", async () => {
  await fc.assert(
    fc.property(sample, ({ rows, grids, from }) => {
      const [wasm, plain] = tallies(rows.length).map((tally) => countsOf(tally, rows, grids, from));
      expect(wasm).toEqual(plain);
    }),
    { seed: 1, numRuns: 100 },
  );
});

test("RowTally counts every finite draw of each row, adds up, and forgets when it begins again", () => {
  for (const tally of tallies(2)) {
    tally.begin([
      { lower: 0, upper: 1 },
      { lower: 0, upper: 1 },
    ]);
    tally.draws(3).set([0.25, 0.5, Number.NaN, 7, 8, 9]);
    tally.sketch(3);
    tally.sketch(3);
    const ofRow = (row: number) => tally.cells.subarray(row * sketchCells, (row + 1) * sketchCells);
    const total = (row: number) => ofRow(row).reduce((sum, counted) => sum + counted, 0);
    expect([total(0), total(1)]).toEqual([4, 6]);
    const moments = new Float64Array(2 * momentWidth);
    tally.moments(3, 0, 3, moments);
    expect([...moments]).toEqual([2, 0.375, Math.sqrt(0.03125), 3, 8, 1].map((x) => expect.closeTo(x, 14)));
    tally.begin([sketchGrid(0, 1), sketchGrid(0, 1)]);
    expect(total(0)).toBe(0);
  }
});
