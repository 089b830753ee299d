import { type Issue, makeIssue } from "../core/issue.ts";
import { parseUnit } from "../core/parse-unit.ts";
import { type Period, parseDate, parsePeriod } from "../core/parse-year.ts";
import { CsvCells } from "./csv-cells.ts";
import { type CsvRow, parseCsv } from "./parse-csv.ts";
import type { Observation } from "./study.ts";
import type { TextLines } from "./text-lines.ts";
import { parseVintage } from "./vintage.ts";

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

const periods = { year: "年", quarter: "季", month: "月", sum: "合计" } as const;
const bases = { period_end: "期末时点数", year_to_date: "年初累计数", annual: "全年数", mean: "平均数" } as const;
const grades = ["A", "B", "C", "D"] as const;
const types = { reported: "实际", estimated: "估计", projected: "预测", target: "目标" } as const;
const disclosures = { public: "公开", internal: "内部" } as const;

/** Kinds of period that a basis can cover. */
const periodsOf: Readonly<Record<Observation["basis"], readonly Period["kind"][]>> = {
  period_end: ["year", "quarter", "month"],
  year_to_date: ["quarter", "month"],
  annual: ["year", "sum"],
  mean: ["year", "quarter", "month", "sum"],
};

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
  const kind = cells.worded(row, "period", periods);
  const period = kind && parsePeriodCell(row, kind, cells);
  const value = parseValue(row, cells);
  const unitText = cells.text(row, "unit");
  const unit = unitText === null ? null : parseUnitCell(row, unitText, cells);
  const basis = cells.worded(row, "basis", bases);
  const grade = cells.choice(row, "grade", grades);
  const source = cells.text(row, "source");
  const asOf = parseDateCell(row, cells);
  const type = cells.worded(row, "type", types);
  const disclosure = cells.worded(row, "disclosure", disclosures);
  if (period && basis) checkBasis(row, period, basis, cells);
  if (period && asOf !== null) checkDate(row, period, asOf, cells);
  checkVintage(row, asOf, type, cells);
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
    ...(typeof value === "number" ? { decimals: decimalsOf(row.cell("value")) } : {}),
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

/** Decimals of a number as it is written: 2 for 39.04 and 27.00, 4 for 2.5e-3. */
function decimalsOf(text: string): number {
  const [digits = "", exponent = "0"] = text.toLowerCase().split("e");
  const places = digits.includes(".") ? digits.length - digits.indexOf(".") - 1 : 0;
  return Math.max(0, places - Number(exponent));
}

function checkBasis(row: CsvRow, { kind }: Period, basis: Observation["basis"], cells: CsvCells): void {
  if (periodsOf[basis].includes(kind)) return;
  cells.add("basis", makeIssue("observations/basis", row.span("basis"), { basis, period: kind }));
}

/** A figure speaks of a day of its period. */
function checkDate(row: CsvRow, { kind, year, month }: Period, asOf: string, cells: CsvCells): void {
  const months = { year: 12, sum: 12, quarter: 3, month: 1 }[kind];
  const from = `${year}-${String(month - months + 1).padStart(2, "0")}-01`;
  const to = `${year}-${String(month).padStart(2, "0")}-${new Date(Date.UTC(year, month, 0)).getUTCDate()}`;
  if (asOf >= from && asOf <= to) return;
  cells.add("as_of", makeIssue("observations/as-of", row.span("as_of"), { asOf, from, to }));
}

/** A vintage is no date that the calendar lacks, and nothing is reported before the day it speaks of. */
function checkVintage(row: CsvRow, asOf: string | null, type: Observation["type"] | null, cells: CsvCells): void {
  const text = row.cell("vintage");
  const vintage = parseVintage(text);
  if (vintage === null) {
    cells.refuse(row, "vintage", {
      zh: "快报、年报或审定，和／或发布的年、月、日，如 快报 2023-01-20；不知道写 unknown",
      en: "flash, annual or audited and/or the year, month or day it came out, such as flash 2023-01-20; else unknown",
    });
    return;
  }
  const { published } = vintage;
  const isReported = type === "reported" || type === "estimated";
  if (!isReported || asOf === null || published === null || published >= asOf) return;
  cells.add("vintage", makeIssue("observations/early-vintage", row.span("vintage"), { vintage: text, asOf }));
}

/** Check what only several rows together can get wrong. */
function checkTogether(observations: readonly Observation[], cells: CsvCells): void {
  const seen = new Map<string, Observation>();
  const firstOfSeries = new Map<string, Observation>();
  const firstOfPlace = new Map<string, Observation>();
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
    const place = `${o.series}\n${o.region}`;
    const ofPlace = firstOfPlace.get(place) ?? o;
    firstOfPlace.set(place, ofPlace);
    if (ofPlace.scope !== o.scope) {
      const parameters = { series: o.series, region: o.region, scope: o.scope, other: ofPlace.scope };
      cells.add(o.series, makeIssue("observations/two-scopes", o.at, parameters));
    }
  }
}
