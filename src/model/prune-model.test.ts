import { expect, test } from "vitest";
import { kernelInputOf } from "../fixtures/run-kernel.ts";
import { dimensionOf, studyOfFormulas } from "../fixtures/study-of-formulas.ts";
import { makeWasmKernel } from "../kernel/wasm-kernel.ts";
import { compileModel } from "./compile-model.ts";
import type { CompiledModel } from "./compiled-model.ts";
import { makeJavascriptKernel } from "./javascript-kernel.ts";
import type { Kernel } from "./kernel.ts";
import { pruneModel } from "./prune-model.ts";
import { makeTreeKernel } from "./tree-kernel.ts";

const compiled = compileModel(
  studyOfFormulas({
    variables: {
      block: { over: ["age"], initial: "a", equation: "prev(block) + a" },
      total: "sum(block)",
      scale: { kind: "constant", equation: "2 * a" },
      wanted: { initial: "total", equation: "prev(wanted) + scale * total + base(total)" },
      unwanted: "total * 3",
    },
    assumptions: { a: 1 },
    dimensions: [dimensionOf("age", [0, 2])],
    identities: { same: "unwanted == total * 3" },
  }),
);
if (!compiled.ok) throw new TypeError("the model must compile");
const model = compiled.value;
const numberOf = (name: string) => model.variables.findIndex((variable) => variable.name === name);

function runOf(
  part: CompiledModel,
  drivers: Float64Array[][] = [],
  makeKernel: (part: CompiledModel) => Kernel = makeJavascriptKernel,
) {
  const input = { ...kernelInputOf(part, { years: 3, assumptions: { a: [1.5] } }), drivers };
  const values: number[] = [];
  makeKernel(part).run(input, [numberOf("wanted")], (_, __, block) => values.push(block[0] as number));
  return values;
}

test("pruneModel(model, wanted, given) keeps what the wanted variables need, and gives the same numbers", () => {
  const pruned = pruneModel(model, [numberOf("wanted")], new Set());
  expect(pruned.variables.map(({ name, size }) => [name, size]).slice(0, 5)).toEqual([
    ["block", 3],
    ["total", 1],
    ["scale", 1],
    ["wanted", 1],
    ["unwanted", 0],
  ]);
  expect(runOf(pruned)).toEqual(runOf(model));
});

test("pruneModel(model, wanted, given) drops what only given variables need", () => {
  const total = numberOf("total");
  const pruned = pruneModel(model, [numberOf("wanted")], new Set([total]));
  expect(pruned.variables[numberOf("block")]?.size).toBe(0);
  const drivers: Float64Array[][] = [];
  drivers[total] = [4.5, 9, 13.5, 18].map((value) => Float64Array.of(value));
  for (const makeKernel of [makeJavascriptKernel, makeTreeKernel, makeWasmKernel]) {
    expect(runOf(pruned, drivers, makeKernel)).toEqual(runOf(model));
  }
});
