import type { TopLevelSpec } from "vega-lite";
import type { Language } from "../core/bilingual.ts";
import type { VerdictClass } from "../reachability/verdict.ts";
import type { FanChartData } from "./chart-data.ts";
import { frameChart, joinSentences } from "./chart-frame.ts";
import { type KeyEntry, keyView, keyWidth } from "./chart-key.ts";
import { chartWords, scenarioLine } from "./chart-words.ts";
import { fanKey, verdictKey } from "./fan-key.ts";
import { bandLayers, baselineLayers, historyLayers, medianLabelLayers } from "./fan-layers.ts";
import { fanScale, plotSize } from "./fan-scale.ts";
import type { Layer } from "./spec-parts.ts";
import { forbiddenHatch, forbiddenTint, targetLayers } from "./target-layers.ts";

/**
 * Draw one indicator under one scenario: what was measured, what is simulated, what the plan asks.
 *
 * @param data - prepared figures; percent rows as fractions.
 * @param language - of every word on the chart.
 */
export function fanChart(data: FanChartData, language: Language): TopLevelSpec {
  const layers = fanLayers(data, language);
  return composeFan(data, language, layers, [...verdictKey(data, language), ...fanKey(data, language)]);
}

/** Stack the layers of a fan from back to front. */
export function fanLayers(data: FanChartData, language: Language): Layer[] {
  const scale = fanScale(data);
  return [
    ...forbiddenTint(data, scale),
    ...bandLayers(data, scale, language),
    ...forbiddenHatch(data, scale),
    ...targetLayers(data, scale, language),
    ...baselineLayers(data),
    ...historyLayers(data),
    ...medianLabelLayers(data, language),
  ];
}

/**
 * Put a fan's plot, its key and its frame together.
 *
 * @param reading - how to read it; defaults to the words of a fan.
 */
export function composeFan(
  data: FanChartData,
  language: Language,
  layers: readonly Layer[],
  key: readonly KeyEntry[],
  reading: readonly string[] = captions(data, language),
): TopLevelSpec {
  return frameChart([{ hconcat: [{ ...plotSize, layer: [...layers] }, keyView(key, plotSize.height)], spacing: 22 }], {
    language,
    title: data.title[language],
    subtitle: [scenarioLine(data.footer.scenario, data.heading, language)],
    captions: reading,
    footer: data.footer,
    width: plotSize.width + keyWidth + 50,
  });
}

/** Tell whether observations have decided the row that a fan shows. */
export function isDecided({ verdict }: Pick<FanChartData, "verdict">): boolean {
  return verdict !== null && decidedClasses.includes(verdict.class);
}

const decidedClasses: readonly VerdictClass[] = ["exceeded", "met", "nearly_met", "missed"];

function captions(data: FanChartData, language: Language): string[] {
  const { target, periodMean, note } = data;
  const reading: string[] = isDecided(data)
    ? [chartWords.decidedReading[language], chartWords.decidedBands[language]]
    : [chartWords.reading[language]];
  if (target?.kind === "cumulative") reading.push(chartWords.runningSum[language]);
  if (periodMean !== null) reading.push(chartWords.yearlyRates[language]);
  return [joinSentences(reading, language), ...(note === null ? [] : [note[language]])];
}
