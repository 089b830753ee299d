import type { TopLevelSpec } from "vega-lite";
import type { Language } from "../core/bilingual.ts";
import type { ForecastChartData } from "./chart-data.ts";
import { frameChart, joinSentences } from "./chart-frame.ts";
import { type KeyEntry, keyView, keyWidth, lineSymbol, pointSymbol, swatchSymbol } from "./chart-key.ts";
import { chartWords, forecastBandWords } from "./chart-words.ts";
import { bandLayers, historyLayers, medianLabelLayers } from "./fan-layers.ts";
import { fanScale, plotSize } from "./fan-scale.ts";
import { atYear, type Layer } from "./spec-parts.ts";
import { palette } from "./theme.ts";

/**
 * Draw a series and its forecast: what was measured, what is expected, and how far that may be off.
 *
 * @param data - prepared figures; percent series as fractions.
 * @param language - of every word on the chart.
 */
export function forecastChart(data: ForecastChartData, language: Language): TopLevelSpec {
  const { fan, method, notes } = data;
  const layers = [
    ...bandLayers(fan, fanScale(fan), language),
    ...historyLine(data),
    ...historyLayers(fan),
    ...medianLabelLayers(fan, language),
  ];
  const plot = { ...plotSize, layer: layers };
  const colon = language === "zh" ? "：" : ": ";
  const remarks = joinSentences(
    notes.map((note) => note[language]),
    language,
  );
  return frameChart([{ hconcat: [plot, keyView(forecastKey(data, language), plotSize.height)], spacing: 22 }], {
    language,
    title: fan.title[language],
    subtitle: [`${fan.heading[language]}${colon}${method[language]}`],
    captions: [chartWords.forecastReading[language], ...(remarks === "" ? [] : [remarks])],
    footer: fan.footer,
    width: plotSize.width + keyWidth + 50,
  });
}

/** Lead the eye along the history; a year without a value breaks the line. */
function historyLine({ fan: { history } }: ForecastChartData): Layer[] {
  const runs: { readonly year: number; readonly value: number }[][] = [];
  for (const point of history) {
    const run = runs.at(-1);
    if (run?.at(-1)?.year === point.year - 1) run.push(point);
    else runs.push([point]);
  }
  return runs.map((run): Layer => {
    return {
      data: { values: run.map(({ year, value }) => ({ year, value })) },
      mark: { type: "line", color: palette.ink, strokeWidth: 1.2 },
      encoding: atYear("year", "value"),
    };
  });
}

function forecastKey({ fan }: ForecastChartData, language: Language): KeyEntry[] {
  const { ink, paper, median, bands } = palette;
  const narrowestFirst = fan.bands.toSorted((a, b) => a.level - b.level);
  return [
    { symbol: pointSymbol("circle", ink, paper, 42), text: chartWords.observed[language] },
    { symbol: lineSymbol(median, [], 2), text: chartWords.forecastMedian[language] },
    ...narrowestFirst.map(({ level }) => {
      return { symbol: swatchSymbol(bands[`${level}`]), text: forecastBandWords(level, language) };
    }),
  ];
}
