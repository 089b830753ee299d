import { parentPort, workerData } from "node:worker_threads";
import { Simulation, type SimulationPlan } from "../ensemble/simulation.ts";
import { doJob, type Job } from "./job.ts";
import type { WorkerMessage } from "./worker-pool.ts";

// What runs in a worker: it waits for jobs, does what it claims of them and tells what it found.

const simulation = new Simulation(workerData as SimulationPlan);

const tell = (message: WorkerMessage) => parentPort?.postMessage(message);

parentPort?.on("message", (job: Job) => {
  const result = doJob(simulation, job, () => tell({ kind: "piece" }));
  tell({ kind: "result", result });
});
