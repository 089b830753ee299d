import { exp, ln } from "../core/exp-ln.ts";
import { type BetaPoint, betaPoint, lnBeta } from "../core/incomplete-beta.ts";
import { normalDensity, normalQuantile } from "../core/normal.ts";
import { type CubicTable, cubicAt, hermite } from "../sampling/cubic-table.ts";

/** Half-width of the table in z; no number below 1 has a z above 8.2095, and lower ones are inverted exactly. */
const limit = 8.25;
const cellWidth = 0.25;
const cells = (2 * limit) / cellWidth;
/** A cell is halved until the middle of every piece is met within this, and then once more. */
const tolerance = 1e-9;
const maximumPieces = 2 ** 14;

const maximumSteps = 200;

/** One knot of the table: x and its logit, and how fast each grows with z. */
interface Knot {
  readonly x: number;
  readonly slope: number;
  readonly logit: number;
  readonly logitSlope: number;
}

interface Beta {
  readonly a: number;
  readonly b: number;
  readonly lnBetaAB: number;
}

/** Compute ln(1 + eᵛ) without overflow. */
function softPlus(v: number): number {
  return v > 0 ? v + ln(1 + exp(-v)) : ln(1 + exp(v));
}

function pointAtLogit(beta: Beta, logit: number): BetaPoint {
  return betaPoint(beta.a, beta.b, -softPlus(-logit), -softPlus(logit), beta.lnBetaAB);
}

/** Propose a logit between two that bracket the root, or further out when one side is still open. */
function bracketStep(low: number, high: number, width: number): number {
  if (low === -Infinity) return high - width;
  if (high === Infinity) return low + width;
  return low + (high - low) / 2;
}

/**
 * Find the point that a beta variable stays below with probability Φ(z), by Newton's method on the logit of x.
 *
 * Works in z, so both tails keep their digits; the bracket makes it safe, and 2 to 5 evaluations are the rule.
 */
function solve(beta: Beta, z: number, startLogit: number): Knot {
  let low = -Infinity;
  let high = Infinity;
  let logit = startLogit;
  let width = 1;
  for (let step = 0; ; step += 1) {
    const point = pointAtLogit(beta, logit);
    const reached = point.lower < point.upper ? normalQuantile(point.lower) : -normalQuantile(point.upper);
    if (reached < z) low = logit;
    else high = logit;
    const newton = logit + ((z - reached) * normalDensity(reached)) / point.logitDensity;
    const isClose = Math.abs(z - reached) < 1e-9 || high - low < 1e-15 * (1 + Math.abs(low));
    if (isClose || step === maximumSteps) {
      const logitSlope = normalDensity(z) / point.logitDensity;
      const spread = exp(-softPlus(-logit) - softPlus(logit));
      return { logit: newton, x: exp(-softPlus(-newton)), slope: spread * logitSlope, logitSlope };
    }
    const isSafe = newton > low && newton < high;
    logit = isSafe ? newton : bracketStep(low, high, width);
    if (!isSafe) width *= 2;
  }
}

/** Put a knot in the middle of every piece; tell how far the cubic was from it at worst. */
function halvePieces(beta: Beta, knots: readonly Knot[], zLeft: number): { halved: Knot[]; worst: number } {
  const width = cellWidth / (knots.length - 1);
  const halved: Knot[] = [knots[0]];
  let worst = 0;
  for (let i = 1; i < knots.length; i += 1) {
    const left = knots[i - 1];
    const right = knots[i];
    const start = hermite(left.logit, left.logitSlope, right.logit, right.logitSlope, width, 0.5);
    const middle = solve(beta, zLeft + (i - 0.5) * width, start);
    worst = Math.max(worst, Math.abs(middle.x - hermite(left.x, left.slope, right.x, right.slope, width, 0.5)));
    halved.push(middle, right);
  }
  return { halved, worst };
}

/** Halve the pieces of a cell until the cubic is exact enough. */
function refineCell(beta: Beta, left: Knot, right: Knot, zLeft: number): readonly Knot[] {
  // The first halving only guards against a middle that happens to fit.
  let knots = halvePieces(beta, [left, right], zLeft).halved;
  for (;;) {
    const { halved, worst } = halvePieces(beta, knots, zLeft);
    if (worst <= tolerance || halved.length > maximumPieces) return halved;
    knots = halved;
  }
}

/** Solve at the edges of all cells, from the middle outwards, so that each has a good start. */
function cellEdges(beta: Beta): Knot[] {
  const edges = new Array<Knot>(cells + 1);
  const middle = cells / 2;
  edges[middle] = solve(beta, 0, ln(beta.a / beta.b));
  for (let i = 1; i <= middle; i += 1) {
    const above = edges[middle + i - 1];
    edges[middle + i] = solve(beta, i * cellWidth, above.logit + cellWidth * above.logitSlope);
    const below = edges[middle - i + 1];
    edges[middle - i] = solve(beta, -i * cellWidth, below.logit - cellWidth * below.logitSlope);
  }
  return edges;
}

/** Limit the slopes so that every cubic is monotone: at most three times the steepness of the pieces beside it. */
function limitSlopes(x: Float64Array, slope: Float64Array, first: number, last: number, width: number): void {
  for (let k = first; k < last; k += 1) {
    const bound = (3 * Math.max(0, x[k + 1] - x[k])) / width;
    if (slope[k] > bound) slope[k] = bound;
    if (slope[k + 1] > bound) slope[k + 1] = bound;
  }
}

function checkShapes(caller: string, a: number, b: number): void {
  if (!(a > 0 && a < Infinity && b > 0 && b < Infinity)) {
    throw new RangeError(`${caller}: shapes must be positive and finite; got ${a} and ${b}`);
  }
}

/**
 * Compute the quantile of a beta variable exactly, by inverting the incomplete beta function.
 *
 * @param z - standard normal quantile of the wanted probability; 0 for the median.
 * @returns a number in [0, 1], with absolute error about 1e-14 for shapes up to 1,000.
 * @throws RangeError when a shape is not positive and finite.
 */
export function exactBetaQuantile(a: number, b: number, z: number): number {
  checkShapes("exactBetaQuantile", a, b);
  return solve({ a, b, lnBetaAB: lnBeta(a, b) }, z, ln(a / b)).x;
}

/**
 * Tabulate the quantile function of a beta variable on [0, 1].
 *
 * The table is in z = Φ⁻¹(u), in which the quantile is smooth: cells of a quarter, each cut into as many equal pieces
 * as it needs, and on each piece the cubic with the exact values and slopes at both ends.
 *
 * @param a - first shape, above 0.
 * @param b - second shape, above 0.
 * @returns monotone function of u in (0, 1) that is within 1e-9 of the exact quantile when both shapes are at least
 *   0.01, and never leaves the two knots beside u; u = 0 gives 0, u = 1 gives 1.
 * @throws RangeError when a shape is not positive and finite.
 * @see Fritsch & Carlson (1980), Monotone piecewise cubic interpolation, for the bound on the slopes.
 */
export function betaQuantile(a: number, b: number): (u: number) => number {
  checkShapes("betaQuantile", a, b);
  const table = betaScoreTable(a, b);
  return (u) => {
    if (u <= 0) return 0;
    return u >= 1 ? 1 : cubicAt(table, normalQuantile(u));
  };
}

/**
 * Tabulate the quantile function of a beta variable on [0, 1] by its normal score, where that is at hand.
 *
 * @returns the function of z = Φ⁻¹(u), finite; see {@link betaQuantile}.
 */
export function betaScoreTable(a: number, b: number): CubicTable {
  checkShapes("betaScoreTable", a, b);
  const beta: Beta = { a, b, lnBetaAB: lnBeta(a, b) };
  const edges = cellEdges(beta);
  const pieces = new Int32Array(cells);
  const firstKnots = new Int32Array(cells);
  const knots: Knot[] = [];
  for (let cell = 0; cell < cells; cell += 1) {
    const refined = refineCell(beta, edges[cell], edges[cell + 1], cell * cellWidth - limit);
    pieces[cell] = refined.length - 1;
    firstKnots[cell] = knots.length;
    for (const knot of refined) knots.push(knot);
  }
  const values = Float64Array.from(knots, (knot) => knot.x);
  const slopes = Float64Array.from(knots, (knot) => knot.slope);
  for (let cell = 0; cell < cells; cell += 1) {
    limitSlopes(values, slopes, firstKnots[cell], firstKnots[cell] + pieces[cell], cellWidth / pieces[cell]);
  }
  const below = (z: number) => solve(beta, z, edges[0].logit).x;
  return { start: -limit, cellWidth, pieces, firstKnots, values, slopes, below };
}
