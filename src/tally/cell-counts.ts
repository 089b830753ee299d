import { sketchCells } from "../core/quantile-sketch.ts";
import type { RowTally } from "./row-tally.ts";

/** Counts that are taken out of a cell in one go. */
const spilledAtOnce = 2 ** 15;
/** Draws after which a cell may have come so far that more would not fit. */
const drawsBetween = 2 ** 16 - spilledAtOnce;

/** What was counted in the cells of some rows: plain data, which a worker can send. */
export interface CellCounts {
  /** Cells of each row's sketch, row by row. */
  readonly cells: Uint16Array;
  /** By place among the cells, what was counted besides. */
  readonly spilled: ReadonlyMap<number, number>;
}

/** Counts the draws of a tally's rows, however many they are: what does not fit into a cell is kept beside it. */
export class CellCounter {
  readonly #tally: RowTally;
  readonly #spilled = new Map<number, number>();
  #drawsSince = 0;

  /** @param tally - begun. */
  constructor(tally: RowTally) {
    this.#tally = tally;
  }

  /** Count so many draws of each row, 32,768 at most. */
  add(draws: number): void {
    if (this.#drawsSince + draws > drawsBetween) this.#spill();
    this.#tally.sketch(draws);
    this.#drawsSince += draws;
  }

  counts(): CellCounts {
    return { cells: this.#tally.cells, spilled: this.#spilled };
  }

  /** Bring every cell below 32,768. */
  #spill(): void {
    const { cells } = this.#tally;
    for (let place = 0; place < cells.length; place++) {
      const count = cells[place] as number;
      if (count < spilledAtOnce) continue;
      cells[place] = count - spilledAtOnce;
      this.#spilled.set(place, (this.#spilled.get(place) ?? 0) + spilledAtOnce);
    }
    this.#drawsSince = 0;
  }
}

/**
 * Add up what was counted of one row.
 *
 * @param parts - of all threads.
 * @param out - receives the sum, {@link sketchCells} counts.
 */
export function sumCells(parts: readonly CellCounts[], row: number, out: Uint32Array): void {
  out.fill(0);
  const first = row * sketchCells;
  for (const { cells, spilled } of parts) {
    for (let cell = 0; cell < sketchCells; cell++) (out[cell] as number) += cells[first + cell] as number;
    for (const [place, count] of spilled) {
      if (place >= first && place < first + sketchCells) (out[place - first] as number) += count;
    }
  }
}
