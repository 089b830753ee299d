import { expect, test } from "vitest";
import {
  compareWorkbooks,
  differingCells,
  openWorkbook,
  recalculateWorkbooks,
} from "../../src/fixtures/recalculate-workbook.ts";
import { readRegion } from "../../src/fixtures/run-region.ts";
import { workbookBytes } from "../../src/report/workbook/workbook-bytes.ts";
import { runStudy, unwrap } from "../../src/run-study.ts";

test("LibreOffice computes the workbook of the plan to the engine's central run within 1e-9", async () => {
  const run = unwrap(runStudy(readRegion("yangquan"), { scenarios: ["baseline", "stress"], draws: 16 }));
  const files = [await workbookBytes(run, "zh"), await workbookBytes(run, "en", "stress")];
  const computed = await recalculateWorkbooks(files.map((bytes) => ({ bytes })));
  for (const [place, bytes] of files.entries()) {
    expect(bytes.length).toBeLessThan(500_000);
    const cells = compareWorkbooks(await openWorkbook(bytes), computed[place] as (typeof computed)[number]);
    // 1,423 elements of variables over eleven years, less what the base year leaves blank.
    expect(cells.length).toBeGreaterThan(15_000);
    expect(differingCells(cells)).toEqual([]);
  }
}, 300_000);
