import { summaryWidth } from "../ensemble/series-summary.ts";
import { firstDrawOf, type Simulation } from "../ensemble/simulation.ts";
import { ValueCollector } from "../tally/value-collector.ts";
import { DrawStream, fillTargetRows } from "./draw-stream.ts";
import type { CollectJob, Job, JobResult, SharedWork, SimulateJob, SummariseJob } from "./job.ts";
import { StreamShare } from "./stream-share.ts";

/** Rows that are summarised in one piece. */
export const rowsInPiece = 16;

/**
 * Do the pieces of a job that nobody else claims.
 *
 * @param onPiece - told after each piece.
 * @param share - what this thread has done of the job already.
 */
export function doJob(simulation: Simulation, job: Job, onPiece: () => void, share?: StreamShare): JobResult {
  switch (job.kind) {
    case "simulate":
      return simulateBatches(simulation, job, onPiece);
    case "summarise":
      doPieces(job, onPiece, (piece) => summariseRows(simulation, job, piece));
      return { faulty: [] };
    case "stream": {
      const own = share ?? StreamShare.of(simulation, job);
      doPieces(job, onPiece, (piece) => own.run(piece));
      return own.result();
    }
    case "collect":
      return collectValues(simulation, job, onPiece);
  }
}

function doPieces({ pieces, counters }: SharedWork, onPiece: () => void, doPiece: (piece: number) => void): void {
  const claim = () => Atomics.add(counters, 0, 1);
  for (let piece = claim(); piece < pieces; piece = claim()) {
    doPiece(piece);
    Atomics.add(counters, 1, 1);
    onPiece();
  }
}

function simulateBatches(simulation: Simulation, job: SimulateJob, onPiece: () => void): JobResult {
  const { scenario, values, draws } = job;
  const faulty: { batch: number; starts: number[] }[] = [];
  doPieces(job, onPiece, (batch) => {
    const starts = simulation.run(scenario, batch, { values, stride: draws, first: firstDrawOf(batch) });
    if (starts.length > 0) faulty.push({ batch, starts });
  });
  return { faulty };
}

function collectValues(simulation: Simulation, job: CollectJob, onPiece: () => void): JobResult {
  const { scenario, sums, grids, targets, wanted } = job;
  const stream = new DrawStream(simulation, scenario, sums, targets.length);
  const collector = new ValueCollector(grids, wanted);
  doPieces(job, onPiece, (piece) => {
    const part = stream.run(piece);
    fillTargetRows(part, targets);
    collector.add(part.rows, part.ensemble.draws);
  });
  return { faulty: [], met: collector.met() };
}

function summariseRows(simulation: Simulation, { values, draws, table }: SummariseJob, piece: number): void {
  const summariser = simulation.summariserOf(draws);
  const rows = table.length / summaryWidth;
  const end = Math.min(rows, (piece + 1) * rowsInPiece);
  const drawsOf = (row: number) => values.subarray(row * draws, (row + 1) * draws);
  const summaryOf = (row: number) => table.subarray(row * summaryWidth, (row + 1) * summaryWidth);
  for (let row = piece * rowsInPiece; row < end; row += 2) {
    // The last row of an odd number goes by itself twice.
    const other = Math.min(row + 1, end - 1);
    summariser.summarise([drawsOf(row), drawsOf(other)], [summaryOf(row), summaryOf(other)]);
  }
}
