import type { SketchGrid } from "../core/quantile-sketch.ts";
import type { SeriesCounts } from "../ensemble/series-tally.ts";
import type { TalliedTarget, TargetCounts } from "../reachability/target-tally.ts";
import type { MetValues, WantedValues } from "../tally/wanted-values.ts";
import type { RunningSum } from "./draw-stream.ts";

/** Work on one scenario that several threads share: each claims the next piece from a counter until none is left. */
export type Job = SimulateJob | SummariseJob | StreamJob | CollectJob;

/** Simulate the batches of a scenario. */
export interface SimulateJob extends SharedWork {
  readonly kind: "simulate";
  readonly scenario: number;
  /** Draws of all batches, row by row. */
  readonly values: Float64Array;
  readonly draws: number;
}

/** Summarise rows of draws, some at a time. */
export interface SummariseJob extends SharedWork {
  readonly kind: "summarise";
  readonly values: Float64Array;
  readonly draws: number;
  /** Receives one row of a summary for each row of draws. */
  readonly table: Float64Array;
}

/** What says which rows stream by: series and years, running sums, the statistics of targets. */
export interface StreamedRows {
  readonly scenario: number;
  readonly sums: readonly RunningSum[];
  /** One a row of draws, then one a row of the running sums, then one a target's statistic. */
  readonly grids: readonly SketchGrid[];
  readonly targets: readonly TalliedTarget[];
}

/** Simulate the pieces of a scenario, count what summaries and verdicts need, and forget the draws. */
export interface StreamJob extends SharedWork, StreamedRows {
  readonly kind: "stream";
  /** For each target one mark a draw of the run. */
  readonly marks: readonly Uint8Array[];
}

/** Simulate the pieces of a scenario again, and pick wanted values out of its rows. */
export interface CollectJob extends SharedWork, StreamedRows {
  readonly kind: "collect";
  readonly wanted: readonly WantedValues[];
}

/** The part of a job by which threads claim its pieces. */
export interface SharedWork {
  /** Number of pieces. */
  readonly pieces: number;
  /** The next piece that nobody has claimed, and the number of pieces that are done. */
  readonly counters: Int32Array;
}

/** What one thread found on its pieces. */
export interface JobResult {
  /** Blocks in which some outcome is not finite. */
  readonly faulty: readonly { readonly batch: number; readonly starts: readonly number[] }[];
  /** What was counted of draws that are forgotten. */
  readonly streamed?: { readonly series: SeriesCounts; readonly targets: readonly TargetCounts[] };
  /** What was met of each of the wanted values. */
  readonly met?: readonly MetValues[];
}
