import type { TopLevelSpec } from "vega-lite";
import type { Bilingual, Language } from "../core/bilingual.ts";
import type { ProbabilityClass } from "../reachability/verdict.ts";
import type { ChartFooter } from "./chart-data.ts";
import { frameChart } from "./chart-frame.ts";
import { scenarioLine } from "./chart-words.ts";
import { figureWords } from "./figure-words.ts";
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
        layer: [...cellLayers(data), ...lineLayers(data), ...axisLayers(data, language)],
      },
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

function cellLayers(data: ContourChartData): Layer[] {
  const { first, second, probabilities, classes } = data;
  const { x, y, cellWidth, cellHeight } = scaleOf(data);
  const cells = first.flatMap((a, i) =>
    second.map((b, j) => {
      const style = verdictStyles[classes[i]![j]!];
      return {
        x: x(a),
        y: y(b),
        fill: style.fill,
        ink: style.ink,
        text: String(Math.round(probabilities[i]![j]! * 100)),
      };
    }),
  );
  return [
    {
      data: {
        values: cells.map(({ x: at, y: up, fill }) => ({
          left: rounded(at - cellWidth / 2),
          right: rounded(at + cellWidth / 2),
          top: rounded(up - cellHeight / 2),
          bottom: rounded(up + cellHeight / 2),
          fill,
        })),
      },
      mark: { type: "rect", stroke: palette.paper, strokeWidth: 0.6 },
      encoding: { x: rawX("left"), x2: { field: "right" }, y: rawY("top"), y2: { field: "bottom" }, fill: raw("fill") },
    },
    pixelTexts(cells, { align: "center" }),
  ];
}

function lineLayers(data: ContourChartData): Layer[] {
  const { lines } = data;
  const { x, y } = scaleOf(data);
  const segments = lines.flatMap(({ segments: pieces }) =>
    pieces.map(([from, to]) => ({ x: x(from[0]), y: y(from[1]), x2: x(to[0]), y2: y(to[1]) })),
  );
  const labels = lines.flatMap(({ probability, segments: pieces }) => {
    const ends = pieces.flat();
    if (ends.length === 0) return [];
    const [a, b] = ends.reduce((most, end) => (end[0] > most[0] ? end : most));
    return [{ x: x(a), y: y(b), text: `${Math.round(probability * 100)}%` }];
  });
  return [
    ...[5, 2].map(
      (strokeWidth, i): Layer => ({
        data: { values: segments },
        mark: { type: "rule", color: i === 0 ? palette.paper : palette.ink, strokeWidth, strokeCap: "round" },
        encoding: { x: rawX("x"), y: rawY("y"), x2: { field: "x2" }, y2: { field: "y2" } },
      }),
    ),
    pixelTexts(
      labels.map(({ x: at, y: up, text }) => ({ x: at + 8, y: up, text })),
      { isBold: true },
    ),
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
