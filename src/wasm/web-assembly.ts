/** The functions that a module of ours exports, and its memory. */
export interface WasmInstance {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  readonly run: (groupsEnd: number, years: number, startsFromState: number) => void;
}

/** The part of the WebAssembly interface that we use; the compiler's own types come only with those of a browser. */
interface WebAssemblyInterface {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: object };
}

/**
 * Compile a module and make an instance of it.
 *
 * @throws TypeError where there is no WebAssembly; the machine's own error where it refuses the module.
 */
export function makeInstance(bytes: Uint8Array): WasmInstance {
  const { WebAssembly } = globalThis as { WebAssembly?: WebAssemblyInterface };
  if (!WebAssembly) throw new TypeError("makeInstance: WebAssembly must be there; got none");
  return new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports as WasmInstance;
}

/** Whether there is WebAssembly and it takes a module. */
export function acceptsModule(bytes: Uint8Array): boolean {
  const { WebAssembly } = globalThis as { WebAssembly?: WebAssemblyInterface };
  if (!WebAssembly) return false;
  try {
    return new WebAssembly.Module(bytes) instanceof Object;
  } catch {
    return false;
  }
}
