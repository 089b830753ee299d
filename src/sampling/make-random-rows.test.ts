import fc from "fast-check";
import { afterEach, expect, test, vi } from "vitest";
import { normalQuantile } from "../core/normal.ts";
import { streamKey } from "../core/philox.ts";
import { makeRandomRows } from "./make-random-rows.ts";
import { plainRandomRows } from "./random-rows.ts";
import { WasmRandomRows } from "./wasm-random-rows.ts";

afterEach(() => vi.unstubAllGlobals());

const wasm = makeRandomRows();

/** The bits of what a row is filled with; all NaNs count as one. */
function bitsOf(length: number, fill: (out: Float64Array) => void): string {
  const out = new Float64Array(length);
  fill(out);
  const bits = new BigUint64Array(out.buffer);
  return Array.from(out, (x, i) => (Number.isNaN(x) ? "NaN" : String(bits[i]))).join(" ");
}

const key = fc.tuple(fc.nat(0xffffffff), fc.nat(0xffffffff)).map((words) => Uint32Array.from(words));
const length = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1020, max: 2060 }));
const firstDraw = fc.oneof(fc.nat(9), fc.nat(2 ** 31 - 1));

test("makeRandomRows() is WebAssembly where there is some, else plain JavaScript", () => {
  expect(wasm).toBeInstanceOf(WasmRandomRows);
  vi.stubGlobal("WebAssembly", undefined);
  expect(makeRandomRows()).toBe(plainRandomRows);
});

test("makeRandomRows().normals(out, key, firstDraw, year) turns the known words of Philox into normal numbers", () => {
  // Random123's vector for a counter and key of zeros: 6627e8d5 e169c58d bc57ac4c 9b00dbd8.
  const out = new Float64Array(2);
  wasm.uniforms(out, new Uint32Array(2), 0, 0);
  const uniform = (high: number, low: number) => (high * 2 ** 20 + (low >>> 12) + 0.5) * 2 ** -52;
  const expected = [uniform(0x6627e8d5, 0xe169c58d), uniform(0xbc57ac4c, 0x9b00dbd8)];
  expect([...out]).toEqual(expected);
  wasm.normals(out, new Uint32Array(2), 0, 0);
  expect([...out]).toEqual(expected.map(normalQuantile));
});

test("makeRandomRows().toNormals(values) is within 1e-15 of AS 241's published answers and of R's qnorm", () => {
  // Wichura (1988), table of check values for PPND16; the last two from R 4.3 qnorm.
  const known = [
    [0.25, -0.6744897501960817],
    [0.001, -3.090232306167814],
    [1e-20, -9.262340089798409],
    [0.975, 1.959963984540054],
    [1 - 2 ** -53, 8.209536151601387],
  ] as const;
  const values = Float64Array.from(known, ([p]) => p);
  wasm.toNormals(values);
  for (const [i, [, z]] of known.entries()) expect(Math.abs((values[i] as number) / z - 1)).toBeLessThan(1e-15);
});

test("property: makeRandomRows().uniforms and .normals give the bits of the plain ones, wherever rows begin and end", () => {
  fc.assert(
    fc.property(key, length, firstDraw, fc.nat(3000), (words, count, first, year) => {
      for (const filling of ["uniforms", "normals"] as const) {
        const bits = [wasm, plainRandomRows].map((rows) =>
          bitsOf(count, (out) => rows[filling](out, words, first, year)),
        );
        expect(bits[0]).toBe(bits[1]);
      }
    }),
    { seed: 1, numRuns: 40 },
  );
});

test("property: makeRandomRows().sobol gives the bits of the plain one in every dimension", () => {
  fc.assert(
    fc.property(fc.nat(255), fc.nat(0xffffffff), length, firstDraw, (dimension, seed, count, first) => {
      const bits = [wasm, plainRandomRows].map((rows) =>
        bitsOf(count, (out) => rows.sobol(out, dimension, seed, first)),
      );
      expect(bits[0]).toBe(bits[1]);
    }),
    { seed: 1, numRuns: 60 },
  );
});

test("property: makeRandomRows().toNormals gives the bits of normalQuantile for every number, probability or not", () => {
  const tails = fc.double({ min: 0, max: 1e-300, noNaN: true });
  const number = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), tails, fc.double());
  const edges = [0, -0, 1, 0.075, 0.925, 0.5, Number.NaN, Infinity, -Infinity, 5e-324, 1 - 2 ** -53, -1, 2];
  fc.assert(
    fc.property(fc.array(number, { maxLength: 40 }), (numbers) => {
      const all = [...numbers, ...edges];
      const bits = [wasm, plainRandomRows].map((rows) =>
        bitsOf(all.length, (out) => {
          out.set(all);
          rows.toNormals(out);
        }),
      );
      expect(bits[0]).toBe(bits[1]);
    }),
    { seed: 1, numRuns: 200 },
  );
});

test("makeRandomRows() refuses what the plain rows refuse, and draws beyond 2^33", () => {
  const out = new Float64Array(4);
  const words = streamKey(1, "x");
  expect(() => wasm.uniforms(out, words, -1, 0)).toThrow(RangeError);
  expect(() => wasm.normals(out, words, 0, 2 ** 32)).toThrow(RangeError);
  expect(() => wasm.sobol(out, 256, 0, 0)).toThrow(RangeError);
  expect(() => wasm.uniforms(out, words, 2 ** 33 - 2, 0)).toThrow("uniforms: draws must be numbered below 2^33");
});
