import fc from "fast-check";
import { expect, test } from "vitest";
import { exp, ln } from "../core/exp-ln.ts";
import { arbitraryNumber, edgeValues } from "../fixtures/arbitrary-model.ts";
import { emitExp, emitLn } from "./emit-exp-ln.ts";
import { type Lanes, scalarLanes, vectorLanes } from "./lanes.ts";
import { CodeWriter } from "./wasm-code.ts";
import { assembleModule } from "./wasm-module.ts";
import { compileModule, makeInstance } from "./web-assembly.ts";

const valuesHeld = 4096;

/** Make a function of arrays out of one of registers. */
function mapper(lanes: Lanes, emit: (code: CodeWriter, lanes: Lanes) => void): (values: readonly number[]) => number[] {
  const code = new CodeWriter(3);
  const place = code.local("i32");
  code.loop(() => {
    code.get(place).get(place).memory(lanes.load, 0);
    emit(code, lanes);
    code.memory(lanes.store, 0);
    code.advance(place, lanes.bytes).get(place).get(0).plain("i32.ne");
  });
  const { memory, run } = makeInstance(
    compileModule(assembleModule([{ parameters: ["i32", "i32", "i32"], results: [], code, exportedAs: "run" }], 1)),
  );
  const numbers = new Float64Array(memory.buffer, 0, valuesHeld);
  return (values) => {
    numbers.set(values);
    run(valuesHeld * 8, 0, 0);
    return [...numbers.subarray(0, values.length)];
  };
}

const borders = [-746, -745.2, -708.4, 709.78, 709.79, 710, Math.SQRT1_2, Math.SQRT2, 1 - 2 ** -53, 1 + 2 ** -52];

for (const [name, lanes] of [
  ["vector", vectorLanes],
  ["scalar", scalarLanes],
] as const) {
  for (const [what, emit, known] of [
    ["exp", emitExp, exp],
    ["ln", emitLn, ln],
  ] as const) {
    test(`property: ${what} of ${name} lanes has the bits of ${what} in core`, () => {
      const map = mapper(lanes, emit);
      const wide = fc.double({ min: -800, max: 800, noNaN: true });
      const values = fc.array(fc.oneof(arbitraryNumber, wide), { minLength: 500, maxLength: 1000 });
      // toEqual tells −0 from 0 and takes NaN as equal to NaN.
      expect(map([...edgeValues, ...borders])).toEqual([...edgeValues, ...borders].map(known));
      fc.assert(
        fc.property(values, (x) => {
          expect(map(x)).toEqual(x.map(known));
        }),
        { seed: 1, numRuns: 20 },
      );
    });
  }
}
