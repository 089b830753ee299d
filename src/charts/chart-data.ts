import type { Bilingual } from "../core/bilingual.ts";
import type { Attribute, Figure, TargetComparison, TargetKind, TargetRule } from "../inputs/study.ts";
import type { ProbabilityClass, VerdictClass } from "../reachability/verdict.ts";

/** How the figures of a chart are written. Values of percent rows are fractions. */
export interface FigureDisplay {
  readonly percent: boolean;
  /** Most decimals shown: of the percentage for percent rows. */
  readonly decimals: number;
}

/** One central interval of the simulated values, year by year. */
export interface ChartBand {
  /** Share of the draws inside. */
  readonly level: 0.5 | 0.8 | 0.95;
  /** One value a year of the chart's `years`. */
  readonly lower: readonly number[];
  readonly upper: readonly number[];
}

/** A target as the chart draws it: under the readings of the scenario. */
export interface ChartTarget {
  readonly kind: TargetKind;
  readonly rule: TargetRule;
  readonly comparison: TargetComparison;
  readonly value: number;
  /** First and last year that count. */
  readonly firstYear: number;
  readonly year: number;
}

/** What the verdict says, in words. */
export interface ChartVerdict {
  readonly class: VerdictClass;
  readonly wording: Bilingual;
  /** The chance in words, such as 完成把握约八成; null for facts and rows that cannot be assessed. */
  readonly chance: Bilingual | null;
}

/** What stands under every chart. */
export interface ChartFooter {
  readonly scenario: Bilingual;
  /** ISO date: nothing later is known to this run. */
  readonly informationDate: string;
  readonly runHash: string;
  readonly source: Bilingual;
}

/** Everything a fan chart shows; nothing in it is computed by the chart. */
export interface FanChartData {
  readonly title: Bilingual;
  /** What the axis counts: 万人, or 占比 for a percent row. */
  readonly unitLabel: Bilingual;
  readonly display: FigureDisplay;
  readonly baseYear: number;
  /** Simulated years, ascending; for a cumulative row the base year stands for the sum of nothing. */
  readonly years: readonly number[];
  /** For a cumulative row bands, median and history are running sums. */
  readonly bands: readonly ChartBand[];
  readonly median: readonly number[];
  /** Observed values, in the unit of the axis. */
  readonly history: readonly { readonly year: number; readonly value: number }[];
  /** The plan's own figure; null when it cannot be compared with the fan. */
  readonly baseline: { readonly year: number; readonly value: NonNullable<Figure> } | null;
  readonly target: ChartTarget | null;
  /** Interval of the number that is held against the target, when it is not the fan's value in the target year. */
  readonly periodMean: { readonly lower: number; readonly median: number; readonly upper: number } | null;
  readonly verdict: ChartVerdict | null;
  /** Forecast, or retrospective estimate. */
  readonly heading: Bilingual;
  readonly note: Bilingual | null;
  readonly footer: ChartFooter;
}

/** A share on its way from the plan's figure to its target. */
export interface SharePathChartData {
  readonly fan: FanChartData;
  /** Straight path from baseline to target, both included. */
  readonly path: readonly { readonly year: number; readonly value: number }[];
  /** Rise a year along the straight path, in words. */
  readonly requiredPace: Bilingual | null;
  /** Distance of the median from the target in the target year, in words. */
  readonly gap: Bilingual | null;
}

/** A series with the years that were forecast after it. */
export interface ForecastChartData {
  /** History and intervals, starting at the last value; without target and verdict. */
  readonly fan: FanChartData;
  /** How it was forecast, in a few words. */
  readonly method: Bilingual;
  /** What must be known before the figures are used. */
  readonly notes: readonly Bilingual[];
}

/** All targets under all scenarios. */
export interface OverviewChartData {
  readonly title: Bilingual;
  /** Tense of the estimates, such as 回溯测算：2025年实际值未收集; null when rows differ in it. */
  readonly heading: Bilingual | null;
  /** In the plan's order. */
  readonly rows: readonly OverviewRow[];
  readonly scenarios: readonly { readonly id: string; readonly label: Bilingual }[];
  readonly cells: readonly OverviewCell[];
  /** Lower bounds of the classes, descending. */
  readonly probabilityClasses: readonly [number, number, number, number];
  readonly note: Bilingual | null;
  readonly footer: Omit<ChartFooter, "scenario">;
}

export interface OverviewRow {
  readonly indicator: string;
  /** Number of the row in the plan; null for a target of the text. */
  readonly row: string | null;
  readonly label: Bilingual;
  /** The target in words: ≥ 25 万人. */
  readonly target: Bilingual | null;
  readonly attribute: Attribute;
}

export interface OverviewCell {
  readonly indicator: string;
  readonly scenario: string;
  readonly class: VerdictClass;
  /** Second class when the estimate is too coarse to tell the two apart. */
  readonly alternativeClass: ProbabilityClass | null;
  /** The chance in as few words as can be: 约八成, 8 in 10; null for facts and rows that cannot be assessed. */
  readonly chance: Bilingual | null;
}

/** Which levers reach which rows of the plan, through which sectors of the model. */
export interface CausalDiagramData {
  readonly title: Bilingual;
  readonly levers: readonly { readonly name: string; readonly label: Bilingual }[];
  /** Sectors whose assumptions or tables a lever acts on. */
  readonly sectors: readonly { readonly id: string; readonly label: Bilingual }[];
  /** In the plan's order. */
  readonly rows: readonly Pick<OverviewRow, "indicator" | "row" | "label">[];
  /** What each lever acts on. */
  readonly acts: readonly { readonly lever: string; readonly sector: string }[];
  /** Which rows depend on what levers act on in a sector. */
  readonly reaches: readonly { readonly sector: string; readonly indicator: string }[];
  readonly footer: Omit<ChartFooter, "scenario">;
}
