/** A table of texts. */
export interface SheetTable {
  readonly heads: readonly SheetHead[];
  readonly rows: readonly (readonly string[])[];
}

/** Head of a column; numbers stand to the right. */
export interface SheetHead {
  readonly text: string;
  readonly isNumber: boolean;
}

/** A part of an evaluation: a table, lines, or both. */
export interface SheetSection {
  readonly title: string;
  readonly table: SheetTable | null;
  readonly lines: readonly string[];
}
