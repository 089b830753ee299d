import type { Ensemble } from "../ensemble/ensemble.ts";
import { type LongRow, longTable } from "./long-table.ts";

/** Columns of the results, as the IAM community's tools read them, with the statistic of the draws added. */
export const iamcColumns = ["model", "scenario", "region", "variable", "unit", "year", "statistic", "value"] as const;

/** One number of the results with what it is of. */
export interface IamcRow extends LongRow {
  readonly model: string;
  readonly region: string;
}

/**
 * Summarise an ensemble in IAMC long form.
 *
 * @param model - what each row says of the program and its numbers.
 * @see https://pyam-iamc.readthedocs.io, data model
 */
export function iamcRows(ensemble: Ensemble, region: string, model: string): IamcRow[] {
  return longTable(ensemble).map((row) => ({ model, region, ...row }));
}
