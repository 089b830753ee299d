import { summariseRow, summaryWidth } from "../ensemble/series-summary.ts";
import { firstDrawOf, type Simulation } from "../ensemble/simulation.ts";

/** Work on one scenario that several threads share: each claims the next piece from a counter until none is left. */
export type Job = SimulateJob | SummariseJob;

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
}

/** Rows that are summarised in one piece. */
export const rowsInPiece = 16;

/**
 * Do the pieces of a job that nobody else claims.
 *
 * @param onPiece - told after each piece.
 */
export function doJob(simulation: Simulation, job: Job, onPiece: () => void): JobResult {
  const faulty: { batch: number; starts: readonly number[] }[] = [];
  for (let piece = claim(job); piece < job.pieces; piece = claim(job)) {
    if (job.kind === "simulate") {
      const starts = simulateBatch(simulation, job, piece);
      if (starts.length > 0) faulty.push({ batch: piece, starts });
    } else summariseRows(job, piece);
    onPiece();
  }
  return { faulty };
}

function claim({ next }: SharedWork): number {
  return Atomics.add(next, 0, 1);
}

function simulateBatch(simulation: Simulation, { scenario, values, draws }: SimulateJob, batch: number): number[] {
  return simulation.run(scenario, batch, { values, stride: draws, first: firstDrawOf(batch) });
}

function summariseRows({ values, draws, table }: SummariseJob, piece: number): void {
  const rows = table.length / summaryWidth;
  const end = Math.min(rows, (piece + 1) * rowsInPiece);
  for (let row = piece * rowsInPiece; row < end; row++) {
    const summary = table.subarray(row * summaryWidth, (row + 1) * summaryWidth);
    summariseRow(values.subarray(row * draws, (row + 1) * draws), summary);
  }
}
