import type { TopLevelSpec } from "vega-lite";
import type { Language } from "../core/bilingual.ts";
import { areAllDecided } from "../reachability/decided.ts";
import type { ReportData, RowData, ScenarioData } from "./report-data.ts";
import type { Block, FieldBlock, Span, TableColumn } from "./report-document.ts";
import { ReportFigures } from "./report-figures.ts";

const chineseDigits = "零一二三四五六七八九十";

/** Collects the blocks of a document and numbers its headings, tables, pictures and annexes. */
export class DocumentWriter {
  readonly data: ReportData;
  readonly language: Language;
  readonly figures: ReportFigures;
  readonly blocks: Block[] = [];
  readonly #headings = [0, 0, 0];
  #tables = 0;
  #pictures = 0;
  #annexes = 0;

  constructor(data: ReportData, language: Language) {
    this.data = data;
    this.language = language;
    this.figures = new ReportFigures(data, language);
  }

  /** The scenario that the report tells row by row. */
  get main(): ScenarioData {
    return this.data.main;
  }

  /** Whether observations have decided every row that can be judged. */
  get isDecided(): boolean {
    return areAllDecided(Object.values(this.main.verdicts));
  }

  scenario(id: string): ScenarioData {
    const scenario = this.data.scenarios[id];
    if (!scenario) throw new RangeError(`scenario: the run must hold the scenario; got ${id}`);
    return scenario;
  }

  row(id: string): RowData {
    const row = this.data.rows[id];
    if (!row) throw new RangeError(`row: the plan must hold the row; got ${id}`);
    return row;
  }

  heading(level: 1 | 2 | 3, spans: readonly Span[]): void {
    this.#headings.fill(0, level);
    this.#headings[level - 1]! += 1;
    this.blocks.push({ kind: "heading", level, number: this.#headingNumber(level), spans });
  }

  /** Begin an annex; the headings in it are numbered anew, from the second level on. */
  annex(spans: readonly Span[]): void {
    this.#annexes += 1;
    this.#headings.fill(0, 1);
    const number = this.language === "zh" ? `附件${this.#annexes}` : `Annex ${this.#annexes}`;
    this.blocks.push({ kind: "annex", number, spans });
  }

  paragraph(spans: readonly Span[]): void {
    if (spans.length > 0) this.blocks.push({ kind: "paragraph", spans });
  }

  note(spans: readonly Span[]): void {
    this.blocks.push({ kind: "note", spans });
  }

  /** A table, or nothing when it has no row. */
  table(
    caption: readonly Span[],
    unit: readonly Span[] | null,
    columns: readonly TableColumn[],
    rows: readonly (readonly (readonly Span[])[])[],
  ): void {
    if (rows.length === 0) return;
    this.#tables += 1;
    const number = this.language === "zh" ? `表${this.#tables}` : `Table ${this.#tables}`;
    this.blocks.push({ kind: "table", number, caption, unit, columns, rows });
  }

  picture(caption: readonly Span[], name: string, spec: TopLevelSpec): void {
    this.#pictures += 1;
    const number = this.language === "zh" ? `图${this.#pictures}` : `Figure ${this.#pictures}`;
    this.blocks.push({ kind: "picture", number, caption, name, spec });
  }

  field(field: Omit<FieldBlock, "kind">): void {
    this.blocks.push({ kind: "field", ...field });
  }

  /** 一、（一）1. as official documents number; 1, 1.1, 1.1.1 in English; in annexes the first level is left out. */
  #headingNumber(level: 1 | 2 | 3): string {
    const [first = 0, second = 0, third = 0] = this.#headings;
    if (this.language === "zh") {
      if (level === 1) return `${chineseNumber(first)}、`;
      return level === 2 ? `（${chineseNumber(second)}）` : `${third}.`;
    }
    const chapter = this.#annexes > 0 ? "ABCDEFGH"[this.#annexes - 1] : String(first);
    return [chapter, second, third].slice(0, level).join(".");
  }
}

/** Write a whole number up to 99 in Chinese. */
function chineseNumber(value: number): string {
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  const one = ones === 0 && tens > 0 ? "" : (chineseDigits[ones] ?? "");
  if (tens === 0) return one;
  return `${tens === 1 ? "" : chineseDigits[tens]}十${one}`;
}
