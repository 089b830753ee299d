import type { CodeWriter, Local } from "../wasm/wasm-code.ts";

// The same words as `philox4x32` in `src/core/philox.ts`, which says where they come from.

const multiplier0 = 0xd2511f53n;
const multiplier1 = 0xcd9e8d57n;
const keyStep0 = 0x9e3779b9 | 0;
const keyStep1 = 0xbb67ae85 | 0;
const rounds = 10;

/** Locals of the four words of a counter, lowest first; of type i32. */
export type Words = readonly [Local, Local, Local, Local];

/** Write Philox 4x32-10: replace the words of a counter by random ones. */
export function emitPhilox(code: CodeWriter, words: Words, key: readonly [Local, Local]): void {
  const [c0, c1, c2, c3] = words;
  const [k0, k1] = [code.local("i32"), code.local("i32")];
  const [product0, product1] = [code.local("i64"), code.local("i64")];
  code.get(key[0]).set(k0).get(key[1]).set(k1);
  for (let round = 0; round < rounds; round++) {
    code.get(c0).plain("i64.extend_i32_u").i64(multiplier0).plain("i64.mul").set(product0);
    code.get(c2).plain("i64.extend_i32_u").i64(multiplier1).plain("i64.mul").set(product1);
    highWord(code, product1);
    code.get(c1).plain("i32.xor").get(k0).plain("i32.xor").set(c0);
    highWord(code, product0);
    code.get(c3).plain("i32.xor").get(k1).plain("i32.xor").set(c2);
    code.get(product1).plain("i32.wrap_i64").set(c1);
    code.get(product0).plain("i32.wrap_i64").set(c3);
    if (round < rounds - 1) code.advance(k0, keyStep0).advance(k1, keyStep1);
  }
}

/** Push the uniform number that two words make: the middle of one of 2⁵² equal cells of (0, 1). */
export function emitUniform(code: CodeWriter, high: Local, low: Local): void {
  code.get(high).plain("i64.extend_i32_u").i64(20n).plain("i64.shl");
  code.get(low).i32(12).plain("i32.shr_u").plain("i64.extend_i32_u");
  code.plain("i64.or", "f64.convert_i64_u").f64(0.5).plain("f64.add");
  code.f64(2 ** -52).plain("f64.mul");
}

function highWord(code: CodeWriter, product: Local): void {
  code.get(product).i64(32n).plain("i64.shr_u", "i32.wrap_i64");
}
