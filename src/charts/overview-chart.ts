import type { TopLevelSpec } from "vega-lite";
import type { Language } from "../core/bilingual.ts";
import type { OverviewChartData } from "./chart-data.ts";
import { frameChart, joinSentences } from "./chart-frame.ts";
import { chartWords } from "./chart-words.ts";
import { cellLayers, headerLayers, rowLayers } from "./overview-layers.ts";
import { layOutOverview } from "./overview-layout.ts";
import { legendView, probabilityOrder } from "./overview-legend.ts";

/** Room in pixels that legend and captions have when there are few scenarios. */
const leastWidth = 760;

/**
 * Draw all targets under all scenarios as a table: a row a target, a column a scenario, the chance in words.
 *
 * Colour, lightness, symbol and word each say the class on their own, so the chart survives a grey printer.
 *
 * @param data - prepared cells; a pair of target and scenario without a cell stays empty.
 * @param language - of every word on the chart.
 */
export function overviewChart(data: OverviewChartData, language: Language): TopLevelSpec {
  const layout = layOutOverview(data, language);
  const width = Math.max(layout.width, leastWidth);
  const isAnyOpen = data.cells.some(({ class: verdictClass }) => probabilityOrder.some((key) => key === verdictClass));
  const reading = isAnyOpen ? chartWords.facts : chartWords.onlyFacts;
  const captions = [joinSentences([chartWords.binding[language], reading[language]], language)];
  if (data.cells.some((cell) => cell.alternativeClass !== null)) captions.push(chartWords.alternative[language]);
  if (data.note !== null) captions.push(data.note[language]);
  return frameChart(
    [
      {
        width: layout.width,
        height: layout.height,
        layer: [...headerLayers(layout), ...rowLayers(data, layout), ...cellLayers(data, layout, language)],
      },
      legendView(data.probabilityClasses, new Set(data.cells.map((cell) => cell.class)), language, width),
    ],
    {
      language,
      title: data.title[language],
      subtitle: data.heading === null ? [] : [data.heading[language]],
      captions,
      footer: data.footer,
      width,
    },
  );
}
