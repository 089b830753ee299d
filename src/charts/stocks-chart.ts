import type { TopLevelSpec } from "vega-lite";
import type { Bilingual, Language } from "../core/bilingual.ts";
import type { ChartFooter, FigureDisplay } from "./chart-data.ts";
import { frameChart } from "./chart-frame.ts";
import { type KeyEntry, keyView, keyWidth, lineSymbol, pointSymbol, swatchSymbol } from "./chart-key.ts";
import { bandWords, scenarioLine } from "./chart-words.ts";
import { figureWords } from "./figure-words.ts";
import { formatFigure } from "./format-figure.ts";
import { type LinePanelData, linePanel, type RangeSeries, yearStretch } from "./line-panel.ts";
import { unitLayer, valueAxis, yearAxis } from "./plot-axes.ts";
import { atYear, type Layer, labelLayers, type StackedView } from "./spec-parts.ts";
import { palette } from "./theme.ts";

/** Two stocks against each other, year by year, and their ratio. */
export interface StocksChartData {
  readonly title: Bilingual;
  readonly unitLabel: Bilingual;
  readonly display: FigureDisplay;
  readonly years: readonly number[];
  readonly stocks: readonly [RangeSeries, RangeSeries];
  readonly ratio: LinePanelData | null;
  readonly heading: Bilingual;
  readonly footer: ChartFooter;
}

const plot = { width: 520, height: 240 };
const panel = { width: 520, height: 120 };

/** How the two are drawn: by colour, by dash and by the shape of their points. */
const looks = [
  { line: palette.median, band: palette.bands["0.8"], dash: [], shape: "circle" },
  { line: palette.second, band: palette.secondBand, dash: [6, 3], shape: "square" },
] as const;

/**
 * Draw two stocks against each other on one axis that begins at 0, and below them their ratio.
 *
 * @param data - prepared figures.
 * @param language - of every word on the chart.
 */
export function stocksChart(data: StocksChartData, language: Language): TopLevelSpec {
  const { ratio, years, title, footer } = data;
  const layers = [...bandLayers(data), ...lineLayers(data, language), unitLayer(data.unitLabel[language])];
  const views: StackedView[] = [
    { hconcat: [{ ...plot, layer: layers }, keyView(stocksKey(data, language), plot.height)], spacing: 22 },
  ];
  if (ratio !== null) views.push(linePanel(ratio, years, language, panel));
  return frameChart(views, {
    language,
    title: title[language],
    subtitle: [scenarioLine(footer.scenario, data.heading, language)],
    captions: [figureWords.stocksReading[language]],
    footer,
    width: plot.width + keyWidth + 50,
  });
}

function bandLayers({ stocks, years }: StocksChartData): Layer[] {
  const top = Math.max(...stocks.flatMap(({ upper }) => upper)) * 1.12;
  return stocks.map(
    ({ lower, upper }, place): Layer => ({
      data: { values: years.map((year, i) => ({ year, lower: lower[i], upper: upper[i] })) },
      mark: { type: "area", color: looks[place]!.band },
      encoding: {
        x: { field: "year", ...yearAxis(yearStretch(years)) },
        y: { field: "lower", ...valueAxis([0, top], { percent: false }) },
        y2: { field: "upper" },
      },
    }),
  );
}

/** Draw the middle of each with its points, and its first and last value; the upper one is labelled above. */
function lineLayers({ stocks, years, display }: StocksChartData, language: Language): Layer[] {
  const last = years.length - 1;
  return stocks.flatMap(({ median }, place) => {
    const { line, dash, shape } = looks[place]!;
    const values = years.map((year, i) => ({ year, value: median[i] }));
    const other = stocks[1 - place]!;
    const isUpper = median[last]! >= other.median[last]!;
    return [
      {
        data: { values },
        mark: { type: "line", color: line, strokeWidth: 2, strokeDash: [...dash] },
        encoding: atYear("year", "value"),
      },
      {
        data: { values },
        mark: {
          type: "point",
          shape,
          size: 34,
          filled: true,
          fill: line,
          stroke: palette.paper,
          strokeWidth: 1,
          opacity: 1,
        },
        encoding: atYear("year", "value"),
      },
      ...[0, last].flatMap((i) =>
        labelLayers({
          year: years[i]!,
          value: median[i]!,
          text: formatFigure(median[i]!, display, language),
          colour: line,
          dy: isUpper ? -14 : 15,
        }),
      ),
    ] satisfies Layer[];
  });
}

function stocksKey({ stocks, ratio }: StocksChartData, language: Language): KeyEntry[] {
  const entries = stocks.flatMap(({ label }, place): KeyEntry[] => {
    const { line, band, shape } = looks[place]!;
    return [
      { symbol: pointSymbol(shape, line, line, 60), text: label[language], isBold: true },
      { symbol: swatchSymbol(band), text: bandWords(0.8, language) },
    ];
  });
  if (ratio !== null) entries.push({ symbol: lineSymbol(palette.median, [], 2), text: ratio.label[language] });
  return entries;
}
