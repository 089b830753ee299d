import { acceptsModule, compileModule, type WasmModule } from "../wasm/web-assembly.ts";
import { PlainRowTally, type RowTally } from "./row-tally.ts";
import { emitRowTally, WasmRowTally } from "./wasm-row-tally.ts";

/** Makes tallies as fast as this machine allows: WebAssembly on two draws at a time, or plain JavaScript without it. */
export class TallyMaker {
  readonly #module: WasmModule | null;

  /** Compiles the module; keep what is made. */
  constructor() {
    const bytes = emitRowTally();
    this.#module = acceptsModule(bytes) ? compileModule(bytes) : null;
  }

  /**
   * Make room for some rows.
   *
   * @param most - draws of each row that there is to be room for.
   */
  make(rows: number, most: number): RowTally {
    return this.#module ? new WasmRowTally(this.#module, rows, most) : new PlainRowTally(rows, most);
  }
}
