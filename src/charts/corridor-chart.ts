import type { TopLevelSpec } from "vega-lite";
import type { Bilingual, Language } from "../core/bilingual.ts";
import type { FanChartData } from "./chart-data.ts";
import { joinSentences } from "./chart-frame.ts";
import { type KeyEntry, lineSymbol, pointSymbol, swatchSymbol } from "./chart-key.ts";
import { bandWords, chartWords, targetWords } from "./chart-words.ts";
import { composeFan, isDecided } from "./fan-chart.ts";
import { figureKey, verdictKey } from "./fan-key.ts";
import { bandLayers, baselineLayers, historyLayers } from "./fan-layers.ts";
import { type FanScale, fanScale } from "./fan-scale.ts";
import { figureWords } from "./figure-words.ts";
import { formatFigure } from "./format-figure.ts";
import { unitLayer, valueAxis, yearAxis } from "./plot-axes.ts";
import { atYear, type Layer, labelLayers } from "./spec-parts.ts";
import { star, targetStar } from "./target-layers.ts";
import { palette } from "./theme.ts";

/** The way to a target: the pace, the trip-wires, and where the measured values stand. */
export interface CorridorChartData {
  /** Target, measured values and the plan's figure; its band of 80 % is the ground on which the corridor is drawn. */
  readonly fan: FanChartData;
  /** Value that each year needs, up to the target year. */
  readonly pace: readonly { readonly year: number; readonly value: number }[];
  /** Values beyond which the target is all but lost, in the years that have one. */
  readonly wires: readonly { readonly year: number; readonly value: number }[];
  /** Whether values below the trip-wires are the bad ones, or those above. */
  readonly side: "below" | "above";
  /** What a year's wire is held against. */
  readonly soFar: "year" | "sum" | "mean" | "worst";
  /** How the latest measured value stands to pace and wire, and what the wires say; null when nothing is to be said. */
  readonly standing: Bilingual | null;
}

const lost = "#762B1F";
const lostTint = "#F0DAD5";

/**
 * Draw the corridor of a row: the pace that leads to the target, the trip-wires below or above it, and the values
 * measured so far, on the middle range of the simulation.
 *
 * @param data - prepared figures; percent rows as fractions.
 * @param language - of every word on the chart.
 */
export function corridorChart(data: CorridorChartData, language: Language): TopLevelSpec {
  const { fan, pace, wires, standing, soFar } = data;
  const ground = untilTarget(fan);
  const shown = [...pace, ...wires].map(({ value }) => value);
  const { firstYear, lastYear, values } = fanScale(ground, shown);
  const scale = { firstYear, lastYear, years: [firstYear - 0.4, lastYear + 0.6] as const, values, periodPlace: null };
  const layers: Layer[] = [
    ...lostLayers(data, values),
    // The mean so far is another number than the value of a year, so the range of the years is no ground for it.
    ...(soFar === "mean" ? [unitLayer(fan.unitLabel[language])] : bandLayers(ground, scale, language)),
    ...wireLayers(data, language),
    ...paceLayers(data, scale, language),
    ...baselineLayers(ground),
    ...historyLayers(ground),
    ...targetMark(data, language),
  ];
  const notes = {
    year: null,
    sum: figureWords.soFarSum,
    mean: figureWords.soFarMean,
    worst: figureWords.soFarWorst,
  }[soFar];
  const mark = data.side === "below" ? "▼" : "▲";
  const reading: string[] = [
    data.wires.length > 0
      ? figureWords.corridorReading[language].replace("▼", mark)
      : figureWords.paceReading[language],
    ...(notes === null ? [] : [notes[language]]),
    ...(isDecided(fan) && soFar !== "mean" ? [chartWords.decidedBands[language]] : []),
  ];
  const captions = [joinSentences(reading, language), ...(standing === null ? [] : [standing[language]])];
  return composeFan(fan, language, layers, [...verdictKey(fan, language), ...corridorKey(data, language)], captions);
}

/** The fan up to the target year, with no band but that of 80 %: what lies beyond is no part of the corridor. */
function untilTarget(fan: FanChartData): FanChartData {
  const until = fan.target?.year ?? Number.POSITIVE_INFINITY;
  const count = fan.years.filter((year) => year <= until).length;
  const cut = (values: readonly number[]) => values.slice(0, count);
  return {
    ...fan,
    years: cut(fan.years),
    median: cut(fan.median),
    bands: fan.bands
      .filter(({ level }) => level === 0.8)
      .map(({ level, lower, upper }) => ({ level, lower: cut(lower), upper: cut(upper) })),
    history: fan.history.filter(({ year }) => year <= until),
    periodMean: null,
  };
}

/** Wires as points; one year alone gets a stretch around it, since a point has no line. */
function wireStretch({ wires }: CorridorChartData): { readonly year: number; readonly value: number }[] {
  const [first] = wires;
  return wires.length > 1 || first === undefined
    ? [...wires]
    : [-0.3, 0.3].map((by) => ({ year: first.year + by, value: first.value }));
}

/** Tint the side beyond the wires to the edge of the plot, behind everything. */
function lostLayers(data: CorridorChartData, values: readonly [number, number]): Layer[] {
  if (data.wires.length === 0) return [];
  const edge = data.side === "below" ? values[0] : values[1];
  return [
    {
      data: { values: wireStretch(data).map(({ year, value }) => ({ year, value, edge })) },
      mark: { type: "area", color: lostTint },
      encoding: { ...atYear("year", "value"), y2: { field: "edge" } },
    },
  ];
}

/** Draw the wires as a line with points, each labelled on the side away from the pace of its year. */
function wireLayers(data: CorridorChartData, language: Language): Layer[] {
  const { wires, side, fan, pace } = data;
  if (wires.length === 0) return [];
  const isAbovePace = (year: number, value: number) => {
    const needed = pace.find((one) => one.year === year)?.value;
    return needed === undefined ? side === "above" : value >= needed;
  };
  const shape = side === "below" ? "triangle-down" : "triangle-up";
  const stretch = wireStretch(data).map(({ year, value }) => ({ year, value }));
  const points = wires.map(({ year, value }) => ({ year, value }));
  return [
    {
      data: { values: stretch },
      mark: { type: "line", color: lost, strokeWidth: 1.6, strokeDash: [6, 2, 1, 2] },
      encoding: atYear("year", "value"),
    },
    {
      data: { values: points },
      mark: {
        type: "point",
        shape,
        size: 60,
        filled: true,
        fill: lost,
        stroke: palette.paper,
        strokeWidth: 1,
        opacity: 1,
      },
      encoding: atYear("year", "value"),
    },
    ...wires.flatMap(({ year, value }) =>
      labelLayers({
        year,
        value,
        text: formatFigure(value, fan.display, language),
        colour: lost,
        dy: isAbovePace(year, value) ? -14 : 14,
      }),
    ),
  ];
}

/** Draw the pace as a dashed line with open points, each labelled on the side away from the wire of its year. */
function paceLayers(
  { pace, side, wires, fan, soFar }: CorridorChartData,
  scale: FanScale,
  language: Language,
): Layer[] {
  const { baseline } = fan;
  const isAboveWire = (year: number, value: number) => {
    const wire = wires.find((one) => one.year === year)?.value;
    return wire === undefined ? side === "below" : value > wire;
  };
  const startsAtBaseline = soFar === "year" && typeof baseline?.value === "number";
  const start = startsAtBaseline ? [{ year: baseline.year, value: baseline.value as number }] : [];
  const values = [...start, ...pace].map(({ year, value }) => ({ year, value }));
  const isLevel = pace.every(({ value }) => value === pace[0]?.value);
  const marked = pace.slice(0, -1);
  return [
    {
      data: { values },
      mark: { type: "line", color: palette.target, strokeWidth: 1.6, strokeDash: [2, 3] },
      encoding: {
        x: { field: "year", ...yearAxis(scale) },
        y: { field: "value", ...valueAxis(scale.values, fan.display) },
      },
    },
    {
      data: { values: marked.map(({ year, value }) => ({ year, value })) },
      mark: {
        type: "point",
        shape: "circle",
        size: 34,
        filled: true,
        fill: palette.paper,
        stroke: palette.target,
        strokeWidth: 1.6,
        opacity: 1,
      },
      encoding: atYear("year", "value"),
    },
    ...(isLevel ? [] : marked).flatMap(({ year, value }) =>
      labelLayers({
        year,
        value,
        text: formatFigure(value, fan.display, language),
        colour: palette.target,
        dy: isAboveWire(year, value) ? -13 : 14,
      }),
    ),
  ];
}

function targetMark({ fan, pace, side }: CorridorChartData, language: Language): Layer[] {
  const { target, display } = fan;
  const year = pace.at(-1)?.year ?? target?.year;
  if (target === null || year === undefined) return [];
  return [
    {
      data: { values: [{ year, value: target.value }] },
      mark: targetStar(190),
      encoding: atYear("year", "value"),
    },
    ...labelLayers({
      year,
      value: target.value,
      text: formatFigure(target.value, display, language),
      colour: palette.target,
      dy: side === "below" ? -16 : 16,
    }),
  ];
}

function corridorKey({ fan, wires, side, soFar }: CorridorChartData, language: Language): KeyEntry[] {
  const { target, display } = fan;
  const orange = palette.target;
  const entries: KeyEntry[] = [];
  if (target !== null) {
    const words = targetWords(target, display, language);
    const text = language === "zh" ? `目标：${words}` : `Target: ${words}`;
    entries.push({ symbol: pointSymbol(star, orange, palette.paper, 150), text });
  }
  entries.push({ symbol: { ...lineSymbol(orange, [2, 3], 1.6) }, text: figureWords.pace[language] });
  if (wires.length > 0) {
    const shape = side === "below" ? "triangle-down" : "triangle-up";
    entries.push(
      { symbol: pointSymbol(shape, lost, palette.paper, 80), text: figureWords.wire[language] },
      { symbol: swatchSymbol(lostTint), text: figureWords.lostSide[language] },
    );
  }
  return [...entries, ...figureKey(fan, language), ...(soFar === "mean" ? [] : rangeKey(language))];
}

function rangeKey(language: Language): KeyEntry[] {
  return [
    { symbol: lineSymbol(palette.median, [], 2), text: chartWords.median[language] },
    { symbol: swatchSymbol(palette.bands["0.8"]), text: bandWords(0.8, language) },
  ];
}
