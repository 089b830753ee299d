import type { TopLevelSpec } from "vega-lite";
import type { Bilingual, Language } from "../core/bilingual.ts";
import type { ProbabilityClass } from "../reachability/verdict.ts";
import type { ChartFooter } from "./chart-data.ts";
import { frameChart } from "./chart-frame.ts";
import { scenarioLine } from "./chart-words.ts";
import { figureWords } from "./figure-words.ts";
import { legendView, probabilityOrder } from "./overview-legend.ts";
import { pixelTexts, rounded } from "./pixel-text.ts";
import { type Layer, raw, rawX, rawY } from "./spec-parts.ts";
import { palette, textSize, verdictStyles } from "./theme.ts";

/** Chance of keeping targets over the intensities of two levers. */
export interface ContourChartData {
  readonly title: Bilingual;
  /** Rows that are to be met. */
  readonly subject: Bilingual;
  /** Along and up. */
  readonly levers: readonly [Bilingual, Bilingual];
  /** Intensities along and up, ascending, evenly spaced. */
  readonly first: readonly number[];
  readonly second: readonly number[];
  /** probabilities[first][second], in [0, 1]. */
  readonly probabilities: readonly (readonly number[])[];
  /** Class of each of them, likewise. */
  readonly classes: readonly (readonly ProbabilityClass[])[];
  /** Lines of equal chance, as points in intensities. */
  readonly lines: readonly {
    readonly probability: number;
    readonly segments: readonly (readonly [readonly [number, number], readonly [number, number]])[];
  }[];
  /** Lower bounds of the classes, descending. */
  readonly probabilityClasses: readonly [number, number, number, number];
  readonly footer: ChartFooter;
}

const plot = { left: 64, width: 504, height: 360, below: 48 } as const;

/**
 * Draw the chance over two levers: cells in the colours of the classes with their percent, and lines of equal chance.
 *
 * @param data - prepared grid and lines.
 * @param language - of every word on the chart.
 */
export function contourChart(data: ContourChartData, language: Language): TopLevelSpec {
  const { title, subject, footer } = data;
  const width = plot.left + plot.width + 60;
  return frameChart(
    [
      {
        width,
        height: plot.height + plot.below,
        layer: [...cellLayers(data), ...lineLayers(data), ...numberLayers(data), ...axisLayers(data, language)],
      },
      legendView(data.probabilityClasses, new Set(probabilityOrder), language, width),
    ],
    {
      language,
      title: title[language],
      subtitle: [scenarioLine(footer.scenario, subject, language)],
      captions: [figureWords.contourReading[language], figureWords.assumed[language]],
      footer,
      width,
    },
  );
}

/** Map intensities to pixels; the grid's points are the middles of its cells. */
function scaleOf({ first, second }: ContourChartData) {
  const cellWidth = plot.width / first.length;
  const cellHeight = plot.height / second.length;
  const along = (value: number) => (value - first[0]!) / ((first.at(-1)! - first[0]!) / (first.length - 1));
  const up = (value: number) => (value - second[0]!) / ((second.at(-1)! - second[0]!) / (second.length - 1));
  return {
    cellWidth,
    cellHeight,
    x: (value: number) => rounded(plot.left + (along(value) + 0.5) * cellWidth),
    y: (value: number) => rounded(plot.height - (up(value) + 0.5) * cellHeight),
  };
}

/** Every point of the grid with its place and the look of its class. */
function cellsOf(data: ContourChartData) {
  const { first, second, probabilities, classes } = data;
  const { x, y } = scaleOf(data);
  return first.flatMap((a, i) =>
    second.map((b, j) => {
      const { fill, ink } = verdictStyles[classes[i]![j]!];
      return { x: x(a), y: y(b), fill, ink, text: String(Math.round(probabilities[i]![j]! * 100)) };
    }),
  );
}

function cellLayers(data: ContourChartData): Layer[] {
  const { cellWidth, cellHeight } = scaleOf(data);
  const values = cellsOf(data).map(({ x, y, fill }) => ({
    left: rounded(x - cellWidth / 2),
    right: rounded(x + cellWidth / 2),
    top: rounded(y - cellHeight / 2),
    bottom: rounded(y + cellHeight / 2),
    fill,
  }));
  return [
    {
      data: { values },
      mark: { type: "rect", stroke: palette.paper, strokeWidth: 0.6 },
      encoding: { x: rawX("left"), x2: { field: "right" }, y: rawY("top"), y2: { field: "bottom" }, fill: raw("fill") },
    },
  ];
}

/** Write the percent of every cell, with a halo of the cell's own colour where a line runs behind it. */
function numberLayers(data: ContourChartData): Layer[] {
  const cells = cellsOf(data);
  return [
    {
      data: { values: cells.map(({ x, y, text, fill }) => ({ x, y, text, fill })) },
      mark: { type: "text", baseline: "middle", strokeWidth: 5, strokeJoin: "round" },
      encoding: { x: rawX("x"), y: rawY("y"), text: raw("text"), color: raw("fill"), stroke: raw("fill") },
    },
    pixelTexts(cells, { align: "center" }),
  ];
}

/** Draw the lines of equal chance; their names stand in the rim at the right or above, where the lines end. */
function lineLayers(data: ContourChartData): Layer[] {
  const { x, y, cellWidth } = scaleOf(data);
  const segments = data.lines.flatMap(({ segments: pieces }) =>
    pieces.map(([from, to]) => ({ x: x(from[0]), y: y(from[1]), x2: x(to[0]), y2: y(to[1]) })),
  );
  const names = data.lines.flatMap(({ probability, segments: pieces }) => {
    const ends = pieces.flat();
    if (ends.length === 0) return [];
    const [a, b] = ends.reduce((most, end) => (end[0] > most[0] ? end : most));
    return [{ x: rounded(x(a) + cellWidth / 2), y: rounded(y(b) - 1), text: `${Math.round(probability * 100)}%` }];
  });
  const rule = (color: string, strokeWidth: number): Layer => ({
    data: { values: segments },
    mark: { type: "rule", color, strokeWidth, strokeCap: "round" },
    encoding: { x: rawX("x"), y: rawY("y"), x2: { field: "x2" }, y2: { field: "y2" } },
  });
  return [
    rule(palette.paper, 5),
    rule(palette.ink, 2),
    {
      data: { values: names },
      mark: { type: "rect", width: 34, height: 15, color: palette.paper, cornerRadius: 3 },
      encoding: { x: rawX("x"), y: rawY("y") },
    },
    pixelTexts(names, { align: "center", isBold: true }),
  ];
}

function axisLayers(data: ContourChartData, language: Language): Layer[] {
  const { first, second, levers } = data;
  const { x, y } = scaleOf(data);
  const figure = (value: number) => String(Number(value.toFixed(2)));
  const [along, up] = levers;
  const word = figureWords.intensity[language];
  const axisName = (lever: Bilingual) => (language === "zh" ? `${lever.zh}（${word}）` : `${lever.en} (${word})`);
  return [
    pixelTexts(
      first.map((value) => ({ x: x(value), y: plot.height + 12, text: figure(value), ink: palette.quiet })),
      { align: "center", size: textSize.small },
    ),
    pixelTexts(
      second.map((value) => ({ x: plot.left - 8, y: y(value), text: figure(value), ink: palette.quiet })),
      { align: "right", size: textSize.small },
    ),
    pixelTexts(
      [
        {
          x: plot.left + plot.width / 2,
          y: plot.height + 34,
          text: `→ ${axisName(along)}`,
        },
      ],
      { align: "center" },
    ),
    pixelTexts([{ x: 0, y: -10, text: `↑ ${axisName(up)}` }], { baseline: "bottom" }),
  ];
}
