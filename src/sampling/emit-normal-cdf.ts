import { normalCdfCoefficients, normalCdfReach } from "../core/normal.ts";
import type { CodeWriter, Local } from "../wasm/wasm-code.ts";
import { emitRational, nameVector } from "./emit-rational.ts";
import { highestUniform, lowestUniform } from "./uniform-of-score.ts";

// The same operations in the same order as `normalCdf` in `src/core/normal.ts`: only then are the bits the same.

const inverseSqrtTwoPi = 0.3989422804014327;
const { bulk, shoulder, far } = normalCdfCoefficients;

/**
 * Write the body of a function of one vector of two normal scores: it pushes the uniform numbers that have them, as
 * `uniformOfScore` does.
 *
 * @param exp - number of the function of one vector that gives exponentials.
 */
export function emitUniformOfScore(code: CodeWriter, exp: number): void {
  const x: Local = 0;
  const result = code.local("v128");
  const isTail = code.local("v128");
  code.get(x).get(x).plain("f64x2.mul");
  const square = nameVector(code);
  code.f64x2(0.5).get(x);
  emitRational(code, square, bulk);
  code.plain("f64x2.mul", "f64x2.add").set(result);
  code.get(x).plain("f64x2.abs");
  const size = nameVector(code);
  // What is NaN is handled as a tail, where it stays NaN.
  code.get(size).f64x2(normalCdfReach.bulk).plain("f64x2.le", "v128.not").tee(isTail);
  code.plain("v128.any_true").branch(() => {
    emitUpperTail(code, size, exp);
    const tail = nameVector(code);
    code.get(tail).f64x2(1).get(tail).plain("f64x2.sub").get(x).f64x2(0).plain("f64x2.lt", "v128.bitselect");
    code.get(result).get(isTail).plain("v128.bitselect").set(result);
  }, null);
  code.f64x2(lowestUniform).f64x2(highestUniform).get(result).plain("f64x2.min", "f64x2.max");
}

/** Push P(Z > x) of a vector of sizes that lie beyond the bulk. */
function emitUpperTail(code: CodeWriter, x: Local, exp: number): void {
  emitGaussian(code, x, exp);
  const gaussian = nameVector(code);
  code.get(gaussian);
  emitRational(code, x, shoulder);
  code.plain("f64x2.mul");
  const tail = nameVector(code);
  const isNear = code.local("v128");
  code.get(x).f64x2(normalCdfReach.shoulder).plain("f64x2.le").tee(isNear);
  code.plain("v128.not", "v128.any_true").branch(() => {
    code.f64x2(1).get(x).get(x).plain("f64x2.mul", "f64x2.div");
    const inverse = nameVector(code);
    code.get(gaussian).f64x2(inverseSqrtTwoPi).get(inverse);
    emitRational(code, inverse, far);
    code.plain("f64x2.mul", "f64x2.sub", "f64x2.mul").get(x).plain("f64x2.div");
    const farTail = nameVector(code);
    code.get(tail);
    code.f64x2(0).get(farTail).get(x).f64x2(normalCdfReach.far).plain("f64x2.gt", "v128.bitselect");
    code.get(isNear).plain("v128.bitselect").set(tail);
  }, null);
  code.get(tail);
}

/** Push exp(−x²/2), the square split as in `gaussian`. */
function emitGaussian(code: CodeWriter, x: Local, exp: number): void {
  code.get(x).f64x2(16).plain("f64x2.mul", "f64x2.trunc").f64x2(0.0625).plain("f64x2.mul");
  const coarse = nameVector(code);
  code.f64x2(-0.5).get(coarse).plain("f64x2.mul").get(coarse).plain("f64x2.mul").call(exp);
  code.f64x2(-0.5).get(x).get(coarse).plain("f64x2.sub", "f64x2.mul");
  code.get(x).get(coarse).plain("f64x2.add", "f64x2.mul").call(exp);
  code.plain("f64x2.mul");
}
