import { expect, test } from "vitest";
import { CodeWriter } from "./wasm-code.ts";
import { assembleModule } from "./wasm-module.ts";
import { acceptsModule, compileModule, makeInstance } from "./web-assembly.ts";

test("assembleModule(functions, pages) writes what the specification says", () => {
  const code = new CodeWriter(1).get(0).i32(7).plain("i32.add");
  const bytes = assembleModule([{ parameters: ["i32"], results: ["i32"], code, exportedAs: "f" }], 1);
  // By hand from WebAssembly Core Specification 2.0, chapter 5.
  const expected = [
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...[0x01, 0x06, 0x01, 0x60, 0x01, 0x7f, 0x01, 0x7f],
    ...[0x03, 0x02, 0x01, 0x00],
    ...[0x05, 0x03, 0x01, 0x00, 0x01],
    ...[0x07, 0x0e, 0x02, 0x01, 0x66, 0x00, 0x00, 0x06, 0x6d, 0x65, 0x6d, 0x6f, 0x72, 0x79, 0x02, 0x00],
    ...[0x0a, 0x09, 0x01, 0x07, 0x00, 0x20, 0x00, 0x41, 0x07, 0x6a, 0x0b],
  ];
  expect([...bytes]).toEqual(expected);
});

test("CodeWriter writes loops, branches, memory and local variables that run", () => {
  // run(n, isWanted, 0): count to n as a double and store it at 8, or −1 where it is not wanted.
  const code = new CodeWriter(3);
  const total = code.local("f64");
  const turn = code.local("i32");
  code.get(0).set(turn);
  code.loop(() => {
    code.get(total).f64(1).plain("f64.add").set(total);
    code.advance(turn, -1).get(turn);
  });
  code.get(1).branch(
    () => code.i32(0).get(total).memory("f64.store", 8),
    () => code.i32(0).f64(-1).memory("f64.store", 8),
  );
  const { memory, run } = makeInstance(
    compileModule(assembleModule([{ parameters: ["i32", "i32", "i32"], results: [], code, exportedAs: "run" }], 1)),
  );
  const stored = new Float64Array(memory.buffer, 8, 1);
  run(5, 1, 0);
  expect(stored[0]).toBe(5);
  run(5, 0, 0);
  expect(stored[0]).toBe(-1);
});

test("acceptsModule(bytes) is false for what is no module", () => {
  expect(acceptsModule(Uint8Array.of(0, 1, 2))).toBe(false);
});
