import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { type DrawnScenario, kernelInput } from "../ensemble/draw-scenario.ts";
import { makeKernel } from "../kernel/make-kernel.ts";
import { makeJavascriptKernel } from "../model/javascript-kernel.ts";
import { blockSize, type Kernel, type KernelInput } from "../model/kernel.ts";
import { type KernelFigures, type KernelName, median } from "./bench-report.ts";
import type { MachineTools } from "./find-machine-tools.ts";
import { pythonArrays, pythonScenario } from "./python-scenario.ts";
import { writeCYardstick } from "./write-c-yardstick.ts";
import { writePython } from "./write-python.ts";
import { makeYardstick } from "./yardstick.ts";

/** How kernels are measured. */
export interface Measuring {
  /** Folder for the programs in other languages and their numbers. */
  readonly folder: string;
  readonly tools: MachineTools;
  /** Each kernel runs once a turn, one after the other, so that a busy machine slows all alike. */
  readonly turns: number;
  /** Microseconds of processor time that this process has used. */
  readonly processorTime: () => number;
}

/** Runs in each turn, of which the middle one counts. */
const repetitions = 3;

/** Times a kernel: microseconds of processor time a draw. */
type Timer = () => number;

/**
 * Measure the kernels on the draws of a scenario against C that runs one draw after the other, and numpy that runs all.
 *
 * @param variables - what is handed on; nothing is done with it.
 * @param model - what the figures are to call the model.
 */
export function measureKernels(
  drawn: DrawnScenario,
  variables: readonly number[],
  model: string,
  measuring: Measuring,
): KernelFigures {
  const { bound, draws } = drawn;
  const inputs: KernelInput[] = [];
  for (let start = 0; start < draws; start += blockSize) inputs.push(kernelInput(drawn, start));
  const wasm = makeKernel(bound.model);
  const c = measuring.tools.gcc === null ? null : cTimer(drawn, variables, wasm, inputs, measuring);
  const numpy = measuring.tools.numpy === null ? null : numpyTimer(drawn, variables, wasm, measuring);
  const own = (kernel: Kernel) => kernelTimer(kernel, inputs, variables, draws, measuring);
  const timers: Record<KernelName, Timer | null> = {
    wasm: own(wasm),
    c: c?.time ?? null,
    numpy: numpy?.time ?? null,
    javascript: own(makeJavascriptKernel(bound.model)),
  };
  const names = (Object.keys(timers) as KernelName[]).filter((name) => timers[name] !== null);
  const times = new Map(names.map((name) => [name, [] as number[]]));
  for (let turn = 0; turn < measuring.turns; turn++) {
    for (const name of names) times.get(name)?.push((timers[name] as Timer)());
  }
  const middle = (name: KernelName) => (times.has(name) ? median(times.get(name) as number[]) : null);
  const ratio = (name: KernelName) => {
    const others = times.get(name);
    return others ? median(others.map((other, turn) => (times.get("wasm")?.[turn] as number) / other)) : null;
  };
  return {
    model,
    equations: bound.model.source.variables.length,
    cells: bound.model.variables.reduce((sum, { size }) => sum + size, 0),
    draws,
    years: bound.years.length,
    turns: measuring.turns,
    microseconds: { wasm: middle("wasm"), c: middle("c"), numpy: middle("numpy"), javascript: middle("javascript") },
    ratios: { c: ratio("c"), numpy: ratio("numpy"), javascript: ratio("javascript") },
    differences: { c: c?.difference ?? null, numpy: numpy?.difference ?? null },
  };
}

/** Microseconds a draw of one kernel; its first runs, in which it is compiled, are done before. */
function kernelTimer(
  kernel: Kernel,
  inputs: readonly KernelInput[],
  variables: readonly number[],
  draws: number,
  { processorTime }: Measuring,
): Timer {
  const run = () => {
    for (const input of inputs) kernel.run(input, variables, () => {});
  };
  for (let i = 0; i < 3; i++) run();
  return () => {
    const times = Array.from({ length: repetitions }, () => {
      const start = processorTime();
      run();
      return (processorTime() - start) / draws;
    });
    return median(times);
  };
}

function cTimer(
  drawn: DrawnScenario,
  variables: readonly number[],
  kernel: Kernel,
  inputs: readonly KernelInput[],
  { folder }: Measuring,
): { time: Timer; difference: number } {
  const c = writeCYardstick(folder, makeYardstick(drawn, variables));
  c.time(1);
  const difference = largestDifference(resultsOf(kernel, inputs, variables), c.results());
  return { time: () => median(c.time(repetitions)), difference };
}

/** The program checks itself against the results that lie beside it, and tells its times. */
function numpyTimer(
  drawn: DrawnScenario,
  variables: readonly number[],
  kernel: Kernel,
  { folder }: Measuring,
): { time: Timer; difference: number } {
  const rows = variables.flatMap((v) => Array.from({ length: drawn.bound.model.variables[v]?.size ?? 0 }, () => ""));
  const scenario = pythonScenario(drawn, variables, rows, ["Written by planreach bench."]);
  const place = join(folder, "numpy");
  const file = writePython(place, scenario, pythonArrays(drawn, scenario, kernel));
  const printed = (repeat: number) => {
    const text = execFileSync("python3", [file, place, "--repeat", String(repeat)], { encoding: "utf8" });
    return text
      .trim()
      .split("\n")
      .map((line) => Number(line.split(" ").at(-1)));
  };
  const [difference = Number.NaN] = printed(0);
  return { time: () => median(printed(repetitions).slice(1)), difference };
}

/** Everything a kernel hands on, in the order of a yardstick: block, result, year, draw. */
function resultsOf(kernel: Kernel, inputs: readonly KernelInput[], variables: readonly number[]): number[] {
  return inputs.flatMap((input) => {
    const rows: number[][][] = [];
    kernel.run(input, variables, (variable, year, values) => {
      const before = variables.slice(0, variables.indexOf(variable));
      const first = before.reduce((sum, v) => sum + (kernel.model.variables[v]?.size ?? 0), 0);
      for (let element = 0; element * blockSize < values.length; element++) {
        const from = element * blockSize;
        rows[first + element] ??= [];
        (rows[first + element] as number[][])[year] = [...values.subarray(from, from + input.draws)];
      }
    });
    return rows.flat(2);
  });
}

function largestDifference(values: readonly number[], others: Float64Array): number {
  if (values.length !== others.length) return Number.POSITIVE_INFINITY;
  let largest = 0;
  values.forEach((value, i) => {
    const other = others[i] as number;
    if (Object.is(value, other) || value === other) return;
    const difference = Math.abs(value - other) / Math.max(Math.abs(value), Number.MIN_VALUE);
    // Written so that NaN against a number counts.
    if (!(difference <= largest)) largest = difference;
  });
  return largest;
}
