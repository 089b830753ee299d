import { normalQuantileCoefficients } from "../core/normal.ts";
import { emitLn } from "../wasm/emit-exp-ln.ts";
import { vectorLanes } from "../wasm/lanes.ts";
import type { CodeWriter, Local } from "../wasm/wasm-code.ts";
import { emitRational, nameVector } from "./emit-rational.ts";

// The same operations in the same order as `normalQuantile` in `src/core/normal.ts`: only then are the bits the same.

const { centre, inner, outer } = normalQuantileCoefficients;

/** Write the body of a function of one vector of two probabilities: it pushes their standard normal quantiles. */
export function emitNormalQuantile(code: CodeWriter): void {
  const p: Local = 0;
  const [q, z, isTail] = [code.local("v128"), code.local("v128"), code.local("v128")];
  code.get(p).f64x2(0.5).plain("f64x2.sub").set(q);
  code.f64x2(0.180625).get(q).get(q).plain("f64x2.mul", "f64x2.sub");
  const x = nameVector(code);
  code.get(q);
  emitRational(code, x, centre);
  code.plain("f64x2.mul").set(z);
  // What is NaN is handled as a tail, where it stays NaN.
  code.get(q).plain("f64x2.abs").f64x2(0.425).plain("f64x2.le", "v128.not").tee(isTail);
  code.plain("v128.any_true").branch(() => emitTails(code, p, q, z, isTail), null);
  code.get(z);
}

/** Replace z in the lanes whose probability lies in a tail. */
function emitTails(code: CodeWriter, p: Local, q: Local, z: Local, isTail: Local): void {
  const [isLow, tail, r, size, isFar] = Array.from({ length: 5 }, () => code.local("v128")) as [
    Local,
    Local,
    Local,
    Local,
    Local,
  ];
  code.get(q).f64x2(0).plain("f64x2.lt").set(isLow);
  code.get(p).f64x2(1).get(p).plain("f64x2.sub").get(isLow).plain("v128.bitselect").set(tail);
  code.get(tail);
  emitLn(code, vectorLanes);
  code.plain("f64x2.neg", "f64x2.sqrt").set(r);
  code.get(r).f64x2(1.6).plain("f64x2.sub");
  const nearX = nameVector(code);
  emitRational(code, nearX, inner);
  code.set(size);
  code.get(r).f64x2(5).plain("f64x2.gt").tee(isFar);
  code.plain("v128.any_true").branch(() => {
    code.get(r).f64x2(5).plain("f64x2.sub");
    const farX = nameVector(code);
    emitRational(code, farX, outer);
    code.get(size).get(isFar).plain("v128.bitselect").set(size);
    // At 0 and 1 the tail is empty, and ∞ ÷ ∞ is no number.
    code.f64x2(Number.POSITIVE_INFINITY).get(size);
    code.get(tail).f64x2(0).plain("f64x2.eq", "v128.bitselect").set(size);
  }, null);
  code.get(size).plain("f64x2.neg").get(size).get(isLow).plain("v128.bitselect");
  code.get(z).get(isTail).plain("v128.bitselect").set(z);
}
