import type { Bilingual } from "../core/bilingual.ts";
import type { Attribute, LeverSetting, TargetComparison } from "../inputs/study.ts";
import type { Statistic } from "../reachability/verdict.ts";
import type { Driver } from "./drivers.ts";
import type { LeverLimitReason } from "./seek-one-lever.ts";

/**
 * Answer to the question which levers keep which targets.
 *
 * `met`: the levers keep the targets, checked on fresh draws. `needs_mix`: no lever does by itself, several together do.
 * `unreachable_by_this_lever` and `lever_moves_away`: about one lever. `infeasible`: not even all levers together, or
 * not within the budget. `not_assessable`: a row has no probability to seek.
 */
export type SeekStatus =
  | "met"
  | "needs_mix"
  | "unreachable_by_this_lever"
  | "lever_moves_away"
  | "infeasible"
  | "not_assessable";

/** A probability counted on draws. */
export interface Estimate {
  readonly probability: number;
  readonly standardError: number;
}

/** What is known about a lever search. Names are part of the public JSON. */
export interface SeekFinding {
  readonly status: SeekStatus;
  readonly scenarios: readonly string[];
  /** Rows of each scenario are to be met together. */
  readonly together: boolean;
  readonly targets: readonly SeekTarget[];
  /** Chances asked for: one a target, or one a scenario when together. */
  readonly chances: readonly SeekChance[];
  /** Levers that were searched, whether or not they are used. */
  readonly levers: readonly SeekLever[];
  /** Effort of the found policy; null when there is none. */
  readonly effort: number | null;
  readonly effortExponent: 1 | 2;
  readonly budget: number | null;
  /** The policy that was found needs no lever beyond what the scenario has. */
  readonly metAlready: boolean;
  /** Row that stops the effort from being less: the chance with the least to spare. */
  readonly firstBindingRow: string | null;
  /** The most that the levers do; null when the targets are met. */
  readonly limit: SeekLimit | null;
  /** For one lever: when it must start at the latest, turned up fully. */
  readonly lastStart: SeekLastStart | null;
  /** What each lever does by itself; null when only one lever, or a given mix, was asked for. */
  readonly alone: readonly LeverAlone[] | null;
  /** Levers that were left out of the search because they hardly matter for these rows, or do harm. */
  readonly setAside: readonly string[];
  /** The uncertain inputs that the first binding row goes with most: better knowledge of them changes the answer. */
  readonly whatWouldChange: readonly Driver[];
  /** Rows for which nothing can be sought, with the reason. */
  readonly notAssessed: readonly {
    readonly scenario: string;
    readonly indicator: string;
    readonly reason: Bilingual;
  }[];
  /** First year in which levers are changed. */
  readonly from: number;
  readonly seed: number;
  readonly freshSeed: number;
  readonly draws: number;
  /** ISO date: nothing later is known. */
  readonly informationDate: string;
}

/** One row under one scenario. */
export interface SeekTarget {
  readonly scenario: string;
  readonly indicator: string;
  readonly label: Bilingual;
  readonly attribute: Attribute;
  /** Readings in force: the definition that was used. */
  readonly definition: string;
  readonly unit: string;
  readonly statistic: Statistic;
  readonly comparison: TargetComparison;
  readonly target: number;
  readonly targetYear: number;
  readonly before: Estimate;
  readonly after: Estimate | null;
  readonly fresh: Estimate | null;
  /** Medians of the statistic before and after, in the row's unit. */
  readonly medianBefore: number;
  readonly medianAfter: number | null;
}

/** Rows that are to be met together, or one row, with a probability. */
export interface SeekChance {
  readonly scenario: string;
  readonly indicators: readonly string[];
  /** Probability asked for. */
  readonly probability: number;
  readonly before: Estimate;
  readonly after: Estimate | null;
  readonly fresh: Estimate | null;
  /** Effort of one more percentage point of this chance by the lever that brings it most cheaply; null: no lever does. */
  readonly marginalEffort: number | null;
}

/** One lever of a search. */
export interface SeekLever {
  readonly name: string;
  readonly label: Bilingual;
  readonly lower: number;
  readonly upper: number;
  readonly unitCost: number;
  /** Found intensity; null when there is no policy. */
  readonly intensity: number | null;
  /** For one lever: intensities at the probability ∓ 2 standard errors; null ends are out of reach. */
  readonly band: readonly [number | null, number | null] | null;
  /** For one lever: where raising it further loses the targets again. */
  readonly keptUpTo: number | null;
  /** As a scenario file would set it, for the first scenario. */
  readonly setting: LeverSetting | null;
  /** Intensity year by year, for the first scenario. */
  readonly requiredPath: readonly { readonly year: number; readonly intensity: number }[];
  /** What it makes of the assumptions that it acts on, in the central run of the first scenario. */
  readonly actsOn: readonly SeekEffect[];
  /** Percentage points of the first binding chance for one more unit of effort, measured at the policy. */
  readonly pointsPerEffort: number | null;
}

/** An assumption before and after, year by year, at its central value. */
export interface SeekEffect {
  readonly assumption: string;
  readonly unit: string;
  readonly byYear: readonly { readonly year: number; readonly before: number; readonly after: number }[];
}

/** The most that the levers do. */
export interface SeekLimit {
  readonly boundBy: "levers" | "budget";
  /** Why one lever goes no further; null for several levers. */
  readonly reason: LeverLimitReason | null;
  readonly intensities: Readonly<Record<string, number>>;
  readonly chances: readonly Estimate[];
  /** Row by row: the value kept with the probability asked for, and the median; null where too few draws have one. */
  readonly values: readonly { readonly indicator: string; readonly kept: number | null; readonly median: number }[];
  /** Times the levers' ranges that it would take: a question about the assumptions; null: more than four, or not asked. */
  readonly rangesNeeded: number | null;
}

/** When a lever must start at the latest. */
export interface SeekLastStart {
  readonly year: number | null;
  readonly byYear: readonly { readonly year: number; readonly probability: number; readonly kept: boolean }[];
}

/** What one lever does by itself. */
export interface LeverAlone {
  readonly name: string;
  readonly label: Bilingual;
  readonly status: Extract<SeekStatus, "met" | "unreachable_by_this_lever" | "lever_moves_away">;
  readonly intensity: number | null;
  /** Smallest chance before, and at the best intensity. */
  readonly before: number;
  readonly best: number;
  readonly bestIntensity: number;
  readonly reason: LeverLimitReason | null;
}
