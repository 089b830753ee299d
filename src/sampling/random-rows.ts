import { normalQuantile } from "../core/normal.ts";
import { fillUniforms } from "../core/philox.ts";
import { fillSobol } from "./sobol.ts";

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
};
