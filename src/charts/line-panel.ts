import type { Bilingual, Language } from "../core/bilingual.ts";
import type { FigureDisplay } from "./chart-data.ts";
import { figureWords } from "./figure-words.ts";
import { formatFigure } from "./format-figure.ts";
import { unitLayer, valueAxis, yearAxis } from "./plot-axes.ts";
import { atYear, type Layer, labelLayers, type StackedView } from "./spec-parts.ts";
import { targetStar } from "./target-layers.ts";
import { palette } from "./theme.ts";

/** A quantity as its middle and likely range, year by year. */
export interface RangeSeries {
  readonly label: Bilingual;
  /** One value a year of the chart's years: tenth percentile, median, ninetieth. */
  readonly lower: readonly number[];
  readonly median: readonly number[];
  readonly upper: readonly number[];
}

/** One quantity drawn by itself below a larger plot. */
export interface LinePanelData extends RangeSeries {
  readonly display: FigureDisplay;
  /** What the plan asks for; null when it asks for nothing. */
  readonly target: { readonly value: number; readonly year: number } | null;
}

/** Stretch of years that plots of whole years show, half a year around each end. */
export function yearStretch(years: readonly number[]) {
  const [firstYear, lastYear] = [years[0]!, years.at(-1)!];
  return { firstYear, lastYear, years: [firstYear - 0.6, lastYear + 0.6] as const };
}

/** Draw a quantity as a line in its likely range, with the plan's level and the last value. */
export function linePanel(
  panel: LinePanelData,
  years: readonly number[],
  language: Language,
  size: { readonly width: number; readonly height: number },
): StackedView {
  const { lower, upper, median, target, display, label } = panel;
  const shown = [...lower, ...upper, ...(target === null ? [] : [target.value])];
  const [low, high] = [Math.min(...shown), Math.max(...shown)];
  const margin = 0.15 * (high - low || Math.abs(high) || 1);
  const values = [low - margin, high + margin] as const;
  const last = years.length - 1;
  const layers: Layer[] = [
    {
      data: { values: years.map((year, i) => ({ year, lower: lower[i], upper: upper[i] })) },
      mark: { type: "area", color: palette.bands["0.8"] },
      encoding: {
        x: { field: "year", ...yearAxis(yearStretch(years)) },
        y: { field: "lower", ...valueAxis(values, display, 4) },
        y2: { field: "upper" },
      },
    },
    {
      data: { values: years.map((year, i) => ({ year, value: median[i] })) },
      mark: { type: "line", color: palette.median, strokeWidth: 2 },
      encoding: atYear("year", "value"),
    },
    unitLayer(label[language]),
  ];
  if (target !== null) layers.push(...targetLevel(target, years, panel, language));
  for (const year of new Set([target?.year ?? years[last]!, years[last]!])) {
    const value = median[years.indexOf(year)];
    if (value === undefined) continue;
    const text = formatFigure(value, display, language);
    const isAbove = target !== null && value >= target.value;
    layers.push(...labelLayers({ year, value, text, colour: palette.median, dy: isAbove ? -12 : 13 }));
  }
  return { ...size, layer: layers };
}

/** Draw the level asked for, up to the year in which it is asked. */
function targetLevel(
  { value, year }: NonNullable<LinePanelData["target"]>,
  years: readonly number[],
  { display, median }: LinePanelData,
  language: Language,
): Layer[] {
  const [firstYear] = years as readonly [number];
  const text = `${figureWords.target[language]} ${formatFigure(value, display, language)}`;
  return [
    {
      data: { values: [{ from: firstYear - 0.6, until: year, value }] },
      mark: { type: "rule", color: palette.target, strokeWidth: 1.8, strokeDash: [7, 3] },
      encoding: { ...atYear("from", "value"), x2: { field: "until" } },
    },
    {
      data: { values: [{ year, value }] },
      mark: targetStar(130),
      encoding: atYear("year", "value"),
    },
    ...labelLayers({
      year: firstYear - 0.5,
      value,
      text,
      colour: palette.target,
      dy: median[0]! >= value ? 10 : -9,
      align: "left",
    }),
  ];
}
