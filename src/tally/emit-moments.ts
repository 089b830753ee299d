import { CodeWriter, type Local } from "../wasm/wasm-code.ts";

// The same operations in the same order as `moments` in `src/core/moments.ts`, on two rows side by side: a row waits
// for its own last sum, so that two cost no more than one.

const numberBytes = 8;

/** Parameters of the function that {@link emitMoments} writes. */
export const momentParameters = ["i32", "i32", "i32", "f64", "i32"] as const;

/**
 * Write the function `(first, second, end, count, out)`: the moments of two rows of numbers.
 *
 * It reads `first` up to `end` and as many numbers from `second`, and writes the two means, then the two sums of squared
 * deviations. Both are no numbers where one of a row's is not finite.
 */
export function emitMoments(): CodeWriter {
  const code = new CodeWriter(momentParameters.length);
  const [first, second, end, count, out] = [0, 1, 2, 3, 4] as const;
  const [place, other] = [code.local("i32"), code.local("i32")];
  const [value, mean] = [code.local("v128"), code.local("v128")];
  const eachPair = (body: () => void) => {
    code.get(first).set(place).get(second).set(other);
    code.loop(() => {
      code.get(place).memory("v128.load64_splat", 0).get(other).memory("f64.load", 0).replaceHalf(1).set(value);
      body();
      code.advance(other, numberBytes).advance(place, numberBytes).get(place).get(end).plain("i32.ne");
    });
  };
  const sum = emitSum(code, value, eachPair);
  code.get(sum).get(count).plain("f64x2.splat", "f64x2.div").set(mean);
  code.get(out).get(mean).memory("v128.store", 0);
  const squares = code.local("v128");
  code.f64x2(0).set(squares);
  eachPair(() => {
    code.get(value).get(mean).plain("f64x2.sub").tee(value).get(value).plain("f64x2.mul");
    code.get(squares).plain("f64x2.add").set(squares);
  });
  code
    .get(out)
    .get(squares)
    .memory("v128.store", 2 * numberBytes);
  return code;
}

/** Write the sum that carries along what rounding takes from it. @returns the local that holds it. */
function emitSum(code: CodeWriter, value: Local, eachPair: (body: () => void) => void): Local {
  const [sum, lost, next, isLarger] = Array.from({ length: 4 }, () => code.local("v128")) as [
    Local,
    Local,
    Local,
    Local,
  ];
  // −0 is what changes no number that is added to it.
  code.f64x2(-0).set(sum).f64x2(0).set(lost);
  eachPair(() => {
    code.get(sum).get(value).plain("f64x2.add").set(next);
    code.get(sum).plain("f64x2.abs").get(value).plain("f64x2.abs", "f64x2.ge").set(isLarger);
    // The larger of the two less the sum, and the smaller.
    code.get(sum).get(value).get(isLarger).plain("v128.bitselect").get(next).plain("f64x2.sub");
    code.get(value).get(sum).get(isLarger).plain("v128.bitselect", "f64x2.add");
    code.get(lost).plain("f64x2.add").set(lost).get(next).set(sum);
  });
  code.get(sum).get(lost).plain("f64x2.add").set(sum);
  return sum;
}

/** Write the function `(from, end, to) → end of what is written`: copy the finite ones of some numbers. */
export function emitFiniteValues(): CodeWriter {
  const code = new CodeWriter(3);
  const [from, end, to] = [0, 1, 2] as const;
  const value = code.local("f64");
  code.loop(() => {
    code.get(to).get(from).memory("f64.load", 0).tee(value).memory("f64.store", 0);
    // x − x is 0 for finite numbers only; the next number overwrites one that does not count.
    code.get(value).get(value).plain("f64.sub").f64(0).plain("f64.eq").i32(3).plain("i32.shl");
    code.get(to).plain("i32.add").set(to);
    code.advance(from, numberBytes).get(from).get(end).plain("i32.ne");
  });
  return code.get(to);
}
