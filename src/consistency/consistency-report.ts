import type { Bilingual } from "../core/bilingual.ts";
import type { CoveragePhrase, WordingDifference } from "../inputs/feasibility.ts";
import type { Figure, TargetComparison } from "../inputs/study.ts";

/**
 * What was found when a plan was held against itself: what `consistency/` hands on, and the public JSON of
 * `planreach consistency --json`. Shares are fractions; every figure is in the unit of its row.
 */
export interface ConsistencyReport {
  readonly region: string;
  /** In order of kind, then of the plan's rows. */
  readonly findings: readonly Finding[];
  /** Every way in which the definitions may be meant, tried; empty when the region declares no constraints. */
  readonly trials: readonly DefinitionTrial[];
  /** False when a trial has more conflicts than are listed, or when no constraints were declared to be tried. */
  readonly isComplete: boolean;
}

/** One thing that does not fit, in one sentence with its places. */
export type Finding =
  | TwoFigures
  | SignFlip
  | PeriodMismatch
  | OpenBaseline
  | WeakerThanBaseline
  | TwoTargets
  | Strictness
  | Wording
  | Coverage
  | ConflictFinding;

/** What kind of thing a finding is, in the order of the report. */
export type FindingKind = Finding["kind"];

interface AnyFinding {
  /** `kind:row` or `kind:name`; stable as long as the plan is. */
  readonly id: string;
  /** Indicators concerned, in order of the plan. */
  readonly rows: readonly string[];
  /** Where in the plan's text, each place once. */
  readonly places: readonly Bilingual[];
  readonly sentence: Bilingual;
}

/** The plan gives two figures for one thing. */
export interface TwoFigures extends AnyFinding {
  readonly kind: "two_figures";
  readonly readings: Readonly<Record<string, number>>;
}

/** Whether the target asks for more or less depends on the figure it is held against. */
export interface SignFlip extends AnyFinding {
  readonly kind: "sign_flip";
  /** Target less baseline, by reading. */
  readonly changes: Readonly<Record<string, number>>;
}

/** Baseline and target cover different lengths of time, such as one year and a sum of five. */
export interface PeriodMismatch extends AnyFinding {
  readonly kind: "period_mismatch";
  readonly baselineYears: number;
  readonly targetYears: number;
}

/** The baseline is an inequality. */
export interface OpenBaseline extends AnyFinding {
  readonly kind: "open_baseline";
  readonly baseline: { readonly min: number; readonly max: number };
}

/** The baseline already meets the target, under some or all readings; for sums, year for year. */
export interface WeakerThanBaseline extends AnyFinding {
  readonly kind: "weaker_than_baseline";
  /** Readings of the baseline under which it is so. */
  readonly readings: readonly string[];
}

/** The plan gives two values for one target. */
export interface TwoTargets extends AnyFinding {
  readonly kind: "two_targets";
  readonly values: Readonly<Record<string, number>>;
}

/** One place excludes the bound, another includes it. */
export interface Strictness extends AnyFinding {
  readonly kind: "strictness";
  readonly comparisons: Readonly<Record<string, TargetComparison>>;
}

/** Two places say different things in words. */
export interface Wording extends AnyFinding {
  readonly kind: "wording";
  readonly aspect: WordingDifference["aspect"];
}

/** A phrase of full coverage that the plan's own targets fall short of. */
export interface Coverage extends AnyFinding {
  readonly kind: "coverage";
  /** Coverage that the targets come to. */
  readonly share: number;
  readonly asks: CoveragePhrase["asks"];
}

/** Targets and limits that cannot all hold, every one of which is needed for that. */
export interface ConflictFinding extends AnyFinding {
  readonly kind: "conflict";
  readonly members: readonly ConflictMember[];
  /** Options under which it arises, by definition; a definition that does not matter is left out. */
  readonly under: Readonly<Record<string, readonly string[]>>;
  /** What loosening each member alone would take, the smallest first. */
  readonly loosenings: readonly Loosening[];
  /** Relations without which the members would not be in conflict, and who says so. */
  readonly restsOn: readonly { readonly relation: string; readonly source: string }[];
}

/** A target or a limit in a conflict. */
export interface ConflictMember {
  readonly kind: "target" | "capacity";
  /** Indicator of a target, name of a limit. */
  readonly name: string;
  readonly label: Bilingual;
  /** Who says so, for a limit. */
  readonly source: string | null;
}

/** How far one member must give way so that its conflict is gone. */
export interface Loosening {
  readonly kind: "target" | "capacity";
  readonly name: string;
  /** In the unit of the target or limit; of a share, a fraction. */
  readonly amount: number;
  /** The target or limit that is left; null for a limit that is no single number. */
  readonly to: number | null;
  /** The amount against the planned change (of a binding row a tenth of it) or against the limit: what orders them. */
  readonly relative: number;
}

/** The targets tried under one choice of definitions. */
export interface DefinitionTrial {
  /** Option by definition. */
  readonly choices: Readonly<Record<string, string>>;
  /** What came of it, in one sentence. */
  readonly sentence: Bilingual;
  /** Whether all targets can hold together. */
  readonly feasible: boolean;
  /** Ids of the findings that stand in the way. */
  readonly conflicts: readonly string[];
  /** What the open rows' base-year figures would be, against what the plan prints. */
  readonly baselines: readonly DefinedBaseline[];
  readonly targets: readonly AttainableTarget[];
  /** The least that all targets together must give way; null when even the limits contradict each other. */
  readonly leastShortfall: LeastShortfall | null;
}

/** A base-year figure as a definition would have it. */
export interface DefinedBaseline {
  readonly definition: string;
  readonly indicator: string;
  /** The figure or its interval, or null when the definition cannot be worked out. */
  readonly value: Figure;
  readonly printed: Figure;
  /** Whether the printed figure may be this one, to the decimals that it is shown in; null when either is blank. */
  readonly fits: boolean | null;
}

/** How far one target can be reached. */
export interface AttainableTarget {
  readonly indicator: string;
  readonly target: number;
  /** Best value within the limits, other targets left aside; null when nothing limits it. */
  readonly alone: number | null;
  /** Whether the target can be met so. */
  readonly isAttainable: boolean;
  /** Best value while every other target is kept; null when nothing limits it, or the others cannot be kept. */
  readonly withOthers: number | null;
}

/** The smallest weighted sum of shortfalls that makes the targets fit. */
export interface LeastShortfall {
  /** Sum of the shortfalls, each against its planned change, binding rows counted tenfold. */
  readonly total: number;
  readonly shortfalls: readonly {
    readonly indicator: string;
    /** In the row's unit; of a share, in the unit of its numerator. */
    readonly amount: number;
  }[];
}
