import { type DrawnScenario, kernelInput } from "../ensemble/draw-scenario.ts";
import { makeWasmKernel } from "../kernel/wasm-kernel.ts";
import { makeJavascriptKernel } from "../model/javascript-kernel.ts";
import { blockSize, type Kernel, type KernelInput } from "../model/kernel.ts";
import { writeCYardstick } from "./write-c-yardstick.ts";
import { makeYardstick } from "./yardstick.ts";

/** How kernels are measured. */
export interface Measuring {
  /** Folder for the C program and its numbers. */
  readonly folder: string;
  /** Each kernel runs once a turn, one after the other, so that a busy machine slows all alike. */
  readonly turns: number;
  /** Microseconds of processor time that this process has used. */
  readonly processorTime: () => number;
}

/** Microseconds of processor time a draw, one number a turn. */
export interface KernelFigures {
  readonly c: readonly number[];
  readonly wasm: readonly number[];
  readonly javascript: readonly number[];
  /** Largest difference between C and WebAssembly, relative to the value. */
  readonly largestDifference: number;
}

/** Runs in each turn, of which the middle one counts. */
const repetitions = 3;

/**
 * Measure the kernels on the draws of a scenario against C that runs one draw after the other.
 *
 * @param variables - what is handed on; nothing is done with it.
 * @throws when there is no gcc.
 */
export function measureKernels(
  drawn: DrawnScenario,
  variables: readonly number[],
  { folder, turns, processorTime }: Measuring,
): KernelFigures {
  const { model } = drawn.bound;
  const inputs: KernelInput[] = [];
  for (let start = 0; start < drawn.draws; start += blockSize) inputs.push(kernelInput(drawn, start));
  const kernels = { wasm: makeWasmKernel(model), javascript: makeJavascriptKernel(model) };
  const yardstick = makeYardstick(drawn, variables);
  const c = writeCYardstick(folder, yardstick);
  const run = (kernel: Kernel) => {
    for (const input of inputs) kernel.run(input, variables, () => {});
  };
  const timeOf = (kernel: Kernel) => {
    const times = Array.from({ length: repetitions }, () => {
      const start = processorTime();
      run(kernel);
      return (processorTime() - start) / drawn.draws;
    });
    return middle(times);
  };
  // The first runs are compiled on the way.
  for (let i = 0; i < 3; i++) for (const kernel of Object.values(kernels)) run(kernel);
  const figures = { c: [] as number[], wasm: [] as number[], javascript: [] as number[] };
  for (let turn = 0; turn < turns; turn++) {
    figures.c.push(middle(c.time(repetitions)));
    figures.wasm.push(timeOf(kernels.wasm));
    figures.javascript.push(timeOf(kernels.javascript));
  }
  const results = resultsOf(kernels.wasm, inputs, variables);
  return { ...figures, largestDifference: largestDifference(results, c.results()) };
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

function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;
}
