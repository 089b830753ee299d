import { finiteValues } from "../core/finite-values.ts";
import { type SketchGrid, sketchCells, sketchGrid } from "../core/quantile-sketch.ts";
import { quantiles, quantilesBetween } from "../core/quantiles.ts";
import { momentWidth, type RowTally } from "../tally/row-tally.ts";
import { wantedCells } from "../tally/wanted-values.ts";
import { summariseRow, summaryProbabilities } from "./series-summary.ts";

/** Standard deviations on either side of the mean that a row's sketch is fine over. */
const bodyDeviations = 3;
/** Draws that a small count holds; see `RowTally`. */
const mostCounted = 65_535;
/** Share of the draws from which on picking them gains nothing. */
const mostPicked = 1 / 4;

/**
 * Summarises rows of draws two at a time as `summariseRow` does, to the last bit.
 *
 * The draws are counted in a sketch; those in the cells of the wanted quantiles, which are few, are picked and sorted.
 */
export class RowSummariser {
  readonly #tally: RowTally;
  readonly #moments = new Float64Array(2 * momentWidth);
  readonly #wanted = new Uint8Array(sketchCells);

  /** @param tally - of two rows. */
  constructor(tally: RowTally) {
    this.#tally = tally;
  }

  /** Draws of a row that there is room for. */
  get most(): number {
    return this.#tally.most;
  }

  /**
   * Summarise two rows of equal length.
   *
   * @param summaries - receive a row of a summary's table each.
   */
  summarise(rows: readonly [Float64Array, Float64Array], summaries: readonly [Float64Array, Float64Array]): void {
    const { length } = rows[0];
    if (length > mostCounted) {
      for (const half of [0, 1] as const) summariseRow(rows[half], summaries[half]);
      return;
    }
    this.#tally.draws(length).set(rows[0]);
    this.#tally.draws(length).set(rows[1], length);
    this.#tally.moments(length, 0, length, this.#moments);
    const grids = [0, 1].map((row) => this.#gridOf(row));
    this.#tally.begin(grids.map((grid) => grid ?? sketchGrid(Number.NaN, Number.NaN)));
    const isCounted = grids.some((grid) => grid !== null);
    if (isCounted) this.#tally.sketch(length);
    for (const row of [0, 1] as const) {
      const found = isCounted && grids[row] ? this.#quantiles(length, row) : null;
      summaries[row].set(this.#moments.subarray(row * momentWidth, (row + 1) * momentWidth));
      summaries[row].set(found ?? quantiles(finiteValues(rows[row]), summaryProbabilities), momentWidth);
    }
  }

  /** The grid of a row's sketch; null where its draws hardly differ, or not as doubles can tell. */
  #gridOf(row: number): SketchGrid | null {
    const mean = this.#moments[row * momentWidth + 1] as number;
    const reach = bodyDeviations * (this.#moments[row * momentWidth + 2] as number);
    return mean - reach < mean + reach && 2 * reach < Infinity ? sketchGrid(mean - reach, mean + reach) : null;
  }

  /** Quantiles of a row that is counted; null where too many draws lie in their cells. */
  #quantiles(count: number, row: 0 | 1): readonly number[] | null {
    const cells = this.#tally.cells.subarray(row * sketchCells, (row + 1) * sketchCells);
    const finite = this.#moments[row * momentWidth] as number;
    const wanted = wantedCells(row, cells, finite, summaryProbabilities);
    if (wanted.reduce((sum, one) => sum + one.count, 0) > mostPicked * count) return null;
    for (const { cell } of wanted) this.#wanted[cell] = 1;
    const picked = this.#tally.pick(count, row, this.#wanted).slice().sort();
    const values = new Map<number, number>();
    let first = 0;
    for (const { cell, before, count: held, places } of wanted) {
      this.#wanted[cell] = 0;
      for (const place of places) values.set(place, picked[first + place - before] as number);
      first += held;
    }
    return quantilesBetween(finite, summaryProbabilities, (place) => values.get(place) as number);
  }
}
