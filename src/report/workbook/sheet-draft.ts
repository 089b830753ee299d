/** A workbook as data, before it becomes a file: what stands in each cell and how it looks, nothing of the file format. */
export interface WorkbookDraft {
  readonly title: string;
  /** ISO date that the file says it was made on. */
  readonly date: string;
  /** Stands at the foot of every printed page. */
  readonly footer: string;
  /** Stands at the head of every printed page; null when the workbook may be given to anybody. */
  readonly mark: string | null;
  readonly sheets: readonly SheetDraft[];
}

export interface SheetDraft {
  readonly name: string;
  /** One line each, above the header; the first is the title. */
  readonly heading: readonly [title: string, note: string];
  /** Column titles with widths in characters. */
  readonly columns: readonly DraftColumn[];
  /** From {@link firstRow} on. */
  readonly rows: readonly DraftRow[];
  /** Columns that stay in view. */
  readonly frozenColumns: number;
  /** Columns that go to print, from the first on; all when left out. */
  readonly printedColumns?: number;
  /** The header carries buttons to filter rows by. */
  readonly hasFilter?: boolean;
  /** Cells whose look follows their value. */
  readonly highlights?: readonly Highlight[];
}

export interface DraftColumn {
  /** A number is a year. */
  readonly title: string | number;
  readonly width: number;
}

export interface DraftRow {
  readonly cells: readonly (DraftCell | null)[];
  /** Details of the row above that carries the same label: grouped, so that they can be folded away. */
  readonly isDetail?: boolean;
  /** The group starts folded. */
  readonly isFolded?: boolean;
}

export type CellLook =
  | "text"
  | "wrapped"
  | "section"
  | "note"
  | "remark"
  | "figure"
  | "result"
  | "data"
  | "plan"
  | "definition"
  | "assumption"
  | "unused";

export interface DraftCell {
  readonly value: string | number | null;
  /** Without the equals sign; `value` is then what it gives. */
  readonly formula?: string;
  readonly look: CellLook;
  /** Number format in the language of spreadsheets. */
  readonly format?: string;
  /** A person may change it: what may be entered, and what is said of it. */
  readonly entry?: CellEntry;
}

export type CellEntry =
  | {
      readonly kind: "number";
      /** Beyond these a person is warned; null: any number will do. */
      readonly range: { readonly lower: number; readonly upper: number } | null;
      readonly prompt: string | null;
    }
  | { readonly kind: "choice"; readonly options: readonly string[]; readonly prompt: string };

export interface Highlight {
  /** First and last row and column, from 1. */
  readonly area: readonly [top: number, left: number, bottom: number, right: number];
  /** Condition on the first cell of the area, without the equals sign. */
  readonly formula: string;
  readonly look: "good" | "bad" | "changed";
}

/** Row of the column titles. */
export const headerRow = 4;

/** First row below the column titles. */
export const firstRow = 5;

/** Entry of any number, with nothing to be said of it. */
export const anyNumber: CellEntry = { kind: "number", range: null, prompt: null };

/** Make a cell of text. */
export function textCell(value: string, look: CellLook = "text"): DraftCell {
  return { value, look };
}

/** Make a row that opens a section. */
export function sectionRow(title: string): DraftRow {
  return { cells: [textCell(title, "section")] };
}
