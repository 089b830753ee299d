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

/** Weights of a row of the factor, up to the diagonal; null for a name that leads on to others but follows from none. */
function weightsOf(factor: SquareMatrix, row: number): Float64Array | null {
  const weights = factor.values.subarray(row * factor.size, row * factor.size + row + 1);
  return weights.every((weight, j) => j === row || weight === 0) ? null : weights;
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
  correlate(uniforms: ReadonlyMap<string, Float64Array>, rows: RandomRows): void {
    for (const pair of this.#correlations) checkPair(pair, uniforms);
    const columns = this.#names.map((name) => uniforms.get(name) as Float64Array);
    const scores = columns.map((column) => column.slice());
    for (const column of scores) rows.toNormals(column);
    for (const [row, column] of columns.entries()) {
      // A name that follows from none keeps its very numbers.
      const weights = weightsOf(this.#factor, row);
      if (weights) rows.combineScores(column, weights, scores);
    }
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
