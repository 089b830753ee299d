import type { Bilingual } from "../core/bilingual.ts";
import type { Attribute, Figure, TargetComparison, TargetKind } from "../inputs/study.ts";
import type { RowPair } from "./row-pairs.ts";
import type { RowsMet } from "./rows-met.ts";

export type ProbabilityClass = "very_likely" | "likely" | "uncertain" | "unlikely" | "very_unlikely";
/** What is said of a target: a class of its chance, a fact, or why there is neither. */
export type VerdictClass = ProbabilityClass | "not_assessable" | "no_target_yet" | FactClass;
/** 超额完成 / 完成 / 基本完成 / 未完成 / 口径调整，不作评价 / 数据缺失 (METHODS H1). */
export type FactClass = "exceeded" | "met" | "nearly_met" | "missed" | "definition_changed" | "data_missing";

/** Which number of a draw is held against the target. */
export type Statistic = "end_year" | "sum" | "worst_year" | "period_mean" | "geometric_mean";

/** Tense of a verdict: what has been observed by the information date decides it. */
export type Standing = "forecast" | "retrospective" | "fact";

/** One of the two amounts of a share in the target year. */
export interface ShareAmount {
  readonly variable: string;
  /** Unit of the variable as the model writes it. */
  readonly unit: string;
  /** Median in the year before the plan; null where the ensemble does not hold it. */
  readonly before: number | null;
  /** Median in the target year. */
  readonly median: number;
  /** Median of what it would have to be on each draw if the other amount comes out as it does. */
  readonly needed: number;
}

/**
 * What a share asks of its two amounts: so large a numerator with the denominator as simulated, or a denominator so
 * small (so large, for a share that must stay low) with the numerator as simulated.
 */
export interface ShareNeeds {
  readonly year: number;
  readonly numerator: ShareAmount;
  readonly denominator: ShareAmount;
  /** How the share goes with a target of the plan for its denominator; null where the plan has none, or no draw parts them. */
  readonly total: {
    readonly indicator: string;
    /** Chance of the share where the total's own target is met, and where it is missed; null where no draw is so. */
    readonly whenMet: number | null;
    readonly whenMissed: number | null;
  } | null;
}

/** What is known about one target under one scenario. Names are part of the public JSON. */
export interface Verdict {
  readonly scenario: string;
  readonly indicator: string;
  readonly label: Bilingual;
  readonly kind: TargetKind | null;
  readonly attribute: Attribute;
  /** Readings in force, as `baseline` or `baseline/target` when they differ. */
  readonly reading: string;
  readonly unit: string;
  readonly baseline: Figure;
  readonly target: number | null;
  readonly comparison: TargetComparison | null;
  readonly targetYear: number | null;
  readonly statistic: Statistic | null;
  readonly standing: Standing | null;
  /** Heading that goes with the standing, such as 回溯测算：2025年实际值未收集. */
  readonly heading: Bilingual | null;
  readonly central: { readonly value: number; readonly met: boolean } | null;
  readonly probability: number | null;
  readonly standardError: number | null;
  readonly class: VerdictClass;
  /** Second class when the interval P ± 2 standard errors straddles a cut-off. */
  readonly alternativeClass: ProbabilityClass | null;
  readonly wording: Bilingual;
  /** Quantiles of the statistic: keys "0.05" "0.1" "0.25" "0.5" "0.75" "0.9" "0.95". */
  readonly quantiles: Readonly<Record<string, number>> | null;
  readonly expectedShortfall: number | null;
  readonly normalisedShortfall: number | null;
  /** Change a year from the baseline to the target, or a sum's equal part, in the row's unit. */
  readonly requiredPerYear: number | null;
  /** Growth a year from the baseline to the target, a fraction; a mean growth asks for itself. */
  readonly requiredGrowth: number | null;
  /** For shares: what each of the two amounts would have to be. */
  readonly shareNeeds: ShareNeeds | null;
  readonly firstYearMet: {
    readonly median: number | null;
    readonly by: Readonly<Record<string, number>>;
  } | null;
  /** Observed value of the statistic and the observations it was made from, once every deciding value is in. */
  readonly fact: {
    readonly value: number;
    readonly met: boolean;
    readonly sources: readonly string[];
    /** Present when the observations only bound the statistic: it is at least, or at most, `value`. */
    readonly bound?: "at_least" | "at_most";
  } | null;
  readonly reason: Bilingual | null;
  /** Draws, non-finite ones included (they count as not met). */
  readonly runs: number;
  readonly nonFiniteRuns: number;
}

/**
 * Chance that rows are met together, counted on the draws and never multiplied.
 *
 * Facts count as certain: a row that was met lowers nothing, a row that was missed makes the chance 0.
 */
export interface JointVerdict {
  /** All binding rows that could be assessed; null when there is none, or when all of them are facts. */
  readonly binding: number | null;
  /** All rows that could be assessed; null when there is none, or when all of them are facts. */
  readonly all: number | null;
  /** Each named set of rows; null when one of them could not be assessed. */
  readonly sets: Readonly<Record<string, number | null>>;
  /** Pairs of rows that hurt or help each other, the most hurting first. */
  readonly pairs: readonly RowPair[];
  /** Rows counted in `all`: those with a probability and those decided by facts. */
  readonly over: readonly string[];
  readonly notAssessed: readonly string[];
}

/** Verdicts of one scenario: what `reachability/` hands on. */
export interface ScenarioVerdicts {
  readonly scenario: string;
  readonly label: Bilingual;
  readonly verdicts: readonly Verdict[];
  /** How many rows are met, draw by draw; null when no row is left open. */
  readonly rowsMet: RowsMet | null;
  readonly joint: JointVerdict;
}

/** What a run is known by. */
export interface RunIdentity {
  /** Hash over inputs, settings and versions: same hash, same numbers. */
  readonly hash: string;
  readonly seed: number;
  readonly draws: number;
  /** ISO date: nothing later is known to this run. */
  readonly informationDate: string;
}
