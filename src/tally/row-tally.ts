import { finiteValues } from "../core/finite-values.ts";
import { moments } from "../core/moments.ts";
import { addToSketch, cellOf, type SketchGrid, sketchCells } from "../core/quantile-sketch.ts";

/** Numbers that the moments of one row take: finite values, their mean and standard deviation; see `core/moments.ts`. */
export const momentWidth = 3;

/**
 * Holds rows of draws and counts them. Same rows, same bits, whatever does the work.
 *
 * What is counted adds up until {@link RowTally.begin} is called again.
 */
export interface RowTally {
  /** Rows that there is room for. */
  readonly rows: number;
  /** Draws of each row that there is room for. */
  readonly most: number;
  /** Counts in the cells of each row's sketch, row by row: what {@link RowTally.sketch} may hold of them. */
  readonly cells: Uint16Array;
  /** Room for the rows, one after the other, each of so many draws; what stood there stays until it is overwritten. */
  draws(count: number): Float64Array;
  /** Forget all counts and take other grids, one a row. */
  begin(grids: readonly SketchGrid[]): void;
  /**
   * Compute the moments of a part of each row.
   *
   * @param count - draws of each row.
   * @param from - first draw of the part.
   * @param until - draw behind its last.
   * @param out - receives {@link momentWidth} numbers a row.
   */
  moments(count: number, from: number, until: number, out: Float64Array): void;
  /**
   * Count all draws of each row in its sketch.
   *
   * Small counts take half the memory; the caller sees to it that none passes 65,535, of which {@link CellCounts} knows.
   */
  sketch(count: number): void;
  /**
   * Pick the draws of a row that lie in wanted cells of its sketch.
   *
   * @param wanted - 1 a wanted cell, else 0.
   * @returns a view, until the next call, in the order of the draws.
   */
  pick(count: number, row: number, wanted: Uint8Array): Float64Array;
}

/** The plain JavaScript that every other way must agree with. */
export class PlainRowTally implements RowTally {
  readonly rows: number;
  readonly most: number;
  readonly cells: Uint16Array;
  readonly #draws: Float64Array;
  #grids: readonly SketchGrid[] = [];

  constructor(rows: number, most: number) {
    this.rows = rows;
    this.most = most;
    this.cells = new Uint16Array(rows * sketchCells);
    this.#draws = new Float64Array(rows * most);
  }

  draws(count: number): Float64Array {
    return this.#draws.subarray(0, this.rows * count);
  }

  begin(grids: readonly SketchGrid[]): void {
    this.cells.fill(0);
    this.#grids = grids;
  }

  moments(count: number, from: number, until: number, out: Float64Array): void {
    for (let row = 0; row < this.rows; row++) {
      const part = this.#draws.subarray(row * count + from, row * count + until);
      const finite = finiteValues(part);
      const { mean, sd } = moments(finite);
      out.set([finite.length, mean, sd], row * momentWidth);
    }
  }

  sketch(count: number): void {
    for (const [row, grid] of this.#grids.entries()) {
      const cells = this.cells.subarray(row * sketchCells, (row + 1) * sketchCells);
      addToSketch(cells, grid, this.#draws.subarray(row * count, (row + 1) * count));
    }
  }

  pick(count: number, row: number, wanted: Uint8Array): Float64Array {
    const grid = this.#grids[row] as SketchGrid;
    const draws = this.#draws.subarray(row * count, (row + 1) * count);
    return draws.filter((value) => Number.isFinite(value) && wanted[cellOf(grid, value)] === 1);
  }
}
