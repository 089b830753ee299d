import type { CompiledModel } from "../model/compiled-model.ts";
import type { Kernel, KernelInput, KernelSink } from "../model/kernel.ts";
import { checkInput } from "../model/run-block.ts";
import { lowerModel } from "../program/lower-model.ts";
import type { Program } from "../program/program.ts";
import type { Changeable } from "../program/variation.ts";
import { type Lanes, scalarLanes, vectorLanes } from "../wasm/lanes.ts";
import { compileModule, makeInstance, type WasmModule } from "../wasm/web-assembly.ts";
import { emitProgram } from "./emit-program.ts";
import { type MemoryLayout, MemoryPlan } from "./memory-plan.ts";
import { WasmRunner } from "./wasm-runner.ts";

/** How a WebAssembly kernel is made. */
export interface WasmKernelOptions {
  /** Whether to work on two draws at a time; false for machines that refuse vectors. Defaults to true. */
  readonly vectors?: boolean;
  /**
   * A program that is already running, of this model or of one that differs in the values of its tables only; others are
   * made when they are needed.
   */
  readonly program?: RunningProgram;
}

/** A compiled program for some variables and what a run may change: plain data, which a worker can be sent. */
export interface WasmProgram {
  readonly variables: readonly number[];
  readonly changeable: Changeable;
  readonly years: number;
  readonly keepsState: boolean;
  /** Equations that it was made from. */
  readonly equations: CompiledModel["variables"];
  readonly program: Program;
  readonly layout: MemoryLayout;
  readonly module: WasmModule;
}

/** A program with the memory that it runs in, which serves one model after the other. */
export interface RunningProgram extends WasmProgram {
  readonly runner: WasmRunner;
}

/**
 * Make the kernel that runs a model as WebAssembly of our own making.
 *
 * A module is compiled when variables are first asked for, and again only if a run changes something that the model's
 * levers and events do not: an assumption that moves from year to year, a table, a driver, a longer span of years.
 *
 * @throws when the machine refuses WebAssembly or, asked for them, vectors; {@link makeKernel} knows what then. RangeError
 *   when a running program was made from other equations.
 */
export function makeWasmKernel(model: CompiledModel, options: WasmKernelOptions = {}): Kernel {
  const lanes = (options.vectors ?? true) ? vectorLanes : scalarLanes;
  const declared = declaredChangeable(model);
  const made: RunningProgram[] = options.program ? [options.program] : [];
  if (options.program && options.program.equations !== model.variables) {
    throw new RangeError("makeWasmKernel: the program must be made from the equations of the model; got others");
  }
  const runnerFor = (input: KernelInput, variables: readonly number[], keepsState: boolean): WasmRunner => {
    const changed = changedBy(input);
    const fits = (one: RunningProgram) => serves(one, input, variables, changed, keepsState);
    let found = made.find(fits);
    if (!found) {
      const years = input.until - input.from + 1;
      const changeable = union(declared, changed);
      found = startProgram(
        model,
        compile(model, lanes, { variables: variables.slice(), changeable, years, keepsState }),
      );
      made.push(found);
    }
    return found.runner;
  };
  const runWith = (input: KernelInput, variables: readonly number[], sink: KernelSink, endsWithState: boolean) => {
    checkInput(model, input);
    const runner = runnerFor(input, variables, endsWithState || input.state !== undefined);
    runner.run(model, input, variables, sink);
    return runner;
  };
  return {
    model,
    run: (input, variables, sink) => void runWith(input, variables, sink, false),
    runToState: (input, variables, sink) => runWith(input, variables, sink, true).state(),
  };
}

/**
 * Compile the program of a model for some variables, so that kernels in several threads can share it.
 *
 * @param years - that a run covers, base year included.
 * @throws as {@link makeWasmKernel} does.
 */
export function compileProgram(model: CompiledModel, variables: readonly number[], years: number): WasmProgram {
  const changeable = declaredChangeable(model);
  return compile(model, vectorLanes, { variables, changeable, years, keepsState: false });
}

function compile(
  model: CompiledModel,
  lanes: Lanes,
  wanted: Pick<WasmProgram, "variables" | "changeable" | "years" | "keepsState">,
): WasmProgram {
  const { variables, changeable, years, keepsState } = wanted;
  const program = lowerModel(model, { wanted: variables, changeable, keepsState });
  const plan = new MemoryPlan(program, lanes, years, keepsState);
  const module = compileModule(emitProgram(program, lanes, plan, keepsState));
  return { ...wanted, equations: model.variables, program, layout: plan.layout(), module };
}

/** Give a compiled program a memory to run in. */
export function startProgram(model: CompiledModel, compiled: WasmProgram): RunningProgram {
  const { program, layout, module } = compiled;
  return { ...compiled, runner: new WasmRunner(model, program, layout, makeInstance(module)) };
}

function serves(
  made: WasmProgram,
  input: KernelInput,
  variables: readonly number[],
  changed: Changeable,
  keepsState: boolean,
): boolean {
  return (
    made.keepsState === keepsState &&
    made.years >= input.until - input.from + 1 &&
    made.variables.length === variables.length &&
    made.variables.every((variable, i) => variable === variables[i]) &&
    isSubset(changed.assumptions, made.changeable.assumptions) &&
    isSubset(changed.tables, made.changeable.tables) &&
    isSubset(changed.drivers, made.changeable.drivers)
  );
}

/** What the levers and events of a model may change, and its drivers. */
function declaredChangeable(model: CompiledModel): Changeable {
  const { levers, events } = model.source;
  const targets = new Set([...levers, ...events].flatMap(({ effects }) => effects.map(({ target }) => target)));
  return {
    assumptions: placesWhere(model.assumptions, (name) => targets.has(name)),
    tables: placesWhere(model.tables, ({ name }) => targets.has(name)),
    drivers: placesWhere(model.variables, ({ kind, over }) => kind === "driver" && over.length === 0),
  };
}

/** What an input does change from year to year. */
function changedBy({ assumptions, tableEffects, drivers, from, until }: KernelInput): Changeable {
  return {
    assumptions: placesWhere(assumptions, (byYear) => {
      for (let year = from + 1; year <= until; year++) if (byYear[year] !== byYear[year - 1]) return true;
      return false;
    }),
    tables: placesWhere(tableEffects, (byYear) => byYear?.some((effect) => effect !== undefined) ?? false),
    drivers: placesWhere(drivers, (byYear) => byYear?.some((path) => path !== undefined) ?? false),
  };
}

function placesWhere<T>(entries: readonly T[], test: (entry: T) => boolean): ReadonlySet<number> {
  const places = new Set<number>();
  entries.forEach((entry, place) => {
    if (test(entry)) places.add(place);
  });
  return places;
}

function union(a: Changeable, b: Changeable): Changeable {
  return {
    assumptions: new Set([...a.assumptions, ...b.assumptions]),
    tables: new Set([...a.tables, ...b.tables]),
    drivers: new Set([...a.drivers, ...b.drivers]),
  };
}

function isSubset(part: ReadonlySet<number>, whole: ReadonlySet<number>): boolean {
  for (const entry of part) if (!whole.has(entry)) return false;
  return true;
}
