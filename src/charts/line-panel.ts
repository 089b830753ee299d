import type { Bilingual, Language } from "../core/bilingual.ts";
import type { FigureDisplay } from "./chart-data.ts";
import { figureWords } from "./figure-words.ts";
import { formatFigure } from "./format-figure.ts";
import { unitLayer, valueAxis, yearAxis } from "./plot-axes.ts";
import { atYear, type Layer, labelLayers, type StackedView } from "./spec-parts.ts";
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
  /** Level that the plan asks for; null when it asks for none. */
  readonly target: number | null;
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
  const shown = [...lower, ...upper, ...(target === null ? [] : [target])];
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
  const text = formatFigure(median[last]!, display, language);
  const isHigh = target !== null && median[last]! >= target;
  layers.push(
    ...labelLayers({ year: years[last]!, value: median[last]!, text, colour: palette.median, dy: isHigh ? -12 : 12 }),
  );
  return { ...size, layer: layers };
}

function targetLevel(
  target: number,
  years: readonly number[],
  { display, median }: LinePanelData,
  language: Language,
): Layer[] {
  const [firstYear, lastYear] = [years[0]!, years.at(-1)!];
  const text = `${figureWords.target[language]} ${formatFigure(target, display, language)}`;
  return [
    {
      data: { values: [{ from: firstYear - 0.6, until: lastYear + 0.6, value: target }] },
      mark: { type: "rule", color: palette.target, strokeWidth: 1.8, strokeDash: [7, 3] },
      encoding: { ...atYear("from", "value"), x2: { field: "until" } },
    },
    ...labelLayers({
      year: firstYear - 0.5,
      value: target,
      text,
      colour: palette.target,
      dy: median[0]! >= target ? 10 : -9,
      align: "left",
    }),
  ];
}
