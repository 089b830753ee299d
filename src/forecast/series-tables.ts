import { type Issue, makeIssue, type SourceSpan } from "../core/issue.ts";
import { CsvCells } from "../inputs/csv-cells.ts";
import { type CsvRow, parseCsv } from "../inputs/parse-csv.ts";
import type { TextLines } from "../inputs/text-lines.ts";
import { type AnnualSeries, type Bounds, type QuantityKind, quantityKinds } from "./forecast.ts";

/** What a table of series says of one of them. */
export interface ListedSeries {
  readonly id: string;
  readonly horizon: number;
  readonly kind: QuantityKind;
  /** Undefined when the table says nothing of bounds. */
  readonly bounds: Bounds | undefined;
  /** What it was taken from: parts of one series share it. */
  readonly origin: string;
  readonly at: SourceSpan;
}

/** How an `info` table without columns for bounds tells them: `bounded 0..100`. */
const boundsInWords = /\bbounded (-?\d+(?:\.\d+)?)\.\.(-?\d+(?:\.\d+)?)/;

/**
 * Parse a table that lists series: `series_id`, `h` (the horizon), and optionally `kind`, `lower`, `upper`,
 * `description`; other columns are ignored.
 *
 * A series is a level unless `kind` says otherwise; one that a description calls `bounded 0..100` is a share between
 * those bounds.
 *
 * @param issues - receives what is wrong.
 * @returns in the order of the table; null when it cannot be read.
 */
export function parseSeriesList(lines: TextLines, issues: Issue[]): ListedSeries[] | null {
  const rows = parseCsv(lines, ["series_id", "h"], issues, true);
  if (!rows) return null;
  const cells = new CsvCells(issues);
  const listed = new Map<string, ListedSeries>();
  for (const row of rows) {
    const one = parseListed(row, cells);
    if (!one) continue;
    if (listed.has(one.id)) cells.add("", makeIssue("forecast/series-twice", one.at, { series: one.id }));
    listed.set(one.id, one);
  }
  cells.finish();
  return [...listed.values()];
}

function parseListed(row: CsvRow, cells: CsvCells): ListedSeries | null {
  const id = cells.text(row, "series_id");
  const horizon = cells.number(row, "h");
  const inWords = boundsInWords.exec(row.cell("description"));
  const kind = row.cell("kind") === "" ? (inWords ? "share" : "level") : cells.choice(row, "kind", quantityKinds);
  const min = row.cell("lower") === "" ? null : cells.number(row, "lower");
  const max = row.cell("upper") === "" ? null : cells.number(row, "upper");
  if (id === null || horizon === null || kind === null) return null;
  const inColumns = min === null && max === null ? undefined : { min, max };
  const bounds = inColumns ?? (inWords ? { min: Number(inWords[1]), max: Number(inWords[2]) } : undefined);
  const source = ["dataset", "source_id", "source_sn"].map((column) => row.cell(column)).join(" ");
  return { id, horizon, kind, bounds, origin: source.trim() || id, at: row.span() };
}

/**
 * Parse a table of values: `series_id`, `year`, `value`; other columns are ignored, a blank value is a missing one.
 *
 * @param issues - receives what is wrong.
 * @returns series by id, each in order of the years; null when the table cannot be read.
 */
export function parseSeriesValues(lines: TextLines, issues: Issue[]): Map<string, AnnualSeries> | null {
  const rows = parseCsv(lines, ["series_id", "year", "value"], issues, true);
  if (!rows) return null;
  const cells = new CsvCells(issues);
  const series = new Map<string, Map<number, number>>();
  for (const row of rows) {
    const id = cells.text(row, "series_id");
    const year = cells.number(row, "year");
    const value = /^(NA)?$/.test(row.cell("value")) ? Number.NaN : cells.number(row, "value");
    if (id === null || year === null || value === null) continue;
    const values = series.get(id) ?? new Map<number, number>();
    if (!Number.isInteger(year)) cells.refuse(row, "year", { zh: "整数年份", en: "a whole year" });
    else if (values.has(year)) cells.add("", makeIssue("forecast/year-twice", row.span("year"), { series: id, year }));
    else series.set(id, values.set(year, value));
  }
  cells.finish();
  return new Map([...series].map(([id, values]) => [id, inOrder(values)]));
}

function inOrder(values: ReadonlyMap<number, number>): AnnualSeries {
  const years = [...values.keys()].sort((a, b) => a - b);
  return { years, values: years.map((year) => values.get(year)!) };
}
