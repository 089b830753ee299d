import type { ProcessFigures } from "../benchmark/bench-report.ts";
import { drawSample } from "../ensemble/draw-sample.ts";
import { centralScenario, kernelInput } from "../ensemble/draw-scenario.ts";
import { outcomeVariables, runScenario } from "../ensemble/run-scenario.ts";
import type { Study } from "../inputs/study.ts";
import { makeKernel } from "../kernel/make-kernel.ts";
import { prepareStudy, runStudyOnWorkers, unwrap } from "../run-study.ts";
import type { BenchMachine } from "./process-machine.ts";

/** One task that a process of its own does, so that what it uses is its alone. */
export interface Probe {
  readonly task: "run" | "cold";
  readonly model: "region" | "synthetic";
  readonly scenarios: readonly string[];
  readonly draws: number;
  readonly workers: number;
}

/** Do the task of a probe. @returns its figures. */
export async function runProbe(study: Study, probe: Probe, machine: BenchMachine): Promise<unknown> {
  return probe.task === "run" ? await wholeRun(study, probe, machine) : firstDraws(study, probe, machine);
}

async function wholeRun(study: Study, probe: Probe, machine: BenchMachine): Promise<ProcessFigures> {
  const { scenarios, draws, workers } = probe;
  const [processor, seconds] = [machine.processorTime(), machine.clock()];
  unwrap(await runStudyOnWorkers(study, { scenarios, draws, workers, summarise: true, keepDraws: false }));
  return {
    processor: (machine.processorTime() - processor) / 1e6,
    seconds: machine.clock() - seconds,
    peak: machine.peakMemory(),
  };
}

function firstDraws(study: Study, { scenarios, draws }: Probe, { clock }: BenchMachine) {
  const begun = clock();
  const { model, bound } = unwrap(prepareStudy(study, { scenarios, draws }));
  const [first] = bound;
  if (!first) throw new RangeError("bench: a scenario must be named; got none");
  const kernel = makeKernel(model);
  // A single draw makes the kernel compile its program.
  kernel.run(kernelInput(centralScenario(first), 0), outcomeVariables(model, study.plan), () => {});
  const compiled = clock();
  runScenario(first, drawSample(study.model, first.scenario.run), kernel, study.plan);
  return { compile: (compiled - begun) * 1000, firstThousand: (clock() - compiled) * 1000 };
}
