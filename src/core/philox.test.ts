import fc from "fast-check";
import { expect, test } from "vitest";
import { fillUniforms, philox4x32, streamKey } from "./philox.ts";

function words(text: string): Uint32Array {
  return Uint32Array.from(text.split(" "), (word) => Number.parseInt(word, 16));
}

function uniforms(seed: number, name: string, firstDraw: number, count: number, year = 0): Float64Array {
  const out = new Float64Array(count);
  fillUniforms(out, streamKey(seed, name), firstDraw, year);
  return out;
}

test("philox4x32(counter, key, out) gives the known answers", () => {
  // Random123, tests/kat_vectors, philox4x32 with 10 rounds.
  const known = [
    ["00000000 00000000 00000000 00000000", "00000000 00000000", "6627e8d5 e169c58d bc57ac4c 9b00dbd8"],
    ["ffffffff ffffffff ffffffff ffffffff", "ffffffff ffffffff", "408f276d 41c83b0e a20bc7c6 6d5451fd"],
    ["243f6a88 85a308d3 13198a2e 03707344", "a4093822 299f31d0", "d16cfe09 94fdcceb 5001e420 24126ea1"],
  ] as const;
  for (const [counter, key, answer] of known) {
    const out = new Uint32Array(4);
    philox4x32(words(counter), words(key), out);
    expect(out).toEqual(words(answer));
  }
});

test("philox4x32(counter, key, counter) may write over its counter", () => {
  const state = new Uint32Array(4);
  philox4x32(state, new Uint32Array(2), state);
  expect(state).toEqual(words("6627e8d5 e169c58d bc57ac4c 9b00dbd8"));
});

test("fillUniforms(out, key, firstDraw, year) takes 52 bits of the block of its draw", () => {
  const out = new Float64Array(2);
  fillUniforms(out, new Uint32Array(2), 0, 0);
  // From the first known answer: 0x6627e8d5e169c and 0xbc57ac4c9b00d, each plus a half, over 2⁵².
  expect(out[0]).toBe((0x6627e8d5e169c + 0.5) / 2 ** 52);
  expect(out[1]).toBe((0xbc57ac4c9b00d + 0.5) / 2 ** 52);
});

test("property: fillUniforms(out, key, firstDraw, year) does not depend on how draws are cut into blocks", () => {
  const whole = uniforms(7, "rain", 0, 300, 3);
  fc.assert(
    fc.property(fc.nat(299), fc.nat(300), (start, length) => {
      const end = Math.min(300, start + length);
      expect(uniforms(7, "rain", start, end - start, 3)).toEqual(whole.slice(start, end));
    }),
    { seed: 1, numRuns: 100 },
  );
});

test("fillUniforms(out, key, firstDraw, year) changes with seed, name, draw and year", () => {
  const first = (seed: number, name: string, draw: number, year: number) => uniforms(seed, name, draw, 1, year)[0];
  const variants = [
    first(1, "rain", 0, 0),
    first(2, "rain", 0, 0),
    first(1 + 2 ** 32, "rain", 0, 0),
    first(1, "wind", 0, 0),
    first(1, "rain ", 0, 0),
    first(1, "rain\u0000", 0, 0),
    first(1, "雨", 0, 0),
    first(1, "", 0, 0),
    first(1, "rain", 1, 0),
    first(1, "rain", 2 ** 33, 0),
    first(1, "rain", 0, 1),
    first(1, "a name of more than sixteen bytes", 0, 0),
    first(1, "a name of more than sixteen bytez", 0, 0),
  ];
  expect(new Set(variants).size).toBe(variants.length);
});

test("streamKey(seed, name) spreads: one changed letter or seed bit flips about half of the 64 bits", () => {
  const bits = (key: Uint32Array, other: Uint32Array) => {
    let count = 0;
    for (let i = 0; i < 2; i += 1) for (let x = key[i] ^ other[i]; x !== 0; x &= x - 1) count += 1;
    return count;
  };
  const base = streamKey(20, "assumption_17");
  const others = [
    ...Array.from({ length: 40 }, (_, i) => streamKey(20, `assumption_${i + 18}`)),
    ...Array.from({ length: 53 }, (_, i) => streamKey(i < 31 ? 20 ^ (1 << i) : 20 + 2 ** i, "assumption_17")),
  ];
  const flips = others.map((other) => bits(base, other));
  expect(Math.min(...flips)).toBeGreaterThan(14);
  // The mean of 93 counts has sd 4/√93 = .41.
  expect(Math.abs(flips.reduce((a, b) => a + b, 0) / flips.length - 32)).toBeLessThan(1.7);
});

test("streamKey(seed, name) gives no two of 20,000 names the same key", () => {
  const keys = new Set<string>();
  for (let i = 0; i < 10_000; i += 1) {
    keys.add(streamKey(1, `a${i}`).join());
    keys.add(streamKey(i + 2, "a").join());
  }
  expect(keys.size).toBe(20_000);
});

test("fillUniforms(out, key, firstDraw, year) is uniform and uncorrelated between neighbours, years and names", () => {
  const n = 65_536;
  const a = uniforms(1, "rain", 0, n);
  const correlation = (x: Float64Array, y: Float64Array) =>
    (12 / x.length) * x.reduce((sum, value, i) => sum + (value - 0.5) * (y[i] - 0.5), 0);
  const cells = new Float64Array(256);
  for (const u of a) cells[Math.floor(u * 256)] += 1;
  const chiSquare = cells.reduce((sum, count) => sum + (count - 256) ** 2 / 256, 0);
  // 255 degrees of freedom: mean 255, sd 22.6.
  expect(Math.abs(chiSquare - 255)).toBeLessThan(4 * 22.6);
  // Correlations have sd 1/√n = .0039.
  expect(Math.abs(correlation(a.slice(1), a.slice(0, -1)))).toBeLessThan(0.016);
  expect(Math.abs(correlation(a, uniforms(1, "rain", 0, n, 1)))).toBeLessThan(0.016);
  expect(Math.abs(correlation(a, uniforms(1, "wind", 0, n)))).toBeLessThan(0.016);
  expect(Math.abs(correlation(a, uniforms(2, "rain", 0, n)))).toBeLessThan(0.016);
});

test("streamKey and fillUniforms refuse what is not a whole number in range", () => {
  expect(() => streamKey(-1, "rain")).toThrow("streamKey: seed must be a whole number from 0 to 2^53 - 1; got -1");
  expect(() => streamKey(0.5, "rain")).toThrow(RangeError);
  const key = streamKey(1, "rain");
  expect(() => fillUniforms(new Float64Array(1), key, -1, 0)).toThrow(RangeError);
  expect(() => fillUniforms(new Float64Array(1), key, 0, 2 ** 32)).toThrow(RangeError);
});
