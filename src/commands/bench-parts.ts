import {
  type ColdFigures,
  type GrowthFigures,
  type KernelFigures,
  median,
  type ProcessFigures,
  type RunFigures,
  type StartFigures,
} from "../benchmark/bench-report.ts";
import type { MachineTools } from "../benchmark/find-machine-tools.ts";
import { measureKernels } from "../benchmark/measure-kernels.ts";
import { pythonScenario } from "../benchmark/python-scenario.ts";
import { standardSize } from "../benchmark/synthetic-region.ts";
import { withTemporaryFolder } from "../benchmark/write-temporary-folder.ts";
import { writeWholeRun } from "../benchmark/write-whole-run.ts";
import { outcomeVariables } from "../ensemble/run-scenario.ts";
import { prepareStudy, unwrap } from "../run-study.ts";
import { type BenchModel, drawnForBench, syntheticModel } from "./bench-models.ts";
import type { Probe } from "./bench-probe.ts";
import type { BenchMachine } from "./process-machine.ts";

/** What every part of the benchmark is given. */
export interface Bench {
  readonly machine: BenchMachine;
  readonly tools: MachineTools;
  /** Turns of each measurement, of which the median counts. */
  readonly turns: number;
  /** Do a task in a process of its own. */
  readonly probe: (probe: Probe) => unknown;
}

/** Turns of a start, which is short. */
const startTurns = 11;

/** Measure the kernels on one scenario of each model, against C and numpy. */
export async function benchKernels(
  { machine, tools, turns }: Bench,
  models: readonly BenchModel[],
  draws: number,
): Promise<KernelFigures[]> {
  const figures: KernelFigures[] = [];
  for (const model of models) {
    const { drawn, variables } = drawnForBench(model, draws);
    const { processorTime } = machine;
    figures.push(
      await withTemporaryFolder((folder) =>
        measureKernels(drawn, variables, model.study.region, { folder, tools, turns, processorTime }),
      ),
    );
  }
  return figures;
}

/** Measure whole runs of a model's scenarios in processes of their own, in turn with numpy. */
export async function benchRuns(bench: Bench, model: BenchModel, draws: readonly number[]): Promise<RunFigures[]> {
  const { study, scenarios } = model;
  const prepared = unwrap(prepareStudy(study, { scenarios, draws: 1 }));
  const wanted = outcomeVariables(prepared.model, study.plan);
  const rows = wanted.flatMap((v) => Array.from({ length: prepared.model.variables[v]?.size ?? 0 }, () => ""));
  const programs = prepared.bound.map((bound) => {
    const nothingDrawn = {
      bound,
      draws: 0,
      assumptions: [],
      effects: bound.effects.map(asDrawn),
      noise: [],
      drivers: [],
    };
    return { bound, program: pythonScenario(nothingDrawn, wanted, rows, ["Written by planreach bench."]) };
  });
  return withTemporaryFolder((folder) => {
    const numpy = bench.tools.numpy === null ? null : writeWholeRun(folder, programs);
    return draws.map((count) => {
      const ours: ProcessFigures[] = [];
      const theirs: ProcessFigures[] = [];
      for (let turn = 0; turn < bench.turns; turn++) {
        ours.push(probeRun(bench, model, { draws: count, workers: 0 }));
        if (numpy) theirs.push(numpy(count));
      }
      const ratio = median(ours.map(({ processor }, turn) => processor / (theirs[turn]?.processor ?? Number.NaN)));
      const shared = { model: study.region, draws: count, scenarios: scenarios.length, workers: 0, turns: bench.turns };
      return { ...shared, ours: middle(ours), numpy: numpy ? middle(theirs) : null, ratio: numpy ? ratio : null };
    });
  });
}

function asDrawn(effect: ReturnType<typeof drawnForBench>["drawn"]["effects"][number]["effect"]) {
  return { effect, size: 0 };
}

/** Measure one scenario with more and more draws or workers, numpy left out. */
export function benchSteps(bench: Bench, model: BenchModel, steps: readonly Pick<Probe, "draws" | "workers">[]) {
  const first = { ...model, scenarios: [model.scenario] };
  const figures = steps.map(() => [] as ProcessFigures[]);
  for (let turn = 0; turn < bench.turns; turn++) {
    steps.forEach((step, i) => void figures[i]?.push(probeRun(bench, first, step)));
  }
  return steps.map(({ draws, workers }, i): RunFigures => {
    const shared = { model: model.study.region, draws, workers, scenarios: 1, turns: bench.turns };
    return { ...shared, ours: middle(figures[i] as ProcessFigures[]), numpy: null, ratio: null };
  });
}

/** Measure how long a process that has just begun takes for the first 1,000 draws. */
export function benchCold(bench: Bench, models: readonly BenchModel[]): ColdFigures[] {
  return models.map(({ kind, study, scenario }) => {
    const turns = Array.from({ length: bench.turns }, () => {
      const probe = { task: "cold", model: kind, scenarios: [scenario], draws: 1000, workers: 0 } as const;
      return bench.probe(probe) as Omit<ColdFigures, "model">;
    });
    const compile = median(turns.map((one) => one.compile));
    return { model: study.region, compile, firstThousand: median(turns.map((one) => one.firstThousand)) };
  });
}

/** Measure how the time of a kernel grows with the draws, years and equations of a synthetic model. */
export async function benchGrowth(bench: Bench): Promise<GrowthFigures[]> {
  const sizes = [
    ...[256, 1024, 4096, 16384].map((draws) => ({ what: "draws", draws, ...standardSize }) as const),
    ...[5, 15, 30, 60].map((years) => ({ what: "years", draws: 1024, ...standardSize, years }) as const),
    ...[1, 3, 10, 30].map((sectors) => ({ what: "equations", draws: 1024, ...standardSize, sectors }) as const),
  ];
  const alone = { gcc: null, numpy: null };
  const { processorTime } = bench.machine;
  const figures: GrowthFigures[] = [];
  for (const { what, draws, ...size } of sizes) {
    const measured = await withTemporaryFolder((folder) => {
      const { drawn, variables } = drawnForBench(syntheticModel(folder, size), draws);
      return measureKernels(drawn, variables, "", { folder, tools: alone, turns: bench.turns, processorTime });
    });
    const grown = { draws, years: measured.years, equations: measured.equations };
    figures.push({ what, size: grown[what], microseconds: measured.microseconds.wasm ?? Number.NaN });
  }
  return figures;
}

/** Measure the start of the command line beside that of an empty node. */
export function benchStart({ machine }: Bench): StartFigures {
  const node: number[] = [];
  const help: number[] = [];
  for (let turn = 0; turn < startTurns; turn++) {
    node.push(machine.startTime(["-e", "0"]));
    help.push(machine.startTime(["planreach", "--help"]));
  }
  const ratio = median(help.map((time, turn) => time / (node[turn] as number)));
  return { node: median(node), help: median(help), ratio };
}

function probeRun({ probe }: Bench, { kind, scenarios }: BenchModel, step: Pick<Probe, "draws" | "workers">) {
  return probe({ task: "run", model: kind, scenarios, ...step }) as ProcessFigures;
}

function middle(figures: readonly ProcessFigures[]): ProcessFigures {
  const of = (key: keyof ProcessFigures) => median(figures.map((one) => one[key]));
  return { processor: of("processor"), seconds: of("seconds"), peak: of("peak") };
}
