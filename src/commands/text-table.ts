import Table from "cli-table3";
import { displayWidth } from "../core/display-width.ts";
import { longestWord, wrapToWidth } from "./wrap-to-width.ts";

/** A column of a table in the terminal. */
export interface TableColumn {
  readonly header: string;
  readonly align?: "left" | "right";
  /** Whether the column may be narrowed and its texts broken into lines when the terminal is narrow. */
  readonly wraps?: boolean;
}

/** A cell, with the colours of its lines put on after they are broken. */
export interface TableCell {
  readonly text: string;
  readonly paint?: (line: string) => string;
}

/** Blank columns between two columns. */
const gap = 2;

/** cli-table3's own frame, all taken away but the line under the header. */
const frame = {
  top: "",
  "top-mid": "",
  "top-left": "",
  "top-right": "",
  bottom: "",
  "bottom-mid": "",
  "bottom-left": "",
  "bottom-right": "",
  left: "",
  "left-mid": "",
  mid: "─",
  "mid-mid": "──",
  right: "",
  "right-mid": "",
  middle: " ".repeat(gap),
} as const;

/**
 * Lay a table out for a terminal: columns straight with Chinese text, a line under the header and nowhere else.
 *
 * @param columns - wide columns that wrap are narrowed until the table fits; a table that cannot fit is wider.
 * @param width - columns of the terminal.
 * @returns lines without trailing blanks, ended by "\n".
 */
export function textTable(
  columns: readonly TableColumn[],
  rows: readonly (readonly (TableCell | string)[])[],
  width: number,
): string {
  const cells = rows.map((row) => row.map((cell): TableCell => (typeof cell === "string" ? { text: cell } : cell)));
  const widths = fitWidths(columns, cells, width);
  const laidOut = (cell: TableCell, column: number) =>
    cell.text
      .split("\n")
      .flatMap((line) => wrapToWidth(line, widths[column]!))
      .map((line) => (line === "" ? line : (cell.paint?.(line) ?? line)))
      .join("\n");
  const table = new Table({
    chars: frame,
    colWidths: [...widths],
    colAligns: columns.map(({ align }) => align ?? "left"),
    style: { "padding-left": 0, "padding-right": 0, head: [], border: [], compact: true },
  });
  // The header is a first row of its own: cli-table3 draws its line under the first row only when told it is a head.
  table.options.head = columns.map(({ header }, column) => laidOut({ text: header }, column));
  table.push(...cells.map((row) => row.map(laidOut)));
  const lines = table.toString().split("\n");
  return `${lines.map((line) => line.trimEnd()).join("\n")}\n`;
}

/**
 * Widths of the columns: as wide as their texts; the widest that wraps is narrowed first, until all fit or only whole
 * words are left.
 */
function fitWidths(
  columns: readonly TableColumn[],
  rows: readonly (readonly TableCell[])[],
  available: number,
): number[] {
  const texts = columns.map(({ header }, column) => [header, ...rows.map((row) => row[column]?.text ?? "")]);
  const widths = texts.map((all) => Math.max(1, ...all.flatMap((text) => text.split("\n").map(displayWidth))));
  const least = texts.map((all) => Math.max(...all.map(longestWord)));
  const total = () => widths.reduce((sum, one) => sum + one, gap * (widths.length - 1));
  while (total() > available) {
    const narrowable = columns.flatMap(({ wraps }, i) => (wraps && widths[i]! > least[i]! ? [i] : []));
    if (narrowable.length === 0) break;
    const widest = narrowable.reduce((a, b) => (widths[b]! > widths[a]! ? b : a));
    widths[widest]! -= 1;
  }
  return widths;
}
