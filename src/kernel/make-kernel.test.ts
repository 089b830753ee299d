import { afterEach, expect, test, vi } from "vitest";
import { runKernel } from "../fixtures/run-kernel.ts";
import { studyOfFormulas } from "../fixtures/study-of-formulas.ts";
import { compileModel } from "../model/compile-model.ts";
import type { CompiledModel } from "../model/compiled-model.ts";
import { makeKernel } from "./make-kernel.ts";

afterEach(() => vi.unstubAllGlobals());

function compiled(): CompiledModel {
  const variables = { x: { initial: "a", equation: "prev(x) * exp(a)" } };
  const result = compileModel(studyOfFormulas({ assumptions: { a: 1 }, variables }));
  if (!result.ok) throw new TypeError("the model must compile");
  return result.value;
}

const run = () => runKernel(makeKernel(compiled()), { years: 2, draws: 3, assumptions: { a: [1, -2, 3] } });

/** A machine whose compiler refuses some modules; it counts those that it took. */
function stubCompiler(refuses: (bytes: Uint8Array) => boolean): { taken: number } {
  const { WebAssembly } = globalThis as unknown as { WebAssembly: { Module: new (bytes: Uint8Array) => object } };
  const count = { taken: 0 };
  class Module extends WebAssembly.Module {
    constructor(bytes: Uint8Array) {
      if (refuses(bytes)) throw new TypeError("refused");
      super(bytes);
      count.taken++;
    }
  }
  vi.stubGlobal("WebAssembly", { ...WebAssembly, Instance: Reflect.get(WebAssembly, "Instance"), Module });
  return count;
}

test("makeKernel(model) gives the same bits with vectors, without, and without WebAssembly", () => {
  const expected = run();
  // A function type with a parameter of type v128.
  const namesVectors = (bytes: Uint8Array) => bytes.join(" ").includes("96 1 123");
  const scalar = stubCompiler(namesVectors);
  expect(run()).toEqual(expected);
  expect(scalar.taken).toBe(2);
  const none = stubCompiler(() => true);
  expect(run()).toEqual(expected);
  expect(none.taken).toBe(0);
  vi.stubGlobal("WebAssembly", undefined);
  expect(run()).toEqual(expected);
});
