import { sampleRankCorrelation } from "simple-statistics";
import { expect, test } from "vitest";
import { drawUniforms, type SamplingMethod } from "../sampling/uniforms.ts";
import { correlate, gaussianCorrelation } from "./copula.ts";

const names = ["birds", "fish", "rain", "wind"];

function drawn(method: SamplingMethod = "sobol", draws = 8192): Map<string, Float64Array> {
  return drawUniforms({ method, seed: 1, names, draws });
}

function column(uniforms: Map<string, Float64Array>, name: string): Float64Array {
  return uniforms.get(name) ?? new Float64Array();
}

/** Spearman correlation; the package's ranks need plain arrays. */
function spearman(a: Float64Array, b: Float64Array): number {
  return sampleRankCorrelation([...a], [...b]);
}

test("gaussianCorrelation(rank) gives the known answers", () => {
  // 2 sin(π ρ / 6).
  expect(gaussianCorrelation(0.3)).toBeCloseTo(0.31287, 5);
  expect(gaussianCorrelation(0.5)).toBeCloseTo(0.51764, 5);
  expect(gaussianCorrelation(0.7)).toBeCloseTo(0.71674, 5);
  expect(gaussianCorrelation(0)).toBe(0);
  for (const rank of [-1, -0.37, 0.01, 0.99, 1]) {
    expect(gaussianCorrelation(rank)).toBeCloseTo(2 * Math.sin((Math.PI * rank) / 6), 15);
  }
});

test("correlate(uniforms, correlations) reaches the wanted Spearman correlations within .02", () => {
  for (const method of ["sobol", "latin_hypercube", "monte_carlo"] as const) {
    const uniforms = drawn(method);
    const result = correlate(uniforms, [
      { first: "rain", second: "birds", rank: 0.7 },
      { first: "rain", second: "wind", rank: -0.3 },
    ]);
    expect(result).toEqual({ repaired: false, largestChange: 0 });
    const rank = (a: string, b: string) => spearman(column(uniforms, a), column(uniforms, b));
    expect(Math.abs(rank("rain", "birds") - 0.7)).toBeLessThan(0.02);
    expect(Math.abs(rank("rain", "wind") + 0.3)).toBeLessThan(0.02);
    // Nobody stated this pair: 0, but for what plain draws leave.
    expect(Math.abs(rank("birds", "wind"))).toBeLessThan(method === "sobol" ? 0.02 : 0.035);
  }
});

test("correlate(uniforms, correlations) gives the joint probability of the closed form", () => {
  const uniforms = drawn();
  correlate(uniforms, [{ first: "rain", second: "wind", rank: 0.5 }]);
  const rain = column(uniforms, "rain");
  const wind = column(uniforms, "wind");
  const both = rain.reduce((count, u, i) => count + (u > 0.5 && wind[i] > 0.5 ? 1 : 0), 0) / rain.length;
  // Two normal scores with correlation R, both above the median: ¼ + asin(R) / 2π.
  expect(Math.abs(both - (0.25 + Math.asin(gaussianCorrelation(0.5)) / (2 * Math.PI)))).toBeLessThan(0.005);
});

test("correlate(uniforms, correlations) leaves every column uniform", () => {
  const uniforms = drawn();
  correlate(uniforms, [
    { first: "birds", second: "fish", rank: 0.9 },
    { first: "fish", second: "rain", rank: 0.6 },
    { first: "rain", second: "wind", rank: -0.8 },
  ]);
  for (const name of names) {
    const sorted = column(uniforms, name).slice().sort();
    // Kolmogorov–Smirnov distance; 5 % of plain samples exceed 1.36/√n = .015.
    const distance = sorted.reduce((worst, u, i) => Math.max(worst, Math.abs(u - (i + 0.5) / sorted.length)), 0);
    expect(distance, name).toBeLessThan(0.015);
    expect(sorted[0]).toBeGreaterThan(0);
    expect(sorted[sorted.length - 1]).toBeLessThan(1);
  }
});

test("correlate(uniforms, correlations) does not touch names that follow from no other", () => {
  const uniforms = drawn("sobol", 256);
  const before = drawn("sobol", 256);
  correlate(uniforms, [{ first: "rain", second: "fish", rank: 0.5 }]);
  for (const name of ["birds", "fish", "wind"]) expect(uniforms.get(name)).toEqual(before.get(name));
  expect(uniforms.get("rain")).not.toEqual(before.get("rain"));
});

test("correlate(uniforms, correlations) does not depend on the order of pairs or of names in a pair", () => {
  const one = drawn("sobol", 256);
  const other = drawn("sobol", 256);
  correlate(one, [
    { first: "rain", second: "birds", rank: 0.7 },
    { first: "wind", second: "rain", rank: -0.3 },
  ]);
  correlate(other, [
    { first: "rain", second: "wind", rank: -0.3 },
    { first: "birds", second: "rain", rank: 0.7 },
  ]);
  expect(one).toEqual(other);
});

test("correlate(uniforms, correlations) with rank 1 and −1 ties columns together", () => {
  const uniforms = drawn("sobol", 1024);
  const { repaired } = correlate(uniforms, [
    { first: "birds", second: "fish", rank: 1 },
    { first: "birds", second: "rain", rank: -1 },
    { first: "fish", second: "rain", rank: -1 },
  ]);
  expect(repaired).toBe(false);
  const birds = column(uniforms, "birds");
  const fish = column(uniforms, "fish");
  const rain = column(uniforms, "rain");
  for (const [i, u] of birds.entries()) {
    expect(Math.abs(fish[i] - u)).toBeLessThan(1e-15);
    expect(Math.abs(rain[i] - (1 - u))).toBeLessThan(1e-15);
  }
});

test("correlate(uniforms, correlations) repairs what contradicts itself and tells by how much", () => {
  const uniforms = drawn();
  const result = correlate(uniforms, [
    { first: "birds", second: "fish", rank: 0.9 },
    { first: "fish", second: "rain", rank: 0.9 },
    { first: "birds", second: "rain", rank: -0.9 },
  ]);
  // NumPy 2.4: clipping gives R = ±0.5, a rank correlation of .4826.
  expect(result.repaired).toBe(true);
  expect(result.largestChange).toBeCloseTo(0.4174162604690025, 9);
  expect(Math.abs(spearman(column(uniforms, "birds"), column(uniforms, "fish")) - 0.4826)).toBeLessThan(0.02);
  expect(Math.abs(spearman(column(uniforms, "birds"), column(uniforms, "rain")) + 0.4826)).toBeLessThan(0.02);
});

test("correlate(uniforms, []) changes nothing", () => {
  const uniforms = drawn("sobol", 16);
  expect(correlate(uniforms, [])).toEqual({ repaired: false, largestChange: 0 });
  expect(uniforms).toEqual(drawn("sobol", 16));
});

test("correlate refuses unknown names, a name paired with itself and ranks outside [−1, 1]", () => {
  const uniforms = drawn("sobol", 16);
  const wrong = (first: string, second: string, rank: number) => () => correlate(uniforms, [{ first, second, rank }]);
  expect(wrong("rain", "snow", 0.1)).toThrow("correlate: name must be among the uniforms; got snow");
  expect(wrong("rain", "rain", 0.1)).toThrow(RangeError);
  expect(wrong("rain", "wind", 1.1)).toThrow(RangeError);
  expect(wrong("rain", "wind", Number.NaN)).toThrow(RangeError);
});
