import { CodeWriter, type Local } from "../wasm/wasm-code.ts";
import type { WasmFunction } from "../wasm/wasm-module.ts";

// The same operations in the same order as `rowFunction` in `row-formula.ts`: only then are the bits the same.

/** Functions of one vector that the formulas call, by number. */
export interface VectorFunctions {
  readonly normalQuantile: number;
  readonly exp: number;
  readonly uniformOfScore: number;
}

/** Bytes of two draws, which are worked on in one turn. */
const pairBytes = 16;
const [row, end]: [Local, Local] = [0, 1];

/**
 * Write the functions that replace the numbers of a row by values: `linear(start, end, start, scale)` and so on, named
 * and given numbers as in `RowFormula`; `uniformsOfScores(start, end)`, and `addWeighted(start, end, other, weight)`,
 * which adds another row times a weight.
 */
export function marginalFunctions(calls: VectorFunctions): WasmFunction[] {
  return [
    replacing("linear", 2, (code, x, numbers) => {
      const [start, scale] = numbers as [Local, Local];
      code.get(start).get(scale).get(x).plain("f64x2.mul", "f64x2.add");
    }),
    replacing("exponential", 2, (code, x, numbers) => {
      const [factor, scale] = numbers as [Local, Local];
      code.get(factor).get(scale).get(x).plain("f64x2.mul").call(calls.exp).plain("f64x2.mul");
    }),
    replacing("triangular", 5, emitTriangular),
    replacing("cutNormal", 9, (code, x, numbers) => emitCutNormal(code, x, numbers, calls.normalQuantile)),
    replacing("uniformsOfScores", 0, (code, x) => code.get(x).call(calls.uniformOfScore)),
    addWeighted(),
  ];
}

/** Write a function that replaces each pair x of a row by what `write` pushes. */
function replacing(
  name: string,
  count: number,
  write: (code: CodeWriter, x: Local, numbers: readonly Local[]) => void,
): WasmFunction {
  const code = new CodeWriter(2 + count);
  const numbers = Array.from({ length: count }, (_, i) => {
    const both = code.local("v128");
    code
      .get(2 + i)
      .plain("f64x2.splat")
      .set(both);
    return both;
  });
  const x = code.local("v128");
  code.loop(() => {
    code.get(row).memory("v128.load", 0).set(x);
    code.get(row);
    write(code, x, numbers);
    code.memory("v128.store", 0).advance(row, pairBytes).get(row).get(end).plain("i32.ne");
  });
  const parameters = ["i32", "i32", ...numbers.map(() => "f64" as const)] as const;
  return { parameters, results: [], code, exportedAs: name };
}

/** Lower end, mode, upper end, width and the share of the width that lies below the mode. */
function emitTriangular(code: CodeWriter, x: Local, numbers: readonly Local[]): void {
  const [lower, mode, upper, width, share] = numbers as [Local, Local, Local, Local, Local];
  code.get(mode).get(lower).get(x).get(width).plain("f64x2.mul");
  code.get(mode).get(lower).plain("f64x2.sub", "f64x2.mul", "f64x2.sqrt", "f64x2.add", "f64x2.min");
  code.get(mode).get(upper).f64x2(1).get(x).plain("f64x2.sub").get(width).plain("f64x2.mul");
  code.get(upper).get(mode).plain("f64x2.sub", "f64x2.mul", "f64x2.sqrt", "f64x2.sub", "f64x2.max");
  code.get(x).get(share).plain("f64x2.lt", "v128.bitselect");
}

/** The numbers of a `CutNormal`, in its order. */
function emitCutNormal(code: CodeWriter, x: Local, numbers: readonly Local[], normalQuantile: number): void {
  const [mean, sd, lower, upper, below, beyond, mass, split, cap] = numbers as [
    ...[Local, Local, Local, Local, Local, Local, Local, Local, Local],
  ];
  const [p, isLow, z] = [code.local("v128"), code.local("v128"), code.local("v128")];
  code.get(below).get(x).get(mass).plain("f64x2.mul", "f64x2.add").tee(p);
  code.get(cap).get(beyond).f64x2(1).get(x).plain("f64x2.sub").get(mass);
  code.plain("f64x2.mul", "f64x2.add", "f64x2.min");
  code.get(p).get(split).plain("f64x2.le").tee(isLow).plain("v128.bitselect").call(normalQuantile).set(z);
  code.get(z).get(z).plain("f64x2.neg").get(isLow).plain("v128.bitselect").set(z);
  code.get(lower);
  code.get(upper);
  code.get(lower).get(upper).get(mean).get(sd).get(z).plain("f64x2.mul", "f64x2.add", "f64x2.min", "f64x2.max");
  code.get(x).f64x2(1).plain("f64x2.ge", "v128.bitselect");
  code.get(x).f64x2(0).plain("f64x2.le", "v128.bitselect");
}

function addWeighted(): WasmFunction {
  const code = new CodeWriter(4);
  const [other, weight]: [Local, Local] = [2, 3];
  const both = code.local("v128");
  code.get(weight).plain("f64x2.splat").set(both);
  code.loop(() => {
    code.get(row).get(row).memory("v128.load", 0);
    code.get(both).get(other).memory("v128.load", 0).plain("f64x2.mul", "f64x2.add");
    code.memory("v128.store", 0).advance(other, pairBytes);
    code.advance(row, pairBytes).get(row).get(end).plain("i32.ne");
  });
  return { parameters: ["i32", "i32", "i32", "f64"], results: [], code, exportedAs: "addWeighted" };
}
