import type { BenchReport } from "../benchmark/bench-report.ts";
import { findMachineTools, type MachineTools } from "../benchmark/find-machine-tools.ts";
import { withTemporaryFolder } from "../benchmark/write-temporary-folder.ts";
import { type BenchModel, syntheticModel } from "./bench-models.ts";
import { type Bench, benchCold, benchGrowth, benchKernels, benchRuns, benchStart, benchSteps } from "./bench-parts.ts";
import { type Probe, runProbe } from "./bench-probe.ts";
import { agreementLimit, benchText } from "./bench-text.ts";
import { type CommandIo, type ExitCode, exitCodes } from "./command-io.ts";
import type { BenchOptions } from "./command-options.ts";
import { sayIn } from "./messages.ts";
import { chosenScenarios, defaultScenario, openStudy, tellUsage } from "./open-study.ts";
import type { BenchMachine } from "./process-machine.ts";

/** Parts of the benchmark, in the order in which they run. */
const benchParts = ["kernels", "runs", "workers", "memory", "cold", "growth", "start"] as const;

type BenchPart = (typeof benchParts)[number];

/** Draws of a scenario on which kernels are measured, unless others are asked for. */
const kernelDraws = 4096;
const usualTurns = 5;

/**
 * Measure the engine on this machine, in turn with C and numpy on the same numbers.
 *
 * @param how - what the machine has, looked for when left out; and turns of each measurement, 5 by default.
 */
export async function benchCommand(
  options: BenchOptions,
  machine: BenchMachine,
  io: CommandIo,
  how: { readonly tools?: MachineTools; readonly turns?: number } = {},
): Promise<ExitCode> {
  const say = sayIn(options.language);
  const bench = { machine, tools: how.tools ?? findMachineTools(), turns: how.turns ?? usualTurns };
  const unknown = options.parts.find((part) => !(benchParts as readonly string[]).includes(part));
  if (unknown !== undefined) {
    return tellUsage(say("benchUnknownPart", { part: unknown, known: benchParts.join(", ") }), io).exit;
  }
  return await withTemporaryFolder(async (folder) => {
    const synthetic = () => syntheticModel(folder);
    if (options.probe !== undefined) return await answerProbe(options, options.probe, synthetic, machine, io);
    const region = regionModel(options, io);
    if ("exit" in region) return region.exit;
    const report = await measure(options, [region, synthetic()], bench, io);
    io.results.write(
      options.json ? `${JSON.stringify(report, null, 2)}\n` : benchText(report, options.language, io.results),
    );
    const differences = report.kernels.flatMap(({ differences: { c, numpy } }) => [c ?? 0, numpy ?? 0]);
    // Written so that a difference that is no number counts.
    return differences.every((difference) => difference <= agreementLimit) ? exitCodes.done : exitCodes.fault;
  });
}

async function answerProbe(
  options: BenchOptions,
  text: string,
  synthetic: () => BenchModel,
  machine: BenchMachine,
  io: CommandIo,
): Promise<ExitCode> {
  const probe = JSON.parse(text) as Probe;
  const model = probe.model === "region" ? regionModel(options, io) : synthetic();
  if ("exit" in model) return model.exit;
  io.results.write(`${JSON.stringify(await runProbe(model.study, probe, machine))}\n`);
  return exitCodes.done;
}

function regionModel(options: BenchOptions, io: CommandIo): BenchModel | { readonly exit: ExitCode } {
  const opened = openStudy(options, io);
  if (!opened.ok) return { exit: opened.exit };
  const { study } = opened.value;
  const all = chosenScenarios(study, [], options, io);
  if (!all.ok) return { exit: all.exit };
  return { kind: "region", study, scenario: defaultScenario(study), scenarios: all.value.slice(0, 6) };
}

async function measure(
  options: BenchOptions,
  models: readonly BenchModel[],
  { machine, tools, turns }: Omit<Bench, "probe">,
  io: CommandIo,
): Promise<BenchReport> {
  const say = sayIn(options.language);
  const { region, dataDir, scenariosDir } = options;
  const folders = [
    "--data",
    dataDir,
    "--scenarios",
    scenariosDir,
    ...(region === undefined ? [] : ["--region", region]),
  ];
  const probe = (task: Probe) => JSON.parse(machine.runAnew(["bench", ...folders, "--probe", JSON.stringify(task)]));
  const bench: Bench = { machine, tools, turns, probe };
  const isAsked = (part: BenchPart) => options.parts.length === 0 || options.parts.includes(part);
  const when = async <T>(part: BenchPart, work: () => Promise<T> | T, otherwise: T): Promise<T> => {
    if (!isAsked(part)) return otherwise;
    io.diagnostics.write(`planreach: ${say("benchMeasures", { part })}\n`);
    return await work();
  };
  const eachModel = async <T>(work: (model: BenchModel) => T[] | Promise<T[]>) =>
    (await Promise.all(models.map(work))).flat();
  const kernels = await when("kernels", () => benchKernels(bench, models, options.draws ?? kernelDraws), []);
  const runs = await when("runs", () => eachModel((model) => benchRuns(bench, model, [10_000, 50_000])), []);
  const workers = await when("workers", () => eachModel((model) => benchSteps(bench, model, workerSteps)), []);
  const memory = await when(
    "memory",
    () => eachModel((model) => benchSteps({ ...bench, turns: 1 }, model, memorySteps)),
    [],
  );
  const cold = await when("cold", () => benchCold(bench, models), []);
  const growth = await when("growth", () => benchGrowth(bench), []);
  const start = await when("start", () => benchStart(bench), null);
  const { processor, cores, node } = machine;
  const asked = { kernels, runs: [...runs, ...workers, ...memory], cold, growth, start };
  return { machine: { ...tools, processor, cores, node }, ...asked };
}

const workerSteps = [0, 2, 4].map((workers) => ({ draws: 100_000, workers }));
const memorySteps = [{ draws: 1_000_000, workers: 0 }];
