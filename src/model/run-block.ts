import type { CompiledCase, CompiledModel } from "./compiled-model.ts";
import { variablesRead } from "./dependencies.ts";
import { blockSize, type Kernel, type KernelInput, type KernelSink, type KernelState } from "./kernel.ts";

/** Where the values of one block stand while it runs: `slot × blockSize + draw`. */
export interface BlockState {
  /** This year. */
  readonly now: Float64Array;
  /** Last year. */
  readonly previous: Float64Array;
  /** The base year. */
  readonly base: Float64Array;
  /** Place on the time axis, base year 0. */
  readonly year: number;
  readonly calendarYear: number;
  readonly input: KernelInput;
}

/** Which formulas of a variable are computed: those of the base year or those of every later year. */
export type Phase = "initial" | "equation";

/** Computes all elements of one variable for one block: the part in which kernels differ. */
export type ComputeVariable = (variable: number, phase: Phase, state: BlockState) => void;

/** Make a kernel that runs blocks year by year and one variable after the other. */
export function kernelOf(model: CompiledModel, compute: ComputeVariable): Kernel {
  const length = model.variables.reduce((slots, v) => slots + v.size, 0) * blockSize;
  // One set of memory for all blocks: touching fresh memory costs more than many an equation.
  const memory: BlockMemory = [new Float64Array(length), new Float64Array(length), new Float64Array(length)];
  return {
    model,
    run: (input, variables, sink) => void runBlock(model, compute, memory, input, variables, sink),
    runToState: (input, variables, sink) => {
      const { last, base } = runBlock(model, compute, memory, input, variables, sink);
      return { last: last.slice(), base: base.slice() };
    },
  };
}

/** Memory of two years that follow each other, and of the base year. */
type BlockMemory = readonly [Float64Array, Float64Array, Float64Array];

/** Run one block. @returns its state at the end, valid until the next block. */
function runBlock(
  model: CompiledModel,
  compute: ComputeVariable,
  memory: BlockMemory,
  input: KernelInput,
  variables: readonly number[],
  sink: KernelSink,
): KernelState {
  checkInput(model, input);
  const needed = neededVariables(model, variables);
  let [now, previous] = memory;
  const [, , base] = memory;
  if (input.state) {
    previous.set(input.state.last);
    base.set(input.state.base);
    copyConstants(model, base, now);
  }
  for (let year = input.from; year <= input.until; year++) {
    const state: BlockState = { now, previous, base, year, calendarYear: model.baseYear + year, input };
    if (year === 0) computeBaseYear(model, compute, needed, state);
    else computeYear(model, compute, needed, state);
    for (const variable of variables) {
      const { slot, size } = model.variables[variable] as CompiledModel["variables"][number];
      sink(variable, year, now.subarray(slot * blockSize, (slot + size) * blockSize));
    }
    if (year === 0) {
      base.set(now);
      copyConstants(model, base, previous);
    }
    [now, previous] = [previous, now];
  }
  return { last: previous, base };
}

/**
 * Check what the types of a kernel's input cannot say.
 *
 * @throws RangeError or TypeError when it is wrong.
 */
export function checkInput(model: CompiledModel, { draws, from, until, state, drivers }: KernelInput): void {
  if (!(draws >= 1 && draws <= blockSize)) throw new RangeError(`run: draws must be 1…${blockSize}; got ${draws}`);
  if (from > until) throw new RangeError(`run: from must not exceed until; got ${from} > ${until}`);
  if (from > 0 && !state) throw new TypeError(`run: a run from year ${from} needs the state of year ${from - 1}`);
  for (const [number, path] of drivers.entries()) {
    const variable = model.variables[number];
    if (path && variable && variable.over.length > 0) {
      throw new TypeError(`run: a path replaces a variable without dimensions; got ${variable.name}`);
    }
  }
}

function computeBaseYear(
  model: CompiledModel,
  compute: ComputeVariable,
  needed: ReadonlySet<number>,
  state: BlockState,
): void {
  for (const number of needed) {
    const { slot, size, initial } = model.variables[number] as CompiledModel["variables"][number];
    if (!initial) state.now.fill(Number.NaN, slot * blockSize, (slot + size) * blockSize);
  }
  for (const number of model.baseOrder) {
    if (!needed.has(number)) continue;
    if (!replaceByDriver(model, number, state)) compute(number, "initial", state);
    // `base(x)` in the base year is x itself, and what reads it comes later in the order.
    copyVariable(model, number, state.now, state.base);
  }
}

function computeYear(
  model: CompiledModel,
  compute: ComputeVariable,
  needed: ReadonlySet<number>,
  state: BlockState,
): void {
  for (const number of model.yearOrder) {
    if (!needed.has(number) || replaceByDriver(model, number, state)) continue;
    compute(number, "equation", state);
  }
}

/** Carry constants over to a year: no later year computes them, so that they stay in both memories. */
function copyConstants(model: CompiledModel, from: Float64Array, to: Float64Array): void {
  for (const number of model.baseOrder) {
    if (model.variables[number]?.kind === "constant") copyVariable(model, number, from, to);
  }
}

function copyVariable(model: CompiledModel, number: number, from: Float64Array, to: Float64Array): void {
  const { slot, size } = model.variables[number] as CompiledModel["variables"][number];
  to.set(from.subarray(slot * blockSize, (slot + size) * blockSize), slot * blockSize);
}

function replaceByDriver(model: CompiledModel, number: number, state: BlockState): boolean {
  const path = state.input.drivers[number]?.[state.year];
  if (!path) return false;
  state.now.set(path.subarray(0, state.input.draws), (model.variables[number]?.slot ?? 0) * blockSize);
  return true;
}

/** The variables that some wanted ones need, in this or an earlier year, themselves included. */
export function neededVariables(model: CompiledModel, wanted: readonly number[]): ReadonlySet<number> {
  const needed = new Set<number>();
  const open = [...wanted];
  const need = (cases: readonly CompiledCase[] | null) => {
    for (const moment of ["now", "previous", "base"] as const) open.push(...variablesRead(cases, moment));
  };
  for (let number = open.pop(); number !== undefined; number = open.pop()) {
    if (needed.has(number)) continue;
    needed.add(number);
    const variable = model.variables[number];
    need(variable?.initial ?? null);
    need(variable?.equation ?? null);
  }
  return needed;
}
