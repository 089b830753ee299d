import { stringify } from "csv-stringify/sync";
import type { Ensemble } from "../ensemble/ensemble.ts";
import { longTable } from "./long-table.ts";

/** Columns of `results.csv`, as the IAM community's tools read them, with the statistic of the draws added. */
const columns = ["model", "scenario", "region", "variable", "unit", "year", "statistic", "value"] as const;

/**
 * Write an ensemble as a table in IAMC long form.
 *
 * @param model - what the table's first column says of the program and its numbers.
 * @returns CSV with a byte order mark, by which Excel knows it as UTF-8; numbers in full.
 * @see https://pyam-iamc.readthedocs.io, data model
 */
export function resultsCsv(ensemble: Ensemble, region: string, model: string): string {
  const rows = longTable(ensemble).map(({ scenario, variable, unit, year, statistic, value }) => [
    model,
    scenario,
    region,
    variable,
    unit,
    String(year),
    statistic,
    String(value),
  ]);
  return stringify([[...columns], ...rows], { bom: true });
}
