import { blockSize } from "../model/kernel.ts";
import type { Program, StreamBase } from "../program/program.ts";
import type { Lanes } from "../wasm/lanes.ts";

/** Bytes from one row of a block's draws to the next; not a power of two, so that rows spread over the cache's sets. */
export const rowBytes = blockSize * 8 + 64;

/**
 * Registers that are worked on side by side: they hide the time that each addition of a long sum, and each step of an
 * exponential, waits for the last. Four were 4–15 % faster than two.
 */
export const registersPerGroup = 4;

const numberBytes = 8;
const wordBytes = 4;

/** Where everything stands in linear memory, in bytes: plain data, which a worker can be sent. */
export type MemoryLayout = Pick<
  MemoryPlan,
  | "years"
  | "cellBytes"
  | "fixedCells"
  | "uniforms"
  | "yearUniforms"
  | "yearUniformBytes"
  | "assumptionRows"
  | "yearRows"
  | "outcomeRows"
  | "stateRows"
  | "changeStarts"
  | "changes"
  | "tables"
  | "end"
>;

/** Plans where everything stands in linear memory, in bytes. */
export class MemoryPlan {
  /** Years that there is room for. */
  readonly years: number;
  /** Bytes of one cell: one number for each draw of a group. */
  readonly cellBytes: number;
  readonly fixedCells: number;
  readonly frames: readonly [number, number];
  readonly uniforms: number;
  readonly yearUniforms: number;
  /** Bytes of one year's uniforms. */
  readonly yearUniformBytes: number;
  /** One row for each assumption. */
  readonly assumptionRows: number;
  /** For each row of the program one row a year. */
  readonly yearRows: number;
  /** For each result one row a year. */
  readonly outcomeRows: number;
  /** One row for each cell of a frame, then one for each fixed cell; only where states are kept. */
  readonly stateRows: number;
  /** For each year the address where its changes begin, and the end. */
  readonly changeStarts: number;
  /** Pairs of words: the cell of an assumption that changes, and the row of its new values. */
  readonly changes: number;
  readonly #tables: { readonly address: number; readonly words: readonly number[] }[] = [];
  #end = 64;

  constructor(program: Program, lanes: Lanes, years: number, keepsState: boolean) {
    const { fixedCells, frameCells, assumptions, outcomes } = program;
    const results = outcomes.reduce((sum, { size }) => sum + size, 0);
    this.years = years;
    this.cellBytes = lanes.bytes * registersPerGroup;
    this.yearUniformBytes = program.yearUniformCount * numberBytes;
    this.fixedCells = this.#reserve(fixedCells * this.cellBytes);
    this.frames = [this.#reserve(frameCells * this.cellBytes), this.#reserve(frameCells * this.cellBytes)];
    this.uniforms = this.#reserve(program.uniformCount * numberBytes);
    this.yearUniforms = this.#reserve(years * this.yearUniformBytes);
    this.assumptionRows = this.#reserve(assumptions.length * rowBytes);
    this.yearRows = this.#reserve(program.rows.length * years * rowBytes);
    this.outcomeRows = this.#reserve(results * years * rowBytes);
    this.stateRows = this.#reserve(keepsState ? (frameCells + fixedCells) * rowBytes : 0);
    this.changeStarts = this.#reserve((years + 1) * wordBytes);
    this.changes = this.#reserve(assumptions.length * years * 2 * wordBytes);
  }

  /** First byte after everything planned so far. */
  get end(): number {
    return this.#end;
  }

  /** Tables of words that stand in memory from the start. */
  get tables(): readonly { readonly address: number; readonly words: readonly number[] }[] {
    return this.#tables;
  }

  /** Row of draws of one of the program's rows in the first year. */
  yearRow(number: number): number {
    return yearRow(this, number);
  }

  /** Row of draws of a result in the first year. */
  outcomeRow(result: number): number {
    return this.outcomeRows + result * this.years * rowBytes;
  }

  /** The plan as plain data, once all of it is planned. */
  layout(): MemoryLayout {
    return { ...this, tables: this.tables, end: this.end };
  }

  /** Plan a table of 32-bit words. @returns its address. */
  table(words: readonly number[]): number {
    const address = this.#reserve(words.length * wordBytes);
    this.#tables.push({ address, words });
    return address;
  }

  /** Bytes from one place to the next. */
  unit(base: StreamBase): number {
    if (base === "bounds") return wordBytes;
    return base === "uniform" || base === "yearUniform" ? numberBytes : this.cellBytes;
  }

  /** Address of the first place where it is known beforehand; 0 where a parameter holds it. */
  start(base: StreamBase): number {
    if (base === "fixed") return this.fixedCells;
    return base === "uniform" ? this.uniforms : 0;
  }

  #reserve(bytes: number): number {
    const address = this.#end;
    this.#end = Math.ceil((address + bytes) / 64) * 64;
    return address;
  }
}

/** Address of the draws of one of the program's rows in the first year. */
export function yearRow({ yearRows, years }: Pick<MemoryLayout, "yearRows" | "years">, number: number): number {
  return yearRows + number * years * rowBytes;
}
