import type { TopLevelSpec } from "vega-lite";
import type { Bilingual, Language } from "../core/bilingual.ts";
import type { ChartFooter, FigureDisplay } from "./chart-data.ts";
import { frameChart } from "./chart-frame.ts";
import { scenarioLine } from "./chart-words.ts";
import { figureWords } from "./figure-words.ts";
import { formatFigure } from "./format-figure.ts";
import { type PixelText, pixelTexts, rounded } from "./pixel-text.ts";
import { boxEncoding, type Layer, rawX, rawY } from "./spec-parts.ts";
import { wrapText } from "./text-lines.ts";
import { palette, textSize } from "./theme.ts";

/** What moved a stock over the years of a plan. */
export interface FlowChartData {
  readonly title: Bilingual;
  readonly unitLabel: Bilingual;
  readonly display: FigureDisplay;
  readonly opening: StockAt;
  readonly closing: StockAt;
  /** Means over the draws, summed over the years after the opening up to the closing one. */
  readonly inflows: readonly FlowAmount[];
  readonly outflows: readonly FlowAmount[];
  /** What the listed flows do not explain; null when they explain all. */
  readonly other: number | null;
  readonly heading: Bilingual;
  readonly footer: ChartFooter;
}

interface StockAt {
  readonly year: number;
  readonly value: number;
}

interface FlowAmount {
  readonly label: Bilingual;
  /** Not below 0 for what flows the way it is named. */
  readonly amount: number;
}

/** A line of the account: what it is called, where its bar begins and ends, and the figure at its end. */
interface FlowRow {
  readonly label: string;
  readonly from: number | null;
  readonly to: number | null;
  readonly figure: string;
  readonly look: "in" | "out" | "net" | "stock";
}

const columns = { label: { right: 236, width: 226 }, bars: { left: 256, right: 640 }, figure: 712 } as const;
const rowHeight = 30;
const looks = {
  in: { fill: palette.bands["0.5"], stroke: palette.median },
  out: { fill: palette.paper, stroke: palette.target },
  net: { fill: palette.ink, stroke: palette.ink },
  stock: { fill: palette.ink, stroke: palette.ink },
} as const;

/**
 * Draw the account of a stock: where it stood, what flowed in and out, where it stands.
 *
 * Bars show the flows alone, from a common 0, since a stock is so much larger that they would not be seen beside it;
 * the column of figures is the whole account and adds up.
 *
 * @param data - prepared figures.
 * @param language - of every word on the chart.
 */
export function flowChart(data: FlowChartData, language: Language): TopLevelSpec {
  const rows = accountRows(data, language);
  const height = rows.length * rowHeight;
  const place = scaleOf(rows);
  return frameChart(
    [
      {
        width: columns.figure,
        height,
        layer: [...gridLayers(rows, place), ...barLayers(rows, place), ...textLayers(rows, data.unitLabel[language])],
      },
    ],
    {
      language,
      title: data.title[language],
      subtitle: [scenarioLine(data.footer.scenario, data.heading, language)],
      captions: [figureWords.flowReading[language]],
      footer: data.footer,
      width: columns.figure + 40,
    },
  );
}

function accountRows(data: FlowChartData, language: Language): FlowRow[] {
  const { opening, closing, inflows, outflows, other, display } = data;
  const figure = (value: number) => formatFigure(value, display, language);
  const signed = (value: number) => (value > 0 ? `+${figure(value)}` : figure(value));
  const stock = ({ year, value }: StockAt): FlowRow => {
    const words = figureWords.opening[language];
    const label = language === "zh" ? `${year}${words}` : `${words} ${year}`;
    return { label, from: null, to: null, figure: figure(value), look: "stock" };
  };
  const steps = [
    ...inflows.map(({ label, amount }) => ({ label, change: amount })),
    ...outflows.map(({ label, amount }) => ({ label, change: -amount })),
    ...(other === null ? [] : [{ label: figureWords.other, change: other }]),
  ];
  let level = 0;
  const flows = steps.map(({ label, change }): FlowRow => {
    const from = level;
    level += change;
    return { label: label[language], from, to: level, figure: signed(change), look: change < 0 ? "out" : "in" };
  });
  const net: FlowRow = {
    label: figureWords.netChange[language],
    from: 0,
    to: level,
    figure: signed(level),
    look: "net",
  };
  return [stock(opening), ...flows, net, stock(closing)];
}

/** Map changes of the stock to pixels; 0 is always seen. */
function scaleOf(rows: readonly FlowRow[]): (change: number) => number {
  const ends = rows.flatMap(({ from, to }) => [from ?? 0, to ?? 0]);
  const [low, high] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  const { left, right } = columns.bars;
  return (change) => rounded(left + ((change - low) / (high - low || 1)) * (right - left));
}

/** Rule the zero, the rows, and from bar to bar. */
function gridLayers(rows: readonly FlowRow[], place: (change: number) => number): Layer[] {
  const lines = rows.map((_, i) => ({ x: 0, x2: columns.figure, y: i * rowHeight, y2: i * rowHeight }));
  const bars = rows.flatMap(({ to }, i) => {
    const next = rows[i + 1];
    if (to === null || next === undefined || next.from === null) return [];
    const y = (i + 0.5) * rowHeight;
    return [{ x: place(to), x2: place(to), y, y2: y + rowHeight }];
  });
  const zero = { x: place(0), x2: place(0), y: rowHeight, y2: (rows.length - 1) * rowHeight };
  const rule = (values: readonly object[], color: string, strokeDash: number[]): Layer => ({
    data: { values: [...values] },
    mark: { type: "rule", color, strokeDash },
    encoding: { x: rawX("x"), x2: { field: "x2" }, y: rawY("y"), y2: { field: "y2" } },
  });
  return [rule(lines, palette.grid, []), rule([zero], palette.line, []), rule(bars, palette.line, [2, 2])];
}

function barLayers(rows: readonly FlowRow[], place: (change: number) => number): Layer[] {
  const values = rows.flatMap(({ from, to, look }, i) => {
    if (from === null || to === null) return [];
    const [left, right] = [place(Math.min(from, to)), place(Math.max(from, to))];
    // A flow of next to nothing keeps a line to be seen by.
    return [
      {
        left,
        right: Math.max(right, left + 1.5),
        top: i * rowHeight + 6,
        bottom: (i + 1) * rowHeight - 6,
        ...looks[look],
      },
    ];
  });
  return [
    {
      data: { values },
      mark: { type: "rect", strokeWidth: 1.5 },
      encoding: boxEncoding("stroke"),
    },
  ];
}

function textLayers(rows: readonly FlowRow[], unit: string): Layer[] {
  const labels = rows.map(({ label, look }, i) => {
    const text = wrapText(label, columns.label.width, textSize.body);
    return { x: columns.label.right, y: (i + 0.5) * rowHeight, text, isTotal: look === "stock" || look === "net" };
  });
  const figures = rows.map(({ figure, look }, i) => ({
    x: columns.figure,
    y: (i + 0.5) * rowHeight,
    text: figure,
    isTotal: look === "stock" || look === "net",
  }));
  const setBy = (texts: readonly (PixelText & { readonly isTotal: boolean })[]) =>
    [false, true].map((isBold) =>
      pixelTexts(
        texts.filter(({ isTotal }) => isTotal === isBold),
        { align: "right", isBold },
      ),
    );
  return [
    ...setBy(labels),
    ...setBy(figures),
    pixelTexts([{ x: columns.figure, y: -8, text: unit, ink: palette.quiet }], { align: "right", baseline: "bottom" }),
  ];
}
