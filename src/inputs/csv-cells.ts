import type { Bilingual } from "../core/bilingual.ts";
import { type Issue, makeIssue } from "../core/issue.ts";
import type { CsvRow } from "./parse-csv.ts";
import { RepeatedIssues } from "./repeated-issues.ts";

const decimalNumber = /^[+-]?(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?$/;

/** What a cell of numbers should hold. */
const numberWords: Bilingual = {
  zh: "数（小数点用“.”，不带千位分隔符、百分号和单位）",
  en: "a number (decimal point, no digit separators, percent signs or units)",
};

/** Reads typed cells of a table and collects what is wrong with them. */
export class CsvCells {
  readonly #repeated: RepeatedIssues;

  /** @param issues - receives the issues; call `finish` after the last row. */
  constructor(issues: Issue[]) {
    this.#repeated = new RepeatedIssues(issues);
  }

  /** The number in a cell; null after an issue. */
  number(row: CsvRow, column: string): number | null {
    const text = row.cell(column);
    const value = Number(text);
    if (decimalNumber.test(text) && Number.isFinite(value)) return value;
    return this.refuse(row, column, numberWords);
  }

  /** The text of a cell that must not be empty; null after an issue. */
  text(row: CsvRow, column: string): string | null {
    return row.cell(column) || this.refuse(row, column, { zh: "非空的文字", en: "a text that is not empty" });
  }

  /** The text of a cell that is one of a few; null after an issue. */
  choice<T extends string>(row: CsvRow, column: string, options: readonly T[]): T | null {
    const found = options.find((option) => option === row.cell(column));
    return found ?? this.refuse(row, column, { zh: options.join("、"), en: `one of ${options.join(", ")}` });
  }

  /** The same where each option also has a Chinese word that may stand in its place. */
  worded<T extends string>(row: CsvRow, column: string, words: Readonly<Record<T, string>>): T | null {
    const options = Object.keys(words) as T[];
    const text = row.cell(column);
    const found = options.find((option) => option === text || words[option] === text);
    const zh = options.map((option) => `${option}（${words[option]}）`).join("、");
    return found ?? this.refuse(row, column, { zh, en: `one of ${options.join(", ")}` });
  }

  /** Refuse a cell, saying what should stand there. */
  refuse(row: CsvRow, column: string, expected: Bilingual): null {
    this.add(column, makeIssue("csv/cell", row.span(column), { column, seen: row.cell(column), expected }));
    return null;
  }

  /** Add an issue of the caller's, counted among those of its code and column. */
  add(column: string, issue: Issue): void {
    this.#repeated.add(column, issue);
  }

  /** Tell how many more issues there were of each kind. */
  finish(): void {
    this.#repeated.finish();
  }
}
