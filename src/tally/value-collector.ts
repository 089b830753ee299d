import { cellEdge, cellOf, type SketchGrid, sketchCells } from "../core/quantile-sketch.ts";
import { type MetBuckets, type MetValues, mostCollected, type WantedValues } from "./wanted-values.ts";

const bucketCount = 256;

/** Picks wanted values out of the rows of draws that go by. */
export class ValueCollector {
  readonly #grids: readonly SketchGrid[];
  readonly #rows: readonly WantedRow[];
  readonly #buckets: readonly Collected[];

  /**
   * @param grids - of the rows' sketches.
   * @param wanted - in order of row, cell and value.
   */
  constructor(grids: readonly SketchGrid[], wanted: readonly WantedValues[]) {
    this.#grids = grids;
    this.#buckets = wanted.map((one) => collectedOf(one, grids[one.row] as SketchGrid));
    const rows = new Map<number, WantedRow>();
    for (const [place, one] of wanted.entries()) {
      const known = rows.get(one.row) ?? { row: one.row, firstOf: new Int32Array(sketchCells).fill(-1) };
      if (known.firstOf[one.cell] === -1) known.firstOf[one.cell] = place;
      rows.set(one.row, known);
    }
    this.#rows = [...rows.values()];
  }

  /** Look through the rows of some draws. @param values - row by row, so many draws each. */
  add(values: Float64Array, draws: number): void {
    for (const { row, firstOf } of this.#rows) {
      const grid = this.#grids[row] as SketchGrid;
      for (let place = row * draws; place < (row + 1) * draws; place++) {
        const value = values[place] as number;
        if (value - value !== 0) continue;
        const first = firstOf[cellOf(grid, value)] as number;
        if (first >= 0) this.#collect(first, value);
      }
    }
  }

  /** What was met of each of the wanted values. */
  met(): MetValues[] {
    return this.#buckets.map(({ buckets, values, length }) => {
      return buckets ?? { kind: "all", values: values.slice(0, length) };
    });
  }

  /** Put a value where it belongs among the wanted ones of its cell, if it is one. */
  #collect(first: number, value: number): void {
    const { wanted } = this.#buckets[first] as Collected;
    for (let place = first; place < this.#buckets.length; place++) {
      const one = this.#buckets[place] as Collected;
      if (one.wanted.row !== wanted.row || one.wanted.cell !== wanted.cell || value < one.wanted.from) return;
      if (value > one.wanted.to) continue;
      if (one.buckets) count(one.buckets, one.low, one.high, value);
      else one.values[one.length++] = value;
      return;
    }
  }
}

/** A row with, for each cell of its sketch, the first of the wanted values in it; −1 for none. */
interface WantedRow {
  readonly row: number;
  readonly firstOf: Int32Array;
}

interface Collected {
  readonly wanted: WantedValues;
  readonly values: Float64Array;
  length: number;
  /** In place of values, where they are many. */
  readonly buckets: MetBuckets | null;
  /** Where the buckets begin and end; one bucket where that is open. */
  readonly low: number;
  readonly high: number;
}

function collectedOf(wanted: WantedValues, grid: SketchGrid): Collected {
  const low = Math.max(wanted.from, cellEdge(grid, wanted.cell));
  const high = Math.min(wanted.to, cellEdge(grid, wanted.cell + 1));
  if (wanted.count <= mostCollected) {
    return { wanted, values: new Float64Array(wanted.count), length: 0, buckets: null, low, high };
  }
  const buckets: MetBuckets = {
    kind: "buckets",
    counts: new Uint32Array(bucketCount),
    least: new Float64Array(bucketCount).fill(Infinity),
    greatest: new Float64Array(bucketCount).fill(-Infinity),
  };
  // Edges are rounded, values are not: bounds that are values are the closer ones.
  const isKnown = wanted.from > -Infinity;
  return {
    wanted,
    values: new Float64Array(0),
    length: 0,
    buckets,
    low: isKnown ? wanted.from : low,
    high: isKnown ? wanted.to : high,
  };
}

/** Count a value in its bucket, which never falls as the value rises. */
function count({ counts, least, greatest }: MetBuckets, low: number, high: number, value: number): void {
  const bucket = bucketOf(low, high, value);
  counts[bucket]++;
  if (value < (least[bucket] as number)) least[bucket] = value;
  if (value > (greatest[bucket] as number)) greatest[bucket] = value;
}

function bucketOf(low: number, high: number, value: number): number {
  if (low === -Infinity || high === Infinity) return 0;
  const width = high - low;
  if (width === 0) return value > low ? bucketCount - 1 : 0;
  // Doubles may lie further apart than the greatest of them.
  const share = width === Infinity ? (value / 2 - low / 2) / (high / 2 - low / 2) : (value - low) / width;
  return Math.max(0, Math.min(bucketCount - 1, Math.floor(share * bucketCount)));
}
