import { finiteValues } from "../core/finite-values.ts";
import { moments } from "../core/moments.ts";
import {
  addToSketch,
  type SketchGrid,
  sketchBody,
  sketchCells,
  sketchGrid,
  sketchQuantile,
} from "../core/quantile-sketch.ts";
import { quantiles } from "../core/quantiles.ts";
import { summaryProbabilities, summaryWidth } from "./series-summary.ts";

/** Finite draws, mean, and sum of squared deviations from it. */
const momentWidth = 3;

/** What one thread counted of the batches that it ran: plain data, which a worker can send. */
export interface SeriesCounts {
  /** Cells of each row's sketch, row by row. */
  readonly cells: Uint32Array;
  /** For each batch, in the order in which they were run: number, and the moments of each row. */
  readonly batches: readonly { readonly batch: number; readonly moments: Float64Array }[];
}

/** Counts rows of draws batch by batch and forgets them. */
export class SeriesTally {
  readonly #grids: readonly SketchGrid[];
  readonly #cells: Uint32Array;
  readonly #batches: { batch: number; moments: Float64Array }[] = [];

  /** @param grids - one a row, the same in every thread. */
  constructor(grids: readonly SketchGrid[]) {
    this.#grids = grids;
    this.#cells = new Uint32Array(grids.length * sketchCells);
  }

  /** @param values - of each row so many draws, row by row. */
  add(batch: number, values: Float64Array, draws: number): void {
    const ofBatch = new Float64Array(this.#grids.length * momentWidth);
    for (const [row, grid] of this.#grids.entries()) {
      const finite = finiteValues(values.subarray(row * draws, (row + 1) * draws));
      const { mean, sd } = moments(finite);
      const squares = finite.length > 1 ? sd * sd * (finite.length - 1) : 0;
      ofBatch.set([finite.length, mean, squares], row * momentWidth);
      addToSketch(this.#cells.subarray(row * sketchCells, (row + 1) * sketchCells), grid, finite);
    }
    this.#batches.push({ batch, moments: ofBatch });
  }

  counts(): SeriesCounts {
    return { cells: this.#cells, batches: this.#batches };
  }
}

/** Choose the grid of each row by its draws in a first part of the run. */
export function rowGrids(values: Float64Array, rows: number, draws: number): SketchGrid[] {
  return Array.from({ length: rows }, (_, row) => gridOf(values.subarray(row * draws, (row + 1) * draws)));
}

/** Choose the grid of a sketch by the first values of a sample. */
export function gridOf(values: Float64Array): SketchGrid {
  const [lower = Number.NaN, upper = Number.NaN] = quantiles(finiteValues(values), sketchBody);
  return sketchGrid(lower, upper);
}

/**
 * Put together what threads counted: a summary's table.
 *
 * Counts of cells are added in any order, being whole numbers, and moments in the order of the batches, so that the
 * numbers do not hang on which thread ran what.
 *
 * @param parts - of all threads; the cells of the first are added to.
 */
export function summariseCounts(parts: readonly SeriesCounts[], grids: readonly SketchGrid[]): Float64Array {
  const [first, ...others] = parts as readonly [SeriesCounts, ...SeriesCounts[]];
  const { cells } = first;
  for (const other of others) for (let i = 0; i < cells.length; i++) cells[i] += other.cells[i] as number;
  const batches = parts.flatMap((part) => part.batches).sort((a, b) => a.batch - b.batch);
  const table = new Float64Array(grids.length * summaryWidth);
  for (const [row, grid] of grids.entries()) {
    const summary = table.subarray(row * summaryWidth, (row + 1) * summaryWidth);
    summary.set(joinMoments(batches.map((one) => one.moments.subarray(row * momentWidth, (row + 1) * momentWidth))));
    const ofRow = cells.subarray(row * sketchCells, (row + 1) * sketchCells);
    summary.set(
      summaryProbabilities.map((p) => sketchQuantile(ofRow, grid, p)),
      3,
    );
  }
  return table;
}

/**
 * Join moments of parts of a sample, one after the other.
 *
 * @returns finite draws, mean and standard deviation.
 * @see Chan, Golub & LeVeque (1983), Algorithms for computing the sample variance.
 */
function joinMoments(parts: readonly Float64Array[]): [number, number, number] {
  let count = 0;
  let mean = Number.NaN;
  let squares = 0;
  for (const part of parts) {
    const [more, itsMean, itsSquares] = part as unknown as [number, number, number];
    if (more === 0) continue;
    const total = count + more;
    const gap = count === 0 ? 0 : itsMean - mean;
    mean = count === 0 ? itsMean : mean + (gap * more) / total;
    squares += itsSquares + (gap * gap * count * more) / total;
    count = total;
  }
  return [count, mean, count > 1 ? Math.sqrt(squares / (count - 1)) : Number.NaN];
}
