import type { CodeWriter, MemoryInstruction, PlainInstruction, ValueType } from "./wasm-code.ts";

/** Operations on numbers, by what they are called in a program. */
export type NumberOperation = "+" | "-" | "*" | "/" | "min" | "max" | "negate" | "abs" | "sqrt" | "floor";

/** Comparisons of numbers, which give a mask. */
export type Comparison = "<" | "<=" | ">" | ">=" | "==" | "!=";

/**
 * What one register holds: two draws side by side, or one where the machine refuses vectors.
 *
 * Both write the same operations in the same order, so that both give the same bits. A mask is all ones or all zeros
 * in the lanes where a condition holds or not; bits are the 64-bit patterns of the numbers.
 */
export interface Lanes {
  readonly draws: 1 | 2;
  /** Bytes of one register in memory. */
  readonly bytes: number;
  readonly type: ValueType;
  readonly maskType: ValueType;
  readonly bitsType: ValueType;
  readonly load: MemoryInstruction;
  readonly store: MemoryInstruction;
  /** Loads one number for all lanes. */
  readonly loadUniform: MemoryInstruction;
  /** Loads a mask, kept in memory as eight bytes, for all lanes. */
  readonly loadUniformMask: MemoryInstruction;
  readonly operations: Readonly<Record<NumberOperation | Comparison, PlainInstruction>>;
  readonly masks: Readonly<Record<"and" | "or" | "not", PlainInstruction>>;
  /** From a mask give an i32 that is 0 unless it holds in all lanes; null where the mask is one itself. */
  readonly allHold: PlainInstruction | null;
  /** From [a, b, mask] choose a where the mask holds, else b. */
  readonly select: PlainInstruction;
  readonly addBits: PlainInstruction;
  readonly subtractBits: PlainInstruction;
  constant(code: CodeWriter, value: number): void;
  constantBits(code: CodeWriter, bits: bigint): void;
  /** From [a, b] give b where b < a, else a: not IEEE's minimum for NaN and −0. */
  pseudoMin(code: CodeWriter): void;
  /** From [a, b] give b where a < b, else a. */
  pseudoMax(code: CodeWriter): void;
  /** From [x] give IEEE's maximum of x and a number that is none of NaN. */
  atLeast(code: CodeWriter, bound: number): void;
  /** From [x] give IEEE's minimum of x and a number that is none of NaN. */
  atMost(code: CodeWriter, bound: number): void;
  toBits(code: CodeWriter): void;
  fromBits(code: CodeWriter): void;
  /** Shift the bits left, or right filling with zeros. */
  shiftBits(code: CodeWriter, direction: "left" | "right", count: number): void;
  /** Halve the low 32 bits as a signed integer, rounding down; what becomes of the high bits is left open. */
  halveLowWord(code: CodeWriter): void;
}

/** Two draws a register. */
export const vectorLanes: Lanes = {
  draws: 2,
  bytes: 16,
  type: "v128",
  maskType: "v128",
  bitsType: "v128",
  load: "v128.load",
  store: "v128.store",
  loadUniform: "v128.load64_splat",
  loadUniformMask: "v128.load64_splat",
  operations: {
    "+": "f64x2.add",
    "-": "f64x2.sub",
    "*": "f64x2.mul",
    "/": "f64x2.div",
    min: "f64x2.min",
    max: "f64x2.max",
    negate: "f64x2.neg",
    abs: "f64x2.abs",
    sqrt: "f64x2.sqrt",
    floor: "f64x2.floor",
    "<": "f64x2.lt",
    "<=": "f64x2.le",
    ">": "f64x2.gt",
    ">=": "f64x2.ge",
    "==": "f64x2.eq",
    "!=": "f64x2.ne",
  },
  masks: { and: "v128.and", or: "v128.or", not: "v128.not" },
  allHold: "i64x2.all_true",
  select: "v128.bitselect",
  addBits: "i64x2.add",
  subtractBits: "i64x2.sub",
  constant: (code, value) => code.f64x2(value),
  constantBits: (code, bits) => code.i64x2(bits),
  pseudoMin: (code) => code.plain("f64x2.pmin"),
  pseudoMax: (code) => code.plain("f64x2.pmax"),
  atLeast: (code, bound) => {
    code.f64x2(bound).plain("f64x2.pmax");
    // −0 is not below 0, so it is still there; adding 0 turns it into 0 and nothing else into anything.
    if (Object.is(bound, 0)) code.f64x2(0).plain("f64x2.add");
  },
  atMost: (code, bound) => code.f64x2(bound).plain(Object.is(bound, -0) ? "f64x2.min" : "f64x2.pmin"),
  toBits: () => {},
  fromBits: () => {},
  shiftBits: (code, direction, count) => code.i32(count).plain(direction === "left" ? "i64x2.shl" : "i64x2.shr_u"),
  halveLowWord: (code) => code.i32(1).plain("i32x4.shr_s"),
};

/** One draw a register, for machines without vectors. */
export const scalarLanes: Lanes = {
  draws: 1,
  bytes: 8,
  type: "f64",
  maskType: "i32",
  bitsType: "i64",
  load: "f64.load",
  store: "f64.store",
  loadUniform: "f64.load",
  loadUniformMask: "i32.load",
  operations: {
    "+": "f64.add",
    "-": "f64.sub",
    "*": "f64.mul",
    "/": "f64.div",
    min: "f64.min",
    max: "f64.max",
    negate: "f64.neg",
    abs: "f64.abs",
    sqrt: "f64.sqrt",
    floor: "f64.floor",
    "<": "f64.lt",
    "<=": "f64.le",
    ">": "f64.gt",
    ">=": "f64.ge",
    "==": "f64.eq",
    "!=": "f64.ne",
  },
  masks: { and: "i32.and", or: "i32.or", not: "i32.eqz" },
  allHold: null,
  select: "select",
  addBits: "i64.add",
  subtractBits: "i64.sub",
  constant: (code, value) => code.f64(value),
  constantBits: (code, bits) => code.i64(bits),
  pseudoMin: (code) => selectSecond(code, "f64.lt"),
  pseudoMax: (code) => selectSecond(code, "f64.gt"),
  atLeast: (code, bound) => code.f64(bound).plain("f64.max"),
  atMost: (code, bound) => code.f64(bound).plain("f64.min"),
  toBits: (code) => code.plain("i64.reinterpret_f64"),
  fromBits: (code) => code.plain("f64.reinterpret_i64"),
  shiftBits: (code, direction, count) => code.i64(BigInt(count)).plain(direction === "left" ? "i64.shl" : "i64.shr_u"),
  halveLowWord: (code) => code.plain("i64.extend32_s").i64(1n).plain("i64.shr_s"),
};

/** From [a, b] give b where the comparison of b with a holds, else a. */
function selectSecond(code: CodeWriter, comparison: "f64.lt" | "f64.gt"): void {
  const [a, b] = [code.local("f64"), code.local("f64")];
  code.set(b).set(a).get(b).get(a).get(b).get(a).plain(comparison, "select");
}
