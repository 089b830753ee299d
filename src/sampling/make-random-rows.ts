import { compileIfAccepted } from "../wasm/web-assembly.ts";
import { emitRandomRows } from "./emit-random-rows.ts";
import { plainRandomRows, type RandomRows } from "./random-rows.ts";
import { WasmRandomRows } from "./wasm-random-rows.ts";

/** Make what fills rows fastest on this machine: WebAssembly on two draws at a time, or plain JavaScript without it. */
export function makeRandomRows(): RandomRows {
  const module = compileIfAccepted(emitRandomRows());
  return module === null ? plainRandomRows : new WasmRandomRows(module);
}
