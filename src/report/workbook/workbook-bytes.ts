import type { Language } from "../../core/bilingual.ts";
import { fixZipDates } from "../zip-dates.ts";
import type { WorkbookRun } from "./book.ts";
import { draftWorkbook } from "./draft-workbook.ts";
import { renderWorkbook } from "./render-workbook.ts";

/**
 * Write a run as an Excel workbook whose formulas recompute the central run of one scenario.
 *
 * Every formula carries the engine's value, so that a viewer that computes nothing shows the right numbers; Excel, WPS
 * and LibreOffice compute it anew after a change.
 *
 * @param scenario - id of the scenario that the formulas compute; `baseline` when the run has it, else its first.
 * @returns the bytes of an .xlsx file; the same for the same run.
 * @throws RangeError when the run has no such scenario.
 */
export async function workbookBytes(run: WorkbookRun, language: Language, scenario?: string): Promise<Uint8Array> {
  const bytes = await renderWorkbook(draftWorkbook(run, language, scenario), language);
  return fixZipDates(bytes, run.identity.informationDate);
}
