import type { Language } from "../../core/bilingual.ts";
import type { RunOutput } from "../run-output.ts";
import { fixZipDates } from "../zip-dates.ts";

/** What a workbook is made from: a run of a study, as `runStudy` gives it. */
export type WorkbookRun = Pick<RunOutput, "study" | "model" | "identity" | "results">;

/**
 * Write a run as an Excel workbook whose formulas recompute the central run of one scenario.
 *
 * @param scenario - id of the scenario that the formulas compute; `baseline` when the run has it, else its first.
 * @returns the bytes of an .xlsx file; the same for the same run.
 * @throws RangeError when the run has no such scenario.
 */
export async function workbookBytes(run: WorkbookRun, _language: Language, _scenario?: string): Promise<Uint8Array> {
  const { default: excel } = await import("exceljs");
  const workbook = new excel.Workbook();
  const date = new Date(`${run.identity.informationDate}T00:00:00Z`);
  workbook.created = date;
  workbook.modified = date;
  workbook.addWorksheet("说明");
  return fixZipDates(new Uint8Array(await workbook.xlsx.writeBuffer()), run.identity.informationDate);
}
