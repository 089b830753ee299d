import type { TopLevelSpec } from "vega-lite";
import type { Bilingual, Language } from "../core/bilingual.ts";
import type { ChartFooter } from "./chart-data.ts";
import { frameChart, joinSentences } from "./chart-frame.ts";
import { scenarioLine } from "./chart-words.ts";
import { figureWords } from "./figure-words.ts";
import { pixelTexts, rounded } from "./pixel-text.ts";
import { type PanelPlace, panelsView, panelsWidth } from "./small-panels.ts";
import { type Layer, rawX, rawY } from "./spec-parts.ts";
import { targetStar } from "./target-layers.ts";
import { wrapText } from "./text-lines.ts";
import { palette, textSize } from "./theme.ts";

/** When targets are met under one scenario. */
export interface TimeToTargetChartData {
  readonly title: Bilingual;
  /** From the first year of the plan to the last simulated one. */
  readonly years: readonly number[];
  /** In the plan's order. */
  readonly rows: readonly {
    readonly label: Bilingual;
    readonly targetYear: number;
    /** Share of the draws that have met the target by the end of each year. */
    readonly shares: readonly number[];
  }[];
  readonly heading: Bilingual;
  readonly footer: ChartFooter;
}

const panel = { width: 232, height: 112, left: 34, gap: 26, header: 46, below: 30 } as const;

/**
 * Draw for each target how the chance of having met it grows with the years, and what is still open at the end.
 *
 * @param data - prepared shares.
 * @param language - of every word on the chart.
 */
export function timeToTargetChart(data: TimeToTargetChartData, language: Language): TopLevelSpec {
  const { rows, title, footer } = data;
  return frameChart([panelsView(rows, panel, (row, place) => panelLayers(data, row, place, language))], {
    language,
    title: title[language],
    subtitle: [scenarioLine(footer.scenario, data.heading, language)],
    captions: [joinSentences([figureWords.timeReading[language], figureWords.onceMet[language]], language)],
    footer,
    width: panelsWidth(panel),
  });
}

function panelLayers(
  { years }: TimeToTargetChartData,
  { label, targetYear, shares }: TimeToTargetChartData["rows"][number],
  { left, top }: PanelPlace,
  language: Language,
): Layer[] {
  const plotLeft = left + panel.left;
  const plotTop = top + panel.header;
  const step = (panel.width - panel.left - 12) / Math.max(1, years.length - 1);
  const x = (year: number) => rounded(plotLeft + (year - years[0]!) * step);
  const y = (share: number) => rounded(plotTop + (1 - share) * panel.height);
  const curve = years.map((year, i) => ({ x: x(year), y: y(shares[i] ?? 0), floor: y(0) }));
  const last = shares.at(-1) ?? 0;
  const target = shares[years.indexOf(targetYear)];
  const encoding = { x: rawX("x"), y: rawY("y") };
  const layers: Layer[] = [
    {
      data: { values: [0, 0.5, 1].map((share) => ({ x: plotLeft, x2: x(years.at(-1)!), y: y(share) })) },
      mark: { type: "rule", color: palette.grid },
      encoding: { ...encoding, x2: { field: "x2" } },
    },
    {
      data: { values: curve },
      mark: { type: "area", color: palette.bands["0.95"] },
      encoding: { ...encoding, y2: { field: "floor" } },
    },
    { data: { values: curve }, mark: { type: "line", color: palette.median, strokeWidth: 2 }, encoding },
    {
      data: { values: curve },
      mark: { type: "point", shape: "circle", size: 22, filled: true, color: palette.median, opacity: 1 },
      encoding,
    },
    pixelTexts(
      [0, 0.5, 1].map((share) => ({ x: plotLeft - 6, y: y(share), text: `${share * 100}%`, ink: palette.quiet })),
      { align: "right", size: textSize.small },
    ),
    pixelTexts(
      [years[0]!, years.at(-1)!].map((year) => ({
        x: x(year),
        y: plotTop + panel.height + 11,
        text: String(year),
        ink: palette.quiet,
      })),
      { align: "center", size: textSize.small },
    ),
    pixelTexts([{ x: left, y: plotTop - 12, text: wrapText(label[language], panel.width - 6, textSize.body) }], {
      isBold: true,
      baseline: "bottom",
    }),
    pixelTexts(
      [
        {
          x: (x(years[0]!) + x(years.at(-1)!)) / 2,
          y: plotTop + panel.height + 11,
          text: openWords(last, years.at(-1)!, language),
          ink: palette.quiet,
        },
      ],
      {
        align: "center",
        size: textSize.small,
      },
    ),
  ];
  if (target !== undefined) layers.push(...targetLayers({ x: x(targetYear), y: y(target) }, target));
  return layers;
}

/** Mark the target year with its share, where the curve leaves room: right below it when it is high, left above it when it is low. */
function targetLayers(at: { readonly x: number; readonly y: number }, share: number): Layer[] {
  return [
    {
      data: { values: [at] },
      mark: targetStar(130),
      encoding: { x: rawX("x"), y: rawY("y") },
    },
    share > 0.6
      ? pixelTexts([{ x: at.x + 5, y: at.y + 15, text: wholePercent(share), ink: palette.target }], { isBold: true })
      : pixelTexts([{ x: at.x - 3, y: at.y - 13, text: wholePercent(share), ink: palette.target }], {
          align: "right",
          isBold: true,
        }),
  ];
}

function openWords(share: number, year: number, language: Language): string {
  const open = wholePercent(1 - share);
  const words = figureWords.notBy[language];
  return language === "zh" ? `${year}${words}：${open}` : `${open} ${words} ${year}`;
}

/** Whole percent, the ends only where nothing is left: below 1 % and above 99 % are said as bounds. */
function wholePercent(share: number): string {
  if (share > 0 && share < 0.01) return "< 1%";
  if (share < 1 && share > 0.99) return "> 99%";
  return `${Math.round(share * 100)}%`;
}
