import type { Bilingual } from "../core/bilingual.ts";
import type { Attribute, Figure, TargetComparison, TargetKind } from "../inputs/study.ts";
import type { Release } from "../inputs/vintage.ts";
import type { PaceTier } from "../progress/pace-tier.ts";
import type { RequiredPace } from "../progress/required-pace.ts";
import type { AlertLevel, RowAlert } from "../progress/row-alert.ts";
import type { RunIdentity, Statistic, Verdict, VerdictClass } from "../reachability/verdict.ts";
import type { AssimilationMethod } from "./assimilation/assimilation.ts";

/** 年度评估, 中期评估 or 总结评估, by where the date lies in the plan's period. */
export type EvaluationKind = "annual" | "mid_term" | "final";

/**
 * An evaluation of one plan under one scenario at one date: plain data, what `evaluation/` hands on.
 *
 * Numbers are in the units of their rows, shares fractions. Whatever is decided has a fact and no probability.
 */
export interface Evaluation {
  readonly kind: EvaluationKind;
  /** Such as 2023年中期评估. */
  readonly title: Bilingual;
  readonly region: string;
  readonly plan: Bilingual;
  readonly place: Bilingual;
  /** Whether the figures are invented for show; names then say so too. */
  readonly isDemonstration: boolean;
  readonly run: RunIdentity;
  readonly scenario: { readonly id: string; readonly label: Bilingual };
  readonly years: { readonly base: number; readonly first: number; readonly last: number };
  /** What the projection made without actuals is known by. */
  readonly frozen: RunIdentity;
  readonly counts: EvaluationCounts;
  /** In the plan's order. */
  readonly rows: readonly EvaluationRow[];
  /** Rows to be reported, the gravest first. */
  readonly alerts: readonly EvaluationAlert[];
  /** Null when every row is decided, and nothing is left to project. */
  readonly update: UpdateReport | null;
  readonly honesty: HonestyReport;
  /** Whether a figure that is not public entered; the evaluation must then not be published as it is. */
  readonly usesInternalFigures: boolean;
  /** What a reader must know besides: how little there is to go by, events left out. */
  readonly notes: readonly Bilingual[];
}

/** How many rows came to what: the first thing that a report says. */
export interface EvaluationCounts {
  readonly rows: number;
  readonly binding: number;
  /** Rows decided by observations, and of them those met: 超额完成 and 完成; 基本完成 is not. */
  readonly decided: number;
  readonly met: number;
  /** 指标完成率: `met` ÷ `decided`; null while nothing is decided. */
  readonly completionRate: number | null;
  /** Rows by verdict class; classes that no row has are left out. */
  readonly classes: Readonly<Partial<Record<VerdictClass, number>>>;
  /** Rows by pace; the three lagging tiers apart. */
  readonly tiers: Readonly<Partial<Record<PaceTier, number>>>;
  /** Rows of which nothing after the base year has been observed. */
  readonly unobserved: number;
  /** Chance that all binding rows that are still open are met; null when none is open. */
  readonly bindingTogether: number | null;
}

/** One row of the plan. */
export interface EvaluationRow {
  readonly indicator: string;
  readonly row: string | null;
  readonly label: Bilingual;
  readonly attribute: Attribute;
  readonly kind: TargetKind | null;
  readonly unit: string;
  readonly display: { readonly percent: boolean; readonly decimals: number };
  readonly reading: string;
  readonly baseline: Figure;
  readonly target: number | null;
  readonly comparison: TargetComparison | null;
  readonly targetYear: number | null;
  readonly statistic: Statistic | null;
  /** Class, wording, heading, reason and, while the row is open, probability after the update. */
  readonly verdict: Verdict;
  /** Whether the fact holds at the precision the figure is published with; null for open rows. */
  readonly metAsPublished: boolean | null;
  /** Latest figure of the row; null when nothing after the base year is known. */
  readonly actual: LatestActual | null;
  readonly pace: PaceReport | null;
  readonly required: RequiredPace | null;
  /** Year by year from the base year to the target year. */
  readonly path: readonly PathYear[];
  /** Statistic that decides the row, as it was projected without actuals; null for rows that nothing models. */
  readonly frozen: ProjectedValue | null;
  /** The same after what was observed; null for decided rows and rows that nothing models. */
  readonly updated: ProjectedValue | null;
  readonly peers: readonly PeerPace[];
  /** Where `updated` differs from `frozen`, why; null where either is. */
  readonly attribution: Revision | null;
  readonly alert: RowAlert;
}

/** The latest figure of a row: a level, the sum of the plan's years so far, or their mean growth. */
export interface LatestActual {
  readonly value: number;
  /** Date that the figure speaks of. */
  readonly date: string;
  /** Last month of a running total of a year; null for whole years and balances. */
  readonly partYear: PartYear | null;
  readonly releases: readonly Release[];
  readonly sources: readonly string[];
  readonly grade: "A" | "B" | "C" | "D";
  readonly isInternal: boolean;
  /** Decimals with which the least precise of the figures was published. */
  readonly decimals: number | null;
}

/** A running total held against the same months of earlier years. */
export interface PartYear {
  readonly year: number;
  readonly month: number;
  /** Share of a whole year that had come by this month in earlier years; null when none is known. */
  readonly share: number | null;
  /** Earlier years that the share is the mean of. */
  readonly from: readonly number[];
}

/** How a row stands against time, by its own data. */
export interface PaceReport {
  /** Done ÷ due; 1 on the straight way. Null for mean growths and rows that are kept rather than reached. */
  readonly index: number | null;
  /** Share of the way in time that had passed by the row's own data. */
  readonly elapsedShare: number | null;
  readonly tier: PaceTier | null;
  readonly wording: Bilingual | null;
  /** Finer tier, for the ledger and tables of detail. */
  readonly detail: Bilingual | null;
  /** Why there is no tier, or what a row that is to be kept has done so far. */
  readonly remark: Bilingual | null;
}

/** A projected statistic or year. */
export interface ProjectedValue {
  readonly median: number;
  /** 80 % interval. */
  readonly lower: number;
  readonly upper: number;
}

/** One year of a row: what was projected, what came, what is projected now. */
export interface PathYear {
  readonly year: number;
  readonly frozen: ProjectedValue | null;
  readonly actual: number | null;
  /** Null for years that are observed. */
  readonly updated: ProjectedValue | null;
}

/** The row if it grew from its baseline as a peer did (对标). */
export interface PeerPace {
  readonly region: string;
  readonly label: Bilingual;
  /** Statistic that the row would reach; null with a reason when the peer's figures do not say. */
  readonly value: number | null;
  readonly met: boolean | null;
  /** Years between which the peer's pace was measured. */
  readonly from: number | null;
  readonly to: number | null;
  /** Growth a year as a fraction, or change a year of a share; null when unknown. */
  readonly yearly: number | null;
  readonly reason: Bilingual | null;
}

/** Parts of a revision of the median, by Shapley: they add up to the whole. */
export interface RevisionParts {
  readonly total: number;
  /** The last figure being where it is. */
  readonly level: number;
  /** What the figures say of the assumptions. */
  readonly parameters: number;
  /** Events that became known after the base year. */
  readonly events: number;
}

/** A revision with what hindcasts corrected besides, and from where to where it goes. */
export interface Revision extends RevisionParts {
  /** Part of the total that is the correction by hindcasts, added after the three others. */
  readonly correction: number;
}

export interface EvaluationAlert {
  readonly indicator: string;
  readonly level: AlertLevel;
  readonly wording: Bilingual;
  /** Which of pace and chance decides; null when both or only one speaks. */
  readonly decidedBy: "pace" | "probability" | null;
}

/** How the observations moved the projection. */
export interface UpdateReport {
  readonly method: AssimilationMethod;
  readonly why: Bilingual;
  /** Figures that were used. */
  readonly evidence: readonly UsedEvidence[];
  readonly leftOut: readonly {
    readonly series: string;
    readonly label: Bilingual;
    readonly year: number;
    readonly reason: Bilingual;
  }[];
  readonly effectiveDraws: number | null;
  readonly paretoShape: number | null;
  /** Assumptions that the data inform, most first. */
  readonly informed: readonly InformedAssumption[];
  /** How many of the uncertain assumptions the data say nothing about (数据未提供信息). */
  readonly uninformed: number;
}

export interface UsedEvidence {
  readonly series: string;
  readonly label: Bilingual;
  /** Whether figures are fractions that people read as percent. */
  readonly isPercent: boolean;
  readonly indicator: string | null;
  readonly year: number;
  readonly value: number | { readonly lower: number; readonly upper: number };
  readonly projected: number;
  readonly updated: number;
  /** Share of the projected draws below the figure. */
  readonly rank: number;
  readonly source: string;
}

export interface InformedAssumption {
  readonly assumption: string;
  readonly label: Bilingual;
  readonly contraction: number;
}

/** How the projections fared against what came, beside naive ways. */
export interface HonestyReport {
  /** Pairs of an origin and a later observed year. */
  readonly pairs: readonly HindcastPair[];
  readonly scores: readonly BenchmarkScore[];
  readonly coverage: readonly CoverageCheck[];
  /** Factor that makes the 80 % interval cover 80 %, and the same drawn towards 1: (n c + 10) ÷ (n + 10). */
  readonly inflation: { readonly raw: number; readonly applied: number } | null;
  /** Whether the model beat every naive way on WIS; null when there is nothing to compare. */
  readonly beatsNaive: boolean | null;
  /** Weight of the best naive way in the updated projection; 0 when the model is the best. */
  readonly naiveWeight: number;
  readonly bestNaive: NaiveWay | null;
  readonly statement: Bilingual;
}

/** Naive ways to project: stay, go straight to the target, go at a peer's pace. */
export type NaiveWay = "last_value" | "linear_path" | `peer:${string}`;

export interface HindcastPair {
  readonly indicator: string;
  readonly origin: number;
  readonly year: number;
  readonly actual: number;
  readonly median: number;
  readonly intervals: readonly { readonly level: number; readonly lower: number; readonly upper: number }[];
  readonly wis: number;
  readonly crps: number;
  readonly pit: number;
  /** What a score is divided by to be averaged over rows: the size of the target, of one year for sums. */
  readonly scale: number;
  readonly naive: Readonly<Partial<Record<NaiveWay, { readonly value: number; readonly wis: number }>>>;
}

export interface BenchmarkScore {
  readonly way: "model" | NaiveWay;
  readonly label: Bilingual;
  /** Pairs that both the model and this way speak of. */
  readonly count: number;
  /** Mean scaled WIS over them, and the model's over the same pairs. */
  readonly wis: number;
  readonly modelWis: number;
}

export interface CoverageCheck {
  readonly level: number;
  readonly count: number;
  readonly hits: number;
  /** Hits between which 95 % of honest forecasters would lie if the pairs were independent. */
  readonly band: readonly [number, number];
}
