import { normalQuantile } from "../core/normal.ts";
import { fillUniforms } from "../core/philox.ts";
import { type RowFormula, rowFunction } from "./row-formula.ts";
import { fillSobol } from "./sobol.ts";
import { uniformOfScore } from "./uniform-of-score.ts";

/** Fills rows of draws with random numbers. Same arguments, same bits, whatever does the work. */
export interface RandomRows {
  /** Uniform draws of a stream in one year; see {@link fillUniforms}. */
  uniforms(out: Float64Array, key: Readonly<Uint32Array>, firstDraw: number, year: number): void;
  /** Standard normal draws: the normal quantiles of those uniform ones. */
  normals(out: Float64Array, key: Readonly<Uint32Array>, firstDraw: number, year: number): void;
  /** One coordinate of consecutive points of the scrambled Sobol' sequence; see {@link fillSobol}. */
  sobol(out: Float64Array, dimension: number, scrambleSeed: number, firstPoint: number): void;
  /** Replace probabilities by their standard normal quantiles. */
  toNormals(values: Float64Array): void;
  /**
   * Fill with the uniform numbers whose normal scores are sums of others times weights.
   *
   * @param out - may be none of `scores`.
   * @param scores - one row for each weight.
   */
  combineScores(out: Float64Array, weights: Float64Array, scores: readonly Float64Array[]): void;
  /** Fill with the values that a formula gives the numbers of a row, which may be `out` itself. */
  transform(out: Float64Array, row: Float64Array, formula: RowFormula): void;
}

/** The plain JavaScript that every other way must agree with. */
export const plainRandomRows: RandomRows = {
  uniforms: fillUniforms,
  normals(out, key, firstDraw, year) {
    fillUniforms(out, key, firstDraw, year);
    plainRandomRows.toNormals(out);
  },
  sobol: fillSobol,
  toNormals(values) {
    for (let i = 0; i < values.length; i++) values[i] = normalQuantile(values[i] as number);
  },
  combineScores(out, weights, scores) {
    out.fill(0);
    for (const [j, weight] of weights.entries()) {
      const row = scores[j] as Float64Array;
      for (let i = 0; i < out.length; i++) out[i] = (out[i] as number) + weight * (row[i] as number);
    }
    for (let i = 0; i < out.length; i++) out[i] = uniformOfScore(out[i] as number);
  },
  transform(out, row, formula) {
    const evaluate = rowFunction(formula);
    for (let i = 0; i < out.length; i++) out[i] = evaluate(row[i] as number);
  },
};
