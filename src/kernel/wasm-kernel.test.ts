import { expect, test } from "vitest";
import { studyOfFormulas } from "../fixtures/study-of-formulas.ts";
import { compileModel } from "../model/compile-model.ts";
import type { CompiledModel } from "../model/compiled-model.ts";
import { makeJavascriptKernel } from "../model/javascript-kernel.ts";
import { blockSize, type Kernel, type KernelInput } from "../model/kernel.ts";
import { makeWasmKernel } from "./wasm-kernel.ts";

const years = 12;
const names = Array.from({ length: 40 }, (_, i) => `a${i}`);

function manyAssumptions(): CompiledModel {
  const variables = { x: { initial: "1", equation: `prev(x) + ${names.join(" + ")}` } };
  const result = compileModel(
    studyOfFormulas({ assumptions: Object.fromEntries(names.map((n) => [n, 0])), variables }),
  );
  if (!result.ok) throw new TypeError("the model must compile");
  return result.value;
}

/** @param changes - whether every assumption differs in every year. */
function inputOf(model: CompiledModel, changes: boolean): KernelInput {
  const row = (seed: number) => Float64Array.from({ length: blockSize }, (_, draw) => Math.sin(seed + draw));
  return {
    draws: blockSize,
    from: 0,
    until: years - 1,
    assumptions: model.assumptions.map((_, a) => {
      const constant = row(a);
      return Array.from({ length: years }, (__, year) => (changes ? row(a + 100 * year) : constant));
    }),
    tableEffects: [],
    noise: [],
    drivers: [],
    switches: new Int32Array(),
    observed: new Float64Array(),
  };
}

function valuesOf(kernel: Kernel, input: KernelInput): number[][] {
  const rows: number[][] = [];
  kernel.run(input, [0], (_, __, values) => rows.push([...values]));
  return rows;
}

test("makeWasmKernel(model) takes more changes of assumptions than its memory first had room for", () => {
  const model = manyAssumptions();
  const [wasm, javascript] = [makeWasmKernel(model), makeJavascriptKernel(model)];
  for (const changes of [false, true, false]) {
    const input = inputOf(model, changes);
    expect(valuesOf(wasm, input)).toEqual(valuesOf(javascript, input));
  }
});

test("makeWasmKernel(model) leaves rows that are not full alone", () => {
  const model = manyAssumptions();
  const kernel = makeWasmKernel(model);
  const input = inputOf(model, true);
  const whole = valuesOf(kernel, input);
  for (const draws of [1, 2, 3, 5, 255]) {
    const few = {
      ...input,
      draws,
      assumptions: input.assumptions.map((byYear) => byYear.map((x) => x.slice(0, draws))),
    };
    expect(valuesOf(kernel, few).map((row) => row.slice(0, draws))).toEqual(whole.map((row) => row.slice(0, draws)));
  }
});
