import type { TopLevelSpec } from "vega-lite";
import type { Language } from "../core/bilingual.ts";
import type { SharePathChartData } from "./chart-data.ts";
import { type KeyEntry, lineSymbol, pointSymbol } from "./chart-key.ts";
import { chartWords } from "./chart-words.ts";
import { composeFan, fanLayers } from "./fan-chart.ts";
import { fanKey, verdictKey } from "./fan-key.ts";
import { formatFigure } from "./format-figure.ts";
import { atYear, type Layer, labelLayers } from "./spec-parts.ts";
import { palette } from "./theme.ts";

/**
 * Draw a share on its way to its target: the yearly milestones of the straight path beside the fan, the pace that it
 * asks for, and what is missing in the target year.
 *
 * @param data - prepared figures; shares are fractions.
 * @param language - of every word on the chart.
 */
export function sharePathChart(data: SharePathChartData, language: Language): TopLevelSpec {
  const { fan } = data;
  const layers = [...fanLayers(fan, language), ...milestoneLayers(data, language), ...gapLayers(data)];
  const key = [...verdictKey(fan, language), ...paceKey(data, language), ...fanKey(fan, language)];
  return composeFan(fan, language, layers, key);
}

/** Mark where the straight path should be at the end of each year; first and last are marked already. */
function milestoneLayers({ path, fan }: SharePathChartData, language: Language): Layer[] {
  const between = path.slice(1, -1);
  const points: Layer = {
    data: { values: between.map(({ year, value }) => ({ year, value })) },
    mark: {
      type: "point",
      shape: "circle",
      size: 26,
      filled: true,
      fill: palette.paper,
      stroke: palette.target,
      strokeWidth: 1.5,
      opacity: 1,
    },
    encoding: atYear("year", "value"),
  };
  const labels = between.flatMap(({ year, value }) => {
    const text = formatFigure(value, fan.display, language);
    return labelLayers({ year, value, text, colour: palette.target, dy: -12 });
  });
  return between.length === 0 ? [] : [points, ...labels];
}

/** Span the distance between median and target in the target year. */
function gapLayers({ fan, gap }: SharePathChartData): Layer[] {
  const { target } = fan;
  if (gap === null || target === null) return [];
  const median = fan.median[fan.years.indexOf(target.year)];
  if (median === undefined) return [];
  return [
    {
      data: { values: [{ year: target.year, median, target: target.value }] },
      mark: { type: "rule", color: palette.ink, strokeWidth: 1.2 },
      encoding: { ...atYear("year", "median"), y2: { field: "target" } },
    },
  ];
}

function paceKey({ requiredPace, gap }: SharePathChartData, language: Language): KeyEntry[] {
  const entries: KeyEntry[] = [];
  const colon = language === "zh" ? "：" : ": ";
  if (requiredPace !== null) {
    const symbol = pointSymbol("circle", palette.paper, palette.target, 40);
    entries.push({ symbol, text: `${chartWords.pace[language]}${colon}${requiredPace[language]}` });
  }
  if (gap !== null) {
    const symbol = { ...lineSymbol(palette.ink, [], 1.2), shape: "M0,-1.1V1.1" };
    entries.push({ symbol, text: `${chartWords.gap[language]}${colon}${gap[language]}` });
  }
  return entries;
}
