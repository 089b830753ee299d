import { finiteValues } from "../core/finite-values.ts";
import { type SketchGrid, sketchBody, sketchCells, sketchGrid, sketchQuantiles } from "../core/quantile-sketch.ts";
import { quantiles } from "../core/quantiles.ts";
import { CellCounter, type CellCounts, sumCells } from "../tally/cell-counts.ts";
import { momentWidth, type RowTally } from "../tally/row-tally.ts";
import { summaryProbabilities, summaryWidth } from "./series-summary.ts";

/** What one thread counted of the batches that it ran: plain data, which a worker can send. */
export interface SeriesCounts extends CellCounts {
  /** For each batch, in the order in which they were run: number, and the moments of each row. */
  readonly batches: readonly { readonly batch: number; readonly moments: Float64Array }[];
}

/** Counts rows of draws batch by batch and forgets them. */
export class SeriesTally {
  readonly #tally: RowTally;
  readonly #cells: CellCounter;
  readonly #batches: { batch: number; moments: Float64Array }[] = [];

  /**
   * @param tally - holds the rows; what it counted before is forgotten.
   * @param grids - one a row, the same in every thread.
   */
  constructor(tally: RowTally, grids: readonly SketchGrid[]) {
    this.#tally = tally;
    tally.begin(grids);
    this.#cells = new CellCounter(tally);
  }

  /**
   * Count what stands in the rows.
   *
   * @param batch - number of the first batch.
   * @param draws - of each row.
   * @param batchDraws - draws of each batch but the last.
   */
  add(batch: number, draws: number, batchDraws: number): void {
    for (let from = 0; from < draws; from += batchDraws) {
      const moments = new Float64Array(this.#tally.rows * momentWidth);
      this.#tally.moments(draws, from, Math.min(from + batchDraws, draws), moments);
      this.#batches.push({ batch: batch + from / batchDraws, moments });
    }
    this.#cells.add(draws);
  }

  counts(): SeriesCounts {
    return { ...this.#cells.counts(), batches: this.#batches };
  }
}

/** Choose the grid of each row by its draws in a first part of the run. */
export function rowGrids(values: Float64Array, rows: number, draws: number): SketchGrid[] {
  return Array.from({ length: rows }, (_, row) => gridOf(values.subarray(row * draws, (row + 1) * draws)));
}

/** Choose the grid of a sketch by the first values of a sample. */
function gridOf(values: Float64Array): SketchGrid {
  const [lower = Number.NaN, upper = Number.NaN] = quantiles(finiteValues(values), sketchBody);
  return sketchGrid(lower, upper);
}

/** Put exact quantiles in place of the estimates of a summary's table. @param quantiles - by row. */
export function setQuantiles(table: Float64Array, quantiles: ReadonlyMap<number, readonly number[]>): void {
  for (const [row, values] of quantiles) table.set(values, row * summaryWidth + momentWidth);
}

/**
 * Put together what threads counted: a summary's table.
 *
 * Counts of cells are added in any order, being whole numbers, and moments in the order of the batches, so that the
 * numbers do not hang on which thread ran what.
 *
 * @param parts - of all threads.
 */
export function summariseCounts(parts: readonly SeriesCounts[], grids: readonly SketchGrid[]): Float64Array {
  const cells = new Uint32Array(sketchCells);
  const batches = parts.flatMap((part) => part.batches).sort((a, b) => a.batch - b.batch);
  const table = new Float64Array(grids.length * summaryWidth);
  for (const [row, grid] of grids.entries()) {
    const summary = table.subarray(row * summaryWidth, (row + 1) * summaryWidth);
    summary.set(joinMoments(batches, row));
    sumCells(parts, row, cells);
    summary.set(sketchQuantiles(cells, grid, summaryProbabilities), momentWidth);
  }
  return table;
}

/**
 * Join the moments of a row's batches, one after the other.
 *
 * @returns finite draws, mean and standard deviation.
 * @see Chan, Golub & LeVeque (1983), Algorithms for computing the sample variance.
 */
function joinMoments(batches: SeriesCounts["batches"], row: number): [number, number, number] {
  let count = 0;
  let mean = Number.NaN;
  let squares = 0;
  for (const { moments } of batches) {
    const more = moments[row * momentWidth] as number;
    if (more === 0) continue;
    const itsMean = moments[row * momentWidth + 1] as number;
    const sd = moments[row * momentWidth + 2] as number;
    const itsSquares = more > 1 ? sd * sd * (more - 1) : 0;
    const total = count + more;
    const gap = count === 0 ? 0 : itsMean - mean;
    mean = count === 0 ? itsMean : mean + (gap * more) / total;
    squares += itsSquares + (gap * gap * count * more) / total;
    count = total;
  }
  return [count, mean, count > 1 ? Math.sqrt(squares / (count - 1)) : Number.NaN];
}
