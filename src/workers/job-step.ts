import type { Job } from "./job.ts";

/** Makes memory of some bytes: of this thread alone, or shared with others. */
export type Memory = (bytes: number) => ArrayBufferLike;

export const ownMemory: Memory = (bytes) => new ArrayBuffer(bytes);
export const sharedMemory: Memory = (bytes) => new SharedArrayBuffer(bytes);

/** A job for whoever does the work, and whom to tell after each piece. */
export interface JobStep {
  readonly job: Job;
  readonly onPiece: () => void;
}

/** The part of a job by which threads claim its pieces. */
export function sharedWork(pieces: number, memory: Memory): Pick<Job, "pieces" | "next"> {
  return { pieces, next: new Int32Array(memory(Int32Array.BYTES_PER_ELEMENT)) };
}

/** Count pieces, and tell each time the share of them that is done. */
export function shareOfPieces(pieces: number, onShare: (share: number) => void): () => void {
  let done = 0;
  return () => onShare(++done / pieces);
}
