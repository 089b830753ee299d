import fc from "fast-check";
import { expect, test } from "vitest";
import { exp, ln } from "../core/exp-ln.ts";
import { arbitraryNumber, edgeValues } from "../fixtures/arbitrary-model.ts";
import { type Lanes, scalarLanes, vectorLanes } from "../wasm/lanes.ts";
import { CodeWriter } from "../wasm/wasm-code.ts";
import { assembleModule } from "../wasm/wasm-module.ts";
import { compileModule, makeInstance } from "../wasm/web-assembly.ts";
import { mathFunctions } from "./emit-math.ts";
import { registersPerGroup } from "./memory-plan.ts";

/** Make a function of one group of draws out of the function with a number. */
function ofGroup(lanes: Lanes, number: number): (values: readonly number[]) => number[] {
  const code = new CodeWriter(3);
  const registers = Array.from({ length: registersPerGroup }, (_, register) => register);
  const results = registers.map(() => code.local(lanes.type));
  for (const register of registers) code.i32(0).memory(lanes.load, register * lanes.bytes);
  code.call(number);
  for (const register of registers.toReversed()) code.set(results[register] as number);
  for (const register of registers) {
    code
      .i32(0)
      .get(results[register] as number)
      .memory(lanes.store, register * lanes.bytes);
  }
  const run = { parameters: ["i32", "i32", "i32"], results: [], code, exportedAs: "run" } as const;
  const instance = makeInstance(compileModule(assembleModule([...mathFunctions(lanes), run], 1)));
  const numbers = new Float64Array(instance.memory.buffer, 0, registersPerGroup * lanes.draws);
  return (values) => {
    numbers.set(values);
    instance.run(0, 0, 0);
    return [...numbers];
  };
}

/** Numbers on both sides of where the quick way ends, and where scaling by a power of two could go wrong. */
const borders = [708, -708, 708.0000000000001, -708.0000000000001, 709.78, 710, -745.2, 2.2250738585072009e-308];

for (const [name, lanes] of [
  ["vector", vectorLanes],
  ["scalar", scalarLanes],
] as const) {
  for (const [what, number, known] of [
    ["exp", 0, exp],
    ["ln", 1, ln],
  ] as const) {
    test(`property: ${what} of a group of ${name} lanes has the bits of ${what} in core, plain numbers or not`, () => {
      const map = ofGroup(lanes, number);
      const draws = registersPerGroup * lanes.draws;
      const plain = fc.double({ min: -708, max: 708, noNaN: true }).map((x) => (what === "ln" ? Math.abs(x) || 1 : x));
      const group = (one: fc.Arbitrary<number>) => fc.array(one, { minLength: draws, maxLength: draws });
      // Most groups are all plain; one number that is not must be seen wherever it stands.
      for (const odd of [...edgeValues, ...borders]) {
        for (let place = 0; place < draws; place++) {
          const values = Array.from({ length: draws }, (_, i) => (i === place ? odd : 1 + i / 3));
          expect(map(values)).toEqual(values.map(known));
        }
      }
      fc.assert(
        fc.property(fc.oneof(group(plain), group(fc.oneof(arbitraryNumber, plain))), (values) => {
          expect(map(values)).toEqual(values.map(known));
        }),
        { seed: 1, numRuns: 500 },
      );
    });
  }
}
