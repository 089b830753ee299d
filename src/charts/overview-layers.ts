import type { Language } from "../core/bilingual.ts";
import type { VerdictClass } from "../reachability/verdict.ts";
import type { OverviewCell, OverviewChartData } from "./chart-data.ts";
import { cellGap, cellLines, type OverviewLayout, symbolRoom, tableLineHeight } from "./overview-layout.ts";
import { boxEncoding, type Layer, raw, rawNumber, rawX, rawY } from "./spec-parts.ts";
import { palette, verdictStyles } from "./theme.ts";

/** Write the names of the scenarios above their columns, all ending on one line. */
export function headerLayers({ columns }: OverviewLayout): Layer[] {
  const values = columns.map(({ left, width, header }) => ({
    x: left + width / 2,
    y: -10 - (header.length - 1) * tableLineHeight,
    lines: header,
  }));
  return [
    {
      data: { values },
      mark: { type: "text", baseline: "alphabetic", fontWeight: "bold", lineHeight: tableLineHeight },
      encoding: { x: rawX("x"), y: rawY("y"), text: raw("lines") },
    },
  ];
}

/** Write number, name and condition of every target, binding ones in bold, with a fine rule between the rows. */
export function rowLayers({ rows }: OverviewChartData, layout: OverviewLayout): Layer[] {
  const texts = layout.rows.flatMap(({ top, height, names }, place) =>
    names.map(({ left, lines }) => ({
      x: left,
      y: top + height / 2 - ((lines.length - 1) * tableLineHeight) / 2,
      lines,
      weight: rows[place]?.attribute === "binding" ? "bold" : "normal",
    })),
  );
  return [
    {
      data: { values: [...layout.rows.map(({ top }) => ({ y: top })), { y: layout.height }] },
      mark: { type: "rule", color: palette.grid },
      encoding: { x: { value: 0 }, x2: { value: "width" }, y: rawY("y") },
    },
    ...(["normal", "bold"] as const).map(
      (weight): Layer => ({
        data: { values: texts.filter((text) => text.weight === weight && text.lines[0] !== "") },
        mark: { type: "text", align: "left", baseline: "middle", fontWeight: weight, lineHeight: tableLineHeight },
        encoding: { x: rawX("x"), y: rawY("y"), text: raw("lines") },
      }),
    ),
  ];
}

/** Draw the cells: a ground of the class's colour, its symbol, and the chance or the finding in words. */
export function cellLayers(data: OverviewChartData, layout: OverviewLayout, language: Language): Layer[] {
  const cells = data.cells.flatMap((cell) => {
    const row = layout.rows[data.rows.findIndex(({ indicator }) => indicator === cell.indicator)];
    const column = layout.columns[data.scenarios.findIndex(({ id }) => id === cell.scenario)];
    return row === undefined || column === undefined ? [] : [cellMarks(cell, row, column, language)];
  });
  return [
    ...groundLayers(cells.map(({ ground }) => ground)),
    symbolLayer(cells.flatMap(({ symbols }) => symbols)),
    {
      data: { values: cells.map(({ words }) => words) },
      mark: { type: "text", align: "left", baseline: "middle", lineHeight: tableLineHeight },
      encoding: { x: rawX("x"), y: rawY("y"), text: raw("lines"), color: raw("ink") },
    },
  ];
}

/** A coloured rectangle in pixels. */
export interface Ground {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly fill: string;
  readonly border: string;
  readonly hasBrokenBorder: boolean;
}

/** Draw the grounds of cells; dashes are a property of the mark, so broken borders are a layer of their own. */
export function groundLayers(grounds: readonly Ground[]): Layer[] {
  return [false, true].map(
    (isBroken): Layer => ({
      data: { values: grounds.filter(({ hasBrokenBorder }) => hasBrokenBorder === isBroken) },
      mark: { type: "rect", cornerRadius: 2, strokeWidth: isBroken ? 1 : 1.5, strokeDash: isBroken ? [3, 3] : [] },
      encoding: boxEncoding("border"),
    }),
  );
}

/** A symbol of a class at a place in pixels. */
export interface ClassSymbol {
  readonly x: number;
  readonly y: number;
  readonly shape: string;
  readonly fill: string;
  readonly ink: string;
  /** Area in square pixels. */
  readonly size: number;
}

/** Draw symbols of classes at places in pixels. */
export function symbolLayer(symbols: readonly ClassSymbol[]): Layer {
  return {
    data: { values: [...symbols] },
    mark: { type: "point", opacity: 1, strokeWidth: 1.6 },
    encoding: {
      x: rawX("x"),
      y: rawY("y"),
      shape: raw("shape"),
      fill: raw("fill"),
      stroke: raw("ink"),
      size: rawNumber("size"),
    },
  };
}

/** Place the symbol of a class, drawn in the given ink; strokes are drawn larger than areas, which weigh more. */
export function classSymbol(key: VerdictClass, x: number, y: number, ink: string, size: number): ClassSymbol {
  const { shape, isFilled } = verdictStyles[key];
  return { x, y, shape, fill: isFilled ? ink : "transparent", ink, size: isFilled ? size : size * 1.8 };
}

function cellMarks(
  cell: OverviewCell,
  row: { readonly top: number; readonly height: number },
  column: { readonly left: number; readonly width: number },
  language: Language,
) {
  const style = verdictStyles[cell.class];
  const { ink } = style;
  const left = column.left + cellGap / 2;
  const right = column.left + column.width - cellGap / 2;
  const top = row.top + cellGap / 2;
  const bottom = row.top + row.height - cellGap / 2;
  const middle = row.top + row.height / 2;
  const symbols = [classSymbol(cell.class, left + symbolRoom / 2, middle, ink, 62)];
  if (cell.alternativeClass !== null) symbols.push(classSymbol(cell.alternativeClass, right - 9, middle, ink, 26));
  const lines = cellLines(cell, column.width, language);
  return {
    ground: {
      left,
      right,
      top,
      bottom,
      fill: style.fill,
      border: style.border,
      hasBrokenBorder: style.hasBrokenBorder,
    },
    symbols,
    words: { x: left + symbolRoom, y: middle - ((lines.length - 1) * tableLineHeight) / 2, lines, ink },
  };
}
