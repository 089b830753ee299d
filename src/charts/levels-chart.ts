import type { TopLevelSpec } from "vega-lite";
import type { Bilingual, Language } from "../core/bilingual.ts";
import type { ChartFooter, FigureDisplay } from "./chart-data.ts";
import { frameChart, joinSentences } from "./chart-frame.ts";
import { type KeyEntry, keyView, keyWidth, lineSymbol, swatchSymbol } from "./chart-key.ts";
import { bandWords, scenarioLine } from "./chart-words.ts";
import { figureWords } from "./figure-words.ts";
import { formatFigure } from "./format-figure.ts";
import { type LinePanelData, linePanel, yearStretch } from "./line-panel.ts";
import { unitLayer, valueAxis, yearAxis } from "./plot-axes.ts";
import { atYear, type Layer, raw, type StackedView } from "./spec-parts.ts";
import { levelFill, palette } from "./theme.ts";

/** Levels that make up a whole, year by year, and a share of some of them. */
export interface LevelsChartData {
  readonly title: Bilingual;
  readonly unitLabel: Bilingual;
  readonly display: FigureDisplay;
  readonly years: readonly number[];
  /** Lowest level first; means over the draws, which add up. */
  readonly levels: readonly { readonly label: Bilingual; readonly values: readonly number[] }[];
  readonly share: LinePanelData | null;
  readonly heading: Bilingual;
  readonly footer: ChartFooter;
}

const plot = { width: 520, height: 240 };
const panel = { width: 520, height: 120 };

/**
 * Draw levels on top of each other, and below them the share that the plan asks for.
 *
 * Levels grow darker upwards, so that a grey printer keeps them apart.
 *
 * @param data - prepared figures.
 * @param language - of every word on the chart.
 */
export function levelsChart(data: LevelsChartData, language: Language): TopLevelSpec {
  const { share, years, title, footer } = data;
  const views: StackedView[] = [
    {
      hconcat: [
        { ...plot, layer: [...barLayers(data), totalLayer(data, language), unitLayer(data.unitLabel[language])] },
        keyView(levelsKey(data, language), plot.height),
      ],
      spacing: 22,
    },
  ];
  const reading: string[] = [figureWords.levelsReading[language]];
  if (share !== null) {
    views.push(linePanel(share, years, language, panel));
    reading.push(figureWords.shareBelow[language]);
  }
  return frameChart(views, {
    language,
    title: title[language],
    subtitle: [scenarioLine(footer.scenario, data.heading, language)],
    captions: [joinSentences(reading, language)],
    footer,
    width: plot.width + keyWidth + 50,
  });
}

function barLayers({ levels, years }: LevelsChartData): Layer[] {
  const tops = years.map((_, i) => levels.reduce((sum, { values }) => sum + values[i]!, 0));
  const values = years.flatMap((year, i) => {
    let from = 0;
    return levels.map(({ values: own }, level) => {
      const bar = { left: year - 0.34, right: year + 0.34, from, to: from + own[i]!, ...fillOf(level, levels.length) };
      from = bar.to;
      return bar;
    });
  });
  return [
    {
      data: { values },
      mark: { type: "rect", stroke: palette.paper, strokeWidth: 1 },
      encoding: {
        x: { field: "left", ...yearAxis(yearStretch(years)) },
        x2: { field: "right" },
        y: { field: "from", ...valueAxis([0, Math.max(...tops) * 1.12], { percent: false }) },
        y2: { field: "to" },
        fill: raw("fill"),
      },
    },
  ];
}

function fillOf(level: number, count: number) {
  return { fill: levelFill(level, count).fill };
}

/** Write the total above each bar and each level's own figure inside it. */
function totalLayer({ levels, years, display }: LevelsChartData, language: Language): Layer {
  const figure = (value: number) => formatFigure(value, display, language);
  const inside = years.flatMap((year, i) => {
    let from = 0;
    return levels.map(({ values }, level) => {
      const at = {
        year,
        value: from + values[i]! / 2,
        text: figure(values[i]!),
        ink: levelFill(level, levels.length).ink,
      };
      from += values[i]!;
      return at;
    });
  });
  const tops = years.map((year, i) => {
    const value = levels.reduce((sum, { values }) => sum + values[i]!, 0);
    return { year, value, text: figure(value) };
  });
  const text = { field: "text", type: "nominal" as const };
  return {
    layer: [
      {
        data: { values: inside },
        mark: { type: "text", baseline: "middle" },
        encoding: { ...atYear("year", "value"), text, color: raw("ink") },
      },
      {
        data: { values: tops },
        mark: { type: "text", baseline: "bottom", dy: -4, fontWeight: "bold" },
        encoding: { ...atYear("year", "value"), text },
      },
    ],
  };
}

function levelsKey({ levels, share }: LevelsChartData, language: Language): KeyEntry[] {
  const entries: KeyEntry[] = levels
    .map(({ label }, level) => ({ symbol: swatchSymbol(levelFill(level, levels.length).fill), text: label[language] }))
    .reverse();
  if (share === null) return entries;
  return [
    ...entries,
    { symbol: lineSymbol(palette.median, [], 2), text: share.label[language] },
    { symbol: swatchSymbol(palette.bands["0.8"]), text: bandWords(0.8, language) },
  ];
}
