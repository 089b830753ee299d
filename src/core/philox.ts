const multiplier0 = 0xd2511f53;
const multiplier1 = 0xcd9e8d57;
const keyStep0 = 0x9e3779b9;
const keyStep1 = 0xbb67ae85;
const rounds = 10;

const encoder = new TextEncoder();

/** Compute the high 32 bits of the 64-bit product of two unsigned 32-bit words. */
function multiplyHigh(a: number, b: number): number {
  const aLow = a & 0xffff;
  const aHigh = a >>> 16;
  const bLow = b & 0xffff;
  const bHigh = b >>> 16;
  const lowLow = Math.imul(aLow, bLow);
  const lowHigh = Math.imul(aLow, bHigh);
  const highLow = Math.imul(aHigh, bLow);
  const middle = (lowLow >>> 16) + (lowHigh & 0xffff) + (highLow & 0xffff);
  return Math.imul(aHigh, bHigh) + (lowHigh >>> 16) + (highLow >>> 16) + (middle >>> 16);
}

/**
 * Turn a 128-bit counter into 128 random bits with Philox 4x32-10.
 *
 * @param counter - four 32-bit words, lowest first; every counter gives an independent block.
 * @param key - two 32-bit words; every key is a stream of its own.
 * @param out - receives four 32-bit words; may be `counter` itself.
 * @see Salmon, Moraes, Dror & Shaw (2011), Parallel random numbers: as easy as 1, 2, 3; Random123.
 */
export function philox4x32(counter: Readonly<Uint32Array>, key: Readonly<Uint32Array>, out: Uint32Array): void {
  let c0 = counter[0] | 0;
  let c1 = counter[1] | 0;
  let c2 = counter[2] | 0;
  let c3 = counter[3] | 0;
  let k0 = key[0] | 0;
  let k1 = key[1] | 0;
  for (let round = 0; round < rounds; round += 1) {
    const high0 = multiplyHigh(multiplier0, c0);
    const high1 = multiplyHigh(multiplier1, c2);
    const low0 = Math.imul(multiplier0, c0);
    c0 = high1 ^ c1 ^ k0;
    c1 = Math.imul(multiplier1, c2);
    c2 = high0 ^ c3 ^ k1;
    c3 = low0;
    k0 = (k0 + keyStep0) | 0;
    k1 = (k1 + keyStep1) | 0;
  }
  out[0] = c0;
  out[1] = c1;
  out[2] = c2;
  out[3] = c3;
}

/**
 * Derive the key of a named stream: a 64-bit hash of the name's UTF-8 bytes and the seed.
 *
 * The bytes go through Philox itself, chained block by block (CBC) under the seed as key, with the length in front.
 *
 * @param seed - a whole number, 0 … 2⁵³ − 1.
 * @param name - any text; two names are the same stream only when they are the same text.
 * @returns two 32-bit words.
 * @throws RangeError when the seed is not such a number.
 */
export function streamKey(seed: number, name: string): Uint32Array {
  if (!Number.isSafeInteger(seed) || seed < 0) {
    throw new RangeError(`streamKey: seed must be a whole number from 0 to 2^53 - 1; got ${seed}`);
  }
  const seedWords = Uint32Array.of(seed, Math.floor(seed / 2 ** 32));
  const bytes = encoder.encode(name);
  const state = Uint32Array.of(bytes.length, 0, 0, 0);
  philox4x32(state, seedWords, state);
  for (let start = 0; start < bytes.length; start += 16) {
    const end = Math.min(start + 16, bytes.length);
    for (let i = start; i < end; i += 1) {
      const place = i - start;
      state[place >> 2] ^= bytes[i] << ((place & 3) << 3);
    }
    philox4x32(state, seedWords, state);
  }
  return state.slice(0, 2);
}

/** Join two words to a number in the open interval (0, 1): the middle of one of 2⁵² equal cells. */
function uniform(high: number, low: number): number {
  return (high * 2 ** 20 + (low >>> 12) + 0.5) * 2 ** -52;
}

/**
 * Fill `out` with uniform draws: out[i] belongs to draw `firstDraw + i` of that year and stream.
 *
 * A draw depends on nothing but key, draw number and year, so blocks may be filled in any order and size.
 *
 * @param out - receives numbers in the open interval (0, 1), multiples of 2⁻⁵² plus 2⁻⁵³.
 * @param key - of the stream, from {@link streamKey}.
 * @param firstDraw - number of the first draw, from 0.
 * @param year - a whole number, 0 … 2³² − 1; a place on the time axis or a calendar year, but always the same of the two.
 * @throws RangeError when `firstDraw` or `year` is not a whole number in its range.
 */
export function fillUniforms(out: Float64Array, key: Readonly<Uint32Array>, firstDraw: number, year: number): void {
  if (!Number.isSafeInteger(firstDraw) || firstDraw < 0) {
    throw new RangeError(`fillUniforms: firstDraw must be a whole number from 0 on; got ${firstDraw}`);
  }
  if (!Number.isInteger(year) || year < 0 || year >= 2 ** 32) {
    throw new RangeError(`fillUniforms: year must be a whole number from 0 to 2^32 - 1; got ${year}`);
  }
  const counter = new Uint32Array(4);
  const block = new Uint32Array(4);
  counter[2] = year;
  // A block of four words serves two draws: an even one and the odd one after it.
  const odd = firstDraw % 2;
  for (let i = -odd; i < out.length; i += 2) {
    const pair = (firstDraw + i) / 2;
    counter[0] = pair;
    counter[1] = Math.floor(pair / 2 ** 32);
    philox4x32(counter, key, block);
    if (i >= 0) out[i] = uniform(block[0], block[1]);
    if (i + 1 < out.length) out[i + 1] = uniform(block[2], block[3]);
  }
}
