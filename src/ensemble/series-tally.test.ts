import { expect, test } from "vitest";
import { moments } from "../core/moments.ts";
import { normalQuantile } from "../core/normal.ts";
import { fillUniforms, streamKey } from "../core/philox.ts";
import { quantiles } from "../core/quantiles.ts";
import { PlainRowTally } from "../tally/row-tally.ts";
import { summaryProbabilities, summaryRow } from "./series-summary.ts";
import { rowGrids, SeriesTally, summariseCounts } from "./series-tally.ts";

const batches = 40;
const draws = 500;

function normals(name: string): Float64Array {
  const out = new Float64Array(batches * draws);
  fillUniforms(out, streamKey(1, name), 0, 0);
  return out.map((u) => 1e5 + normalQuantile(u));
}

/** Two rows; in the second every seventh draw is not finite, and the third batch has no finite draw. */
const plain = normals("plain");
const holed = normals("holed").map((x, i) => (i % 7 === 0 || Math.floor(i / draws) === 2 ? Number.NaN : x));
const batchOf = (batch: number) =>
  Float64Array.from([plain, holed].flatMap((row) => [...row.subarray(batch * draws, (batch + 1) * draws)]));
const grids = rowGrids(batchOf(0), 2, draws);

/** Summarise the batches as threads that run some of them each, in some order. */
function tableOf(shares: readonly (readonly number[])[]): Float64Array {
  const parts = shares.map((share) => {
    const rows = new PlainRowTally(2, draws);
    const tally = new SeriesTally(rows, grids);
    for (const batch of share) {
      rows.draws(draws).set(batchOf(batch));
      tally.add(batch, draws, draws);
    }
    return tally.counts();
  });
  return summariseCounts(parts, grids);
}

const all = Array.from({ length: batches }, (_, batch) => batch);

test("summariseCounts(parts, grids) gives the moments of all finite draws, and quantiles close to theirs", () => {
  const table = tableOf([all]);
  for (const [row, values] of [plain, holed].entries()) {
    const finite = values.filter(Number.isFinite);
    const found = summaryRow(table, row);
    const { mean, sd } = moments(finite);
    expect(found.finite).toBe(finite.length);
    expect(Math.abs(found.mean - mean)).toBeLessThan(1e-9);
    expect(Math.abs(found.sd / sd - 1)).toBeLessThan(1e-10);
    const exact = quantiles(finite, summaryProbabilities);
    const range = (exact[5] as number) - (exact[3] as number);
    for (const [i, value] of exact.entries()) {
      expect(Math.abs((found.quantiles[i] as number) - value)).toBeLessThan(0.002 * range);
    }
  }
});

test("summariseCounts(parts, grids) gives the same bits whichever thread ran which batch", () => {
  const expected = tableOf([all]);
  const odd = all.filter((batch) => batch % 2 === 1);
  const even = all.filter((batch) => batch % 2 === 0);
  expect(tableOf([odd, even])).toEqual(expected);
  expect(tableOf([[], [...all].reverse()])).toEqual(expected);
});
