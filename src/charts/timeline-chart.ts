import type { TopLevelSpec } from "vega-lite";
import type { Bilingual, Language } from "../core/bilingual.ts";
import type { ChartFooter } from "./chart-data.ts";
import { frameChart, joinSentences } from "./chart-frame.ts";
import { scenarioLine } from "./chart-words.ts";
import { figureWords } from "./figure-words.ts";
import { pixelTexts } from "./pixel-text.ts";
import { boxEncoding, type Layer, rawX, rawY } from "./spec-parts.ts";
import { wrapText } from "./text-lines.ts";
import { levelFill, palette, textSize } from "./theme.ts";

/** What is at work when: levers and events of a scenario. */
export interface TimelineChartData {
  readonly title: Bilingual;
  /** Simulated years, base year first. */
  readonly years: readonly number[];
  readonly plan: { readonly firstYear: number; readonly lastYear: number };
  /** Levers that are at work in some year. */
  readonly levers: readonly TimelineRow[];
  readonly events: readonly TimelineRow[];
  readonly notes: readonly Bilingual[];
  readonly heading: Bilingual;
  readonly footer: ChartFooter;
}

/** One lever or event, with how strongly it is at work in each year; 0: not at all, 1: in full. */
export interface TimelineRow {
  readonly label: Bilingual;
  readonly strengths: readonly number[];
}

const rowHeight = 22;
const headerHeight = 24;
const labelWidth = 250;
const cellWidth = 44;

/**
 * Draw levers and events by year: cells that grow darker with the intensity, which is also written in them.
 *
 * Cells of events are outlined in the plan's orange and have rounded ends, so that the two are told apart in print.
 *
 * @param data - prepared paths, lags counted in.
 * @param language - of every word on the chart.
 */
export function timelineChart(data: TimelineChartData, language: Language): TopLevelSpec {
  const { years, levers, events, title, footer, notes } = data;
  const width = labelWidth + years.length * cellWidth;
  const eventsTop = headerHeight + Math.max(1, levers.length) * rowHeight + headerHeight;
  const height = events.length === 0 ? eventsTop - headerHeight : eventsTop + events.length * rowHeight;
  const reading = [
    figureWords.timelineReading[language],
    ...(events.length > 0 ? [figureWords.timelineEvents[language]] : []),
  ];
  return frameChart(
    [
      {
        width,
        height,
        layer: [
          planLayer(data, height),
          ...headerLayers(data, eventsTop, language),
          ...rowLayers(data, levers, headerHeight, "lever", language),
          ...rowLayers(data, events, eventsTop, "event", language),
        ],
      },
    ],
    {
      language,
      title: title[language],
      subtitle: [scenarioLine(footer.scenario, data.heading, language)],
      captions: [
        joinSentences(reading, language),
        figureWords.assumed[language],
        ...notes.map((note) => note[language]),
      ],
      footer,
      width: Math.max(width, 620),
    },
  );
}

/** Shade the years of the plan behind everything. */
function planLayer({ years, plan }: TimelineChartData, height: number): Layer {
  const inPlan = years.flatMap((year, i) => (year >= plan.firstYear && year <= plan.lastYear ? [i] : []));
  const left = labelWidth + (inPlan[0] ?? 0) * cellWidth;
  const right = labelWidth + ((inPlan.at(-1) ?? -1) + 1) * cellWidth;
  return {
    data: { values: [{ left, right, top: 0, bottom: height }] },
    mark: { type: "rect", color: "#F4F6F8" },
    encoding: { x: rawX("left"), x2: { field: "right" }, y: rawY("top"), y2: { field: "bottom" } },
  };
}

function headerLayers(
  { years, levers, events, plan }: TimelineChartData,
  eventsTop: number,
  language: Language,
): Layer[] {
  const heads = [
    { x: 0, y: headerHeight / 2, text: figureWords.levers[language] },
    ...(events.length > 0 ? [{ x: 0, y: eventsTop - headerHeight / 2, text: figureWords.events[language] }] : []),
  ];
  const place = (i: number) => labelWidth + (i + 0.5) * cellWidth;
  const isPlanned = (year: number) => year >= plan.firstYear && year <= plan.lastYear;
  const dates = years.map((year, i) => ({ x: place(i), y: headerHeight / 2, text: String(year), year }));
  const none = { x: labelWidth + 8, y: headerHeight + rowHeight / 2, text: figureWords.noLevers[language] };
  return [
    pixelTexts(heads, { isBold: true }),
    pixelTexts(
      dates.filter(({ year }) => isPlanned(year)),
      { align: "center", isBold: true },
    ),
    pixelTexts(
      dates.filter(({ year }) => !isPlanned(year)).map((date) => ({ ...date, ink: palette.quiet })),
      { align: "center" },
    ),
    ...(levers.length === 0 ? [pixelTexts([{ ...none, ink: palette.quiet }])] : []),
  ];
}

function rowLayers(
  { years }: TimelineChartData,
  rows: readonly TimelineRow[],
  top: number,
  kind: "lever" | "event",
  language: Language,
): Layer[] {
  if (rows.length === 0) return [];
  const isLever = kind === "lever";
  const most = Math.max(1, ...rows.flatMap(({ strengths }) => strengths.map(Math.abs)));
  const cells = rows.flatMap(({ strengths }, row) =>
    strengths.flatMap((strength, i) => {
      if (years[i] === undefined || Math.abs(strength) < 0.005) return [];
      const level = Math.min(4, Math.floor((Math.abs(strength) / most) * 4.999));
      const look = isLever ? levelFill(level, 5) : { fill: palette.targetTint, ink: palette.ink };
      return [
        {
          left: labelWidth + i * cellWidth + 2,
          right: labelWidth + (i + 1) * cellWidth - 2,
          top: top + row * rowHeight + 2,
          bottom: top + (row + 1) * rowHeight - 2,
          fill: look.fill,
          stroke: isLever ? look.fill : palette.target,
          ink: look.ink,
          text: strengthText(strength),
        },
      ];
    }),
  );
  return [
    {
      data: {
        values: rows.map((_, row) => ({ x: 0, x2: labelWidth + years.length * cellWidth, y: top + row * rowHeight })),
      },
      mark: { type: "rule", color: palette.grid },
      encoding: { x: rawX("x"), x2: { field: "x2" }, y: rawY("y") },
    },
    {
      data: { values: cells.map(({ text: _, ink: __, ...cell }) => cell) },
      mark: { type: "rect", cornerRadius: isLever ? 1 : 8, strokeWidth: isLever ? 0.5 : 1.4 },
      encoding: boxEncoding("stroke"),
    },
    pixelTexts(
      cells.map(({ left, right, top: above, bottom, text, ink }) => ({
        x: (left + right) / 2,
        y: (above + bottom) / 2,
        text,
        ink,
      })),
      { align: "center", size: textSize.small },
    ),
    pixelTexts(
      rows.map(({ label }, row) => ({
        x: 0,
        y: top + (row + 0.5) * rowHeight,
        text: wrapText(label[language], 10_000, textSize.body),
      })),
    ),
  ];
}

/** At most two decimals, no trailing zeros: 0.3, 1, −0.5. */
function strengthText(strength: number): string {
  const text = String(Number(Math.abs(strength).toFixed(2)));
  return strength < 0 ? `−${text}` : text;
}
