import type { SketchGrid } from "../core/quantile-sketch.ts";
import { summariseRow, summaryWidth } from "../ensemble/series-summary.ts";
import { type SeriesCounts, SeriesTally } from "../ensemble/series-tally.ts";
import { firstDrawOf, type Simulation } from "../ensemble/simulation.ts";
import { type TalliedTarget, type TargetCounts, TargetTally } from "../reachability/target-tally.ts";
import { DrawStream, type RunningSum } from "./draw-stream.ts";

/** Work on one scenario that several threads share: each claims the next piece from a counter until none is left. */
export type Job = SimulateJob | SummariseJob | StreamJob;

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

/** Simulate the batches of a scenario, count what summaries and verdicts need, and forget the draws. */
export interface StreamJob extends SharedWork {
  readonly kind: "stream";
  readonly scenario: number;
  readonly sums: readonly RunningSum[];
  /** One a row of draws, then one a row of the running sums. */
  readonly grids: readonly SketchGrid[];
  readonly targets: readonly TalliedTarget[];
  /** For each target one mark a draw of the run. */
  readonly marks: readonly Uint8Array[];
}

interface SharedWork {
  /** Number of pieces. */
  readonly pieces: number;
  /** The next piece that nobody has claimed. */
  readonly next: Int32Array;
}

/** What one thread found on its pieces. */
export interface JobResult {
  /** Blocks in which some outcome is not finite. */
  readonly faulty: readonly { readonly batch: number; readonly starts: readonly number[] }[];
  /** What was counted of draws that are forgotten. */
  readonly streamed?: { readonly series: SeriesCounts; readonly targets: readonly TargetCounts[] };
}

/** Rows that are summarised in one piece. */
export const rowsInPiece = 16;

/**
 * Do the pieces of a job that nobody else claims.
 *
 * @param onPiece - told after each piece.
 */
export function doJob(simulation: Simulation, job: Job, onPiece: () => void): JobResult {
  switch (job.kind) {
    case "simulate":
      return { faulty: doPieces(job, onPiece, (batch) => simulateBatch(simulation, job, batch)) };
    case "summarise":
      return { faulty: doPieces(job, onPiece, (piece) => summariseRows(job, piece)) };
    case "stream":
      return streamBatches(simulation, job, onPiece);
  }
}

/** @param doPiece - gives the faulty blocks of a piece that is a batch. */
function doPieces(job: SharedWork, onPiece: () => void, doPiece: (piece: number) => number[]): JobResult["faulty"] {
  const faulty: { batch: number; starts: number[] }[] = [];
  for (let piece = claim(job); piece < job.pieces; piece = claim(job)) {
    const starts = doPiece(piece);
    if (starts.length > 0) faulty.push({ batch: piece, starts });
    onPiece();
  }
  return faulty;
}

function streamBatches(simulation: Simulation, job: StreamJob, onPiece: () => void): JobResult {
  const stream = new DrawStream(simulation, job.scenario, job.sums);
  const series = new SeriesTally(job.grids);
  const targets = job.targets.map((target) => new TargetTally(target));
  const faulty = doPieces(job, onPiece, (batch) => {
    const part = stream.run(batch, 1);
    const { ensemble, rows, first } = part;
    series.add(batch, rows, ensemble.draws);
    for (const [place, tally] of targets.entries()) {
      tally.add(batch, ensemble, (job.marks[place] as Uint8Array).subarray(first, first + ensemble.draws));
    }
    return part.faulty;
  });
  return { faulty, streamed: { series: series.counts(), targets: targets.map((tally) => tally.counts()) } };
}

function claim({ next }: SharedWork): number {
  return Atomics.add(next, 0, 1);
}

function simulateBatch(simulation: Simulation, { scenario, values, draws }: SimulateJob, batch: number): number[] {
  return simulation.run(scenario, batch, { values, stride: draws, first: firstDrawOf(batch) });
}

function summariseRows({ values, draws, table }: SummariseJob, piece: number): [] {
  const rows = table.length / summaryWidth;
  const end = Math.min(rows, (piece + 1) * rowsInPiece);
  for (let row = piece * rowsInPiece; row < end; row++) {
    const summary = table.subarray(row * summaryWidth, (row + 1) * summaryWidth);
    summariseRow(values.subarray(row * draws, (row + 1) * draws), summary);
  }
  return [];
}
