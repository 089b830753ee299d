import type { Language } from "../core/bilingual.ts";
import type { FanChartData } from "./chart-data.ts";
import type { FanScale } from "./fan-scale.ts";
import { formatFigure } from "./format-figure.ts";
import { unitLayer, valueAxis, yearAxis } from "./plot-axes.ts";
import { atYear, type Layer, labelLayers } from "./spec-parts.ts";
import { medianIsAbove } from "./target-layers.ts";
import { palette } from "./theme.ts";

/** Draw bands and median, and with them the axes that every layer shares. */
export function bandLayers(data: FanChartData, scale: FanScale, language: Language): Layer[] {
  const widestFirst = [...data.bands].sort((a, b) => b.level - a.level);
  const bands = widestFirst.map((band): Layer => {
    const values = data.years.map((year, i) => ({ year, lower: band.lower[i], upper: band.upper[i] }));
    return {
      data: { values },
      mark: { type: "area", color: palette.bands[`${band.level}`] },
      encoding: { ...atYear("year", "lower"), y2: { field: "upper" } },
    };
  });
  const values = data.years.map((year, i) => ({ year, value: data.median[i] }));
  const median: Layer = {
    data: { values },
    mark: { type: "line", color: palette.median, strokeWidth: 2 },
    encoding: {
      x: { field: "year", ...yearAxis(scale) },
      y: { field: "value", ...valueAxis(scale.values, data.display) },
    },
  };
  return [...bands, median, unitLayer(data.unitLabel[language])];
}

/** Draw what was measured as points. */
export function historyLayers({ history }: FanChartData): Layer[] {
  if (history.length === 0) return [];
  return [
    {
      data: { values: history.map(({ year, value }) => ({ year, value })) },
      mark: {
        type: "point",
        shape: "circle",
        size: 42,
        filled: true,
        fill: palette.ink,
        stroke: palette.paper,
        strokeWidth: 1,
        opacity: 1,
      },
      encoding: atYear("year", "value"),
    },
  ];
}

/** Draw the plan's own figure as a hollow diamond, or as a bar where the plan leaves an interval open. */
export function baselineLayers({ baseline }: FanChartData): Layer[] {
  if (baseline === null) return [];
  const { year, value } = baseline;
  if (typeof value !== "number") {
    return [
      {
        data: { values: [{ year, lower: value.min, upper: value.max }] },
        mark: { type: "rule", color: palette.ink, strokeWidth: 1.5 },
        encoding: { ...atYear("year", "lower"), y2: { field: "upper" } },
      },
      {
        data: {
          values: [
            { year, value: value.min },
            { year, value: value.max },
          ],
        },
        mark: { type: "point", shape: "M-0.8,0H0.8", size: 120, color: palette.ink, strokeWidth: 1.5, opacity: 1 },
        encoding: atYear("year", "value"),
      },
    ];
  }
  return [
    {
      data: { values: [{ year, value }] },
      mark: {
        type: "point",
        shape: "diamond",
        size: 110,
        filled: true,
        fill: palette.paper,
        stroke: palette.ink,
        strokeWidth: 1.5,
        opacity: 1,
      },
      encoding: atYear("year", "value"),
    },
  ];
}

/** Mark the median in the target year and write its value, on the side away from the target. */
export function medianLabelLayers(data: FanChartData, language: Language): Layer[] {
  const { target, display } = data;
  const place = data.years.indexOf(target?.year ?? data.years.at(-1) ?? 0);
  const value = data.median[place];
  if (value === undefined || target?.kind === "cumulative" || data.periodMean !== null) return [];
  const year = data.years[place]!;
  return [
    {
      data: { values: [{ year, value }] },
      mark: {
        type: "point",
        shape: "circle",
        size: 46,
        filled: true,
        fill: palette.median,
        stroke: palette.paper,
        strokeWidth: 1,
        opacity: 1,
      },
      encoding: atYear("year", "value"),
    },
    ...labelLayers({
      year,
      value,
      text: formatFigure(value, display, language),
      colour: palette.median,
      dy: medianIsAbove(data, year) ? -13 : 14,
    }),
  ];
}
