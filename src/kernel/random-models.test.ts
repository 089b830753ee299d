import fc from "fast-check";
import { expect, test } from "vitest";
import { arbitraryInput, arbitraryModel } from "../fixtures/arbitrary-model.ts";
import { studyOfFormulas, type WrittenModel } from "../fixtures/study-of-formulas.ts";
import { compileModel } from "../model/compile-model.ts";
import type { CompiledModel } from "../model/compiled-model.ts";
import { makeJavascriptKernel } from "../model/javascript-kernel.ts";
import { blockSize, type Kernel, type KernelInput, type KernelSink } from "../model/kernel.ts";
import { makeTreeKernel } from "../model/tree-kernel.ts";
import { makeWasmKernel } from "./wasm-kernel.ts";

// The kernels agree to the last bit on models with dimensions, tables, switches, shocks, paths and effects.

const draws = 3;

function compile(model: WrittenModel): CompiledModel {
  const result = compileModel(studyOfFormulas(model));
  if (!result.ok) throw new TypeError(result.issues.map((i) => `${i.code}: ${i.message.en}`).join("\n"));
  return result.value;
}

const arbitraryRun = arbitraryModel.chain((written) => {
  const model = compile(written);
  return arbitraryInput(model, draws).map((input) => ({ model, input }));
});

type Row = [name: string, year: number, values: number[]];

/** Write down everything that a kernel hands on. */
function sinkTo(rows: Row[], model: CompiledModel): KernelSink {
  return (variable, year, values) => {
    const { name } = model.variables[variable] as CompiledModel["variables"][number];
    rows.push([name, year, [...values].filter((_, i) => i % blockSize < draws)]);
  };
}

function rowsOf(kernel: Kernel, input: KernelInput, variables: readonly number[]): Row[] {
  const rows: Row[] = [];
  kernel.run(input, variables, sinkTo(rows, kernel.model));
  return rows;
}

test("property: all kernels agree to the last bit on random models", () => {
  fc.assert(
    fc.property(arbitraryRun, ({ model, input }) => {
      const all = [...model.variables.keys()];
      const expected = rowsOf(makeTreeKernel(model), input, all);
      expect(rowsOf(makeJavascriptKernel(model), input, all)).toEqual(expected);
      expect(rowsOf(makeWasmKernel(model), input, all)).toEqual(expected);
      expect(rowsOf(makeWasmKernel(model, { vectors: false }), input, all)).toEqual(expected);
    }),
    { seed: 1, numRuns: 60 },
  );
});

test("property: one WebAssembly kernel serves any variables, one after the other, and leaves out what none needs", () => {
  fc.assert(
    fc.property(arbitraryRun, fc.infiniteStream(fc.boolean()), ({ model, input }, chosen) => {
      const tree = makeTreeKernel(model);
      const wasm = makeWasmKernel(model);
      for (let turn = 0; turn < 3; turn++) {
        const some = [...model.variables.keys()].filter(() => chosen.next().value);
        expect(rowsOf(wasm, input, some)).toEqual(rowsOf(tree, input, some));
      }
    }),
    { seed: 2, numRuns: 20 },
  );
});

test("property: a run may stop after any year and go on from its state, in every kernel", () => {
  fc.assert(
    fc.property(arbitraryRun, fc.integer({ min: 0, max: 2 }), ({ model, input }, until) => {
      const all = [...model.variables.keys()];
      const whole = rowsOf(makeTreeKernel(model), input, all);
      for (const kernel of [makeTreeKernel(model), makeJavascriptKernel(model), makeWasmKernel(model)]) {
        const rows: Row[] = [];
        const state = kernel.runToState({ ...input, until }, all, sinkTo(rows, model));
        kernel.run({ ...input, from: until + 1, state }, all, sinkTo(rows, model));
        expect(rows).toEqual(whole);
      }
    }),
    { seed: 3, numRuns: 20 },
  );
});
