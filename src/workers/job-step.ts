import type { Job, SharedWork } from "./job.ts";
import type { StreamShare } from "./stream-share.ts";

/** Makes memory of some bytes: of this thread alone, or shared with others. */
export type Memory = (bytes: number) => ArrayBufferLike;

export const ownMemory: Memory = (bytes) => new ArrayBuffer(bytes);
export const sharedMemory: Memory = (bytes) => new SharedArrayBuffer(bytes);

/** How the scenarios of a run are simulated. */
export interface StepOptions {
  readonly memory: Memory;
  readonly keepDraws?: boolean;
  readonly summarise?: boolean;
  readonly drawBytes?: number;
  readonly exactQuantiles?: boolean;
}

/** A job for whoever does the work, and whom this thread tells after each piece of its own. */
export interface JobStep {
  readonly job: Job;
  readonly onPiece: () => void;
  /** What this thread has done of the job already. */
  readonly share?: StreamShare;
}

/**
 * The part of a job by which threads claim its pieces.
 *
 * @param done - pieces that are done already.
 */
export function sharedWork(pieces: number, memory: Memory, done = 0): SharedWork {
  const counters = new Int32Array(memory(2 * Int32Array.BYTES_PER_ELEMENT)).fill(done);
  return { pieces, counters };
}

/** Tell, each time it is called, the share of a job's pieces that is done, by whomever. */
export function shareOfPieces({ pieces, counters }: SharedWork, onShare: (share: number) => void): () => void {
  return () => onShare(Atomics.load(counters, 1) / pieces);
}
