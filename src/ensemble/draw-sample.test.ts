import { expect, test } from "vitest";
import { normalQuantile } from "../core/normal.ts";
import { fillUniforms, streamKey } from "../core/philox.ts";
import { effectOf, leverOf } from "../fixtures/scenario-of.ts";
import { studyOfFormulas } from "../fixtures/study-of-formulas.ts";
import type { ModelSource } from "../inputs/study.ts";
import { drawSample, Sampler } from "./draw-sample.ts";

const model: ModelSource = {
  ...studyOfFormulas({ variables: { x: "a + b + c" }, assumptions: { a: 0, b: 0, c: 0 } }).model,
  levers: [leverOf("push", { effects: [effectOf("a", "multiply", { kind: "uniform", lower: 1, upper: 2 })] })],
  correlations: [{ first: "a", second: "c", rank: 0.6 }] as unknown as ModelSource["correlations"],
};

test("Sampler.batch(number, size) gives the draws of the whole run, piece by piece, whatever the design", () => {
  for (const sampling of ["sobol", "latin_hypercube", "monte_carlo"] as const) {
    const settings = { draws: 2500, seed: 7, sampling };
    const whole = drawSample(model, settings);
    const sampler = new Sampler(model, settings);
    const parts = [0, 1, 2].map((number) => sampler.batch(number, 1024));
    expect(parts.map(({ draws, firstDraw }) => [draws, firstDraw])).toEqual([
      [1024, 0],
      [1024, 1024],
      [452, 2048],
    ]);
    for (const [name, column] of whole.uniforms) {
      expect(Float64Array.from(parts.flatMap((part) => [...(part.uniforms.get(name) ?? [])]))).toEqual(column);
    }
    const shocks = parts.flatMap((part) => [...part.noise("n", 2023)]);
    expect(Float64Array.from(shocks)).toEqual(whole.noise("n", 2023));
  }
});

test("Sample.noise(name, year) is the normal quantile of the stream of the shock's name", () => {
  const sample = drawSample(model, { draws: 9, seed: 3, sampling: "sobol" });
  const uniforms = new Float64Array(9);
  fillUniforms(uniforms, streamKey(3, "noise:n"), 0, 2024);
  expect(sample.noise("n", 2024)).toEqual(uniforms.map((u) => normalQuantile(u)));
});
