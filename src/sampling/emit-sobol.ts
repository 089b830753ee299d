import type { CodeWriter, Local } from "../wasm/wasm-code.ts";

// The same words as `fillSobol` in `sobol.ts`, which says where they come from.

const numberBytes = 8;

/** Constants of one step of the hash: x ^= x × multiplier. */
const hashMultipliers = [0x6c50b47c, 0xb82f1e52, 0xc7afe638, 0x8d22f6e6] as const;

const mirrorSteps = [
  [1, 0x55555555],
  [2, 0x33333333],
  [4, 0x0f0f0f0f],
  [8, 0x00ff00ff],
] as const;

/**
 * Write the body of the function that fills a row with one coordinate of consecutive points.
 *
 * Its parameters are the addresses of the row's start and end, the first point's word, the seed of its scrambling, the
 * number of the first point, all of type i32.
 *
 * @param directions - address of the dimension's 32 direction words.
 */
export function emitSobol(code: CodeWriter, directions: number): void {
  const [row, end, word, seed, point]: [Local, Local, Local, Local, Local] = [0, 1, 2, 3, 4];
  const x = code.local("i32");
  code.loop(() => {
    code.get(word).set(x);
    mirror(code, x);
    code.get(x).get(seed).plain("i32.add").set(x);
    for (const multiplier of hashMultipliers) {
      code
        .get(x)
        .get(x)
        .i32(multiplier | 0)
        .plain("i32.mul", "i32.xor")
        .set(x);
    }
    mirror(code, x);
    code.get(row).get(x).plain("f64.convert_i32_u").f64(0.5).plain("f64.add");
    code
      .f64(2 ** -32)
      .plain("f64.mul")
      .memory("f64.store", 0);
    // The next Gray code differs in the lowest set bit of the next point's number.
    code.advance(point, 1);
    code.get(word).get(point).plain("i32.ctz").i32(2).plain("i32.shl");
    code.memory("i32.load", directions).plain("i32.xor").set(word);
    code.advance(row, numberBytes).get(row).get(end).plain("i32.ne");
  });
}

/** Reverse the bits of a word. */
function mirror(code: CodeWriter, x: Local): void {
  for (const [shift, mask] of mirrorSteps) {
    code.get(x).i32(shift).plain("i32.shr_u").i32(mask).plain("i32.and");
    code.get(x).i32(mask).plain("i32.and").i32(shift).plain("i32.shl", "i32.or").set(x);
  }
  code.get(x).i32(16).plain("i32.shr_u").get(x).i32(16).plain("i32.shl", "i32.or").set(x);
}
