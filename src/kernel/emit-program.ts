import type { Program } from "../program/program.ts";
import type { Lanes } from "../wasm/lanes.ts";
import { CodeWriter } from "../wasm/wasm-code.ts";
import { assembleModule, pageBytes, type WasmFunction } from "../wasm/wasm-module.ts";
import { BlockEmitter } from "./emit-block.ts";
import { mathFunctions } from "./emit-math.ts";
import { emitRun, type PartNumbers } from "./emit-run.ts";
import { type MathFunctions, ValueEmitter } from "./emit-value.ts";
import type { MemoryPlan } from "./memory-plan.ts";
import { type Part, splitBlocks } from "./split-blocks.ts";

/**
 * Write a program as a WebAssembly module.
 *
 * It exports `memory` and `run(groupsEnd, years, startsFromState)`: simulate groups of draws until `groupsEnd` bytes
 * of each row are done, for some years, from the base year or from a state.
 *
 * @param plan - where everything stands in memory; the tables of the loops are added to it.
 */
export function emitProgram(
  program: Program,
  lanes: Lanes,
  plan: MemoryPlan,
  keepsState: boolean,
): Uint8Array<ArrayBuffer> {
  const parts = splitBlocks(program, keepsState);
  const math: MathFunctions = { exp: 0, ln: 1 };
  const functions: WasmFunction[] = mathFunctions(lanes);
  const add = (part: Part): number => {
    const code = new CodeWriter(4);
    const emitter = new BlockEmitter(new ValueEmitter(code, lanes, plan, math), parts.passing);
    for (const block of part) emitter.block(block);
    return functions.push({ parameters: ["i32", "i32", "i32", "i32"], results: [], code, exportedAs: null }) - 1;
  };
  const numbers: PartNumbers = {
    base: parts.base.map(add),
    steady: parts.steady.map(add),
    year: parts.year.map(add),
  };
  const run = emitRun(program, lanes, plan, numbers, keepsState);
  functions.push({ parameters: ["i32", "i32", "i32"], results: [], code: run, exportedAs: "run" });
  return assembleModule(functions, Math.ceil(plan.end / pageBytes));
}
