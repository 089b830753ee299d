import { fillUniforms } from "../core/philox.ts";
import { makeInstance, type WasmModule, type WithMemory } from "../wasm/web-assembly.ts";
import { directionsAddress, rowAddress, rowDraws } from "./emit-random-rows.ts";
import type { RandomRows } from "./random-rows.ts";
import { directionWords, fillSobol, sobolPoint } from "./sobol.ts";

/** What the module of `emitRandomRows` exports. */
interface RandomInstance extends WithMemory {
  readonly uniforms: FillFromCounters;
  readonly normals: FillFromCounters;
  readonly toNormals: (start: number, end: number) => void;
  readonly sobol: (start: number, end: number, word: number, seed: number, point: number) => void;
}

type FillFromCounters = (start: number, end: number, key0: number, key1: number, pair: number, year: number) => void;

/** Draws below this have a pair number of one word. */
const drawLimit = 2 ** 33;
const pairBytes = 16;

/** Fills rows piece by piece in the memory of a module, from where they are copied. */
export class WasmRandomRows implements RandomRows {
  readonly #instance: RandomInstance;
  readonly #row: Float64Array;
  readonly #directions: Uint32Array;
  /** Dimension whose direction words stand in memory. */
  #dimension = -1;

  /** @param module - from `emitRandomRows`. */
  constructor(module: WasmModule) {
    this.#instance = makeInstance<RandomInstance>(module);
    const { buffer } = this.#instance.memory;
    this.#row = new Float64Array(buffer, rowAddress, rowDraws);
    this.#directions = new Uint32Array(buffer, directionsAddress, 32);
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
    if (this.#dimension !== dimension) this.#directions.set(directionWords(dimension));
    this.#dimension = dimension;
    this.#inPieces(out, 0, (start, end, place) => {
      const point = firstPoint + place;
      this.#instance.sobol(start, end, sobolPoint(dimension, point), scrambleSeed, point);
    });
  }

  toNormals(values: Float64Array): void {
    for (let place = 0; place < values.length; place += rowDraws) {
      const piece = values.subarray(place, place + rowDraws);
      this.#row.set(piece);
      this.#instance.toNormals(rowAddress, rowEnd(piece.length));
      piece.set(this.#row.subarray(0, piece.length));
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
      out.set(this.#row.subarray(unwanted, count), place + unwanted);
    }
  }
}

/** Address behind a row, which is filled in pairs of draws. */
function rowEnd(count: number): number {
  return rowAddress + Math.ceil(count / 2) * pairBytes;
}
