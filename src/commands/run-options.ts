import { availableParallelism } from "node:os";
import type { WorkerOptions } from "../run-study.ts";
import type { CommonOptions } from "./command-options.ts";

/** What the options of a command say of a run. */
export function runOptions({ draws, seed, asOf, workers }: CommonOptions): WorkerOptions {
  return {
    workers: workers ?? availableParallelism(),
    ...(draws === undefined ? {} : { draws }),
    ...(seed === undefined ? {} : { seed }),
    ...(asOf === undefined ? {} : { asOf }),
  };
}
