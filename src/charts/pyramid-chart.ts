import type { TopLevelSpec } from "vega-lite";
import type { Bilingual, Language } from "../core/bilingual.ts";
import type { ChartFooter, FigureDisplay } from "./chart-data.ts";
import { frameChart } from "./chart-frame.ts";
import { scenarioLine } from "./chart-words.ts";
import { figureWords } from "./figure-words.ts";
import { formatFigure } from "./format-figure.ts";
import { type PixelText, pixelTexts, rounded } from "./pixel-text.ts";
import { type Layer, raw, rawX, rawY } from "./spec-parts.ts";
import { palette, textSize } from "./theme.ts";

/** People by two groups and by age, in two years. */
export interface PyramidChartData {
  readonly title: Bilingual;
  readonly unitLabel: Bilingual;
  readonly display: FigureDisplay;
  /** Left and right. */
  readonly groups: readonly [Bilingual, Bilingual];
  readonly earlierYear: number;
  readonly laterYear: number;
  /** Youngest first; earlier and later are left and right, means over the draws. */
  readonly bands: readonly {
    readonly ages: string;
    readonly earlier: readonly [number, number];
    readonly later: readonly [number, number];
  }[];
  readonly heading: Bilingual;
  readonly footer: ChartFooter;
}

const barHeight = 16;
const middle = { left: 330, right: 386, width: 56 } as const;
const width = 716;
const fills = [palette.bands["0.5"], palette.bands["0.8"]] as const;

/**
 * Draw the pyramid of two years: the later one as bars, the earlier one as an outline over them.
 *
 * @param data - prepared figures.
 * @param language - of every word on the chart.
 */
export function pyramidChart(data: PyramidChartData, language: Language): TopLevelSpec {
  const { bands, title, footer } = data;
  const height = bands.length * barHeight;
  const most = Math.max(...bands.flatMap(({ earlier, later }) => [...earlier, ...later]));
  const step = axisStep(most);
  const end = Math.ceil(most / step) * step;
  const length = (value: number) => rounded((value / end) * middle.left);
  return frameChart(
    [
      {
        width,
        height: height + 44,
        layer: [
          ...gridLayers(end, step, height, length),
          ...barLayers(data, length),
          outlineLayer(data, length),
          ...textLayers(data, { end, step, height, length }, language),
        ],
      },
    ],
    {
      language,
      title: title[language],
      subtitle: [scenarioLine(footer.scenario, data.heading, language)],
      captions: [figureWords.pyramidReading[language]],
      footer,
      width,
    },
  );
}

/** Steps of 1, 2 or 5 times a power of ten, three to six of them. */
function axisStep(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most / 3));
  const size = most / 3 / power;
  return (size >= 5 ? 5 : size >= 2 ? 2 : 1) * power;
}

type Length = (value: number) => number;

function ticksOf(end: number, step: number): number[] {
  return Array.from({ length: Math.round(end / step) + 1 }, (_, i) => i * step);
}

/** Top of the bar of a band: the oldest stands highest. */
function topOf(place: number, count: number): number {
  return (count - 1 - place) * barHeight;
}

function gridLayers(end: number, step: number, height: number, length: Length): Layer[] {
  const values = ticksOf(end, step).flatMap((tick) => [middle.left - length(tick), middle.right + length(tick)]);
  return [
    {
      data: { values: values.map((x) => ({ x, y: 0, y2: height })) },
      mark: { type: "rule", color: palette.grid },
      encoding: { x: rawX("x"), y: rawY("y"), y2: { field: "y2" } },
    },
  ];
}

function barLayers({ bands }: PyramidChartData, length: Length): Layer[] {
  const values = bands.flatMap(({ later }, place) => {
    const top = topOf(place, bands.length) + 1.5;
    const bottom = top + barHeight - 3;
    return [
      { left: middle.left - length(later[0]), right: middle.left, top, bottom, fill: fills[0] },
      { left: middle.right, right: middle.right + length(later[1]), top, bottom, fill: fills[1] },
    ];
  });
  return [
    {
      data: { values },
      mark: { type: "rect", strokeWidth: 0 },
      encoding: { x: rawX("left"), x2: { field: "right" }, y: rawY("top"), y2: { field: "bottom" }, fill: raw("fill") },
    },
  ];
}

/** Follow the ends of the earlier year's bars from the youngest up to the oldest. */
function outlineLayer({ bands }: PyramidChartData, length: Length): Layer {
  const side = (group: 0 | 1) => {
    const at = (value: number) => (group === 0 ? middle.left - length(value) : middle.right + length(value));
    const steps = bands.flatMap(({ earlier }, place) => {
      const top = topOf(place, bands.length);
      return [
        { x: at(earlier[group]), y: top + barHeight },
        { x: at(earlier[group]), y: top },
      ];
    });
    const closed = [{ x: at(0), y: bands.length * barHeight }, ...steps, { x: at(0), y: 0 }];
    return closed.map((point, order) => ({ ...point, order, side: group }));
  };
  return {
    data: { values: [...side(0), ...side(1)] },
    mark: { type: "line", color: palette.ink, strokeWidth: 1.4, interpolate: "linear" },
    encoding: {
      x: rawX("x"),
      y: rawY("y"),
      order: { field: "order", type: "quantitative" },
      detail: { field: "side", type: "nominal" },
    },
  };
}

function textLayers(
  data: PyramidChartData,
  { end, step, height, length }: { end: number; step: number; height: number; length: Length },
  language: Language,
): Layer[] {
  const { bands, groups, earlierYear, laterYear, display, unitLabel } = data;
  const center = (middle.left + middle.right) / 2;
  const ages = bands.map(({ ages: text }, place): PixelText => {
    return { x: center, y: topOf(place, bands.length) + barHeight / 2, text, ink: palette.quiet };
  });
  const decimals = Math.max(0, Math.ceil(-Math.log10(step)));
  const ticks = ticksOf(end, step).flatMap((tick): PixelText[] => {
    const text = formatFigure(tick, { percent: false, decimals }, language);
    return [middle.left - length(tick), middle.right + length(tick)].map((x) => ({
      x,
      y: height + 12,
      text,
      ink: palette.quiet,
    }));
  });
  const total = (year: "earlier" | "later", group: 0 | 1) => bands.reduce((sum, band) => sum + band[year][group], 0);
  const names = ([0, 1] as const).map((group): PixelText => {
    const figures = [total("earlier", group), total("later", group)].map((value) =>
      formatFigure(value, display, language),
    );
    const text =
      language === "zh"
        ? `${groups[group].zh}　${earlierYear}年 ${figures[0]} → ${laterYear}年 ${figures[1]}`
        : `${groups[group].en}  ${figures[0]} in ${earlierYear} → ${figures[1]} in ${laterYear}`;
    return { x: group === 0 ? middle.left : middle.right, y: -8, text };
  });
  const outline = {
    x: 0,
    y: height + 34,
    text: keyText(earlierYear, laterYear, unitLabel, language),
    ink: palette.quiet,
  };
  return [
    pixelTexts(ages, { align: "center", size: textSize.small }),
    pixelTexts(ticks, { align: "center", size: textSize.small }),
    pixelTexts(names.slice(0, 1), { align: "right", baseline: "bottom", isBold: true }),
    pixelTexts(names.slice(1), { align: "left", baseline: "bottom", isBold: true }),
    pixelTexts([outline], { align: "left" }),
  ];
}

function keyText(earlierYear: number, laterYear: number, unit: Bilingual, language: Language): string {
  return language === "zh"
    ? `实心条：${laterYear}年　线框：${earlierYear}年　单位：${unit.zh}`
    : `Bars: ${laterYear}  ·  Outline: ${earlierYear}  ·  Unit: ${unit.en}`;
}
