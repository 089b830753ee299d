/** The functions that a kernel's module exports, and its memory. */
export interface WasmInstance extends WithMemory {
  readonly run: (groupsEnd: number, years: number, startsFromState: number) => void;
}

/** Every module of ours exports its memory. */
export interface WithMemory {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
}

/** A compiled module: opaque, and shared with workers by posting it. */
export type WasmModule = object;

/** The part of the WebAssembly interface that we use; the compiler's own types come only with those of a browser. */
interface WebAssemblyInterface {
  readonly Module: new (bytes: Uint8Array) => WasmModule;
  readonly Instance: new (module: WasmModule) => { readonly exports: object };
}

/**
 * Compile a module.
 *
 * @throws TypeError where there is no WebAssembly; the machine's own error where it refuses the module.
 */
export function compileModule(bytes: Uint8Array): WasmModule {
  return new (webAssembly("compileModule").Module)(bytes);
}

/**
 * Make an instance of a module.
 *
 * @returns what the module exports, which the caller knows.
 * @throws TypeError where there is no WebAssembly.
 */
export function makeInstance<T extends WithMemory = WasmInstance>(module: WasmModule): T {
  return new (webAssembly("makeInstance").Instance)(module).exports as T;
}

/** Compile a module; null where there is no WebAssembly or it refuses the module. */
export function compileIfAccepted(bytes: Uint8Array): WasmModule | null {
  const { WebAssembly } = globalThis as { WebAssembly?: WebAssemblyInterface };
  if (!WebAssembly) return null;
  try {
    return new WebAssembly.Module(bytes);
  } catch {
    return null;
  }
}

/** Whether there is WebAssembly and it takes a module. */
export function acceptsModule(bytes: Uint8Array): boolean {
  return compileIfAccepted(bytes) !== null;
}

function webAssembly(caller: string): WebAssemblyInterface {
  const { WebAssembly } = globalThis as { WebAssembly?: WebAssemblyInterface };
  if (!WebAssembly) throw new TypeError(`${caller}: WebAssembly must be there; got none`);
  return WebAssembly;
}
