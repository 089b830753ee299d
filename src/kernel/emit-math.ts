import {
  emitExp,
  emitIsPlainForExp,
  emitIsPlainForLn,
  emitLn,
  emitPlainExp,
  emitPlainLn,
} from "../wasm/emit-exp-ln.ts";
import type { Lanes } from "../wasm/lanes.ts";
import { CodeWriter, type Local } from "../wasm/wasm-code.ts";
import type { WasmFunction } from "../wasm/wasm-module.ts";
import { registersPerGroup } from "./memory-plan.ts";

/** Two ways of computing a function, with the same bits. */
interface Ways {
  /** Replace the number on the stack, whatever it is. */
  readonly whole: (code: CodeWriter, lanes: Lanes) => void;
  /** Replace a plain number on the stack. */
  readonly plain: (code: CodeWriter, lanes: Lanes) => void;
  /** Push the mask of the plain numbers. */
  readonly isPlain: (code: CodeWriter, lanes: Lanes, x: Local) => void;
}

const exp: Ways = { whole: emitExp, plain: emitPlainExp, isPlain: emitIsPlainForExp };
const ln: Ways = { whole: emitLn, plain: emitPlainLn, isPlain: emitIsPlainForLn };

/**
 * Write the functions of a module that formulas call: number 0 is exp, number 1 ln, each of all registers of a group.
 *
 * Where all numbers are plain, as they nearly always are, they need no care for edges and denormals; else a function of
 * its own computes all, because in one with both the constants of both would be moved to and fro.
 */
export function mathFunctions(lanes: Lanes): WasmFunction[] {
  const all = Array.from({ length: registersPerGroup }, (_, register): Local => register);
  const written = (write: (code: CodeWriter) => void): WasmFunction => {
    const code = new CodeWriter(registersPerGroup);
    write(code);
    const types = all.map(() => lanes.type);
    return { parameters: types, results: types, code, exportedAs: null };
  };
  const each = (code: CodeWriter, write: Ways["plain"]) => {
    for (const register of all) {
      code.get(register);
      write(code, lanes);
    }
  };
  const quick = ({ plain, isPlain }: Ways, wholeNumber: number) =>
    written((code) => {
      for (const register of all) {
        isPlain(code, lanes, register);
        if (register > 0) code.plain(lanes.masks.and);
      }
      if (lanes.allHold !== null) code.plain(lanes.allHold);
      code.plain("i32.eqz").branch(() => {
        for (const register of all) code.get(register);
        code.call(wholeNumber).plain("return");
      }, null);
      each(code, plain);
    });
  const whole = (ways: Ways) => written((code) => each(code, ways.whole));
  return [quick(exp, 2), quick(ln, 3), whole(exp), whole(ln)];
}
