import type { TopLevelSpec } from "vega-lite";
import type { Bilingual, Language } from "../core/bilingual.ts";
import type { ChartFooter, FigureDisplay } from "./chart-data.ts";
import { frameChart } from "./chart-frame.ts";
import { chartWords, scenarioLine } from "./chart-words.ts";
import { formatFigure } from "./format-figure.ts";
import { pixelTexts, rounded } from "./pixel-text.ts";
import { type PanelPlace, panelsView, panelsWidth } from "./small-panels.ts";
import { type Layer, rawX, rawY } from "./spec-parts.ts";
import { targetStar } from "./target-layers.ts";
import { wrapText } from "./text-lines.ts";
import { palette, textSize } from "./theme.ts";

/** A middle value with the interval around it. */
interface Band {
  readonly lower: number;
  readonly median: number;
  readonly upper: number;
}

/** One row of the plan, year by year: what was projected at the start, what came, what is projected now. */
export interface EvaluationPath {
  readonly label: Bilingual;
  readonly unitLabel: Bilingual;
  readonly display: FigureDisplay;
  readonly years: readonly {
    readonly year: number;
    readonly frozen: Band | null;
    readonly actual: number | null;
    readonly updated: Band | null;
  }[];
  /** The level asked for in a year; null where a year cannot be held against it, as of sums. */
  readonly target: { readonly value: number; readonly year: number } | null;
}

/** What was projected and what came, row by row. */
export interface EvaluationPathsChartData {
  readonly title: Bilingual;
  /** In the plan's order; at least one. */
  readonly rows: readonly EvaluationPath[];
  /** Whether any row is still projected. */
  readonly isAnyOpen: boolean;
  readonly footer: ChartFooter;
}

const panel = { width: 232, height: 92, left: 44, gap: 26, header: 52, below: 26 } as const;

/**
 * Draw for each row of a plan what was projected at its start, what came, and what is projected now, in small panels.
 *
 * @param data - prepared values; percent rows as fractions.
 * @param language - of every word on the chart.
 */
export function evaluationPathsChart(data: EvaluationPathsChartData, language: Language): TopLevelSpec {
  const { rows, title, footer, isAnyOpen } = data;
  const reading = isAnyOpen ? chartWords.openPathsReading : chartWords.pathsReading;
  return frameChart([panelsView(rows, panel, (row, place) => panelLayers(row, place, language))], {
    language,
    title: title[language],
    subtitle: [scenarioLine(footer.scenario, chartWords.frozenAndActual, language)],
    captions: [reading[language]],
    footer,
    width: panelsWidth(panel),
  });
}

function panelLayers(row: EvaluationPath, { left, top }: PanelPlace, language: Language): Layer[] {
  const { years, target } = row;
  const bands = years.flatMap(({ frozen, updated }) => [frozen, updated]).filter((band) => band !== null);
  const actuals = years.flatMap(({ year, actual }) => (actual === null ? [] : [{ year, value: actual }]));
  const shown = [
    ...bands.flatMap(({ lower, upper }) => [lower, upper]),
    ...actuals.map(({ value }) => value),
    ...(target === null ? [] : [target.value]),
  ];
  const [low, high] = [Math.min(...shown), Math.max(...shown)];
  const [from, until] = [years[0]!.year, years.at(-1)!.year];
  const [plotLeft, plotTop] = [left + panel.left, top + panel.header];
  const step = (panel.width - panel.left - 14) / Math.max(1, until - from);
  const x = (year: number) => rounded(plotLeft + 8 + (year - from) * step);
  const y = (value: number) =>
    rounded(plotTop + (1 - (high > low ? (value - low) / (high - low) : 0.5)) * panel.height);
  const encoding = { x: rawX("x"), y: rawY("y") };
  const at = ({ year, value }: { readonly year: number; readonly value: number }) => ({ x: x(year), y: y(value) });
  const lines = [...new Set([low, high])];
  return [
    {
      data: { values: lines.map((value) => ({ x: plotLeft, x2: rounded(left + panel.width), y: y(value) })) },
      mark: { type: "rule", color: palette.grid },
      encoding: { ...encoding, x2: { field: "x2" } },
    },
    ...bandLayers(
      years.map(({ year, frozen }) => ({ year, band: frozen })),
      palette.bands["0.95"],
      palette.bands["0.5"],
      at,
    ),
    ...bandLayers(
      years.map(({ year, updated }) => ({ year, band: updated })),
      palette.bands["0.5"],
      palette.median,
      at,
    ),
    ...(target === null ? [] : [{ data: { values: [at(target)] }, mark: targetStar(150), encoding } satisfies Layer]),
    { data: { values: actuals.map(at) }, mark: { type: "line", color: palette.ink, strokeWidth: 1 }, encoding },
    {
      data: { values: actuals.map(at) },
      mark: {
        type: "point",
        shape: "circle",
        size: 34,
        filled: true,
        color: palette.ink,
        stroke: palette.paper,
        opacity: 1,
      },
      encoding,
    },
    ...panelTexts(
      row,
      { left, top },
      lines.map((value) => ({ value, y: y(value) })),
      language,
    ),
  ];
}

/** Name and unit above a panel, the ends of its scale at the left, the first and the last year below. */
function panelTexts(
  { label, unitLabel, display, years }: EvaluationPath,
  { left, top }: PanelPlace,
  ends: readonly { readonly value: number; readonly y: number }[],
  language: Language,
): Layer[] {
  const [plotLeft, plotTop] = [left + panel.left, top + panel.header];
  const title = wrapText(label[language], panel.width - 6, textSize.body);
  const ink = palette.quiet;
  const size = textSize.small;
  const edges = [
    { x: plotLeft + 8, year: years[0]!.year },
    { x: left + panel.width - 6, year: years.at(-1)!.year },
  ];
  return [
    pixelTexts(
      ends.map(({ value, y }) => ({ x: plotLeft - 5, y, text: formatFigure(value, display, language), ink })),
      { align: "right", size },
    ),
    pixelTexts(
      edges.map(({ x, year }) => ({ x, y: plotTop + panel.height + 12, text: String(year), ink })),
      { align: "center", size },
    ),
    pixelTexts([{ x: left, y: plotTop - 24, text: title }], { isBold: true, baseline: "bottom" }),
    pixelTexts([{ x: left, y: plotTop - 12, text: unitLabel[language], ink }], { size }),
  ];
}

/** A band with its middle; a band of one year alone is drawn as an upright bar. */
function bandLayers(
  years: readonly { readonly year: number; readonly band: Band | null }[],
  fill: string,
  line: string,
  at: (point: { readonly year: number; readonly value: number }) => { readonly x: number; readonly y: number },
): Layer[] {
  const points = years.flatMap(({ year, band }) =>
    band === null
      ? []
      : [
          {
            x: at({ year, value: 0 }).x,
            lower: at({ year, value: band.lower }).y,
            upper: at({ year, value: band.upper }).y,
            y: at({ year, value: band.median }).y,
          },
        ],
  );
  if (points.length === 0) return [];
  const single = points.length === 1;
  return [
    {
      data: { values: points },
      mark: single ? { type: "rule", color: fill, strokeWidth: 7 } : { type: "area", color: fill },
      encoding: { x: rawX("x"), y: rawY("lower"), y2: { field: "upper" } },
    },
    {
      data: { values: points },
      mark: single
        ? { type: "tick", color: line, thickness: 2, size: 11, orient: "horizontal" }
        : { type: "line", color: line, strokeWidth: 1.6 },
      encoding: { x: rawX("x"), y: rawY("y") },
    },
  ];
}
