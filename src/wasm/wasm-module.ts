import { joinBytes, listBytes, nameBytes, unsignedLeb } from "./wasm-bytes.ts";
import { type CodeWriter, typeByte, type ValueType } from "./wasm-code.ts";

/** A function of a module; its number is its place in the list. */
export interface WasmFunction {
  readonly parameters: readonly ValueType[];
  readonly results: readonly ValueType[];
  readonly code: CodeWriter;
  /** Name under which it can be called from outside; null: only from inside. */
  readonly exportedAs: string | null;
}

/** Size of one page of linear memory. */
export const pageBytes = 65536;

/**
 * Assemble a module of some functions and one memory, exported as `memory`.
 *
 * @param pages - size of the memory at the start; it may grow.
 * @see WebAssembly Core Specification 2.0, section 5.5.
 */
export function assembleModule(functions: readonly WasmFunction[], pages: number): Uint8Array<ArrayBuffer> {
  const types = functions.map(({ parameters, results }) => [
    0x60,
    ...listBytes(parameters.map((type) => [typeByte(type)])),
    ...listBytes(results.map((type) => [typeByte(type)])),
  ]);
  const exported = functions.flatMap(({ exportedAs }, number) =>
    exportedAs === null ? [] : [[...nameBytes(exportedAs), 0x00, ...unsignedLeb(number)]],
  );
  return joinBytes([
    [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    section(1, listBytes(types)),
    section(3, listBytes(functions.map((_, number) => unsignedLeb(number)))),
    section(5, listBytes([[0x00, ...unsignedLeb(pages)]])),
    section(7, listBytes([...exported, [...nameBytes("memory"), 0x02, 0x00]])),
    section(10, listBytes(functions.map(({ code }) => code.body()))),
  ]);
}

function section(id: number, content: Uint8Array): Uint8Array {
  return joinBytes([[id], unsignedLeb(content.length), content]);
}
