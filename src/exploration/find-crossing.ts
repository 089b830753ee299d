/** A point that was tried: where, and by how much the condition was met there (0 or more: met). */
export interface TriedPoint {
  readonly x: number;
  readonly margin: number;
}

/**
 * Close in on the place between two points at which a condition begins to hold, by halving.
 *
 * Assumes one crossing between the two; with several it finds one of them. Halving rather than interpolation, because
 * a share of draws is a staircase.
 *
 * @param failing - a place where the margin is below 0.
 * @param holding - a place where it is 0 or more; on either side of `failing`.
 * @param tolerance - in units of x, above 0.
 * @returns a place at which the condition holds, within `tolerance` of one at which it does not.
 */
export function findCrossing(
  margin: (x: number) => number,
  failing: number,
  holding: number,
  tolerance: number,
): number {
  let [low, high] = [failing, holding];
  while (Math.abs(high - low) > tolerance) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (margin(middle) >= 0) high = middle;
    else low = middle;
  }
  return high;
}

/** Share of an interval at which golden-section search puts its inner points. */
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/**
 * Look for the highest point of a function with one peak in an interval (golden-section search).
 *
 * @param tolerance - width of the last interval, in units of x.
 * @returns the best place tried; a peak at an end is approached to within `tolerance`.
 * @see Kiefer (1953), Sequential minimax search for a maximum.
 */
export function findPeak(value: (x: number) => number, from: number, to: number, tolerance: number): number {
  let [low, high] = [from, to];
  let left = high - GOLDEN * (high - low);
  let right = low + GOLDEN * (high - low);
  let [atLeft, atRight] = [value(left), value(right)];
  while (high - low > tolerance) {
    if (atLeft >= atRight) {
      high = right;
      [right, atRight] = [left, atLeft];
      left = high - GOLDEN * (high - low);
      atLeft = value(left);
    } else {
      low = left;
      [left, atLeft] = [right, atRight];
      right = low + GOLDEN * (high - low);
      atRight = value(right);
    }
  }
  return atLeft >= atRight ? left : right;
}
