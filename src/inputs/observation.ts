import type { SourceSpan } from "../core/issue.ts";
import type { Unit } from "../core/unit.ts";

/** One figure that was measured, estimated or announced, with where it comes from. */
export interface Observation {
  readonly series: string;
  readonly region: string;
  readonly scope: string;
  readonly period: "year" | "quarter" | "month" | "sum";
  /** The year, or the last year of a sum. */
  readonly year: number;
  /** First year of a sum. */
  readonly from: number | null;
  /** Last month covered, 12 for whole years. */
  readonly month: number;
  readonly value: number | { readonly min: number | null; readonly max: number | null };
  readonly unit: Unit;
  readonly unitText: string;
  readonly basis: "period_end" | "year_to_date" | "annual" | "mean";
  readonly grade: "A" | "B" | "C" | "D";
  readonly source: string;
  /** ISO date that the figure speaks of: the end of its period. */
  readonly asOf: string;
  /** As it is written; `vintageOf` reads it. */
  readonly vintage: string;
  readonly definition: string;
  readonly type: "reported" | "estimated" | "projected" | "target";
  readonly disclosure: "public" | "internal";
  /** Decimals with which the figure was published, in its unit; absent for a range. */
  readonly decimals?: number;
  readonly at: SourceSpan;
}
