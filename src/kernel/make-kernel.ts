import type { CompiledModel } from "../model/compiled-model.ts";
import { makeJavascriptKernel } from "../model/javascript-kernel.ts";
import type { Kernel } from "../model/kernel.ts";
import { type Lanes, scalarLanes, vectorLanes } from "../wasm/lanes.ts";
import { CodeWriter } from "../wasm/wasm-code.ts";
import { assembleModule } from "../wasm/wasm-module.ts";
import { acceptsModule } from "../wasm/web-assembly.ts";
import { makeWasmKernel } from "./wasm-kernel.ts";

/**
 * Make the fastest kernel of a model that the machine runs: all give the same bits.
 *
 * WebAssembly on two draws at a time; on one where vectors are refused; JavaScript where WebAssembly is refused, as by
 * a content policy of a page without `wasm-unsafe-eval`.
 */
export function makeKernel(model: CompiledModel): Kernel {
  if (acceptsVectors()) return makeWasmKernel(model);
  return accepts(scalarLanes) ? makeWasmKernel(model, { vectors: false }) : makeJavascriptKernel(model);
}

/** Whether the machine runs WebAssembly on two draws at a time. */
export function acceptsVectors(): boolean {
  return accepts(vectorLanes);
}

/** Whether the machine takes a function of such registers. */
function accepts({ type }: Lanes): boolean {
  const code = new CodeWriter(1).get(0);
  return acceptsModule(assembleModule([{ parameters: [type], results: [type], code, exportedAs: null }], 1));
}
