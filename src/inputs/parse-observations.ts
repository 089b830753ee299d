import { type Issue, makeIssue } from "../core/issue.ts";
import { parseUnit } from "../core/parse-unit.ts";
import { type Period, parseDate, parsePeriod } from "../core/parse-year.ts";
import { CsvCells } from "./csv-cells.ts";
import { type CsvRow, parseCsv } from "./parse-csv.ts";
import type { Observation } from "./study.ts";
import type { TextLines } from "./text-lines.ts";

/** Columns of `observations.csv`. */
const observationColumns = [
  "series",
  "region",
  "scope",
  "period",
  "year",
  "value",
  "low",
  "high",
  "unit",
  "basis",
  "grade",
  "source",
  "as_of",
  "vintage",
  "definition",
  "type",
  "disclosure",
] as const;

const periods = ["year", "quarter", "month", "sum"] as const;
const bases = ["period_end", "year_to_date", "annual", "mean"] as const;
const grades = ["A", "B", "C", "D"] as const;
const types = ["reported", "estimated", "projected", "target"] as const;
const disclosures = ["public", "internal"] as const;

/**
 * Parse the observations of a region.
 *
 * @param issues - receives every cell that is wrong, figures given twice, and series in two units.
 * @returns the rows that are right, in order of the file; null when the table as a whole cannot be read.
 */
export function parseObservations(lines: TextLines, issues: Issue[]): Observation[] | null {
  const rows = parseCsv(lines, observationColumns, issues);
  if (!rows) return null;
  const cells = new CsvCells(issues);
  const observations: Observation[] = [];
  for (const row of rows) {
    const observation = parseRow(row, cells);
    if (observation) observations.push(observation);
  }
  checkTogether(observations, cells);
  cells.finish();
  return observations;
}

function parseRow(row: CsvRow, cells: CsvCells): Observation | null {
  // Every cell is read before any is judged, so that all faults of a row are told.
  const series = cells.text(row, "series");
  const region = cells.text(row, "region");
  const kind = cells.choice(row, "period", periods);
  const period = kind && parsePeriodCell(row, kind, cells);
  const value = parseValue(row, cells);
  const unitText = cells.text(row, "unit");
  const unit = unitText === null ? null : parseUnitCell(row, unitText, cells);
  const basis = cells.choice(row, "basis", bases);
  const grade = cells.choice(row, "grade", grades);
  const source = cells.text(row, "source");
  const asOf = parseDateCell(row, cells);
  const type = cells.choice(row, "type", types);
  const disclosure = cells.choice(row, "disclosure", disclosures);
  if (series === null || region === null || !period || value === null || unitText === null || !unit) return null;
  if (!basis || !grade || source === null || asOf === null || !type || !disclosure) return null;
  return {
    series,
    region,
    scope: row.cell("scope"),
    period: period.kind,
    year: period.year,
    from: period.from,
    month: period.month,
    value,
    unit,
    unitText,
    basis,
    grade,
    source,
    asOf,
    vintage: row.cell("vintage"),
    definition: row.cell("definition"),
    type,
    disclosure,
    at: row.span(),
  };
}

/** The period of a row, whose spelling must be that of its kind. */
function parsePeriodCell(row: CsvRow, kind: Period["kind"], cells: CsvCells): Period | null {
  const parsed = parsePeriod(row.cell("year"));
  if (!parsed.ok) return cells.refuse(row, "year", parsed.fault.expected);
  if (parsed.value.kind === kind) return parsed.value;
  const examples = { year: "2021", quarter: "2021-Q2", month: "2025-09", sum: "2016-2020" };
  return cells.refuse(row, "year", {
    zh: `period 为 ${kind} 时形如 ${examples[kind]} 的写法`,
    en: `a period such as ${examples[kind]}, since \`period\` is ${kind}`,
  });
}

/** A figure, or the open side or sides of an inequality. */
function parseValue(row: CsvRow, cells: CsvCells): Observation["value"] | null {
  const [value, low, high] = ["value", "low", "high"].map((column) => row.cell(column) !== "");
  if (value === (low || high)) {
    cells.add("value", makeIssue("observations/one-of", row.span("value"), {}));
    return null;
  }
  if (value) return cells.number(row, "value");
  const min = low ? cells.number(row, "low") : null;
  const max = high ? cells.number(row, "high") : null;
  if (min === null && max === null) return null;
  if (min !== null && max !== null && min >= max) {
    cells.add("low", makeIssue("observations/interval", row.span("low"), { low: min, high: max }));
    return null;
  }
  return { min, max };
}

function parseUnitCell(row: CsvRow, text: string, cells: CsvCells): Observation["unit"] | null {
  const parsed = parseUnit(text);
  return parsed.ok ? parsed.value : cells.refuse(row, "unit", parsed.fault.expected);
}

function parseDateCell(row: CsvRow, cells: CsvCells): string | null {
  const parsed = parseDate(row.cell("as_of"));
  return parsed.ok ? parsed.value : cells.refuse(row, "as_of", parsed.fault.expected);
}

/** Check what only several rows together can get wrong. */
function checkTogether(observations: readonly Observation[], cells: CsvCells): void {
  const seen = new Map<string, Observation>();
  const firstOfSeries = new Map<string, Observation>();
  for (const o of observations) {
    const identity = [
      o.series,
      o.region,
      o.scope,
      o.period,
      o.year,
      o.from,
      o.month,
      o.basis,
      o.vintage,
      o.definition,
      o.type,
      o.source,
    ].join("\n");
    const first = seen.get(identity);
    if (first) {
      cells.add("", makeIssue("observations/duplicate", o.at, { series: o.series, line: first.at.line }));
    } else seen.set(identity, o);
    const other = firstOfSeries.get(o.series) ?? o;
    firstOfSeries.set(o.series, other);
    if (other.unitText !== o.unitText) {
      const parameters = { series: o.series, unit: o.unitText, other: other.unitText };
      cells.add(o.series, makeIssue("observations/two-units", o.at, parameters));
    }
  }
}
