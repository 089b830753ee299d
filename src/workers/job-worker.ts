import { parentPort, workerData } from "node:worker_threads";
import { Simulation, type SimulationPlan } from "../ensemble/simulation.ts";
import { doJob } from "./do-job.ts";
import type { Job, JobResult } from "./job.ts";

// What runs in a worker: it waits for jobs, does what it claims of them and tells what it found.

const simulation = new Simulation(workerData as SimulationPlan);

parentPort?.on("message", (job: Job) => {
  const result = doJob(simulation, job, () => {});
  const { streamed } = result;
  if (streamed === undefined) {
    parentPort?.postMessage(result);
    return;
  }
  // The counts stand in a memory that cannot be handed over; a copy of them can.
  const cells = streamed.series.cells.slice();
  const sent: JobResult = { ...result, streamed: { ...streamed, series: { ...streamed.series, cells } } };
  parentPort?.postMessage(sent, [cells.buffer]);
});
