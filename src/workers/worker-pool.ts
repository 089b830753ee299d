import { Worker } from "node:worker_threads";
import type { SimulationPlan } from "../ensemble/simulation.ts";
import type { Job, JobResult } from "./job.ts";

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
   * @returns what each worker found; rejected with the error of one that fails.
   */
  run(job: Job): Promise<JobResult[]> {
    const all = Promise.all(this.#workers.map((worker) => runOn(worker, job)));
    return Promise.race([all, this.#failure]);
  }

  /** End the workers, whatever they are doing. */
  async close(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }
}

function runOn(worker: Worker, job: Job): Promise<JobResult> {
  return new Promise((resolve) => {
    worker.once("message", resolve);
    worker.postMessage(job);
  });
}
