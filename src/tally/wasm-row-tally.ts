import { bodyCells, type SketchGrid, sketchCells } from "../core/quantile-sketch.ts";
import { assembleModule, pageBytes, type WasmFunction } from "../wasm/wasm-module.ts";
import { makeInstance, type WasmModule, type WithMemory } from "../wasm/web-assembly.ts";
import { emitFiniteValues, emitMoments, momentParameters } from "./emit-moments.ts";
import { emitCellOf, emitCountOne, emitCountPairs, emitPickPairs, gridBytes } from "./emit-sketch.ts";
import { momentWidth, type RowTally } from "./row-tally.ts";

/** What the module of {@link emitRowTally} exports. */
interface TallyInstance extends WithMemory {
  readonly moments: (first: number, second: number, end: number, count: number, out: number) => void;
  readonly finiteValues: (from: number, end: number, to: number) => number;
  readonly countOne: (value: number, grid: number, cells: number) => void;
  readonly countPairs: (place: number, end: number, grid: number, cells: number) => void;
  readonly pickPairs: (place: number, end: number, grid: number, wanted: number, to: number) => number;
}

const numberBytes = 8;
const cellBytes = 2;
/** Where the moments of two rows are left. */
const momentsAddress = 64;
const firstFree = 128;
/** The grids and rows of draws begin on lines of the cache. */
const lineBytes = 64;

/** Write the module that counts rows of draws. */
export function emitRowTally(): Uint8Array<ArrayBuffer> {
  const [cellOf, countOne] = [0, 1];
  const functions: readonly WasmFunction[] = [
    { parameters: ["f64", "i32"], results: ["i32"], code: emitCellOf(), exportedAs: null },
    { parameters: ["f64", "i32", "i32"], results: [], code: emitCountOne(cellOf), exportedAs: "countOne" },
    { parameters: ["i32", "i32", "i32", "i32"], results: [], code: emitCountPairs(countOne), exportedAs: "countPairs" },
    {
      parameters: ["i32", "i32", "i32", "i32", "i32"],
      results: ["i32"],
      code: emitPickPairs(cellOf),
      exportedAs: "pickPairs",
    },
    { parameters: momentParameters, results: [], code: emitMoments(), exportedAs: "moments" },
    { parameters: ["i32", "i32", "i32"], results: ["i32"], code: emitFiniteValues(), exportedAs: "finiteValues" },
  ];
  return assembleModule(functions, 1);
}

/** Counts rows of draws that stand in the memory of a module. */
export class WasmRowTally implements RowTally {
  readonly rows: number;
  readonly most: number;
  readonly cells: Uint16Array;
  readonly #instance: TallyInstance;
  readonly #numbers: Float64Array;
  readonly #gridsAddress: number;
  readonly #drawsAddress: number;
  /** Some of one row's draws, with room for a pair behind them. */
  readonly #pickedAddress: number;
  /** For each cell whether it is wanted, and for what is not finite that it is not. */
  readonly #wantedAddress: number;
  readonly #cellsAddress: number;

  /** @param module - from {@link emitRowTally}. */
  constructor(module: WasmModule, rows: number, most: number) {
    this.rows = rows;
    this.most = most;
    let end = firstFree;
    const reserve = (bytes: number) => {
      const address = end;
      end = Math.ceil((end + bytes) / lineBytes) * lineBytes;
      return address;
    };
    this.#gridsAddress = reserve(rows * gridBytes);
    this.#drawsAddress = reserve(rows * most * numberBytes);
    this.#pickedAddress = reserve((most + 2) * numberBytes);
    this.#wantedAddress = reserve(sketchCells + 1);
    this.#cellsAddress = reserve(rows * sketchCells * cellBytes);
    this.#instance = makeInstance<TallyInstance>(module);
    const { memory } = this.#instance;
    memory.grow(Math.ceil(end / pageBytes));
    this.#numbers = new Float64Array(memory.buffer);
    this.cells = new Uint16Array(memory.buffer, this.#cellsAddress, rows * sketchCells);
  }

  draws(count: number): Float64Array {
    return this.#numbers.subarray(this.#drawsAddress / numberBytes).subarray(0, this.rows * count);
  }

  begin(grids: readonly SketchGrid[]): void {
    this.cells.fill(0);
    for (const [row, { lower, upper }] of grids.entries()) {
      const width = upper - lower;
      this.#numbers.set([lower, upper, width, bodyCells / width], (this.#gridsAddress + row * gridBytes) / numberBytes);
    }
  }

  moments(count: number, from: number, until: number, out: Float64Array): void {
    const drawsOfPart = until - from;
    const addressOf = (row: number) => this.#drawsAddress + (row * count + from) * numberBytes;
    for (let row = 0; row < this.rows; row += 2) {
      const pair = row + 1 < this.rows ? [row, row + 1] : [row];
      const addresses = pair.map(addressOf);
      const results = this.#numbers.subarray(momentsAddress / numberBytes, momentsAddress / numberBytes + 4);
      this.#momentsOf(addresses[0] as number, addresses[1] ?? (addresses[0] as number), drawsOfPart);
      const means = [results[0] as number, results[1] as number];
      const squares = [results[2] as number, results[3] as number];
      for (const [half, address] of addresses.entries()) {
        const place = (row + half) * momentWidth;
        const mean = means[half] as number;
        // Not finite: one of the draws is not, or their sum.
        if (mean - mean === 0) setMoments(out, place, drawsOfPart, mean, squares[half] as number);
        else this.#finiteMoments(address, drawsOfPart, out, place);
      }
    }
  }

  sketch(count: number): void {
    for (let row = 0; row < this.rows; row++) {
      const first = this.#drawsAddress + row * count * numberBytes;
      const grid = this.#gridsAddress + row * gridBytes;
      const cells = this.#cellsAddress + row * sketchCells * cellBytes;
      const paired = first + (count - (count % 2)) * numberBytes;
      if (paired > first) this.#instance.countPairs(first, paired, grid, cells);
      if (count % 2 === 1) this.#instance.countOne(this.#numbers[paired / numberBytes] as number, grid, cells);
    }
  }

  pick(count: number, row: number, wanted: Uint8Array): Float64Array {
    const flags = new Uint8Array(this.#numbers.buffer, this.#wantedAddress, sketchCells);
    flags.set(wanted);
    const first = this.#drawsAddress + row * count * numberBytes;
    const grid = this.#gridsAddress + row * gridBytes;
    const paired = first + (count - (count % 2)) * numberBytes;
    let to = this.#pickedAddress;
    if (paired > first) to = this.#instance.pickPairs(first, paired, grid, this.#wantedAddress, to);
    if (count % 2 === 1) {
      // A pair whose second half is not finite, and so in no cell.
      const pair = momentsAddress / numberBytes;
      this.#numbers.set([this.#numbers[paired / numberBytes] as number, Number.NaN], pair);
      to = this.#instance.pickPairs(momentsAddress, momentsAddress + 2 * numberBytes, grid, this.#wantedAddress, to);
    }
    return this.#numbers.subarray(this.#pickedAddress / numberBytes, to / numberBytes);
  }

  /** Moments of a row's finite draws, of which there are fewer than draws, or whose sum overflows. */
  #finiteMoments(address: number, draws: number, out: Float64Array, place: number): void {
    const to = this.#pickedAddress;
    const finite = (this.#instance.finiteValues(address, address + draws * numberBytes, to) - to) / numberBytes;
    if (finite === 0) {
      setMoments(out, place, 0, Number.NaN, 0);
      return;
    }
    this.#momentsOf(to, to, finite);
    const results = momentsAddress / numberBytes;
    setMoments(out, place, finite, this.#numbers[results] as number, this.#numbers[results + 2] as number);
  }

  #momentsOf(first: number, second: number, count: number): void {
    this.#instance.moments(first, second, first + count * numberBytes, count, momentsAddress);
  }
}

function setMoments(out: Float64Array, place: number, count: number, mean: number, squares: number): void {
  out[place] = count;
  out[place + 1] = mean;
  out[place + 2] = count > 1 ? Math.sqrt(squares / (count - 1)) : Number.NaN;
}
