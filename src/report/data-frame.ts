import { stringify } from "csv-stringify/sync";
import type { DataFrame } from "danfojs-node";

type Cell = string | number | boolean | null | undefined;

/**
 * Load rows into a danfo.js DataFrame, for free-hand analysis in a notebook.
 *
 * Columns are the keys of all rows, in order of first appearance. A blank (null, undefined, a missing key) of a column
 * of numbers becomes NaN, because danfo.js counts null as 0 in a group's mean; of any other column it becomes null.
 * danfo.js takes a second and 100 MB to load, so it is loaded at the first call.
 *
 * Do arithmetic on columns, not on whole frames: a frame's own `add`, `mul`, `diff` … go through 32-bit floats.
 *
 * @param rows - flat records; a cell is text, a number, a truth value or blank.
 * @throws TypeError when a cell is anything else, or when a column has the name of a member of DataFrame, which it
 *   would hide or break.
 * @see https://danfo.jsdata.org/api-reference/dataframe
 * @example
 * const frame = await toDataFrame([{ city: "A", value: 1 }, { city: "A", value: 3 }]);
 * frame.groupby(["city"]).col(["value"]).mean().values; // [["A", 2]]
 */
export async function toDataFrame(rows: readonly object[]): Promise<DataFrame> {
  const danfo = await import("danfojs-node");
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const reserved = columns.find((column) => column in danfo.DataFrame.prototype || column.startsWith("$"));
  if (reserved !== undefined) {
    throw new TypeError(`toDataFrame: column must not have the name of a member of DataFrame; got ${reserved}`);
  }
  const cells = columns.map((column) => fillBlanks(rows.map((row) => cellOf(row, column))));
  return new danfo.DataFrame(
    rows.map((_, row) => cells.map((column) => column[row])),
    { columns },
  );
}

/**
 * Write a DataFrame as CSV: quoted where a cell needs it, blanks empty, numbers in full.
 *
 * danfo.js has `toCSV`, which never quotes: a cell that holds a comma comes out as two cells.
 *
 * @param options.bom - start with a byte order mark, by which Excel knows the text as UTF-8; defaults to true.
 * @returns lines ended by "\n", the column names first; the frame's index is left out.
 */
export function dataFrameToCsv(frame: DataFrame, options: { readonly bom?: boolean } = {}): string {
  const rows = (frame.values as Cell[][]).map((row) => row.map((cell) => (isBlank(cell) ? "" : String(cell))));
  return stringify([frame.columns, ...rows], { bom: options.bom ?? true });
}

function cellOf(row: object, column: string): Cell {
  const cell: unknown = (row as Record<string, unknown>)[column];
  if (isCell(cell)) return cell;
  throw new TypeError(
    `toDataFrame: cell of ${column} must be text, a number, a truth value or blank; got ${typeof cell}`,
  );
}

function fillBlanks(column: readonly Cell[]): Cell[] {
  const numeric = column.every((cell) => isBlank(cell) || typeof cell === "number");
  return column.map((cell) => (isBlank(cell) ? (numeric ? Number.NaN : null) : cell));
}

function isCell(value: unknown): value is Cell {
  return value === null || ["string", "number", "boolean", "undefined"].includes(typeof value);
}

function isBlank(cell: Cell): boolean {
  return cell === null || cell === undefined || Number.isNaN(cell);
}
