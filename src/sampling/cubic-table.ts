/**
 * A function tabulated by cubics: cells of one width, each cut into as many equal pieces as it needs, and on each piece
 * the cubic with the values and slopes of both ends, kept between the two values.
 */
export interface CubicTable {
  /** Where the first cell begins. */
  readonly start: number;
  readonly cellWidth: number;
  /** Pieces of each cell, and the first of its knots, of which it has one more than pieces. */
  readonly pieces: Int32Array;
  readonly firstKnots: Int32Array;
  readonly values: Float64Array;
  readonly slopes: Float64Array;
  /** The function below the first cell. */
  readonly below: (x: number) => number;
}

/** Evaluate the cubic between two knots that are `width` apart, at the share `t` of the way. */
export function hermite(
  value0: number,
  slope0: number,
  value1: number,
  slope1: number,
  width: number,
  t: number,
): number {
  const rise = value1 - value0;
  const d0 = slope0 * width;
  const d1 = slope1 * width;
  return value0 + t * (d0 + t * (3 * rise - 2 * d0 - d1 + t * (d0 + d1 - 2 * rise)));
}

/** Evaluate a tabulated function; NaN above the last cell. */
export function cubicAt(
  { start, cellWidth, pieces, firstKnots, values, slopes, below }: CubicTable,
  x: number,
): number {
  if (x < start) return below(x);
  const place = (x - start) / cellWidth;
  const cell = Math.floor(place);
  const count = pieces[cell] as number;
  const along = (place - cell) * count;
  const piece = Math.min(count - 1, Math.floor(along));
  const k = (firstKnots[cell] as number) + piece;
  const [left, right] = [values[k] as number, values[k + 1] as number];
  const value = hermite(left, slopes[k] as number, right, slopes[k + 1] as number, cellWidth / count, along - piece);
  return Math.max(left, Math.min(right, value));
}
