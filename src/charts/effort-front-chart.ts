import type { TopLevelSpec } from "vega-lite";
import type { Bilingual, Language } from "../core/bilingual.ts";
import type { ChartFooter } from "./chart-data.ts";
import { frameChart } from "./chart-frame.ts";
import { scenarioLine } from "./chart-words.ts";
import { figureWords } from "./figure-words.ts";
import { pixelTexts, rounded } from "./pixel-text.ts";
import { type Layer, raw, rawX, rawY, type StackedView } from "./spec-parts.ts";
import { wrapText } from "./text-lines.ts";
import { levelFill, palette, textSize } from "./theme.ts";

/** How much effort it takes to keep targets ever more surely. */
export interface EffortFrontChartData {
  readonly title: Bilingual;
  /** Rows that are to be kept. */
  readonly subject: Bilingual;
  /** Ascending by probability; effort is null where the levers do not reach it. */
  readonly points: readonly {
    readonly probability: number;
    readonly effort: number | null;
    /** One a lever. */
    readonly intensities: readonly number[] | null;
  }[];
  readonly levers: readonly { readonly label: Bilingual; readonly lower: number; readonly upper: number }[];
  readonly footer: ChartFooter;
}

const labelWidth = 236;
const columnWidth = 72;
const rowHeight = 24;
const plotHeight = 210;

/**
 * Draw the least effort against the chance asked for, and below it what the levers do at each point.
 *
 * @param data - prepared points.
 * @param language - of every word on the chart.
 */
export function effortFrontChart(data: EffortFrontChartData, language: Language): TopLevelSpec {
  const { title, subject, footer, points } = data;
  const width = labelWidth + points.length * columnWidth;
  return frameChart([plotView(data, width, language), leverView(data, width, language)], {
    language,
    title: title[language],
    subtitle: [scenarioLine(footer.scenario, subject, language)],
    captions: [figureWords.frontReading[language], figureWords.assumed[language]],
    footer,
    width: Math.max(width, 640),
  });
}

/** Middle of the column of a point, which both views share. */
function columnPlace(place: number): number {
  return labelWidth + (place + 0.5) * columnWidth;
}

function plotView({ points }: EffortFrontChartData, width: number, language: Language): StackedView {
  const reached = points.flatMap(({ effort }, place) => (effort === null ? [] : [{ place, effort }]));
  const top = Math.max(0.1, ...reached.map(({ effort }) => effort)) * 1.18;
  const y = (effort: number) => rounded(plotHeight * (1 - effort / top));
  const curve = reached.map(({ place, effort }) => ({ x: columnPlace(place), y: y(effort) }));
  const missed = points.flatMap(({ effort }, place) => (effort === null ? [{ x: columnPlace(place), y: 46 }] : []));
  const encoding = { x: rawX("x"), y: rawY("y") };
  const layers: Layer[] = [
    {
      data: {
        values: [0, 0.25, 0.5, 0.75, 1].map((share) => ({
          x: labelWidth,
          x2: width,
          y: rounded(plotHeight * (1 - share / 1.18)),
        })),
      },
      mark: { type: "rule", color: palette.grid },
      encoding: { ...encoding, x2: { field: "x2" } },
    },
    { data: { values: curve }, mark: { type: "line", color: palette.median, strokeWidth: 2 }, encoding },
    {
      data: { values: curve },
      mark: {
        type: "point",
        shape: "circle",
        size: 70,
        filled: true,
        fill: palette.median,
        stroke: palette.paper,
        strokeWidth: 1,
        opacity: 1,
      },
      encoding,
    },
    pixelTexts(
      reached.map(({ place, effort }) => ({
        x: columnPlace(place),
        y: y(effort) - 15,
        text: effort.toFixed(2),
        ink: palette.median,
      })),
      { align: "center", isBold: true },
    ),
    {
      data: { values: missed },
      mark: {
        type: "point",
        shape: "M-0.6,-0.6L0.6,0.6M-0.6,0.6L0.6,-0.6",
        size: 120,
        stroke: palette.target,
        strokeWidth: 2,
        opacity: 1,
      },
      encoding,
    },
    pixelTexts(
      missed.map(({ x, y: at }) => ({ x, y: at + 17, text: figureWords.unreached[language], ink: palette.target })),
      { align: "center" },
    ),
    pixelTexts([{ x: labelWidth - 14, y: 14, text: figureWords.effort[language], ink: palette.quiet }], {
      align: "right",
    }),
    pixelTexts([{ x: labelWidth - 14, y: plotHeight, text: "0", ink: palette.quiet }], { align: "right" }),
  ];
  return { width, height: plotHeight, layer: layers };
}

/** Table of the levers' intensities, darker the further a lever is turned. */
function leverView({ points, levers }: EffortFrontChartData, width: number, language: Language): StackedView {
  const header = 26;
  const rowTop = (row: number) => header + row * rowHeight;
  const cells = levers.flatMap(({ lower, upper }, row) =>
    points.flatMap(({ intensities }, place) => {
      const intensity = intensities?.[row];
      if (intensity === undefined) return [];
      const share = upper > lower ? (intensity - lower) / (upper - lower) : 0;
      const isStill = share < 0.005;
      const look = isStill
        ? { fill: palette.paper, ink: palette.quiet }
        : levelFill(Math.min(4, Math.floor(share * 4.999)), 5);
      return [{ place, row, look, text: isStill ? "–" : intensity.toFixed(2) }];
    }),
  );
  const asked = points.map(({ probability }, place) => ({
    x: columnPlace(place),
    y: 10,
    text: `${Math.round(probability * 100)}%`,
  }));
  return {
    width,
    height: header + levers.length * rowHeight + 4,
    layer: [
      {
        data: {
          values: cells.map(({ place, row, look }) => ({
            left: columnPlace(place) - columnWidth / 2 + 2,
            right: columnPlace(place) + columnWidth / 2 - 2,
            top: rowTop(row) + 2,
            bottom: rowTop(row + 1) - 2,
            fill: look.fill,
          })),
        },
        mark: { type: "rect" },
        encoding: {
          x: rawX("left"),
          x2: { field: "right" },
          y: rawY("top"),
          y2: { field: "bottom" },
          fill: raw("fill"),
        },
      },
      pixelTexts(
        cells.map(({ place, row, look, text }) => ({
          x: columnPlace(place),
          y: rowTop(row + 0.5),
          text,
          ink: look.ink,
        })),
        { align: "center" },
      ),
      pixelTexts(
        levers.map(({ label }, row) => ({
          x: labelWidth - 14,
          y: rowTop(row + 0.5),
          text: wrapText(label[language], labelWidth - 20, textSize.small).slice(0, 2),
        })),
        { align: "right" },
      ),
      pixelTexts([{ x: labelWidth - 14, y: 10, text: figureWords.probability[language], ink: palette.quiet }], {
        align: "right",
      }),
      pixelTexts(asked, { align: "center", isBold: true }),
    ],
  };
}
