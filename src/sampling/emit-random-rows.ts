import { emitExp } from "../wasm/emit-exp-ln.ts";
import { vectorLanes } from "../wasm/lanes.ts";
import { CodeWriter } from "../wasm/wasm-code.ts";
import { assembleModule, type WasmFunction } from "../wasm/wasm-module.ts";
import { marginalFunctions, type VectorFunctions } from "./emit-marginals.ts";
import { emitUniformOfScore } from "./emit-normal-cdf.ts";
import { emitNormalQuantile } from "./emit-normal-quantile.ts";
import { emitPhilox, emitUniform } from "./emit-philox.ts";
import { emitSobol } from "./emit-sobol.ts";
import { stepsFunction, tabulatedFunction } from "./emit-tables.ts";

/** Draws that the row in memory has room for. */
export const rowDraws = 1024;
/** Where the row stands in memory. */
export const rowAddress = 1024;
/** Where the direction words of a Sobol' dimension stand. */
export const directionsAddress = 64;

/** Where another row stands, to be added to the first, and the table of a formula, for which the memory grows. */
export const otherRowAddress = rowAddress + (rowDraws + 2) * 8;
export const tableAddress = otherRowAddress + (rowDraws + 2) * 8;

/** Bytes of two draws, which are filled in one turn. */
const pairBytes = 16;
const vectorFunctions: VectorFunctions = { normalQuantile: 0, exp: 1, uniformOfScore: 2 };

/**
 * Write the module that fills rows of draws.
 *
 * It exports `memory`, `uniforms(start, end, key0, key1, pair, year)` and `normals(…)`, which fill from draw 2 × pair on,
 * `toNormals(start, end)` and `sobol(start, end, word, seed, point)`; all numbers are i32, rows hold pairs of draws. What
 * turns rows into values is exported besides, see `marginalFunctions`, `tabulatedFunction` and `stepsFunction`.
 */
export function emitRandomRows(): Uint8Array<ArrayBuffer> {
  const ofVector = (write: (code: CodeWriter) => void): WasmFunction => {
    const code = new CodeWriter(1);
    write(code);
    return { parameters: ["v128"], results: ["v128"], code, exportedAs: null };
  };
  const sobol = new CodeWriter(5);
  emitSobol(sobol, directionsAddress);
  const counted = { parameters: ["i32", "i32", "i32", "i32", "i32", "i32"], results: [] } as const;
  const functions: readonly WasmFunction[] = [
    ofVector(emitNormalQuantile),
    ofVector((code) => emitExp(code.get(0), vectorLanes)),
    ofVector((code) => emitUniformOfScore(code, vectorFunctions.exp)),
    { ...counted, code: fillFromCounters(false), exportedAs: "uniforms" },
    { ...counted, code: fillFromCounters(true), exportedAs: "normals" },
    { parameters: ["i32", "i32"], results: [], code: replaceByNormals(), exportedAs: "toNormals" },
    { parameters: ["i32", "i32", "i32", "i32", "i32"], results: [], code: sobol, exportedAs: "sobol" },
    ...marginalFunctions(vectorFunctions),
    tabulatedFunction(),
    stepsFunction(),
  ];
  return assembleModule(functions, 1);
}

function fillFromCounters(asNormals: boolean): CodeWriter {
  const code = new CodeWriter(6);
  const [row, end, key0, key1, pair, year] = [0, 1, 2, 3, 4, 5] as const;
  const words = [code.local("i32"), code.local("i32"), code.local("i32"), code.local("i32")] as const;
  code.loop(() => {
    code.get(pair).set(words[0]).i32(0).set(words[1]).get(year).set(words[2]).i32(0).set(words[3]);
    emitPhilox(code, words, [key0, key1]);
    code.get(row);
    emitUniform(code, words[0], words[1]);
    code.plain("f64x2.splat");
    emitUniform(code, words[2], words[3]);
    code.replaceHalf(1);
    if (asNormals) code.call(vectorFunctions.normalQuantile);
    code.memory("v128.store", 0).advance(pair, 1).advance(row, pairBytes).get(row).get(end).plain("i32.ne");
  });
  return code;
}

function replaceByNormals(): CodeWriter {
  const code = new CodeWriter(2);
  const [row, end] = [0, 1] as const;
  code.loop(() => {
    code.get(row).get(row).memory("v128.load", 0).call(vectorFunctions.normalQuantile).memory("v128.store", 0);
    code.advance(row, pairBytes).get(row).get(end).plain("i32.ne");
  });
  return code;
}
