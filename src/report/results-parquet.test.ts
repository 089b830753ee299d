import { parquetMetadata, parquetReadObjects } from "hyparquet";
import { expect, test } from "vitest";
import { readChangedRegion } from "../fixtures/read-changed-region.ts";
import { runStudy, unwrap } from "../run-study.ts";
import { iamcColumns, iamcRows } from "./iamc-rows.ts";
import { resultsParquet } from "./results-parquet.ts";

const study = unwrap(readChangedRegion().result);
const [result] = unwrap(runStudy(study, { draws: 16 })).results;
const ensemble = (result as NonNullable<typeof result>).ensemble;

test("resultsParquet(ensemble, region, model) reads back as the rows of the results, bit by bit", async () => {
  const bytes = await resultsParquet(ensemble, "tidewick", "planreach numbers 1");
  const file = bytes.buffer as ArrayBuffer;
  const rows = iamcRows(ensemble, "tidewick", "planreach numbers 1");
  const read = await parquetReadObjects({ file });
  expect(read.length).toBe(rows.length);
  expect(read).toEqual(rows.map((row) => Object.fromEntries(iamcColumns.map((column) => [column, row[column]]))));
  const types = parquetMetadata(file)
    .schema.slice(1)
    .map(({ type }) => type);
  expect(types).toEqual([...Array<string>(5).fill("BYTE_ARRAY"), "INT32", "BYTE_ARRAY", "DOUBLE"]);
});

test("resultsParquet(ensemble, region, model) gives the same bytes for the same ensemble", async () => {
  const first = await resultsParquet(ensemble, "tidewick", "m");
  expect(Buffer.compare(first, await resultsParquet(ensemble, "tidewick", "m"))).toBe(0);
});
