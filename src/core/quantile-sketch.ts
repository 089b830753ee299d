/** Cells of a sketch. */
export const sketchCells = 8192;

/** Cells on either side of the body. */
export const tailCells = 512;
/** Cells of equal width between the two edges of the body. */
export const bodyCells = sketchCells - 2 * tailCells;

/** Where a sketch is fine: between two values, from a first look at the sample. */
export interface SketchGrid {
  readonly lower: number;
  /** Above `lower`. */
  readonly upper: number;
}

/** Probabilities between which a grid is to be fine; see {@link sketchGrid}. */
export const sketchBody: readonly [number, number] = [0.015, 0.985];

/**
 * Choose the grid of a sketch by quantiles of its first values.
 *
 * @param lower - their quantile at the first of {@link sketchBody}; NaN when no value was finite.
 * @param upper - the same at the second.
 */
export function sketchGrid(lower: number, upper: number): SketchGrid {
  if (!(upper - lower < Infinity)) return { lower: -1, upper: 1 };
  if (upper > lower) return { lower, upper };
  // Of values that hardly differ the grid must still tell neighbours apart.
  const around = Math.max(Math.abs(lower) * 1e-9, 1e-290);
  return { lower: lower - around, upper: lower + around };
}

/**
 * Count values in the cells of a sketch, which cover the whole line: 7,168 equal ones between `lower` and `upper`, and 512
 * on either side that are ever wider.
 *
 * Sketches of parts of a sample on one grid are added cell by cell, in any order.
 *
 * @param counts - {@link sketchCells} counts, which are added to.
 * @param values - those that are not finite are not counted.
 */
export function addToSketch(counts: Uint16Array | Uint32Array, grid: SketchGrid, values: Float64Array): void {
  const { lower, upper } = grid;
  const width = upper - lower;
  const scale = bodyCells / width;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (value - value !== 0) continue;
    const place = (value - lower) * scale;
    if (place >= 0 && place < bodyCells) counts[tailCells + (place | 0)]++;
    else if (place < 0) counts[tailCells - 1 - tailCell((lower - value) / width)]++;
    else counts[tailCells + bodyCells + tailCell((value - upper) / width)]++;
  }
}

/**
 * Find the cell that a finite value is counted in: it never falls as the value rises, whatever is rounded.
 *
 * @returns 0 … {@link sketchCells} − 1.
 */
export function cellOf({ lower, upper }: SketchGrid, value: number): number {
  const width = upper - lower;
  const place = (value - lower) * (bodyCells / width);
  if (place >= 0 && place < bodyCells) return tailCells + Math.floor(place);
  return place < 0
    ? tailCells - 1 - tailCell((lower - value) / width)
    : tailCells + bodyCells + tailCell((value - upper) / width);
}

/** Cell of a tail, counted from the body; `distance` in widths of the body. */
function tailCell(distance: number): number {
  // Written so that no step falls where the distance rises; 1 ÷ (1 + ∞) is 0.
  const share = 1 - 1 / (1 + distance);
  return Math.max(0, Math.min(tailCells - 1, Math.floor(share * tailCells)));
}

/**
 * Estimate quantiles (type 7) from a sketch, as if the values of a cell were spread evenly over it.
 *
 * @param probabilities - ascending, each in [0, 1].
 * @returns one a probability, all NaN when nothing was counted; at worst a cell's width off the exact quantile, which in
 *   the body is a 7,168th of its width: within 0.002 interquartile ranges where the body is at most 14 of them wide.
 */
export function sketchQuantiles(counts: Uint32Array, grid: SketchGrid, probabilities: readonly number[]): number[] {
  let total = 0;
  for (let cell = 0; cell < sketchCells; cell++) total += counts[cell] as number;
  if (total === 0) return probabilities.map(() => Number.NaN);
  let cell = 0;
  let before = 0;
  /** Estimate the value at a place in ascending order; places must not fall. */
  const valueAt = (place: number) => {
    while (before + (counts[cell] as number) <= place) before += counts[cell++] as number;
    return spreadValue(grid, cell, (place - before + 0.5) / (counts[cell] as number));
  };
  return probabilities.map((probability) => {
    const place = (total - 1) * probability;
    const below = Math.floor(place);
    const lower = valueAt(below);
    if (below === place) return lower;
    // The next probability may ask for the lower of the two places again.
    const held = { cell, before };
    const upper = valueAt(below + 1);
    ({ cell, before } = held);
    return lower + (place - below) * (upper - lower);
  });
}

/** Value some share of the way through a cell; an open cell stands for its edge. */
function spreadValue(grid: SketchGrid, cell: number, share: number): number {
  const [from, to] = [cellEdge(grid, cell), cellEdge(grid, cell + 1)];
  if (from === -Infinity) return to;
  return to === Infinity ? from : from + share * (to - from);
}

/**
 * An edge of a sketch's cells; −Infinity and Infinity at the two ends.
 *
 * @param edge - the lower edge of the cell of this number: 0 … {@link sketchCells}.
 */
export function cellEdge({ lower, upper }: SketchGrid, edge: number): number {
  const width = upper - lower;
  const fromBody = (share: number) => (width * share) / (1 - share);
  if (edge < tailCells) return lower - fromBody((tailCells - edge) / tailCells);
  const place = edge - tailCells;
  return place <= bodyCells ? lower + (width * place) / bodyCells : upper + fromBody((place - bodyCells) / tailCells);
}
