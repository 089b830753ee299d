import type { WorkbookWords } from "./workbook-words.ts";

/** The sheets that formulas refer to, by their part in the workbook rather than by the name they carry. */
export type SheetKey = "assumptions" | "measures" | "tables" | "lookups" | "projection" | "steps";

/** A cell; rows and columns count from 1. */
export interface CellPlace {
  readonly sheet: SheetKey;
  readonly row: number;
  readonly column: number;
}

/** What of a reference stays when its formula is copied elsewhere: nothing, the column, or all of it. */
export type Anchor = "none" | "column" | "all";

/** Name a column by its letters: 1 is A, 27 is AA. */
export function columnName(column: number): string {
  const rest = (column - 1) % 26;
  const before = (column - 1 - rest) / 26;
  return `${before > 0 ? columnName(before) : ""}${String.fromCharCode(65 + rest)}`;
}

/** Write a cell as a formula on a sheet refers to it. */
export function referTo(
  place: CellPlace,
  from: SheetKey | null,
  anchor: Anchor,
  names: WorkbookWords["sheets"],
): string {
  return `${sheetPrefix(place.sheet, from, names)}${address(place, anchor)}`;
}

/** Write the cells of one column between two places as a formula on a sheet refers to them. */
export function referToRange(
  first: CellPlace,
  last: CellPlace,
  from: SheetKey | null,
  anchor: Anchor,
  names: WorkbookWords["sheets"],
): string {
  return `${sheetPrefix(first.sheet, from, names)}${address(first, anchor)}:${address(last, anchor)}`;
}

/** Names are quoted always: which ones may stand bare differs between programs. */
function sheetPrefix(sheet: SheetKey, from: SheetKey | null, names: WorkbookWords["sheets"]): string {
  return sheet === from ? "" : `'${names[sheet]}'!`;
}

function address({ row, column }: CellPlace, anchor: Anchor): string {
  return `${anchor === "none" ? "" : "$"}${columnName(column)}${anchor === "all" ? "$" : ""}${row}`;
}
