import type { Bilingual } from "../core/bilingual.ts";
import type { MeasuredValue } from "./measured-value.ts";
import type { PaceTier } from "./pace-tier.ts";

/** What a convention's class comes to. */
export type StandClass = "achieved" | "on_track" | "behind" | "reversing";

/** The ways of judging progress that are set side by side. */
export type Convention = "linear_pace" | "cagr_ratio" | "progress_chart" | "current_status" | "chinese_tier";

/** What one convention says of one value. */
export interface ConventionResult {
  readonly convention: Convention;
  readonly label: Bilingual;
  /** The convention's own number: an index or ratio; null where it is not applied, or has none. */
  readonly value: number | null;
  /** Open SDG's score of the CAGR ratio, −5 … 5; null for the others. */
  readonly score: number | null;
  /** The convention's own class, in its own words. */
  readonly class: string | null;
  readonly wording: Bilingual | null;
  /** What the class comes to, so that conventions can be compared. */
  readonly stand: StandClass | null;
  /** Why it is not applied. */
  readonly reason: Bilingual | null;
}

/** All conventions on one value of one row. */
export interface ConventionComparison {
  readonly indicator: string;
  readonly measured: MeasuredValue;
  /** Share of the time from baseline to target that has passed: τ. */
  readonly elapsedShare: number;
  readonly tier: PaceTier | null;
  readonly results: readonly ConventionResult[];
  /** Where the conventions say different things, and why; null where they agree. */
  readonly disagreement: Bilingual | null;
}
