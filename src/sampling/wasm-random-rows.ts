import { fillUniforms } from "../core/philox.ts";
import { pageBytes } from "../wasm/wasm-module.ts";
import { makeInstance, type WasmModule, type WithMemory } from "../wasm/web-assembly.ts";
import type { CubicTable } from "./cubic-table.ts";
import { directionsAddress, otherRowAddress, rowAddress, rowDraws, tableAddress } from "./emit-random-rows.ts";
import { cellBytes, knotBytes } from "./emit-tables.ts";
import { plainRandomRows, type RandomRows } from "./random-rows.ts";
import { type RowFormula, rowFunction } from "./row-formula.ts";
import { directionWords, fillSobol, sobolPoint } from "./sobol.ts";

/** What the module of `emitRandomRows` exports. */
interface RandomInstance extends WithMemory {
  readonly uniforms: FillFromCounters;
  readonly normals: FillFromCounters;
  readonly toNormals: (start: number, end: number) => void;
  readonly sobol: (start: number, end: number, word: number, seed: number, point: number) => void;
  readonly uniformsOfScores: (start: number, end: number) => void;
  readonly addWeighted: (start: number, end: number, other: number, weight: number) => void;
  readonly linear: ReplaceRow;
  readonly exponential: ReplaceRow;
  readonly triangular: ReplaceRow;
  readonly cutNormal: ReplaceRow;
  readonly tabulated: ReplaceRow;
  readonly steps: ReplaceRow;
}

type ReplaceRow = (start: number, end: number, ...numbers: number[]) => void;

type FillFromCounters = (start: number, end: number, key0: number, key1: number, pair: number, year: number) => void;

/** Draws below this have a pair number of one word. */
const drawLimit = 2 ** 33;
const pairBytes = 16;

/** Fills rows piece by piece in the memory of a module, from where they are copied. */
export class WasmRandomRows implements RandomRows {
  readonly #instance: RandomInstance;
  #views: MemoryViews;
  /** Dimension whose direction words stand in memory. */
  #dimension = -1;
  /** What stands in memory as the table of a formula. */
  #table: object | null = null;

  /** @param module - from `emitRandomRows`. */
  constructor(module: WasmModule) {
    this.#instance = makeInstance<RandomInstance>(module);
    this.#views = viewsOf(this.#instance.memory.buffer);
  }

  uniforms(out: Float64Array, key: Readonly<Uint32Array>, firstDraw: number, year: number): void {
    this.#fromCounters("uniforms", out, key, firstDraw, year);
  }

  normals(out: Float64Array, key: Readonly<Uint32Array>, firstDraw: number, year: number): void {
    this.#fromCounters("normals", out, key, firstDraw, year);
  }

  sobol(out: Float64Array, dimension: number, scrambleSeed: number, firstPoint: number): void {
    // Checks the arguments as the plain way does.
    fillSobol(out.subarray(0, 0), dimension, scrambleSeed, firstPoint);
    if (this.#dimension !== dimension) this.#views.directions.set(directionWords(dimension));
    this.#dimension = dimension;
    this.#inPieces(out, 0, (start, end, place) => {
      const point = firstPoint + place;
      this.#instance.sobol(start, end, sobolPoint(dimension, point), scrambleSeed, point);
    });
  }

  toNormals(values: Float64Array): void {
    this.#replace(values, values, (start, end) => this.#instance.toNormals(start, end));
  }

  combineScores(out: Float64Array, weights: Float64Array, scores: readonly Float64Array[]): void {
    for (let place = 0; place < out.length; place += rowDraws) {
      const piece = out.subarray(place, place + rowDraws);
      const end = rowEnd(piece.length);
      this.#views.row.fill(0);
      for (const [j, weight] of weights.entries()) {
        this.#views.otherRow.set((scores[j] as Float64Array).subarray(place, place + piece.length));
        this.#instance.addWeighted(rowAddress, end, otherRowAddress, weight);
      }
      this.#instance.uniformsOfScores(rowAddress, end);
      piece.set(this.#views.row.subarray(0, piece.length));
    }
  }

  transform(out: Float64Array, row: Float64Array, formula: RowFormula): void {
    const { linear, exponential, triangular, cutNormal, steps } = this.#instance;
    switch (formula.kind) {
      case "linear":
        this.#replace(out, row, (start, end) => linear(start, end, formula.start, formula.scale));
        break;
      case "exponential":
        this.#replace(out, row, (start, end) => exponential(start, end, formula.factor, formula.scale));
        break;
      case "triangular": {
        const { lower, mode, upper } = formula;
        const width = upper - lower;
        this.#replace(out, row, (start, end) => {
          triangular(start, end, lower, mode, upper, width, (mode - lower) / width);
        });
        break;
      }
      case "cut_normal": {
        const { mean, sd, lower, upper, below, beyond, mass, split, cap } = formula;
        this.#replace(out, row, (start, end) => {
          cutNormal(start, end, mean, sd, lower, upper, below, beyond, mass, split, cap);
        });
        break;
      }
      case "tabulated":
        this.#tabulated(out, row, formula);
        break;
      case "steps": {
        const { bounds, values } = formula;
        const [boundsEnd, valuesEnd] = [bounds.length * 8, (bounds.length + values.length) * 8];
        this.#loadTable(formula, valuesEnd, (bytes) => {
          new Float64Array(bytes, tableAddress, bounds.length).set(bounds);
          new Float64Array(bytes, tableAddress + boundsEnd, values.length).set(values);
        });
        this.#replace(out, row, (start, end) => {
          steps(start, end, tableAddress, tableAddress + boundsEnd, tableAddress + boundsEnd);
        });
        break;
      }
      case "function":
        plainRandomRows.transform(out, row, formula);
    }
  }

  #tabulated(out: Float64Array, row: Float64Array, formula: Extract<RowFormula, { kind: "tabulated" }>): void {
    const { start: first, scale, table } = formula;
    const count = table.pieces.length;
    this.#loadTable(table, count * cellBytes + table.values.length * knotBytes, (bytes) => writeCubics(bytes, table));
    const lowest = row.reduce((least, x) => (x < least ? x : least), Number.POSITIVE_INFINITY);
    // What lies below the table is worked out one by one; it hardly ever happens.
    const outside = lowest < table.start ? row.slice() : null;
    this.#replace(out, row, (start, end) => {
      this.#instance.tabulated(start, end, tableAddress, count, table.start, table.cellWidth, first, scale);
    });
    if (!outside) return;
    const evaluate = rowFunction(formula);
    outside.forEach((x, i) => {
      if (x < table.start) out[i] = evaluate(x);
    });
  }

  /** Put a table into memory unless it stands there already. */
  #loadTable(table: object, bytes: number, write: (buffer: ArrayBuffer) => void): void {
    if (this.#table === table) return;
    const { memory } = this.#instance;
    const missing = tableAddress + bytes - memory.buffer.byteLength;
    if (missing > 0) {
      memory.grow(Math.ceil(missing / pageBytes));
      this.#views = viewsOf(memory.buffer);
    }
    write(memory.buffer);
    this.#table = table;
  }

  /** Fill `out` piece by piece with what `replace` makes of the pieces of a row in memory. */
  #replace(out: Float64Array, row: Float64Array, replace: (start: number, end: number) => void): void {
    for (let place = 0; place < out.length; place += rowDraws) {
      const piece = out.subarray(place, place + rowDraws);
      this.#views.row.set(row.subarray(place, place + piece.length));
      replace(rowAddress, rowEnd(piece.length));
      piece.set(this.#views.row.subarray(0, piece.length));
    }
  }

  #fromCounters(
    filling: "uniforms" | "normals",
    out: Float64Array,
    key: Readonly<Uint32Array>,
    firstDraw: number,
    year: number,
  ): void {
    fillUniforms(out.subarray(0, 0), key, firstDraw, year);
    if (firstDraw + out.length > drawLimit) {
      throw new RangeError(`${filling}: draws must be numbered below 2^33; got ${firstDraw} on`);
    }
    // An odd first draw is the second of its pair.
    this.#inPieces(out, firstDraw % 2, (start, end, place) => {
      this.#instance[filling](
        start,
        end,
        key[0] as number,
        key[1] as number,
        Math.floor((firstDraw + place) / 2),
        year,
      );
    });
  }

  /**
   * Fill a row piece by piece.
   *
   * @param skipped - numbers that are filled in front of the row and left out.
   * @param fill - told from where to where in memory, and the place in `out` with the skipped numbers in front.
   */
  #inPieces(out: Float64Array, skipped: number, fill: (start: number, end: number, place: number) => void): void {
    for (let place = -skipped; place < out.length; place += rowDraws) {
      const count = Math.min(rowDraws, out.length - place);
      fill(rowAddress, rowEnd(count), place);
      const unwanted = Math.max(0, -place);
      out.set(this.#views.row.subarray(unwanted, count), place + unwanted);
    }
  }
}

/** The parts of a module's memory that rows and tables go through; they end when the memory grows. */
interface MemoryViews {
  readonly row: Float64Array;
  readonly otherRow: Float64Array;
  readonly directions: Uint32Array;
}

function viewsOf(buffer: ArrayBuffer): MemoryViews {
  return {
    row: new Float64Array(buffer, rowAddress, rowDraws),
    otherRow: new Float64Array(buffer, otherRowAddress, rowDraws),
    directions: new Uint32Array(buffer, directionsAddress, 32),
  };
}

/** Address behind a row, which is filled in pairs of draws. */
function rowEnd(count: number): number {
  return rowAddress + Math.ceil(count / 2) * pairBytes;
}

/** Lay out a table of cubics: the cells, then the knots. */
function writeCubics(buffer: ArrayBuffer, { pieces, firstKnots, cellWidth, values, slopes }: CubicTable): void {
  const view = new DataView(buffer, tableAddress);
  const knots = pieces.length * cellBytes;
  for (const [cell, count] of pieces.entries()) {
    view.setFloat64(cell * cellBytes, count, true);
    view.setFloat64(cell * cellBytes + 8, cellWidth / count, true);
    view.setInt32(cell * cellBytes + 16, tableAddress + knots + (firstKnots[cell] as number) * knotBytes, true);
  }
  for (const [knot, value] of values.entries()) {
    view.setFloat64(knots + knot * knotBytes, value, true);
    view.setFloat64(knots + knot * knotBytes + 8, slopes[knot] as number, true);
  }
}
