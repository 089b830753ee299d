import { normalCdf } from "../core/normal.ts";
import { plainRandomRows, type RandomRows } from "../sampling/random-rows.ts";
import { choleskyFactor, repairCorrelation, type SquareMatrix } from "./correlation-matrix.ts";

/** A wanted Spearman correlation of two assumptions, −1 … 1. */
export interface RankCorrelation {
  readonly first: string;
  readonly second: string;
  readonly rank: number;
}

/** What had to be done to the wanted correlations. */
export interface CorrelateResult {
  /** The wanted correlations contradict each other and were changed. */
  readonly repaired: boolean;
  /** Largest change of a rank correlation, those that nobody stated (0) included. */
  readonly largestChange: number;
}

const highestUniform = 1 - 2 ** -53;
const lowestUniform = 2 ** -53;

/** Turn a normal score into the uniform number that has it, inside the open interval (0, 1) however far out it lies. */
export function uniformOfScore(score: number): number {
  return Math.max(lowestUniform, Math.min(highestUniform, normalCdf(score)));
}

/** Compute sin x for |x| ≤ π/6 by its series, so that it does not hang on the engine's `Math.sin`. */
function sine(x: number): number {
  const square = x * x;
  let value = 1;
  for (let n = 16; n >= 2; n -= 2) value = 1 - (square * value) / (n * (n + 1));
  return x * value;
}

/**
 * Turn a Spearman correlation into the Pearson correlation of the normal scores that has it.
 *
 * @see Pearson (1907); R = 2 sin(π ρ / 6).
 */
export function gaussianCorrelation(rank: number): number {
  return 2 * sine((Math.PI * rank) / 6);
}

function rankCorrelationOf(gaussian: number): number {
  return (6 / Math.PI) * Math.asin(gaussian / 2);
}

function checkPair({ first, second, rank }: RankCorrelation, uniforms: ReadonlyMap<string, Float64Array>): void {
  if (!(rank >= -1 && rank <= 1)) throw new RangeError(`correlate: rank must be in [-1, 1]; got ${rank}`);
  if (first === second) throw new RangeError(`correlate: a pair must have two names; got ${first} twice`);
  for (const name of [first, second]) {
    if (!uniforms.has(name)) throw new RangeError(`correlate: name must be among the uniforms; got ${name}`);
  }
}

function wantedMatrix(names: readonly string[], correlations: readonly RankCorrelation[]): SquareMatrix {
  const size = names.length;
  const values = new Float64Array(size * size);
  for (let i = 0; i < size; i += 1) values[i * size + i] = 1;
  const places = new Map(names.map((name, place) => [name, place]));
  for (const { first, second, rank } of correlations) {
    const i = places.get(first) as number;
    const j = places.get(second) as number;
    values[i * size + j] = gaussianCorrelation(rank);
    values[j * size + i] = values[i * size + j];
  }
  return { size, values };
}

function largestRankChange(before: SquareMatrix, after: SquareMatrix): number {
  return before.values.reduce(
    (largest, value, i) => Math.max(largest, Math.abs(rankCorrelationOf(after.values[i]) - rankCorrelationOf(value))),
    0,
  );
}

/** Replace column `row` by Φ of its combination of normal scores. */
function combine(column: Float64Array, scores: readonly Float64Array[], factor: SquareMatrix, row: number): void {
  const weights = factor.values.subarray(row * factor.size, row * factor.size + row + 1);
  // A name that leads on to others but follows from none keeps its very numbers.
  if (weights.every((weight, j) => j === row || weight === 0)) return;
  const sums = new Float64Array(column.length);
  for (const [j, weight] of weights.entries()) {
    const score = scores[j] as Float64Array;
    for (let draw = 0; draw < sums.length; draw += 1) sums[draw] += weight * score[draw];
  }
  for (let draw = 0; draw < column.length; draw += 1) {
    column[draw] = uniformOfScore(sums[draw]);
  }
}

/** A Gaussian copula of some names: correlates uniform draws, as many at a time as are wanted. */
export class Copula {
  /** What had to be done to the wanted correlations. */
  readonly result: CorrelateResult;
  readonly #names: readonly string[];
  readonly #factor: SquareMatrix;
  readonly #correlations: readonly RankCorrelation[];

  /**
   * The names involved are taken in ascending order, so the order of the list does not matter.
   *
   * @param correlations - Spearman correlations; of a pair given twice the last one counts.
   * @param leading - names that are taken before all others, so that their numbers hang on no other's.
   */
  constructor(correlations: readonly RankCorrelation[], leading: ReadonlySet<string> = new Set()) {
    this.#correlations = correlations;
    const names = [...new Set(correlations.flatMap(({ first, second }) => [first, second]))].sort();
    this.#names = [...names.filter((name) => leading.has(name)), ...names.filter((name) => !leading.has(name))];
    const wanted = wantedMatrix(this.#names, correlations);
    const { matrix, repaired } = repairCorrelation(wanted);
    this.#factor = choleskyFactor(matrix);
    this.result = { repaired, largestChange: repaired ? largestRankChange(wanted, matrix) : 0 };
  }

  /**
   * Correlate uniform draws in place; see {@link correlate}.
   *
   * @throws RangeError when a rank lies outside [−1, 1], or a name is unknown or paired with itself.
   */
  correlate(uniforms: ReadonlyMap<string, Float64Array>, rows: Pick<RandomRows, "toNormals">): void {
    for (const pair of this.#correlations) checkPair(pair, uniforms);
    const columns = this.#names.map((name) => uniforms.get(name) as Float64Array);
    const scores = columns.map((column) => column.slice());
    for (const column of scores) rows.toNormals(column);
    for (const [row, column] of columns.entries()) combine(column, scores, this.#factor, row);
  }
}

/**
 * Correlate uniform draws through a Gaussian copula, in place.
 *
 * Every column stays uniform. The names involved are taken in ascending order, so the order of the list does not
 * matter; a name that stands in no pair is not touched.
 *
 * @param uniforms - name → numbers in (0, 1), one a draw; the columns of the names involved are overwritten.
 * @param correlations - Spearman correlations; of a pair given twice the last one counts.
 * @throws RangeError when a rank lies outside [−1, 1], or a name is unknown or paired with itself.
 * @see Iman & Conover (1982) for the purpose; Nelsen (2006), An Introduction to Copulas, for the construction.
 */
export function correlate(
  uniforms: ReadonlyMap<string, Float64Array>,
  correlations: readonly RankCorrelation[],
): CorrelateResult {
  for (const pair of correlations) checkPair(pair, uniforms);
  const copula = new Copula(correlations);
  copula.correlate(uniforms, plainRandomRows);
  return copula.result;
}
