import { Worker } from "node:worker_threads";
import type { SimulationPlan } from "../ensemble/simulation.ts";
import type { Job, JobResult } from "./job.ts";

/** What a worker tells: a piece is done, or the whole of its share with what it found. */
export type WorkerMessage = { readonly kind: "piece" } | { readonly kind: "result"; readonly result: JobResult };

/** Threads that do jobs together. */
export class WorkerPool {
  readonly #workers: readonly Worker[];
  /** Rejected with the error of the first worker that fails; never resolved. */
  readonly #failure: Promise<never>;

  /** @param plan - sent to each worker once. */
  constructor(count: number, plan: SimulationPlan) {
    const file = new URL("./job-worker.js", import.meta.url);
    const workers = Array.from({ length: count }, () => new Worker(file, { workerData: plan }));
    this.#workers = workers;
    this.#failure = new Promise((_, reject) => {
      for (const worker of workers) worker.on("error", reject);
    });
    // Whoever waits for a job hears of it; between jobs nobody does.
    this.#failure.catch(() => {});
  }

  /**
   * Let all workers do a job.
   *
   * @param onPiece - told after each piece.
   * @returns what each worker found; rejected with the error of one that fails.
   */
  run(job: Job, onPiece: () => void): Promise<JobResult[]> {
    const all = Promise.all(this.#workers.map((worker) => runOn(worker, job, onPiece)));
    return Promise.race([all, this.#failure]);
  }

  /** End the workers, whatever they are doing. */
  async close(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }
}

function runOn(worker: Worker, job: Job, onPiece: () => void): Promise<JobResult> {
  return new Promise((resolve) => {
    const listen = (message: WorkerMessage) => {
      if (message.kind === "piece") onPiece();
      else {
        worker.off("message", listen);
        resolve(message.result);
      }
    };
    worker.on("message", listen);
    worker.postMessage(job);
  });
}
