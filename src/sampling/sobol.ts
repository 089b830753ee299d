import { sobolDirections } from "./sobol-directions.ts";

/** Dimensions that the direction numbers serve. */
export const sobolDimensions = 256;

const bits = 32;
const pointLimit = 2 ** 32;

/** Work out the 32 direction words of every dimension from its polynomial and first direction numbers. */
function expandDirections(): Uint32Array {
  const words = new Uint32Array(sobolDimensions * bits);
  for (let bit = 0; bit < bits; bit += 1) words[bit] = 2 ** (bits - 1 - bit);
  let place = 0;
  for (let dimension = 1; dimension < sobolDimensions; dimension += 1) {
    const polynomial = sobolDirections[place];
    const degree = 31 - Math.clz32(polynomial);
    const start = dimension * bits;
    for (let bit = 0; bit < degree; bit += 1) {
      words[start + bit] = sobolDirections[place + 1 + bit] * 2 ** (bits - 1 - bit);
    }
    // The recurrence of Bratley & Fox: each inner coefficient of the polynomial adds an earlier word.
    for (let bit = degree; bit < bits; bit += 1) {
      const oldest = words[start + bit - degree];
      let word = oldest ^ (oldest >>> degree);
      for (let k = 1; k < degree; k += 1) {
        if ((polynomial >>> (degree - k)) & 1) word ^= words[start + bit - k];
      }
      words[start + bit] = word;
    }
    place += 1 + degree;
  }
  return words;
}

const directions = expandDirections();

function reverseBits(word: number): number {
  let x = ((word >>> 1) & 0x55555555) | ((word & 0x55555555) << 1);
  x = ((x >>> 2) & 0x33333333) | ((x & 0x33333333) << 2);
  x = ((x >>> 4) & 0x0f0f0f0f) | ((x & 0x0f0f0f0f) << 4);
  x = ((x >>> 8) & 0x00ff00ff) | ((x & 0x00ff00ff) << 8);
  return (x >>> 16) | (x << 16);
}

/**
 * Scramble one 32-bit coordinate: every bit is flipped or not by a hash of the seed and the bits above it.
 *
 * On the reversed word each step lets a bit depend on itself and lower bits only, which is a nested uniform (Owen)
 * scramble of the word: points in different dyadic intervals stay in different dyadic intervals.
 *
 * @see Burley (2020), Practical hash-based Owen scrambling, JCGT 9(4), with the constants of Laine & Karras (2011).
 */
function scramble(word: number, seed: number): number {
  let x = reverseBits(word);
  x = (x + seed) | 0;
  x ^= Math.imul(x, 0x6c50b47c);
  x ^= Math.imul(x, 0xb82f1e52);
  x ^= Math.imul(x, 0xc7afe638);
  x ^= Math.imul(x, 0x8d22f6e6);
  return reverseBits(x);
}

/** The 32 direction words of a dimension. */
export function directionWords(dimension: number): Uint32Array {
  return directions.subarray(dimension * bits, (dimension + 1) * bits);
}

/** The word of one point of a dimension, not yet scrambled. */
export function sobolPoint(dimension: number, point: number): number {
  return sobolWord(dimension * bits, point ^ (point >>> 1));
}

/** Combine the direction words of the set bits of `gray`. */
function sobolWord(start: number, gray: number): number {
  let word = 0;
  for (let rest = gray; rest !== 0; rest &= rest - 1) word ^= directions[start + 31 - Math.clz32(rest & -rest)];
  return word;
}

/**
 * Fill `out` with one coordinate of consecutive points of the scrambled Sobol' sequence.
 *
 * Points come in Gray code order, so the first 2ᵏ points have one in each of 2ᵏ equal strata, whatever the scramble,
 * and a longer run starts with the points of a shorter one. Point i does not depend on how points are cut into calls.
 *
 * @param out - receives (x + ½) / 2³² for the 32-bit coordinate x: numbers in the open interval (0, 1).
 * @param dimension - 0 … 255.
 * @param scrambleSeed - 32 well-mixed bits, a different number for each dimension; null leaves the sequence as it is.
 * @param firstPoint - number of the first point, from 0.
 * @throws RangeError when there is no such dimension or the points go beyond 2³².
 * @see Joe & Kuo (2008) for the directions; Antonov & Saleev (1979) for the Gray code order.
 */
export function fillSobol(out: Float64Array, dimension: number, scrambleSeed: number | null, firstPoint: number): void {
  if (!Number.isInteger(dimension) || dimension < 0 || dimension >= sobolDimensions) {
    throw new RangeError(
      `fillSobol: dimension must be a whole number from 0 to ${sobolDimensions - 1}; got ${dimension}`,
    );
  }
  if (!Number.isInteger(firstPoint) || firstPoint < 0 || firstPoint + out.length > pointLimit) {
    throw new RangeError(`fillSobol: points must be numbered from 0 to 2^32 - 1; got ${firstPoint} on`);
  }
  const start = dimension * bits;
  let word = sobolWord(start, firstPoint ^ (firstPoint >>> 1));
  for (let i = 0; i < out.length; i += 1) {
    const coordinate = scrambleSeed === null ? word : scramble(word, scrambleSeed);
    out[i] = ((coordinate >>> 0) + 0.5) / pointLimit;
    // The next Gray code differs in the lowest set bit of the next point's number.
    const next = firstPoint + i + 1;
    word ^= directions[start + 31 - Math.clz32(next & -next)];
  }
}
