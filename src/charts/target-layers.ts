import type { Language } from "../core/bilingual.ts";
import type { ChartTarget, FanChartData } from "./chart-data.ts";
import { chartWords, targetCondition } from "./chart-words.ts";
import { type FanScale, plotSize } from "./fan-scale.ts";
import { formatFigure } from "./format-figure.ts";
import { hatchLines } from "./hatch-lines.ts";
import { atYear, type Layer, labelLayers } from "./spec-parts.ts";
import { palette, textSize } from "./theme.ts";

/** Dash of the target's level, and of the straight path that leads to it. */
export const targetDash = { level: [7, 3], path: [2, 3] } as const;

/** Star of the target, unlike any shape of a measured or planned figure. */
export const star =
  "M0,-1L0.235,-0.324L0.951,-0.309L0.38,0.124L0.588,0.809L0,0.4L-0.588,0.809L-0.38,0.124L-0.951,-0.309L-0.235,-0.324Z";

/** Mark a target: the star with a pale rim. */
export function targetStar(size: number) {
  return {
    type: "point",
    shape: star,
    size,
    filled: true,
    fill: palette.target,
    stroke: palette.paper,
    strokeWidth: 1,
    opacity: 1,
  } as const;
}

/** Tint the side that breaks a ceiling or a level to be maintained; it lies behind the fan. */
export function forbiddenTint({ target }: FanChartData, scale: FanScale): Layer[] {
  if (target === null || !forbidsEachYear(target)) return [];
  return [
    {
      data: { values: [{ ...forbiddenRange(target, scale), value: target.value }] },
      mark: { type: "rect", color: palette.targetTint, opacity: 0.55 },
      encoding: { ...atYear("from", "edge"), x2: { field: "until" }, y2: { field: "value" } },
    },
  ];
}

/** Hatch the same side above the fan, so that the part of the fan that breaks the target is seen. */
export function forbiddenHatch({ target }: FanChartData, scale: FanScale): Layer[] {
  if (target === null || !forbidsEachYear(target)) return [];
  const { from, until, edge } = forbiddenRange(target, scale);
  const perYear = plotSize.width / (scale.years[1] - scale.years[0]);
  const perUnit = plotSize.height / (scale.values[1] - scale.values[0]);
  const top = Math.max(edge, target.value);
  const strokes = hatchLines((until - from) * perYear, Math.abs(edge - target.value) * perUnit, 9);
  const values = strokes.map(({ x1, y1, x2, y2 }) => ({
    x1: from + x1 / perYear,
    x2: from + x2 / perYear,
    y1: top - y1 / perUnit,
    y2: top - y2 / perUnit,
  }));
  return [
    {
      data: { values },
      mark: { type: "rule", color: palette.target, strokeWidth: 0.7, opacity: 0.45 },
      encoding: { ...atYear("x1", "y1"), x2: { field: "x2" }, y2: { field: "y2" } },
    },
  ];
}

/** Years that the target forbids anything in, half a year around each, and the edge of the plot on the wrong side. */
function forbiddenRange({ rule, firstYear, year, comparison }: ChartTarget, { values }: FanScale) {
  return {
    from: (rule === "end_year" ? year : firstYear) - 0.5,
    until: year + 0.5,
    edge: comparison.startsWith("<") ? values[1] : values[0],
  };
}

/** Say whether a target has a side on which no year may lie. */
export function forbidsEachYear(target: ChartTarget): boolean {
  return (target.kind === "ceiling" || target.kind === "maintain") && target.rule !== "period_mean";
}

/** Draw the target as what it is: a level with its point, a level for every year, a mean, or a sum to be filled. */
export function targetLayers(data: FanChartData, scale: FanScale, language: Language): Layer[] {
  const { target } = data;
  if (target === null) return [];
  switch (target.kind) {
    case "floor":
    case "share":
      return [
        ...pathLayers(data, target),
        ...levelLayers(target, data.baseYear, target.year),
        targetPoint(target),
        ...targetLabel(data, target, language),
      ];
    case "cumulative":
      return sumLayers(data, target, scale, language);
    case "ceiling":
    case "maintain":
    case "mean_growth":
      return [
        ...levelLayers(target, target.firstYear - 0.5, scale.periodPlace === null ? target.year + 0.5 : scale.years[1]),
        ...targetLabel(data, target, language),
        ...periodMeanLayers(data, scale, language),
      ];
  }
}

function levelLayers({ value }: ChartTarget, from: number, until: number): Layer[] {
  return [
    {
      data: { values: [{ from, until, value }] },
      mark: { type: "rule", color: palette.target, strokeWidth: 1.8, strokeDash: [...targetDash.level] },
      encoding: { ...atYear("from", "value"), x2: { field: "until" } },
    },
  ];
}

function pathLayers({ baseline }: FanChartData, target: ChartTarget): Layer[] {
  if (baseline === null || typeof baseline.value !== "number") return [];
  const values = [
    { year: baseline.year, value: baseline.value },
    { year: target.year, value: target.value },
  ];
  return [
    {
      data: { values },
      mark: { type: "line", color: palette.target, strokeWidth: 1.5, strokeDash: [...targetDash.path] },
      encoding: atYear("year", "value"),
    },
  ];
}

function targetPoint({ year, value }: ChartTarget): Layer {
  return {
    data: { values: [{ year, value }] },
    mark: targetStar(190),
    encoding: atYear("year", "value"),
  };
}

/** Say on which side of the target the median lies, so that two labels never stand on one side. */
export function medianIsAbove({ target, median, years }: FanChartData, year: number): boolean {
  const value = median[years.indexOf(year)];
  return target !== null && value !== undefined && value >= target.value;
}

/** Write the condition at the target's point or where its level begins, on the side away from the simulated values. */
function targetLabel(data: FanChartData, target: ChartTarget, language: Language): Layer[] {
  const { value } = target;
  const text = targetCondition(target, data.display, language);
  if (target.kind === "floor" || target.kind === "share") {
    return labelLayers({
      year: target.year,
      value,
      text,
      colour: palette.target,
      dy: medianIsAbove(data, target.year) ? 15 : -15,
    });
  }
  const dy = medianIsAbove(data, target.firstYear) ? 10 : -9;
  return labelLayers({ year: target.firstYear - 0.45, value, text, colour: palette.target, dy, align: "left" });
}

/** Draw a five-year sum as a bar to be filled, beside the fan of running sums. */
function sumLayers(data: FanChartData, target: ChartTarget, scale: FanScale, language: Language): Layer[] {
  const place = scale.periodPlace!;
  const bar = (half: number, upper: number) => ({
    values: [{ from: place - half, until: place + half, lower: 0, upper }],
  });
  const encoding = { ...atYear("from", "lower"), x2: { field: "until" }, y2: { field: "upper" } };
  const layers: Layer[] = [
    ...levelLayers(target, data.baseYear, place - 0.38),
    {
      data: bar(0.38, target.value),
      mark: { type: "rect", fill: palette.targetTint, stroke: palette.target, strokeWidth: 1.8 },
      encoding,
    },
  ];
  const median = data.median[data.years.indexOf(target.year)];
  if (median !== undefined) {
    layers.push({ data: bar(0.2, median), mark: { type: "rect", fill: palette.median }, encoding });
  }
  const text = targetCondition(target, data.display, language);
  layers.push(
    ...labelLayers({ year: data.baseYear, value: target.value, text, colour: palette.target, dy: -9, align: "left" }),
    underAxis(place, chartWords.cumulativeShort[language]),
  );
  if (median !== undefined) {
    const sum = formatFigure(median, data.display, language);
    layers.push(
      ...labelLayers({
        year: target.year,
        value: median,
        text: sum,
        colour: palette.median,
        dy: median < target.value ? 15 : -13,
      }),
    );
  }
  return layers;
}

/** Draw the interval of the period's mean, which is what the target is held against. */
function periodMeanLayers(
  { periodMean, display }: FanChartData,
  { periodPlace }: FanScale,
  language: Language,
): Layer[] {
  if (periodMean === null || periodPlace === null) return [];
  const data = { values: [{ year: periodPlace, ...periodMean }] };
  return [
    {
      data,
      mark: { type: "rule", color: palette.bands["0.5"], strokeWidth: 9 },
      encoding: { ...atYear("year", "lower"), y2: { field: "upper" } },
    },
    {
      data,
      mark: { type: "point", shape: "M-1,0H1", size: 200, stroke: palette.median, strokeWidth: 3, opacity: 1 },
      encoding: atYear("year", "median"),
    },
    ...labelLayers({
      year: periodPlace - 0.2,
      value: periodMean.median,
      text: formatFigure(periodMean.median, display, language),
      colour: palette.median,
      dy: 0,
      align: "right",
    }),
    underAxis(periodPlace, chartWords.periodMeanShort[language]),
  ];
}

/** Name the place beyond the last year, on the line of the years. */
function underAxis(year: number, text: string): Layer {
  return {
    data: { values: [{ year, text }] },
    mark: { type: "text", baseline: "top", dy: 7, color: palette.quiet, fontSize: textSize.body },
    encoding: {
      x: { field: "year", type: "quantitative", title: null },
      y: { value: plotSize.height },
      text: { field: "text", type: "nominal" },
    },
  };
}
