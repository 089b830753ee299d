import type { CompiledModel } from "../model/compiled-model.ts";
import { blockSize, type KernelInput, type KernelSink, type KernelState } from "../model/kernel.ts";
import type { Home, Outcome, Program } from "../program/program.ts";
import { writeUniforms } from "../program/uniform-values.ts";
import { pageBytes } from "../wasm/wasm-module.ts";
import type { WasmInstance } from "../wasm/web-assembly.ts";
import { type MemoryLayout, rowBytes, yearRow } from "./memory-plan.ts";

/**
 * Runs blocks of draws through one module: puts the input where it looks for it and hands on what it leaves.
 *
 * One memory serves all models that differ in the values of their tables only.
 */
export class WasmRunner {
  /** The model of the last run, whose tables stand in memory. */
  #model: CompiledModel;
  readonly #program: Program;
  readonly #plan: MemoryLayout;
  readonly #instance: WasmInstance;
  readonly #outcomeOf: ReadonlyMap<number, Outcome>;
  /** The whole memory, as numbers and as words. */
  #numbers: Float64Array;
  #words: Int32Array;
  /** Row of each result and year, made when first asked for. */
  #rows: Float64Array[] = [];
  /** The settings for which the uniforms stand in memory. */
  #settings: {
    readonly model: CompiledModel;
    readonly from: number;
    readonly switches: Int32Array;
    readonly observed: Float64Array;
  } | null = null;

  constructor(model: CompiledModel, program: Program, plan: MemoryLayout, instance: WasmInstance) {
    this.#model = model;
    this.#program = program;
    this.#plan = plan;
    this.#instance = instance;
    this.#outcomeOf = new Map(program.outcomes.map((outcome) => [outcome.variable, outcome]));
    this.#numbers = new Float64Array(instance.memory.buffer);
    this.#words = new Int32Array(instance.memory.buffer);
    for (const { address, words } of plan.tables) this.#words.set(words, address / 4);
  }

  /** Simulate one block; see `Kernel`. */
  run(model: CompiledModel, input: KernelInput, variables: readonly number[], sink: KernelSink): void {
    const { draws, from, until, state } = input;
    this.#model = model;
    this.#writeSettings(input);
    this.#writeAssumptions(input);
    this.#writeRows(input);
    if (state) this.#writeState(state, draws);
    const groupDraws = this.#plan.cellBytes / 8;
    const groupsEnd = Math.ceil(draws / groupDraws) * this.#plan.cellBytes;
    this.#instance.run(groupsEnd, until - from + 1, from > 0 ? 1 : 0);
    for (let year = from; year <= until; year++) {
      for (const variable of variables) sink(variable, year, this.#values(variable, year - from));
    }
  }

  /** State at the end of the last run; the program must be one that keeps it. */
  state(): KernelState {
    const length = this.#model.variables.reduce((slots, { size }) => slots + size, 0) * blockSize;
    const state = { last: new Float64Array(length), base: new Float64Array(length) };
    this.#eachStateRow((moment, slot, row) => {
      state[moment].set(this.#numbers.subarray(row, row + blockSize), slot * blockSize);
    });
    return state;
  }

  #writeState(state: KernelState, draws: number): void {
    this.#eachStateRow((moment, slot, row) => {
      this.#numbers.set(state[moment].subarray(slot * blockSize, slot * blockSize + draws), row);
    });
  }

  /** Visit the rows in which states are handed over, numbered in doubles. */
  #eachStateRow(visit: (moment: "last" | "base", slot: number, row: number) => void): void {
    const { homes, frameCells } = this.#program;
    const rowOf = (place: number) => (this.#plan.stateRows + place * rowBytes) / 8;
    homes.forEach((home, number) => {
      if (!home) return;
      const { size, region, place, basePlace } = home as Home;
      const { slot } = this.#model.variables[number] as CompiledModel["variables"][number];
      const first = region === "frame" ? place : frameCells + place;
      for (let element = 0; element < size; element++) {
        visit("last", slot + element, rowOf(first + element));
        if (basePlace !== null) visit("base", slot + element, rowOf(frameCells + basePlace + element));
      }
    });
  }

  /** Write what is the same in every draw, unless it stands there already. */
  #writeSettings({ from, switches, observed }: KernelInput): void {
    const known = this.#settings;
    const isKnown = known?.model === this.#model && known.from === from;
    if (isKnown && isEqual(known.switches, switches) && isEqual(known.observed, observed)) return;
    const { uniforms, uniformCount, yearUniformCount } = this.#program;
    const write = (address: number, count: number, isYearly: boolean, calendarYear: number) => {
      const numbers = this.#numbers.subarray(address / 8, address / 8 + count);
      const words = this.#words.subarray(address / 4, address / 4 + 2 * count);
      const chosen = uniforms.filter((uniform) => uniform.isYearly === isYearly);
      writeUniforms(chosen, this.#model, { calendarYear, switches, observed }, { numbers, words });
    };
    write(this.#plan.uniforms, uniformCount, false, Number.NaN);
    for (let i = 0; i < this.#plan.years; i++) {
      write(
        this.#plan.yearUniforms + i * this.#plan.yearUniformBytes,
        yearUniformCount,
        true,
        this.#model.baseYear + from + i,
      );
    }
    this.#settings = { model: this.#model, from, switches: switches.slice(), observed: observed.slice() };
  }

  /** Write the first year's assumptions, and of each later year those that differ from the last. */
  #writeAssumptions({ assumptions, draws, from, until }: KernelInput): void {
    const plan = this.#plan;
    const changes: { cell: number; values: Float64Array }[][] = [];
    this.#program.assumptions.forEach((assumption, i) => {
      const byYear = assumptions[assumption] as readonly Float64Array[];
      this.#writeRow(plan.assumptionRows + i * rowBytes, byYear[from] as Float64Array, draws);
      for (let year = from + 1; year <= until; year++) {
        const values = byYear[year] as Float64Array;
        if (values === byYear[year - 1]) continue;
        changes[year - from] ??= [];
        changes[year - from]?.push({ cell: plan.fixedCells + i * plan.cellBytes, values });
      }
    });
    const count = changes.reduce((sum, ofYear) => sum + ofYear.length, 0);
    this.#makeRoom(plan.end + count * rowBytes);
    let address = plan.changes;
    let row = plan.end;
    for (let i = 0; i <= until - from + 1; i++) {
      this.#words[plan.changeStarts / 4 + i] = address;
      for (const { cell, values } of changes[i] ?? []) {
        this.#words.set([cell, row], address / 4);
        this.#writeRow(row, values, draws);
        address += 8;
        row += rowBytes;
      }
    }
  }

  /** Write shocks, paths and effects, and say in which years there are any. */
  #writeRows({ noise, drivers, tableEffects, draws, from, until }: KernelInput): void {
    const { rows, flags } = this.#program;
    for (let year = from; year <= until; year++) {
      rows.forEach((row, number) => {
        const values =
          row.kind === "noise"
            ? noise[row.noise]?.[year]
            : row.kind === "driver"
              ? drivers[row.variable]?.[year]
              : tableEffects[row.table]?.[year]?.[row.part];
        if (values) this.#writeRow(yearRow(this.#plan, number) + (year - from) * rowBytes, values, draws);
      });
      const table = this.#plan.yearUniforms + (year - from) * this.#plan.yearUniformBytes;
      for (const { source, place } of flags) {
        const acting = source.kind === "driver" ? drivers[source.variable]?.[year] : tableEffects[source.table]?.[year];
        this.#words.fill(acting ? -1 : 0, table / 4 + 2 * place, table / 4 + 2 * place + 2);
      }
    }
  }

  #writeRow(address: number, values: Float64Array, draws: number): void {
    this.#numbers.set(values.length > draws ? values.subarray(0, draws) : values, address / 8);
  }

  #values(variable: number, year: number): Float64Array {
    const { first, size } = this.#outcomeOf.get(variable) as Outcome;
    if (size === 1) return this.#row(first, year);
    const values = new Float64Array(size * blockSize);
    for (let element = 0; element < size; element++) {
      values.set(this.#row(first + element, year), element * blockSize);
    }
    return values;
  }

  #row(result: number, year: number): Float64Array {
    const number = result * this.#plan.years + year;
    const address = this.#plan.outcomeRows + number * rowBytes;
    this.#rows[number] ??= new Float64Array(this.#instance.memory.buffer, address, blockSize);
    return this.#rows[number];
  }

  /** Let the memory grow until it has some size; views of it must be made anew. */
  #makeRoom(bytes: number): void {
    const { memory } = this.#instance;
    const missing = bytes - memory.buffer.byteLength;
    if (missing <= 0) return;
    memory.grow(Math.ceil(missing / pageBytes));
    this.#numbers = new Float64Array(memory.buffer);
    this.#words = new Int32Array(memory.buffer);
    this.#rows = [];
  }
}

function isEqual(a: Int32Array | Float64Array, b: Int32Array | Float64Array): boolean {
  return a.length === b.length && a.every((value, i) => Object.is(value, b[i]));
}
