import { finiteValues } from "../core/finite-values.ts";
import { moments } from "../core/moments.ts";
import { addToSketch, type SketchGrid, sketchCells } from "../core/quantile-sketch.ts";

/** Numbers that the moments of one row take: finite values, their mean, and the sum of squared deviations from it. */
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
      out.set(momentsOf(part), row * momentWidth);
    }
  }

  sketch(count: number): void {
    for (const [row, grid] of this.#grids.entries()) {
      const cells = this.cells.subarray(row * sketchCells, (row + 1) * sketchCells);
      addToSketch(cells, grid, this.#draws.subarray(row * count, (row + 1) * count));
    }
  }
}

/** Finite values, their mean (NaN where there is none), and the sum of squared deviations from it. */
function momentsOf(values: Float64Array): [count: number, mean: number, squares: number] {
  const finite = finiteValues(values);
  const { mean, sd } = moments(finite);
  return [finite.length, mean, squaresOf(sd, finite.length)];
}

/** The sum of squared deviations, back from the standard deviation. */
export function squaresOf(sd: number, count: number): number {
  return count > 1 ? sd * sd * (count - 1) : 0;
}
