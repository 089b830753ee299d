import { CsvError, parse } from "csv-parse/sync";
import type { Bilingual } from "../core/bilingual.ts";
import { fileSpan, type Issue, makeIssue, type SourceSpan } from "../core/issue.ts";
import { nearestName } from "../core/nearest-name.ts";
import { RepeatedIssues } from "./repeated-issues.ts";
import { TextLines } from "./text-lines.ts";

interface CsvRecord {
  readonly cells: readonly string[];
  /** The record as it stands in the text, quotes and leading blank lines included. */
  readonly raw: string;
  /** Offset of `raw` in the text. */
  readonly start: number;
}

/** A row below the header, whose cells are asked for by column. */
export class CsvRow {
  readonly #columns: readonly string[];
  readonly #record: CsvRecord;
  readonly #lines: TextLines;

  constructor(columns: readonly string[], record: CsvRecord, lines: TextLines) {
    this.#columns = columns;
    this.#record = record;
    this.#lines = lines;
  }

  /** The cell of a column, without white space around it; empty when the table has no such column. */
  cell(column: string): string {
    return this.#record.cells[this.#columns.indexOf(column)] ?? "";
  }

  /** Place of a cell; of the whole row when no column is given. */
  span(column?: string): SourceSpan {
    const index = column === undefined ? -1 : this.#columns.indexOf(column);
    return recordSpan(this.#record, index, this.#lines);
  }
}

/**
 * Parse a comma-separated table with a header.
 *
 * @param lines - the text; any kind of line ending.
 * @param columns - the columns that must be there, in any order; no others unless the table is open.
 * @param issues - receives what is wrong; of the same fault in many rows three are shown, and the count.
 * @param isOpen - whether there may be other columns, which only the caller may know; defaults to false.
 * @returns the rows that have as many cells as the header; null when header or quotes are wrong.
 * @see RFC 4180.
 */
export function parseCsv(
  lines: TextLines,
  columns: readonly string[],
  issues: Issue[],
  isOpen = false,
): CsvRow[] | null {
  // One kind of line ending, so that files put together from several sources read the same.
  const text = new TextLines(lines.file, lines.text.replace(/\r\n?/g, "\n"));
  const records = splitRecords(text, issues);
  const header = records?.[0];
  if (!records || !header) {
    if (records) issues.push(makeIssue("csv/empty", fileSpan(lines.file), {}));
    return null;
  }
  if (!isHeaderRight(header, columns, text, issues, isOpen)) return null;
  const repeated = new RepeatedIssues(issues);
  const rows: CsvRow[] = [];
  for (const record of records.slice(1)) {
    const seen = record.cells.length;
    const expected = header.cells.length;
    if (seen === expected) rows.push(new CsvRow(header.cells, record, text));
    else repeated.add("", makeIssue("csv/cell-count", recordSpan(record, -1, text), { expected, seen }));
  }
  repeated.finish();
  return rows;
}

function splitRecords(text: TextLines, issues: Issue[]): CsvRecord[] | null {
  try {
    const found = parse(text.text, {
      raw: true,
      info: true,
      record_delimiter: "\n",
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as { record: string[]; raw: string }[];
    let start = 0;
    return found.map(({ record, raw }) => {
      const place = { cells: record, raw, start };
      start += raw.length;
      return place;
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    issues.push(makeIssue("csv/syntax", syntaxPlace(error, text), { reason: syntaxReason(error.code) }));
    return null;
  }
}

/** The quote that is never closed, or the line in which one stands in the middle of a cell. */
function syntaxPlace(error: CsvError, text: TextLines): SourceSpan {
  if (error.code === "CSV_QUOTE_NOT_CLOSED") {
    let opening = 0;
    let isQuoted = false;
    for (let at = text.text.indexOf('"'); at >= 0; at = text.text.indexOf('"', at + 1)) {
      if (!isQuoted) opening = at;
      isQuoted = !isQuoted;
    }
    return text.span(opening, opening + 1);
  }
  const line = Number(/ at line (\d+)/.exec(error.message)?.[1] ?? 1);
  return { file: text.file, line, column: 1, endLine: line, endColumn: (text.line(line)?.length ?? 0) + 1 };
}

function syntaxReason(code: string): Bilingual {
  if (code === "CSV_QUOTE_NOT_CLOSED") {
    return { zh: "这一行开始的双引号没有闭合", en: "the double quote that opens in this line is never closed" };
  }
  return { zh: "单元格中间出现了双引号", en: "a double quote stands in the middle of a cell" };
}

function isHeaderRight(
  header: CsvRecord,
  columns: readonly string[],
  text: TextLines,
  issues: Issue[],
  isOpen: boolean,
): boolean {
  const before = issues.length;
  const separator = header.cells.length === 1 ? /[;\t]/.exec(header.raw)?.[0] : undefined;
  if (separator !== undefined) {
    issues.push(makeIssue("csv/delimiter", recordSpan(header, 0, text), { seen: separator }));
    return false;
  }
  for (const [index, column] of header.cells.entries()) {
    const at = recordSpan(header, index, text);
    if (header.cells.indexOf(column) < index) issues.push(makeIssue("csv/duplicate-column", at, { column }));
    else if (!isOpen && !columns.includes(column)) {
      const missing = columns.filter((known) => !header.cells.includes(known));
      const parameters = { column, nearest: nearestName(column, missing), known: missing };
      issues.push(makeIssue("csv/unknown-column", at, parameters));
    }
  }
  for (const column of columns.filter((known) => !header.cells.includes(known))) {
    issues.push(makeIssue("csv/missing-column", recordSpan(header, -1, text), { column }));
  }
  return issues.length === before;
}

/** Place of one cell of a record, or of all of it when `index` is −1. */
function recordSpan(record: CsvRecord, index: number, text: TextLines): SourceSpan {
  const blank = /^\s*/.exec(record.raw)![0];
  const skipped = blank.lastIndexOf("\n") + 1;
  const bounds = index < 0 ? [skipped, record.raw.trimEnd().length] : cellBounds(record.raw, skipped, index);
  return text.span(record.start + bounds[0]!, record.start + bounds[1]!);
}

/** Start and end of a cell inside a record, quotes included; an empty cell ends where it starts. */
function cellBounds(raw: string, skipped: number, index: number): [number, number] {
  const content = raw.trimEnd().length;
  let start = skipped;
  let cell = 0;
  let isQuoted = false;
  for (let at = skipped; at < content; at++) {
    if (raw[at] === '"') isQuoted = !isQuoted;
    if (raw[at] !== "," || isQuoted) continue;
    if (cell++ === index) return [start, at];
    start = at + 1;
  }
  return cell === index ? [start, Math.max(start, content)] : [skipped, content];
}
