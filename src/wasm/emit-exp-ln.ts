import type { Lanes, NumberOperation } from "./lanes.ts";
import type { CodeWriter, Local } from "./wasm-code.ts";

// The same operations in the same order as `src/core/exp-ln.ts`, which says where they come from: only then are the
// bits the same. Exact operations may differ: powers of two are made from their bits instead of read from a table.

const ln2High = 0.6931471803691238;
const ln2Low = 1.9082149292705877e-10;
const roundingShift = 6755399441055744;
const smallestNormal = 2.2250738585072014e-308;
const twoTo54 = 18014398509481984;
/** Up to here eˣ and e⁻ˣ, and the powers of two in them, are normal numbers. */
const largestPlainPower = 708;
/** Exponent field of 1. */
const bias = 1023n;
/** Added to a number's bits, carries into the exponent when the mantissa is above √2. */
const carryAboveSqrt2 = 0x95f62n << 32n;
/** Bits of 2⁵²: a small whole number added to them is the mantissa. */
const twoTo52Bits = 0x4330000000000000n;
const twoTo52 = 4503599627370496;

/**
 * Writes arithmetic on registers of draws.
 *
 * A sum or product with a constant has the constant second: the same to the last bit, and machines take the second
 * from memory for nothing.
 */
class Arithmetic {
  readonly code: CodeWriter;
  readonly lanes: Lanes;

  constructor(code: CodeWriter, lanes: Lanes) {
    this.code = code;
    this.lanes = lanes;
  }

  number(value: number): this {
    this.lanes.constant(this.code, value);
    return this;
  }

  get(...locals: Local[]): this {
    for (const local of locals) this.code.get(local);
    return this;
  }

  apply(...operations: NumberOperation[]): this {
    for (const operation of operations) this.code.plain(this.lanes.operations[operation]);
    return this;
  }

  /** Name the value on the stack. */
  name(): Local {
    const local = this.code.local(this.lanes.type);
    this.code.set(local);
    return local;
  }

  /** c₀ + x (c₁ + x (c₂ + …)). */
  polynomial(x: Local, coefficients: readonly number[]): this {
    const [last, ...others] = [...coefficients].reverse() as [number, ...number[]];
    const [second, ...first] = others as [number, ...number[]];
    this.get(x).number(last).apply("*").number(second).apply("+");
    for (const c of first) this.get(x).apply("*").number(c).apply("+");
    return this;
  }
}

/** Replace the number on the stack by its exponential, as `exp` in `src/core/exp-ln.ts` does. */
export function emitExp(code: CodeWriter, lanes: Lanes): void {
  const write = new Arithmetic(code, lanes);
  write.number(-746);
  lanes.pseudoMax(code);
  write.number(710);
  lanes.pseudoMin(code);
  emitScaling(code, lanes, emitMantissa(write));
}

/** Push the mask of the numbers whose exponential {@link emitPlainExp} computes. */
export function emitIsPlainForExp(code: CodeWriter, lanes: Lanes, x: Local): void {
  new Arithmetic(code, lanes).get(x).apply("abs").number(largestPlainPower);
  code.plain(lanes.operations["<="]);
}

/** Replace a number on the stack that is at most 708 from 0 by its exponential: the same bits with fewer operations. */
export function emitPlainExp(code: CodeWriter, lanes: Lanes): void {
  const shifted = emitMantissa(new Arithmetic(code, lanes));
  // Neither 2ᵏ nor the result is a denormal number, so one scaling is exact.
  code.get(shifted);
  lanes.toBits(code);
  emitPowerOfTwo(code, lanes);
}

/** Replace the number x on the stack by eˣ ÷ 2ᵏ. @returns a number whose low bits are the whole number k. */
function emitMantissa(write: Arithmetic): Local {
  const bounded = write.name();
  // The low bits of x log₂e + 1.5 × 2⁵² are the whole number k.
  const shifted = write.get(bounded).number(Math.LOG2E).apply("*").number(roundingShift).apply("+").name();
  const k = write.get(shifted).number(roundingShift).apply("-").name();
  const high = write.get(bounded, k).number(ln2High).apply("*", "-").name();
  const low = write.get(k).number(ln2Low).apply("*").name();
  const r = write.get(high, low).apply("-").name();
  const r2 = write.get(r, r).apply("*").name();
  write.polynomial(
    r2,
    [0.500000000000001, 0.041666666666535485, 0.0013888888942404404, 2.480149423982634e-5, 2.762987637616837e-7],
  );
  const even = write.name();
  write.polynomial(
    r2,
    [0.1666666666666642, 0.008333333333493086, 0.00019841269506704014, 2.755758809536058e-6, 2.4999080593183245e-8],
  );
  write.get(r).apply("*").get(even).apply("+").get(r2).apply("*");
  write.get(low).apply("-").get(high).apply("+").number(1).apply("+");
  return shifted;
}

/** Multiply the number on the stack by 2ᵏ in two exact steps, k being the low bits of `shifted`. */
function emitScaling(code: CodeWriter, lanes: Lanes, shifted: Local): void {
  const [power, half] = [code.local(lanes.bitsType), code.local(lanes.bitsType)];
  code.get(shifted);
  lanes.toBits(code);
  code.tee(power);
  lanes.halveLowWord(code);
  code.tee(half);
  emitPowerOfTwo(code, lanes);
  code.get(power).get(half).plain(lanes.subtractBits);
  emitPowerOfTwo(code, lanes);
}

/** From [number, bits] give the number times 2ᵏ, k being the low bits. */
function emitPowerOfTwo(code: CodeWriter, lanes: Lanes): void {
  // The twelve bits that stay are the exponent and a sign of 0, whatever stood above them.
  lanes.constantBits(code, bias);
  code.plain(lanes.addBits);
  lanes.shiftBits(code, "left", 52);
  lanes.fromBits(code);
  code.plain(lanes.operations["*"]);
}

/** Replace the number on the stack by its natural logarithm, as `ln` in `src/core/exp-ln.ts` does. */
export function emitLn(code: CodeWriter, lanes: Lanes): void {
  const write = new Arithmetic(code, lanes);
  const x = write.name();
  const isDenormal = code.local(lanes.maskType);
  write.get(x).number(smallestNormal);
  code.plain(lanes.operations["<"]).set(isDenormal);
  write.get(x).number(twoTo54).apply("*").get(x, isDenormal);
  code.plain(lanes.select);
  const { exponent, mantissa } = emitSplit(code, lanes);
  write.get(exponent).number(54).apply("-").get(exponent, isDenormal);
  code.plain(lanes.select);
  emitLogarithm(write, write.name(), mantissa);
  emitEdges(write, x);
}

/** Push the mask of the numbers whose logarithm {@link emitPlainLn} computes: those that are normal and positive. */
export function emitIsPlainForLn(code: CodeWriter, lanes: Lanes, x: Local): void {
  const write = new Arithmetic(code, lanes);
  write.get(x).number(smallestNormal);
  code.plain(lanes.operations[">="]);
  write.get(x).number(Number.POSITIVE_INFINITY);
  code.plain(lanes.operations["<"], lanes.masks.and);
}

/** Replace a normal positive number on the stack by its logarithm: the same bits with fewer operations. */
export function emitPlainLn(code: CodeWriter, lanes: Lanes): void {
  const { exponent, mantissa } = emitSplit(code, lanes);
  emitLogarithm(new Arithmetic(code, lanes), exponent, mantissa);
}

/** Push the logarithm of 2ᵏ times the mantissa. */
function emitLogarithm(write: Arithmetic, k: Local, mantissa: Local): void {
  const f = write.get(mantissa).number(1).apply("-").name();
  const halfSquare = write.get(f).number(0.5).apply("*").get(f).apply("*").name();
  const s = write.get(f, f).number(2).apply("+", "/").name();
  const s2 = write.get(s, s).apply("*").name();
  const s4 = write.get(s2, s2).apply("*").name();
  write.polynomial(s4, [0.6666666666666698, 0.2857142870343897, 0.18183391139722344, 0.1475704678890818]);
  const even = write.name();
  write.polynomial(s4, [0.3999999999961342, 0.22222202190934548, 0.15318182350694337]);
  write.get(s2).apply("*").get(even).apply("+").get(s2).apply("*").get(halfSquare).apply("+").get(s).apply("*");
  write.get(k).number(ln2Low).apply("*", "+");
  const series = write.name();
  write.get(k).number(ln2High).apply("*").get(halfSquare, series).apply("-").get(f).apply("-", "-");
}

/** Split the positive number on the stack into 2ᵏ (1 + f) with 1 + f in [√½, √2). */
function emitSplit(code: CodeWriter, lanes: Lanes): { exponent: Local; mantissa: Local } {
  const [bits, biased] = [code.local(lanes.bitsType), code.local(lanes.bitsType)];
  const [exponent, mantissa] = [code.local(lanes.type), code.local(lanes.type)];
  lanes.toBits(code);
  code.tee(bits);
  lanes.constantBits(code, carryAboveSqrt2);
  code.plain(lanes.addBits);
  lanes.shiftBits(code, "right", 52);
  code.tee(biased);
  lanes.constantBits(code, twoTo52Bits);
  code.plain(lanes.addBits);
  lanes.fromBits(code);
  lanes.constant(code, twoTo52 + Number(bias));
  code.plain(lanes.operations["-"]).set(exponent);
  code.get(bits).get(biased);
  lanes.constantBits(code, bias);
  code.plain(lanes.subtractBits);
  lanes.shiftBits(code, "left", 52);
  code.plain(lanes.subtractBits);
  lanes.fromBits(code);
  code.set(mantissa);
  return { exponent, mantissa };
}

/** Replace the logarithm on the stack where x is not a positive number below infinity. */
function emitEdges(write: Arithmetic, x: Local): void {
  const { code, lanes } = write;
  const { operations, select } = lanes;
  const y = write.name();
  write.number(Number.POSITIVE_INFINITY).get(y, x).number(Number.POSITIVE_INFINITY);
  code.plain(operations["=="], select);
  write.number(Number.NEGATIVE_INFINITY).number(Number.NaN).get(x).number(0);
  code.plain(operations["=="], select);
  write.get(x).number(0);
  code.plain(operations[">"], select);
}
