import fc from "fast-check";
import { expect, test } from "vitest";
import { normalQuantile } from "../core/normal.ts";
import { fillUniforms, streamKey } from "../core/philox.ts";
import { TallyMaker } from "../tally/make-row-tally.ts";
import { PlainRowTally } from "../tally/row-tally.ts";
import { RowSummariser } from "./row-summariser.ts";
import { summariseRow, summaryWidth } from "./series-summary.ts";

function uniforms(count: number): Float64Array {
  const out = new Float64Array(count);
  fillUniforms(out, streamKey(1, "rows"), 0, 0);
  return out;
}

const u = uniforms(5001);
/** Rows that upset a search by cells. */
const nasty: Readonly<Record<string, Float64Array>> = {
  normal: u.map((x) => 1e5 + normalQuantile(x)),
  Cauchy: u.map((x) => Math.tan(Math.PI * (x - 0.5))),
  "one value only": new Float64Array(5001).fill(0.1),
  "an atom among others": u.map((x) => (x < 0.6 ? 0.3 : x)),
  "not finite here and there": u.map((x) => (x < 0.1 ? Number.NaN : x > 0.9 ? Infinity : x)),
  "never finite": new Float64Array(5001).fill(Number.NaN),
  "zeros of both signs": u.map((x) => (x < 0.5 ? -0 : x < 0.9 ? 0 : x)),
  "as far as doubles go": u.map((x) => (2 * x - 1) * 1.7e308),
  denormals: u.map((x) => Math.floor(x * 1000) * 5e-324),
};

function summaries(rows: readonly [Float64Array, Float64Array], plain = false): Float64Array[] {
  const { length } = rows[0];
  const tally = plain ? new PlainRowTally(2, length) : new TallyMaker().make(2, length);
  const found = [new Float64Array(summaryWidth), new Float64Array(summaryWidth)] as const;
  new RowSummariser(tally).summarise(rows, found);
  return [...found];
}

function expected(rows: readonly Float64Array[]): Float64Array[] {
  return rows.map((row) => {
    const summary = new Float64Array(summaryWidth);
    summariseRow(row, summary);
    return summary;
  });
}

test.each(Object.keys(nasty))("RowSummariser.summarise(rows, summaries) has the bits of summariseRow: %s", (name) => {
  for (const other of Object.values(nasty)) {
    const rows = [nasty[name] as Float64Array, other] as const;
    expect(summaries(rows)).toEqual(expected(rows));
  }
});

test("property: RowSummariser.summarise(rows, summaries) has the bits of summariseRow, whatever the draws", async () => {
  const number = fc.oneof(fc.double(), fc.double({ min: -2, max: 2, noNaN: true }), fc.integer({ min: -3, max: 3 }));
  const row = fc.array(number, { minLength: 41, maxLength: 41 }).map((list) => Float64Array.from(list));
  await fc.assert(
    fc.property(row, row, fc.boolean(), (first, second, plain) => {
      expect(summaries([first, second], plain)).toEqual(expected([first, second]));
    }),
    { seed: 1, numRuns: 200 },
  );
});

test("RowSummariser.summarise(rows, summaries) leaves rows to summariseRow that are longer than small counts hold", () => {
  const rows = [uniforms(70_000), uniforms(70_000).map((x) => Math.floor(2 * x))] as const;
  expect(summaries(rows)).toEqual(expected(rows));
});
