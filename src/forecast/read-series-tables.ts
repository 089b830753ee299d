import { readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Issue, Result } from "../core/issue.ts";
import { FolderReader } from "../inputs/read-files.ts";
import type { TextLines } from "../inputs/text-lines.ts";
import { usualBounds } from "./bounds.ts";
import type { AnnualSeries } from "./forecast.ts";
import { type BatchForecast, forecastBatch } from "./forecast-batch.ts";
import type { PastSeries } from "./past-errors.ts";
import { type ListedSeries, parseSeriesList, parseSeriesValues } from "./series-tables.ts";

/**
 * Read a table of values and a table that lists series, and forecast every series that is listed.
 *
 * @returns the forecasts, with a warning for each series that was refused; or what is wrong with the tables.
 */
export function readBatch(valuesFile: string, listFile: string): Result<BatchForecast[]> {
  const issues: Issue[] = [];
  const values = readValues(valuesFile, issues);
  const listed = readList(listFile, issues);
  if (!values || !listed || issues.some(({ severity }) => severity === "error")) return { ok: false, issues };
  const value = forecastBatch(listed, values, { values: valuesFile, list: listFile }, issues);
  return issues.some(({ severity }) => severity === "error")
    ? { ok: false, issues }
    : { ok: true, value, warnings: issues };
}

/**
 * Read the sets of past series in a folder: of each set `x` the tables `x_train.csv`, `x_test.csv` and `x_info.csv`.
 *
 * A series that is part of a longer one, in the same set or another, is left out.
 *
 * @returns in order of their names.
 */
export function readPastSeries(folder: string): Result<PastSeries[]> {
  const issues: Issue[] = [];
  const sets = readdirSync(folder).flatMap((name) => /^(.+)_info\.csv$/.exec(name)?.[1] ?? []);
  const found = sets.sort().flatMap((set) => readSet(join(folder, set), issues));
  if (issues.some(({ severity }) => severity === "error")) return { ok: false, issues };
  const longest = new Map<string, PastSeries & { readonly origin: string }>();
  for (const series of found) {
    const other = longest.get(series.origin);
    if (!other || series.values.length > other.values.length) longest.set(series.origin, series);
  }
  const value = [...longest.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  return { ok: true, value, warnings: issues };
}

function readSet(path: string, issues: Issue[]): (PastSeries & { readonly origin: string })[] {
  const listed = readList(`${path}_info.csv`, issues) ?? [];
  const known = readValues(`${path}_train.csv`, issues);
  const later = readValues(`${path}_test.csv`, issues);
  return listed.flatMap(({ id, kind, bounds, origin }) => {
    const values = known?.get(id)?.values ?? [];
    const all = [...values, ...(later?.get(id)?.values ?? [])];
    if (values.length === 0 || all.some(Number.isNaN)) return [];
    const setting = { kind, bounds: bounds ?? usualBounds({ kind, values: all }) };
    return [{ id, origin, ...setting, values: all, lastOrigin: values.length }];
  });
}

function readList(file: string, issues: Issue[]): ListedSeries[] | null {
  const lines = readLines(file, issues);
  return lines && parseSeriesList(lines, issues);
}

function readValues(file: string, issues: Issue[]): Map<string, AnnualSeries> | null {
  const lines = readLines(file, issues);
  return lines && parseSeriesValues(lines, issues);
}

function readLines(file: string, issues: Issue[]): TextLines | null {
  return new FolderReader(dirname(file), "data", issues).readText(basename(file), "utf-8 or gb18030");
}
