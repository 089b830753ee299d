import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { bindScenario } from "../../src/ensemble/bind-scenario.ts";
import { drawSample } from "../../src/ensemble/draw-sample.ts";
import { drawScenario, kernelInput } from "../../src/ensemble/draw-scenario.ts";
import { outcomeVariables, runScenario } from "../../src/ensemble/run-scenario.ts";
import { type SeriesSummary, seriesSummary } from "../../src/ensemble/series-summary.ts";
import { readRegion } from "../../src/fixtures/run-region.ts";
import { makeWasmKernel } from "../../src/kernel/wasm-kernel.ts";
import { compileModel } from "../../src/model/compile-model.ts";
import { makeJavascriptKernel } from "../../src/model/javascript-kernel.ts";
import { blockSize, type Kernel } from "../../src/model/kernel.ts";
import { makeTreeKernel } from "../../src/model/tree-kernel.ts";
import { unwrap } from "../../src/run-study.ts";

// Every kernel gives the same bits: the outcomes of every scenario, and in one of them every equation.

const study = readRegion("yangquan");
const model = unwrap(compileModel(study));
const everything = [...model.variables.keys()];
const outcomes = outcomeVariables(model, study.plan);
const [wasm, javascript] = [makeWasmKernel(model), makeJavascriptKernel(model)];

/** Hash of the values of some variables in all years and draws; all NaNs count as one. */
function hashOf(kernel: Kernel, id: string, variables: readonly number[], draws: number): string {
  const scenario = study.scenarios.find((s) => s.id === id);
  if (!scenario) throw new RangeError(`hashOf: the study must have the scenario; got ${id}`);
  const run = { ...scenario.run, draws };
  const drawn = drawScenario(unwrap(bindScenario(study, model, scenario)), drawSample(study.model, run));
  const hash = createHash("sha256");
  for (let start = 0; start < draws; start += blockSize) {
    const input = kernelInput(drawn, start);
    kernel.run(input, variables, (_, __, values) => {
      for (let element = 0; element < values.length; element += blockSize) {
        const row = values.slice(element, element + input.draws).map((x) => (Number.isNaN(x) ? Number.NaN : x));
        hash.update(new Uint8Array(row.buffer));
      }
    });
  }
  return hash.digest("hex");
}

test.each(study.scenarios.map(({ id }) => id))("the kernels agree to the last bit on 512 draws of %s", (id) => {
  expect(hashOf(wasm, id, outcomes, 512)).toBe(hashOf(javascript, id, outcomes, 512));
});

/** Hash of all summaries of a scenario's outcomes on one block of draws. */
function summariesOf(kernel: Kernel, id: string): string {
  const scenario = study.scenarios.find((s) => s.id === id) as (typeof study.scenarios)[number];
  const bound = unwrap(bindScenario(study, model, scenario));
  const sample = drawSample(study.model, { ...scenario.run, draws: blockSize });
  const ensemble = runScenario(bound, sample, kernel, study.plan);
  const hash = createHash("sha256");
  for (const { name } of ensemble.series) {
    for (const year of ensemble.years) {
      const { finite, mean, sd, quantiles } = seriesSummary(ensemble, name, year) as SeriesSummary;
      const numbers = Float64Array.of(finite, mean, sd, ...quantiles).map((x) => (Number.isNaN(x) ? Number.NaN : x));
      hash.update(new Uint8Array(numbers.buffer));
    }
  }
  return hash.digest("hex");
}

test("the summaries of a scenario on 256 draws are the same to the last bit in every kernel", () => {
  const expected = summariesOf(makeTreeKernel(model), "all_policies");
  for (const kernel of [javascript, wasm, makeWasmKernel(model, { vectors: false })]) {
    expect(summariesOf(kernel, "all_policies")).toBe(expected);
  }
});

test("the kernels agree to the last bit on every equation", () => {
  const expected = hashOf(makeTreeKernel(model), "all_policies", everything, 9);
  for (const kernel of [javascript, wasm, makeWasmKernel(model, { vectors: false })]) {
    expect(hashOf(kernel, "all_policies", everything, 9)).toBe(expected);
  }
});
