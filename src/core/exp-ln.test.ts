import { expect, test } from "vitest";
import { exp, ln } from "./exp-ln.ts";

const view = new DataView(new ArrayBuffer(8));

/** Numbers in order of size as consecutive integers, so that a difference counts units in the last place. */
function ordinal(x: number): bigint {
  view.setFloat64(0, x);
  const bits = view.getBigInt64(0);
  return bits < 0n ? -(bits & 0x7fffffffffffffffn) : bits;
}

function ulpsApart(a: number, b: number): number {
  if (Object.is(a, b)) return 0;
  if (Number.isNaN(a) || Number.isNaN(b)) return Infinity;
  const distance = ordinal(a) - ordinal(b);
  return Number(distance < 0n ? -distance : distance);
}

/** A generator for test points only: 32-bit linear congruential, in [0, 1). */
function points(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return (state >>> 0) / 4294967296;
  };
}

const fractionBits = 256n;
const one = 1n << fractionBits;

/** The exact value of a double in fixed point with 256 fractional bits; needs |x| ≥ 2⁻²⁰⁰ or 0. */
function fixed(x: number): bigint {
  let scaled = x;
  let shift = 0n;
  while (!Number.isInteger(scaled)) {
    scaled *= 2;
    shift += 1n;
  }
  return (BigInt(scaled) << fractionBits) >> shift;
}

/** eˣ in fixed point by its Taylor series, for |x| < 8: exact to about 2⁻²⁴⁰. */
function exactExp(x: number): bigint {
  const argument = fixed(x);
  let term = one;
  let sum = one;
  for (let n = 1n; term !== 0n && n < 400n; n += 1n) {
    term = (term * argument) / (n * one);
    sum += term;
  }
  return sum;
}

/** The error of `computed` in units of its last place, given the exact value in fixed point. */
function ulpError(computed: number, exact: bigint): number {
  const error = fixed(computed) - exact;
  const ulp = 2 ** (Math.floor(Math.log2(Math.abs(computed))) - 52);
  return Number(((error < 0n ? -error : error) * 1000n) / fixed(ulp)) / 1000;
}

test("exp(x) has the edge values of IEEE arithmetic", () => {
  expect(exp(0)).toBe(1);
  expect(exp(-0)).toBe(1);
  expect(exp(710)).toBe(Infinity);
  expect(exp(709.782712893384)).toBeLessThan(Infinity);
  expect(exp(Infinity)).toBe(Infinity);
  expect(exp(-Infinity)).toBe(0);
  expect(exp(-745.13)).toBe(5e-324);
  expect(exp(-745.14)).toBe(0);
  expect(exp(Number.NaN)).toBeNaN();
});

test("ln(x) has the edge values of IEEE arithmetic", () => {
  expect(ln(1)).toBe(0);
  expect(ln(0)).toBe(-Infinity);
  expect(ln(-0)).toBe(-Infinity);
  expect(ln(-1)).toBeNaN();
  expect(ln(-Infinity)).toBeNaN();
  expect(ln(Infinity)).toBe(Infinity);
  expect(ln(Number.NaN)).toBeNaN();
  // ln of the smallest denormal is −1074 ln 2.
  expect(ulpsApart(ln(5e-324), -744.4400719213812)).toBeLessThanOrEqual(1);
  expect(ulpsApart(ln(Number.MAX_VALUE), 709.782712893384)).toBeLessThanOrEqual(1);
});

test("exp(x) is within 1 ulp of the exact value (Taylor series in rational arithmetic)", () => {
  for (const x of [1, -1, 0.5, -0.34657359, 0.34657359, 2 ** -30, -(2 ** -12), Math.PI, 5.4321, -4.75, 7.9]) {
    expect(ulpError(exp(x), exactExp(x)), `exp(${x})`).toBeLessThan(1);
  }
});

test("ln(x) is within 1 ulp of the exact value (e to the power of the result, in rational arithmetic)", () => {
  for (const x of [2, 0.5, 3, 10, 0.7, 0.7072, 1.4143, 1.0001, 0.9999, 1 + 2 ** -30, 1234.5, 1 / 3]) {
    const result = ln(x);
    // x = e^(y + d), so the error d = x / e^y − 1 up to d²/2.
    const ratio = (fixed(x) * one) / exactExp(result);
    const error = Number(((ratio - one) * 1000000n) / fixed(2 ** (Math.floor(Math.log2(Math.abs(result))) - 52))) / 1e6;
    expect(Math.abs(error), `ln(${x})`).toBeLessThan(1);
  }
});

test("exp(x) and ln(x) are within 1 ulp of the engine's Math on a million points", () => {
  const next = points(1);
  let worstExp = 0;
  let worstLn = 0;
  for (let i = 0; i < 500_000; i += 1) {
    const width = i % 3 === 0 ? 1480 : i % 3 === 1 ? 60 : 2;
    const x = (next() - 0.5) * width;
    const y = i % 2 === 0 ? Math.exp((next() - 0.5) * 1488) : 0.5 + 1.5 * next();
    worstExp = Math.max(worstExp, exp(x) === Math.exp(x) ? 0 : ulpsApart(exp(x), Math.exp(x)));
    worstLn = Math.max(worstLn, ln(y) === Math.log(y) ? 0 : ulpsApart(ln(y), Math.log(y)));
  }
  expect(worstExp).toBeLessThanOrEqual(1);
  expect(worstLn).toBeLessThanOrEqual(1);
});

test("exp(x) and ln(x) are right at denormals, at powers of two and beside 1", () => {
  const next = points(2);
  for (let i = 0; i < 2000; i += 1) {
    const denormal = (1 + Math.floor(next() * 2 ** 40)) * 5e-324;
    expect(ulpsApart(ln(denormal), Math.log(denormal))).toBeLessThanOrEqual(1);
    const small = -708 - 37 * next();
    expect(ulpsApart(exp(small), Math.exp(small))).toBeLessThanOrEqual(1);
  }
  for (let k = -1074; k <= 1023; k += 1) {
    expect(ulpsApart(ln(2 ** k), Math.log(2 ** k))).toBeLessThanOrEqual(1);
  }
  for (let k = 1; k <= 52; k += 1) {
    expect(ulpsApart(ln(1 + 2 ** -k), Math.log1p(2 ** -k))).toBeLessThanOrEqual(1);
    expect(ulpsApart(ln(1 - 2 ** -k), Math.log1p(-(2 ** -k)))).toBeLessThanOrEqual(1);
    expect(ulpsApart(exp(2 ** -k), Math.exp(2 ** -k))).toBeLessThanOrEqual(1);
  }
});
