/** Shape of the ITP method: how far a step leans on interpolation, and how many halvings it may fall behind. */
const LEAN = 0.2;
const SLACK = 1;

/**
 * Close in on the place between two points at which a value passes from below 0 to 0 or more.
 *
 * Interpolates where that helps and never needs more than two steps more than halving would, whatever the values are
 * (the ITP method); −∞ is allowed. With several crossings between the two points it finds one of them.
 *
 * @param failing - a place and its value, below 0.
 * @param holding - a place and its value, 0 or more; on either side of `failing`.
 * @param tolerance - in units of x, above 0.
 * @returns a place at which the value is 0 or more, within `tolerance` of one at which it is below 0.
 * @see Oliveira & Takahashi (2020), An enhancement of the bisection method average performance preserving minmax
 *   optimality, ACM Transactions on Mathematical Software 47(1).
 */
export function findCrossing(
  value: (x: number) => number,
  failing: readonly [x: number, value: number],
  holding: readonly [x: number, value: number],
  tolerance: number,
): number {
  let [low, atLow] = failing;
  let [high, atHigh] = holding;
  const width = Math.abs(high - low);
  const most = Math.ceil(Math.log2(Math.max(1, width / tolerance))) + SLACK;
  for (let step = 0; Math.abs(high - low) > tolerance; step++) {
    const x = nextPlace([low, atLow], [high, atHigh], { tolerance, left: most - step, lean: LEAN / width });
    if (x === low || x === high) break;
    const here = value(x);
    if (here >= 0) [high, atHigh] = [x, here];
    else [low, atLow] = [x, here];
  }
  return high;
}

function nextPlace(
  [low, atLow]: readonly [number, number],
  [high, atHigh]: readonly [number, number],
  { tolerance, left, lean }: { tolerance: number; left: number; lean: number },
): number {
  const middle = (low + high) / 2;
  const secant = (low * atHigh - high * atLow) / (atHigh - atLow);
  if (!Number.isFinite(secant)) return middle;
  const gap = high - low;
  // A place right at the crossing would leave the other end where it is; step a little beyond it, towards the middle.
  const towards = Math.sign(middle - secant);
  const nudged = secant + towards * Math.min(Math.abs(middle - secant), lean * gap * gap);
  const radius = Math.max(0, (tolerance / 2) * 2 ** Math.max(0, left) - Math.abs(gap) / 2);
  return Math.abs(nudged - middle) <= radius ? nudged : middle - towards * radius;
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
