/**
 * Exponential and logarithm of our own, so that results do not hang on an engine's `Math`.
 *
 * Both use only + − × ÷, comparisons and exact powers of two, each operation rounded once and in the order written,
 * so another back end that does the same operations in the same order gives the same bits. The parentheses count.
 */

/** ln 2 in two parts: the first has 21 trailing zero bits, so that an exponent times it is exact (Cody–Waite). */
const ln2High = 0.6931471803691238;
const ln2Low = 1.9082149292705877e-10;
/** 1.5 × 2⁵²: adding and subtracting it rounds a small number to the nearest integer, ties to even. */
const roundingShift = 6755399441055744;

const smallestNormal = 2.2250738585072014e-308;
const twoTo54 = 18014398509481984;

const lowestPower = -1050;
/** powersOfTwo[k − lowestPower] = 2ᵏ, exact. */
const powersOfTwo = Float64Array.from({ length: 2100 }, (_, place) => 2 ** (place + lowestPower));

/** One number and its bits. Scratch of `ln`, written before it is read in every call. */
const scratch = new Float64Array(1);
const scratchWords = new Int32Array(scratch.buffer);
const highWord = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? 1 : 0;
/** Added to a number's high word, carries into the exponent when the mantissa is above √2 (0x3ff00000 − 0x3fe6a09e). */
const carryAboveSqrt2 = 0x95f62;

/**
 * Compute eˣ.
 *
 * x = k ln 2 + r with |r| ≤ ½ ln 2, then a minimax polynomial of degree 11 in r, then two exact scalings by powers
 * of two, of which the second rounds denormals. Largest error measured: 0.84 ulp.
 *
 * @param x - any number; 709.79 and above give Infinity, −745.14 and below 0, NaN gives NaN.
 * @see Cody & Waite (1980), Software Manual for the Elementary Functions; coefficients by Remez exchange.
 */
export function exp(x: number): number {
  // Beyond these bounds the scaling overflows to Infinity or underflows to 0 by itself.
  const bounded = x < -746 ? -746 : x > 710 ? 710 : x;
  const k = bounded * Math.LOG2E + roundingShift - roundingShift;
  const high = bounded - k * ln2High;
  const low = k * ln2Low;
  const r = high - low;
  const r2 = r * r;
  const even =
    0.500000000000001 +
    r2 *
      (0.041666666666535485 + r2 * (0.0013888888942404404 + r2 * (2.480149423982634e-5 + r2 * 2.762987637616837e-7)));
  const odd =
    0.1666666666666642 +
    r2 *
      (0.008333333333493086 + r2 * (0.00019841269506704014 + r2 * (2.755758809536058e-6 + r2 * 2.4999080593183245e-8)));
  const mantissa = 1 + (high + (r2 * (even + r * odd) - low));
  const power = k | 0;
  const half = power >> 1;
  return mantissa * powersOfTwo[half - lowestPower] * powersOfTwo[power - half - lowestPower];
}

/**
 * Compute the natural logarithm of x.
 *
 * x = 2ᵏ (1 + f) with 1 + f in [√½, √2), then ln(1 + f) by a minimax polynomial in s² with s = f/(2 + f).
 * Largest error measured: 0.84 ulp.
 *
 * @param x - any number; 0 gives −Infinity, a negative number NaN, Infinity itself, NaN itself.
 * @see Cody & Waite (1980), Software Manual for the Elementary Functions; coefficients by Remez exchange.
 */
export function ln(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : Number.NaN;
  if (x === Infinity) return Infinity;
  const isDenormal = x < smallestNormal;
  const normal = isDenormal ? x * twoTo54 : x;
  scratch[0] = normal;
  const exponent = ((scratchWords[highWord] + carryAboveSqrt2) >> 20) - 1023;
  const k = isDenormal ? exponent - 54 : exponent;
  const f = normal * powersOfTwo[-exponent - lowestPower] - 1;
  const halfSquare = 0.5 * f * f;
  const s = f / (2 + f);
  const s2 = s * s;
  const s4 = s2 * s2;
  const even = 0.6666666666666698 + s4 * (0.2857142870343897 + s4 * (0.18183391139722344 + s4 * 0.1475704678890818));
  const odd = 0.3999999999961342 + s4 * (0.22222202190934548 + s4 * 0.15318182350694337);
  const series = s2 * (even + s2 * odd);
  return k * ln2High - (halfSquare - (s * (halfSquare + series) + k * ln2Low) - f);
}
