import type { TopLevelSpec } from "vega-lite";
import type { Bilingual, Language } from "../core/bilingual.ts";
import type { ChartFooter, FigureDisplay } from "./chart-data.ts";
import { frameChart } from "./chart-frame.ts";
import { figureWords } from "./figure-words.ts";
import { formatFigure } from "./format-figure.ts";
import { pixelTexts, rounded } from "./pixel-text.ts";
import { type Layer, raw, rawX, rawY } from "./spec-parts.ts";
import { wrapText } from "./text-lines.ts";
import { palette, textSize } from "./theme.ts";

/** How every row differs between the scenarios and the one they are compared with. */
export interface ComparisonChartData {
  readonly title: Bilingual;
  /** Scenario that the others are compared with. */
  readonly reference: Bilingual;
  readonly scenarios: readonly { readonly id: string; readonly label: Bilingual }[];
  /** In the plan's order. */
  readonly rows: readonly ComparisonRow[];
  readonly notes: readonly Bilingual[];
  readonly footer: Omit<ChartFooter, "scenario">;
}

/** One row of the plan. */
export interface ComparisonRow {
  readonly label: Bilingual;
  /** What differences are counted in: 万人, 个百分点. */
  readonly unitLabel: Bilingual;
  /** For differences: percent rows as fractions. */
  readonly display: FigureDisplay;
  /** Whether more is towards the target, or less; 0: no target says. */
  readonly better: 1 | -1 | 0;
  /** Draw by draw on the same random numbers, in the row's unit. */
  readonly differences: readonly {
    readonly scenario: string;
    readonly lower: number;
    readonly median: number;
    readonly upper: number;
  }[];
}

const rowHeight = 17;
const panel = { width: 200, gap: 20, header: 48, below: 28 } as const;
const panelsAcross = 3;
const labelWidth = 150;
const totalWidth = labelWidth + panelsAcross * (panel.width + panel.gap);

/**
 * Draw for every row the differences of the scenarios from one of them, each with its own interval.
 *
 * @param data - prepared differences; a scenario without one of a row stays empty there.
 * @param language - of every word on the chart.
 */
export function comparisonChart(data: ComparisonChartData, language: Language): TopLevelSpec {
  const { rows, scenarios, title, footer, reference, notes } = data;
  const panelHeight = panel.header + scenarios.length * rowHeight + panel.below;
  const lines = Math.ceil(rows.length / panelsAcross);
  const colon = language === "zh" ? "：" : ": ";
  const compared = language === "zh" ? "对照情景" : "Compared with";
  return frameChart(
    [
      {
        width: totalWidth,
        height: lines * panelHeight,
        layer: [
          ...scenarioLabels(data, lines, panelHeight, language),
          ...rows.flatMap((row, place) => {
            const left = labelWidth + (place % panelsAcross) * (panel.width + panel.gap) + panel.gap;
            const top = Math.floor(place / panelsAcross) * panelHeight;
            return panelLayers(row, scenarios, { left, top }, language);
          }),
        ],
      },
    ],
    {
      language,
      title: title[language],
      subtitle: [`${compared}${colon}${reference[language]}`],
      captions: [
        figureWords.comparisonReading[language],
        figureWords.comparisonSides[language],
        ...notes.map((note) => note[language]),
      ],
      footer,
      width: totalWidth,
    },
  );
}

/** Name the scenarios at the left of every line of panels. */
function scenarioLabels(
  { scenarios }: ComparisonChartData,
  lines: number,
  panelHeight: number,
  language: Language,
): Layer[] {
  const texts = Array.from({ length: lines }, (_, line) =>
    scenarios.map(({ label }, place) => ({
      x: labelWidth,
      y: line * panelHeight + panel.header + (place + 0.5) * rowHeight,
      text: label[language],
    })),
  ).flat();
  return [pixelTexts(texts, { align: "right" })];
}

function panelLayers(
  row: ComparisonRow,
  scenarios: ComparisonChartData["scenarios"],
  { left, top }: { readonly left: number; readonly top: number },
  language: Language,
): Layer[] {
  const { differences, display, label, unitLabel } = row;
  const ends = differences.flatMap(({ lower, upper }) => [lower, upper]);
  const [low, high] = stretch(Math.min(0, ...ends), Math.max(0, ...ends), display);
  const x = (value: number) => rounded(left + ((value - low) / (high - low)) * panel.width);
  const plotTop = top + panel.header;
  const bottom = plotTop + scenarios.length * rowHeight;
  const marks = differences.flatMap((difference) => {
    const place = scenarios.findIndex(({ id }) => id === difference.scenario);
    return place < 0 ? [] : [{ y: plotTop + (place + 0.5) * rowHeight, ...difference }];
  });
  const room = 44;
  const rims = [low, high].filter((value) => Math.abs(x(value) - x(0)) > room);
  const figure = (value: number) => signedFigure(value, display, language);
  return [
    {
      data: {
        values: scenarios.map((_, i) => ({ x: left, x2: left + panel.width, y: plotTop + (i + 0.5) * rowHeight })),
      },
      mark: { type: "rule", color: palette.grid },
      encoding: { x: rawX("x"), x2: { field: "x2" }, y: rawY("y") },
    },
    {
      data: { values: [{ x: x(0), y: plotTop, y2: bottom }] },
      mark: { type: "rule", color: palette.quiet },
      encoding: { x: rawX("x"), y: rawY("y"), y2: { field: "y2" } },
    },
    {
      data: { values: marks.map(({ y, lower, upper }) => ({ x: x(lower), x2: x(upper), y })) },
      mark: { type: "rule", color: palette.bands["0.5"], strokeWidth: 5 },
      encoding: { x: rawX("x"), x2: { field: "x2" }, y: rawY("y") },
    },
    {
      data: {
        values: marks.map(({ y, median, lower, upper }) => ({
          x: x(median),
          y,
          ...lookOf(row, { lower, median, upper }),
        })),
      },
      mark: { type: "point", size: 46, strokeWidth: 1.5, opacity: 1 },
      encoding: { x: rawX("x"), y: rawY("y"), shape: raw("shape"), fill: raw("fill"), stroke: raw("stroke") },
    },
    ...[0, ...rims].map((value) =>
      // Ends are written inwards, so that those of neighbouring panels never meet.
      pixelTexts([{ x: x(value), y: bottom + 9, text: figure(value), ink: palette.quiet }], {
        align: value === 0 ? "center" : value === low ? "left" : "right",
        size: textSize.small,
      }),
    ),
    pixelTexts([{ x: left, y: plotTop - 20, text: wrapText(label[language], panel.width, textSize.body) }], {
      isBold: true,
      baseline: "bottom",
    }),
    pixelTexts([{ x: left, y: plotTop - 8, text: unitLabel[language], ink: palette.quiet }], { size: textSize.small }),
  ];
}

/** Widen the ends a little; a row that no scenario moves keeps a stretch of its smallest shown figure. */
function stretch(low: number, high: number, { percent, decimals }: FigureDisplay): readonly [number, number] {
  const least = 10 ** -decimals / (percent ? 100 : 1);
  const size = Math.max(high - low, 2 * least);
  return [low - 0.08 * size, high + 0.08 * size];
}

function lookOf(
  { better, display }: ComparisonRow,
  { lower, median, upper }: { readonly lower: number; readonly median: number; readonly upper: number },
) {
  const least = (0.5 * 10 ** -display.decimals) / (display.percent ? 100 : 1);
  const isNothing = Math.max(Math.abs(lower), Math.abs(median), Math.abs(upper)) < least / 10;
  if (isNothing || median === 0 || better === 0) return { shape: "circle", fill: palette.paper, stroke: palette.quiet };
  const isBetter = median * better >= 0;
  return isBetter
    ? { shape: "circle", fill: palette.median, stroke: palette.median }
    : { shape: "square", fill: palette.target, stroke: palette.target };
}

function signedFigure(value: number, { percent, decimals }: FigureDisplay, language: Language): string {
  const size = percent ? value * 100 : value;
  const digits = Math.min(
    4,
    Math.max(decimals, Math.abs(size) < 1 && size !== 0 ? 1 - Math.floor(Math.log10(Math.abs(size))) : 0),
  );
  const text = formatFigure(size, { percent: false, decimals: digits }, language);
  return size > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}
