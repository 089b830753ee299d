import { fileSpan, type Issue, makeIssue, type SourceSpan } from "../core/issue.ts";
import { CsvCells } from "./csv-cells.ts";
import { type CsvRow, parseCsv } from "./parse-csv.ts";
import { RepeatedIssues } from "./repeated-issues.ts";
import type { Dimension } from "./study.ts";
import type { TextLines } from "./text-lines.ts";

/** Most values of a table. */
const tableSizeLimit = 1_000_000;

/** Values of a table, row-major in the order of its dimensions, and its calendar years if it has any. */
export interface TableValues {
  readonly values: Float64Array;
  readonly years: readonly number[] | null;
}

/** A place in a table: an element of each dimension, in order; its value; and where it is written. */
interface Entry {
  readonly elements: readonly string[];
  readonly value: number;
  readonly at: SourceSpan;
}

/** The dimension of calendar years, which is not declared: a table has the years that it gives. */
export const yearDimension = "year";

/**
 * Parse the values of a table from its CSV: a column for each dimension, in any order, and `value`.
 *
 * @param over - the table's dimensions in order; `year` among them stands for calendar years.
 * @returns null after issues: an element that does not exist, a combination given twice or missing.
 */
export function parseTableCsv(
  lines: TextLines,
  over: readonly string[],
  dimensions: ReadonlyMap<string, Dimension>,
  issues: Issue[],
): TableValues | null {
  const rows = parseCsv(lines, [...over, "value"], issues);
  if (!rows) return null;
  const before = issues.length;
  const cells = new CsvCells(issues);
  const entries: Entry[] = [];
  for (const row of rows) {
    const elements = over.map((dimension) => elementCell(row, dimension, dimensions, cells));
    const value = cells.number(row, "value");
    if (value === null || elements.includes(null)) continue;
    entries.push({ elements: elements as string[], value, at: row.span() });
  }
  cells.finish();
  return issues.length > before ? null : arrangeValues(entries, over, dimensions, fileSpan(lines.file), issues);
}

/**
 * Arrange values written in place, element by element of one dimension.
 *
 * @param placeOf - where an element is written.
 */
export function parseInlineTable(
  values: Readonly<Record<string, number>>,
  dimension: string,
  dimensions: ReadonlyMap<string, Dimension>,
  placeOf: (element: string | null) => SourceSpan,
  issues: Issue[],
): TableValues | null {
  const before = issues.length;
  const known = dimensions.get(dimension)?.elements ?? [];
  const entries: Entry[] = [];
  for (const [element, value] of Object.entries(values)) {
    const isKnown = dimension === yearDimension ? isYear(element) : known.includes(element);
    const expected = elementWords(dimension, known);
    if (!isKnown) issues.push(makeIssue("schema/format", placeOf(element), { seen: element, expected }));
    entries.push({ elements: [element], value, at: placeOf(element) });
  }
  return issues.length > before ? null : arrangeValues(entries, [dimension], dimensions, placeOf(null), issues);
}

function elementCell(
  row: CsvRow,
  dimension: string,
  dimensions: ReadonlyMap<string, Dimension>,
  cells: CsvCells,
): string | null {
  const text = row.cell(dimension);
  const known = dimensions.get(dimension)?.elements ?? [];
  const isKnown = dimension === yearDimension ? isYear(text) : known.includes(text);
  return isKnown ? text : cells.refuse(row, dimension, elementWords(dimension, known));
}

function isYear(text: string): boolean {
  return /^[12]\d{3}$/.test(text);
}

function elementWords(dimension: string, known: readonly string[]) {
  if (dimension === yearDimension) return { zh: "四位年份", en: "a year of four digits" };
  const list = known.length <= 12 ? known.join(", ") : `${known[0]} … ${known.at(-1)}`;
  return { zh: `维度 ${dimension} 的元素（${list}）`, en: `an element of ${dimension} (${list})` };
}

/** A dimension of a table with the place of each of its elements. */
interface Axis {
  readonly name: string;
  readonly elements: readonly string[];
  readonly positions: ReadonlyMap<string, number>;
}

/** Put every value into its place; an issue for a combination given twice, or for those that are missing. */
function arrangeValues(
  entries: readonly Entry[],
  over: readonly string[],
  dimensions: ReadonlyMap<string, Dimension>,
  at: SourceSpan,
  issues: Issue[],
): TableValues | null {
  const before = issues.length;
  const yearPlace = over.indexOf(yearDimension);
  const years = [...new Set(entries.map((entry) => Number(entry.elements[yearPlace])))].sort((a, b) => a - b);
  const axes = over.map((name, i): Axis => {
    const elements = i === yearPlace ? years.map(String) : (dimensions.get(name)?.elements ?? []);
    return { name, elements, positions: new Map(elements.map((element, place) => [element, place])) };
  });
  const size = axes.reduce((product, axis) => product * axis.elements.length, 1);
  if (size > tableSizeLimit) {
    issues.push(makeIssue("dimension/too-large", at, { size, limit: tableSizeLimit }));
    return null;
  }
  const values = new Float64Array(size).fill(Number.NaN);
  fillValues(values, entries, axes, issues);
  const firstMissing = values.findIndex(Number.isNaN);
  // A row for the wrong combination is repeated here and missing there; the repetition says where to mend it.
  if (issues.length === before && (firstMissing >= 0 || size === 0)) {
    const missing = values.filter(Number.isNaN).length;
    issues.push(makeIssue("table/incomplete", at, { missing, size, example: cellAt(axes, Math.max(firstMissing, 0)) }));
  }
  return issues.length > before ? null : { values, years: yearPlace < 0 ? null : years };
}

function fillValues(values: Float64Array, entries: readonly Entry[], axes: readonly Axis[], issues: Issue[]): void {
  const lines = new Uint32Array(values.length);
  const repeated = new RepeatedIssues(issues);
  for (const { elements, value, at } of entries) {
    const index = elements.reduce((i, e, axis) => i * axes[axis]!.elements.length + axes[axis]!.positions.get(e)!, 0);
    const line = lines[index]!;
    const cell = axes.map((axis, i) => `${axis.name} = ${elements[i]}`).join(", ");
    if (line > 0) repeated.add("", makeIssue("table/repeated", at, { cell, line }));
    lines[index] = at.line;
    values[index] = value;
  }
  repeated.finish();
}

/** Name the combination of elements at a row-major index. */
function cellAt(axes: readonly Axis[], index: number): string {
  const names: string[] = [];
  let rest = index;
  for (const { name, elements } of [...axes].reverse()) {
    names.unshift(`${name} = ${elements[rest % elements.length] ?? "…"}`);
    rest = Math.floor(rest / elements.length);
  }
  return names.join(", ");
}
