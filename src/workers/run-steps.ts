import { Simulation, type SimulationPlan } from "../ensemble/simulation.ts";
import { doJob } from "./do-job.ts";
import type { JobResult } from "./job.ts";
import { type JobStep, type Memory, ownMemory, sharedMemory } from "./job-step.ts";
import { WorkerPool } from "./worker-pool.ts";

/** The way of a run without the work: it yields one job after the other, and is handed what was found. */
export type Steps<T> = Generator<JobStep, T, readonly JobResult[]>;

/** Lays out the way of a run on a simulation of this thread and memory for its draws. */
export type LayOut<T> = (simulation: Simulation, memory: Memory) => Steps<T>;

/** Go the way of a run and do all of its work in this thread. */
export function runAlone<T>(plan: SimulationPlan, layOut: LayOut<T>): T {
  const simulation = new Simulation(plan);
  const steps = layOut(simulation, ownMemory);
  let step = steps.next();
  while (!step.done) {
    const { job, onPiece, share } = step.value;
    step = steps.next([doJob(simulation, job, onPiece, share)]);
  }
  return step.value;
}

/**
 * Go the way of a run and share its work among threads, of which this is one: it begins while the others start.
 *
 * @param threads - this one included, at least two.
 * @throws the error of a thread that fails.
 */
export async function runTogether<T>(plan: SimulationPlan, threads: number, layOut: LayOut<T>): Promise<T> {
  const pool = new WorkerPool(threads - 1, plan);
  try {
    const simulation = new Simulation(plan);
    const steps = layOut(simulation, sharedMemory);
    let step = steps.next();
    while (!step.done) {
      const { job, onPiece, share } = step.value;
      const others = pool.run(job);
      const own = doJob(simulation, job, onPiece, share);
      step = steps.next([own, ...(await others)]);
    }
    return step.value;
  } finally {
    await pool.close();
  }
}
