/** Cells of a sketch. */
export const sketchCells = 8192;

/** Cells on either side of the body. */
const tailCells = 512;
const bodyCells = sketchCells - 2 * tailCells;

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
export function addToSketch(counts: Uint32Array, { lower, upper }: SketchGrid, values: Float64Array): void {
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

/** Cell of a tail, counted from the body; `distance` in widths of the body. */
function tailCell(distance: number): number {
  // Doubles may lie further apart than the greatest of them.
  const share = distance === Infinity ? 1 : distance / (1 + distance);
  return Math.max(0, Math.min(tailCells - 1, Math.floor(share * tailCells)));
}

/**
 * Estimate a quantile (type 7) from a sketch, as if the values of a cell were spread evenly over it.
 *
 * @returns NaN when nothing was counted; at worst a cell's width off the exact quantile, which in the body is a 7,168th
 *   of its width: within 0.002 interquartile ranges where the body is at most 14 of them wide.
 */
export function sketchQuantile(counts: Uint32Array, grid: SketchGrid, probability: number): number {
  let total = 0;
  for (let cell = 0; cell < sketchCells; cell++) total += counts[cell] as number;
  if (total === 0) return Number.NaN;
  const place = (total - 1) * probability;
  const below = Math.floor(place);
  const lower = valueAt(counts, grid, below);
  return below === place ? lower : lower + (place - below) * (valueAt(counts, grid, below + 1) - lower);
}

/** Estimate the value at a place in ascending order. */
function valueAt(counts: Uint32Array, grid: SketchGrid, place: number): number {
  let before = 0;
  let cell = 0;
  while (before + (counts[cell] as number) <= place) before += counts[cell++] as number;
  const [from, to] = [cellEdge(grid, cell), cellEdge(grid, cell + 1)];
  if (from === -Infinity) return to;
  return to === Infinity ? from : from + ((place - before + 0.5) / (counts[cell] as number)) * (to - from);
}

function cellEdge({ lower, upper }: SketchGrid, edge: number): number {
  const width = upper - lower;
  const fromBody = (share: number) => (width * share) / (1 - share);
  if (edge < tailCells) return lower - fromBody((tailCells - edge) / tailCells);
  const place = edge - tailCells;
  return place <= bodyCells ? lower + (width * place) / bodyCells : upper + fromBody((place - bodyCells) / tailCells);
}
