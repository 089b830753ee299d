import { expect, test } from "vitest";
import { normalQuantile } from "./normal.ts";
import { fillUniforms, streamKey } from "./philox.ts";
import { addToSketch, sketchBody, sketchCells, sketchGrid, sketchQuantiles } from "./quantile-sketch.ts";
import { quantiles } from "./quantiles.ts";

const levels = [0.025, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.975];

function uniforms(count: number): Float64Array {
  const out = new Float64Array(count);
  fillUniforms(out, streamKey(1, "sketch"), 0, 0);
  return out;
}

/** A sketch of values on a grid chosen by the first four thousand of them. */
function sketchOf(values: Float64Array) {
  const [lower = 0, upper = 0] = quantiles(values.subarray(0, 4096), sketchBody);
  const grid = sketchGrid(lower, upper);
  const counts = new Uint32Array(sketchCells);
  addToSketch(counts, grid, values);
  return sketchQuantiles(counts, grid, levels);
}

const distributions: Readonly<Record<string, (u: number) => number>> = {
  uniform: (u) => u,
  normal: normalQuantile,
  "normal far from 0": (u) => 1e6 + normalQuantile(u),
  exponential: (u) => -Math.log(u),
  lognormal: (u) => Math.exp(1.5 * normalQuantile(u)),
  Cauchy: (u) => Math.tan(Math.PI * (u - 0.5)),
  "two humps": (u) => (u < 0.3 ? -5 + normalQuantile(u / 0.3) : 5 + normalQuantile((u - 0.3) / 0.7)),
};

test.each(Object.keys(distributions))(
  "sketchQuantiles(counts, grid, probabilities) is within 0.002 interquartile ranges: %s",
  (name) => {
    const values = uniforms(200_000).map(distributions[name] as (u: number) => number);
    const exact = quantiles(values, levels);
    const range = (exact[5] as number) - (exact[3] as number);
    const errors = sketchOf(values).map((found, i) => Math.abs(found - (exact[i] as number)) / range);
    expect(Math.max(...errors)).toBeLessThan(0.002);
  },
);

test("sketchQuantiles(counts, grid, probabilities) is next to the value that most or all of a sample have", () => {
  const atom = uniforms(20_000).map((u) => (u < 0.6 ? 0.3 : u));
  const exact = quantiles(atom, levels);
  for (const [i, found] of sketchOf(atom).entries()) expect(Math.abs(found - (exact[i] as number))).toBeLessThan(0.001);
  for (const found of sketchOf(new Float64Array(5000).fill(41))) expect(Math.abs(found - 41)).toBeLessThan(1e-8);
});

test("addToSketch(counts, grid, values) counts every finite value once, however far out, and no other", () => {
  const counts = new Uint32Array(sketchCells);
  const far = Float64Array.of(-1.7e308, 1.7e308, -1e-320, 0, 5, Number.NaN, Infinity, -Infinity);
  addToSketch(counts, { lower: 1e308, upper: 1.0000001e308 }, far);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(5);
  expect(sketchQuantiles(new Uint32Array(sketchCells), sketchGrid(Number.NaN, Number.NaN), [0.5])).toEqual([
    Number.NaN,
  ]);
});
