import { stringify } from "csv-stringify/sync";
import type { Ensemble } from "../ensemble/ensemble.ts";
import { iamcColumns, iamcRows } from "./iamc-rows.ts";

/**
 * Write an ensemble as a table in IAMC long form.
 *
 * @param model - what the table's first column says of the program and its numbers.
 * @returns CSV with a byte order mark, by which Excel knows it as UTF-8; numbers in full.
 * @see https://pyam-iamc.readthedocs.io, data model
 */
export function resultsCsv(ensemble: Ensemble, region: string, model: string): string {
  const rows = iamcRows(ensemble, region, model).map((row) => iamcColumns.map((column) => String(row[column])));
  return stringify([[...iamcColumns], ...rows], { bom: true });
}
