import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { bindScenario } from "../../src/ensemble/bind-scenario.ts";
import { drawSample } from "../../src/ensemble/draw-sample.ts";
import { drawScenario, kernelInput } from "../../src/ensemble/draw-scenario.ts";
import { outcomeVariables } from "../../src/ensemble/run-scenario.ts";
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

test("the kernels agree to the last bit on every equation", () => {
  const expected = hashOf(makeTreeKernel(model), "all_policies", everything, 9);
  for (const kernel of [javascript, wasm, makeWasmKernel(model, { vectors: false })]) {
    expect(hashOf(kernel, "all_policies", everything, 9)).toBe(expected);
  }
});
