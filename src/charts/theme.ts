import type { Config } from "vega-lite";
import type { Bilingual, Language } from "../core/bilingual.ts";
import type { VerdictClass } from "../reachability/verdict.ts";

/** Family that charts are laid out with; its Regular and Bold ship with the toolkit. */
export const chartFont = "Noto Sans SC";

/** Families that an SVG asks for, ours first, then what Chinese machines have. */
export const fontStack = `"${chartFont}", "Noto Sans CJK SC", "Microsoft YaHei", "SimHei", sans-serif`;

/** Sizes of text in pixels. */
export const textSize = { title: 17, subtitle: 12, body: 11, small: 10 } as const;

/**
 * Colours of all charts.
 *
 * Blue for what is simulated, burnt orange for what the plan asks, near-black for what was measured: three hues that
 * stay apart under the common kinds of colour blindness, and three lightnesses that stay apart on a grey printer.
 */
export const palette = {
  ink: "#222B35",
  quiet: "#5B6670",
  grid: "#E3E7EB",
  line: "#AEB7C0",
  paper: "#FFFFFF",
  median: "#1B4B7A",
  /** By coverage of the band, widest lightest. */
  bands: { "0.95": "#DCE7F2", "0.8": "#B5CDE5", "0.5": "#7FA9D1" },
  target: "#B4501E",
  targetTint: "#F6E3D8",
  /** A second quantity beside the one in blue, and its band. */
  second: "#7A5600",
  secondBand: "#EADFC2",
} as const;

/** Fills of levels on top of each other, lightest first, with the ink that is legible on each. */
const levelFills = [
  { fill: "#DCE7F2", ink: palette.ink },
  { fill: "#B5CDE5", ink: palette.ink },
  { fill: "#7FA9D1", ink: palette.ink },
  { fill: "#3E6FA0", ink: palette.paper },
  { fill: "#16406A", ink: palette.paper },
] as const;

/**
 * How a level among others looks: the higher the darker, as far apart as the number of levels allows.
 *
 * @param place - of the level, 0 the lowest.
 * @param count - of levels, at most 5.
 */
export function levelFill(place: number, count: number): { readonly fill: string; readonly ink: string } {
  const step = count > 1 ? (levelFills.length - 1) / (count - 1) : 0;
  return levelFills[Math.round(place * step)] ?? levelFills[0];
}

/** Vega-Lite configuration of every chart: fonts, calm axes, number formats of the language. */
export function chartConfig(language: Language): Config {
  return {
    font: fontStack,
    // Chinese text writes 12345, English text 12,345.
    locale: { number: { decimal: ".", thousands: language === "zh" ? "" : ",", grouping: [3], currency: ["¥", ""] } },
    view: { stroke: null },
    concat: { spacing: 14 },
    title: {
      anchor: "start",
      frame: "group",
      color: palette.ink,
      fontSize: textSize.title,
      fontWeight: 700,
      subtitleColor: palette.quiet,
      subtitleFontSize: textSize.subtitle,
      subtitleLineHeight: 17,
      subtitlePadding: 6,
      lineHeight: 23,
      offset: 14,
      limit: 0,
    },
    axis: {
      domainColor: palette.line,
      tickColor: palette.line,
      gridColor: palette.grid,
      labelColor: palette.quiet,
      labelFontSize: textSize.body,
      labelLimit: 0,
      titleColor: palette.quiet,
      titleFontSize: textSize.body,
      titleFontWeight: 400,
      titleLimit: 0,
    },
    text: { color: palette.ink, fontSize: textSize.body, lineHeight: 15, limit: 0 },
  };
}

/** How a class of verdict looks: readable by colour, by lightness, by shape and by word, each on its own. */
export interface VerdictStyle {
  /** Fill of a cell or chip. */
  readonly fill: string;
  /** Border of a cell; facts have a strong one. */
  readonly border: string;
  readonly hasBrokenBorder: boolean;
  /** Text and symbol on top of `fill`. */
  readonly ink: string;
  /** Vega symbol name or SVG path in the square −1 … 1. */
  readonly shape: string;
  /** Whether the shape is an area; otherwise it is a stroke. */
  readonly isFilled: boolean;
  readonly label: Bilingual;
}

const dark = palette.ink;
const metBlue = "#1B4B7A";
const missedBrown = "#7A2E1F";

function forecastStyle(fill: string, ink: string, shape: string, zh: string, en: string): VerdictStyle {
  return { fill, border: fill, hasBrokenBorder: false, ink, shape, isFilled: true, label: { zh, en } };
}

function factStyle(border: string, shape: string, zh: string, en: string): VerdictStyle {
  return {
    fill: palette.paper,
    border,
    hasBrokenBorder: false,
    ink: border,
    shape,
    isFilled: false,
    label: { zh, en },
  };
}

function openStyle(shape: string, zh: string, en: string): VerdictStyle {
  const { paper, line, quiet } = palette;
  return {
    fill: paper,
    border: line,
    hasBrokenBorder: true,
    ink: quiet,
    shape,
    isFilled: false,
    label: { zh, en },
  };
}

/**
 * The look of each class.
 *
 * Forecasts are filled, darker the less likely; facts are outlined in full; what cannot be judged has a broken outline.
 */
export const verdictStyles: Readonly<Record<VerdictClass, VerdictStyle>> = {
  very_likely: forecastStyle("#DDECF6", dark, "circle", "预计可如期完成", "very likely"),
  likely: forecastStyle("#A9CBE3", dark, "triangle-up", "可以完成，需跟踪", "likely"),
  uncertain: forecastStyle("#CFA044", dark, "diamond", "有一定难度", "uncertain"),
  unlikely: forecastStyle("#AD5A28", "#FFFFFF", "triangle-down", "难度较大", "unlikely"),
  very_unlikely: forecastStyle("#762B1F", "#FFFFFF", "square", "预计难以完成", "very unlikely"),
  exceeded: factStyle(metBlue, "M-1,-0.1L-0.45,0.5L0.4,-0.6M-0.3,0.35L-0.1,0.5L1,-0.6", "超额完成", "exceeded"),
  met: factStyle(metBlue, "M-0.8,0L-0.25,0.6L0.8,-0.6", "完成", "met"),
  nearly_met: factStyle(
    metBlue,
    "M-0.8,-0.2C-0.3,-0.8,0.3,0.3,0.8,-0.3M-0.8,0.5C-0.3,-0.1,0.3,1,0.8,0.4",
    "基本完成",
    "nearly met",
  ),
  missed: factStyle(missedBrown, "M-0.65,-0.65L0.65,0.65M-0.65,0.65L0.65,-0.65", "未完成", "not met"),
  definition_changed: openStyle("M-0.7,-0.3H0.7M-0.7,0.3H0.7M-0.35,0.75L0.35,-0.75", "口径调整", "redefined"),
  data_missing: openStyle("M-0.6,0A0.6,0.6,0,1,0,0.6,0A0.6,0.6,0,1,0,-0.6,0Z", "数据缺失", "data missing"),
  not_assessable: openStyle("M-0.7,0H0.7", "暂不可评估", "not assessable"),
  no_target_yet: openStyle("M-0.75,0H-0.45M-0.15,0H0.15M0.45,0H0.75", "目标未定", "no target yet"),
};

/**
 * Colours of the sectors of a causal diagram, after Paul Tol's "muted" scheme, dark enough for thin lines on white.
 *
 * @see Tol, P. (2021), Colour schemes, SRON technical note SRON/EPS/TN/09-002.
 */
const sectorColours = ["#332288", "#117733", "#882255", "#0B7A9B", "#8A6D00", "#B8404F", "#2E8B7B", "#7A3B8F"] as const;
const sectorShapes = ["circle", "square", "diamond", "triangle-up", "triangle-down", "cross"] as const;

/** How the sector at a place in a causal diagram looks; colours and shapes repeat at different steps, pairs do not. */
export function sectorStyle(place: number): { readonly colour: string; readonly shape: string } {
  const colour = sectorColours[place % sectorColours.length] ?? palette.ink;
  return { colour, shape: sectorShapes[place % sectorShapes.length] ?? "circle" };
}
