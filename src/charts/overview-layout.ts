import type { Language } from "../core/bilingual.ts";
import type { OverviewCell, OverviewChartData, OverviewRow } from "./chart-data.ts";
import { estimateTextWidth, wrapText } from "./text-lines.ts";
import { textSize, verdictStyles } from "./theme.ts";

/** A column that names a target: its left edge and width in pixels. */
interface NameColumn {
  readonly left: number;
  readonly width: number;
  readonly text: (row: OverviewRow) => string;
}

/** Least width of the column of targets; an amount and its unit are never parted, and may need more. */
const targetWidth = 124;

/** Space between the names of a target and the first cell. */
const nameMargin = 8;
const leastRowHeight = 34;
const textMargin = 10;

/** Room in a cell to the left of its words, for the symbol. */
export const symbolRoom = 25;

/** Space between two cells in pixels. */
export const cellGap = 3;

/** Distance of two lines of one text in the table, in pixels. */
export const tableLineHeight = 14;

/** Where everything of an overview stands, in pixels from the corner of its first row. */
export interface OverviewLayout {
  readonly width: number;
  readonly height: number;
  readonly columns: readonly { readonly left: number; readonly width: number; readonly header: readonly string[] }[];
  readonly rows: readonly { readonly top: number; readonly height: number; readonly names: readonly NameText[] }[];
}

/** A text that names a target, broken into lines. */
export interface NameText {
  readonly left: number;
  readonly lines: readonly string[];
}

/** Give every scenario a column and every target a row that is as tall as its longest text. */
export function layOutOverview({ rows, scenarios, cells }: OverviewChartData, language: Language): OverviewLayout {
  const columnWidth = language === "zh" ? 90 : 102;
  const nameColumns = nameColumnsOf(rows, language);
  const nameWidth = Math.max(...nameColumns.map(({ left, width }) => left + width)) + nameMargin;
  const columns = scenarios.map(({ label }, place) => ({
    left: nameWidth + place * columnWidth,
    width: columnWidth,
    header: wrapText(label[language], columnWidth - 12, textSize.body),
  }));
  let top = 0;
  const laidOut = rows.map((row) => {
    const names = nameColumns.map(({ left, width, text }) => ({
      left,
      lines: wrapText(text(row), width, textSize.body),
    }));
    const words = cells
      .filter(({ indicator }) => indicator === row.indicator)
      .map((cell) => cellLines(cell, columnWidth, language));
    const lineCount = Math.max(...[...names.map(({ lines }) => lines), ...words].map((lines) => lines.length));
    const height = Math.max(leastRowHeight, lineCount * tableLineHeight + textMargin);
    const place = { top, height, names };
    top += height;
    return place;
  });
  return { width: nameWidth + scenarios.length * columnWidth, height: top, columns, rows: laidOut };
}

function nameColumnsOf(rows: readonly OverviewRow[], language: Language): readonly NameColumn[] {
  const target = (row: OverviewRow) => row.target?.[language] ?? "";
  const lines = rows.flatMap((row) => wrapText(target(row), targetWidth, textSize.body));
  const widest = Math.max(targetWidth, ...lines.map((line) => estimateTextWidth(line, textSize.body)));
  return [
    { left: 0, width: 30, text: (row) => row.row ?? "" },
    { left: 34, width: 216, text: (row) => row.label[language] },
    { left: 258, width: Math.ceil(widest), text: target },
  ];
}

/** Break what a cell says into lines: the chance, or the label of its class where there is none. */
export function cellLines(cell: OverviewCell, columnWidth: number, language: Language): string[] {
  const words = cell.chance?.[language] ?? verdictStyles[cell.class].label[language];
  const secondSymbol = cell.alternativeClass === null ? 2 : 14;
  return wrapText(words, columnWidth - cellGap - symbolRoom - secondSymbol, textSize.body);
}
