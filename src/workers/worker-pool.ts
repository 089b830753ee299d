import { Worker } from "node:worker_threads";
import type { SimulationPlan } from "../ensemble/simulation.ts";
import type { Job, JobResult } from "./job.ts";

/** What a worker tells: a piece is done, or the whole of its share with what it found. */
export type WorkerMessage = { readonly kind: "piece" } | { readonly kind: "result"; readonly result: JobResult };

/** Threads that do jobs together. */
export class WorkerPool {
  readonly #workers: readonly Worker[];

  /** @param plan - sent to each worker once. */
  constructor(count: number, plan: SimulationPlan) {
    const file = new URL("./job-worker.js", import.meta.url);
    this.#workers = Array.from({ length: count }, () => new Worker(file, { workerData: plan }));
    // A worker that fails says so to whoever waits for it; between jobs nobody does.
    for (const worker of this.#workers) worker.on("error", () => {});
  }

  /**
   * Let all workers do a job.
   *
   * @param onPiece - told after each piece.
   * @returns what each worker found; rejected with the error of one that fails.
   */
  run(job: Job, onPiece: () => void): Promise<JobResult[]> {
    return Promise.all(this.#workers.map((worker) => runOn(worker, job, onPiece)));
  }

  /** End the workers, whatever they are doing. */
  async close(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }
}

function runOn(worker: Worker, job: Job, onPiece: () => void): Promise<JobResult> {
  return new Promise((resolve, reject) => {
    const settle = () => {
      worker.off("message", listen);
      worker.off("error", fail);
    };
    const listen = (message: WorkerMessage) => {
      if (message.kind === "piece") onPiece();
      else {
        settle();
        resolve(message.result);
      }
    };
    const fail = (error: unknown) => {
      settle();
      reject(error);
    };
    worker.on("message", listen);
    worker.on("error", fail);
    worker.postMessage(job);
  });
}
