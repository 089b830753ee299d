import { exp, ln } from "./exp-ln.ts";

const inverseSqrtTwoPi = 0.3989422804014327;

/** Evaluate a rational function whose coefficients stand highest power first. */
function rational(numerator: readonly number[], denominator: readonly number[], x: number): number {
  let above = numerator[0];
  for (let i = 1; i < numerator.length; i += 1) above = above * x + numerator[i];
  let below = denominator[0];
  for (let i = 1; i < denominator.length; i += 1) below = below * x + denominator[i];
  return above / below;
}

/**
 * Coefficients of AS 241, highest power first: centre in .180625 − q², inner tail in r − 1.6, outer tail in r − 5, with
 * r = √(−ln p). Another back end that does the same operations with them gives the same bits.
 *
 * @see Wichura (1988), Algorithm AS 241, routine PPND16.
 */
export const normalQuantileCoefficients = {
  centre: {
    numerator: [
      2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946, 1971.5909503065513,
      133.14166789178438, 3.3871328727963665,
    ],
    denominator: [
      5226.495278852854, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751,
      687.1870074920579, 42.31333070160091, 1,
    ],
  },
  inner: {
    numerator: [
      0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045,
      5.769497221460691, 4.630337846156546, 1.4234371107496835,
    ],
    denominator: [
      1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008, 0.6897673349851,
      1.6763848301838038, 2.053191626637759, 1,
    ],
  },
  outer: {
    numerator: [
      2.0103343992922881e-7, 2.7115555687434876e-5, 0.0012426609473880784, 0.026532189526576124, 0.29656057182850487,
      1.7848265399172913, 5.463784911164114, 6.657904643501103,
    ],
    denominator: [
      2.0442631033899397e-15, 1.421511758316446e-7, 1.8463183175100548e-5, 0.0007868691311456133, 0.014875361290850615,
      0.1369298809227358, 0.599832206555888, 1,
    ],
  },
} as const;

/**
 * Compute the z that a standard normal value stays below with probability p.
 *
 * @param p - in [0, 1]; 0 gives −Infinity, 1 Infinity, anything outside NaN. Relative error about 1e-16.
 * @see Wichura (1988), Algorithm AS 241, routine PPND16; the same as R's qnorm.
 */
export function normalQuantile(p: number): number {
  const { centre, inner, outer } = normalQuantileCoefficients;
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) return q * rational(centre.numerator, centre.denominator, 0.180625 - q * q);
  const tail = q < 0 ? p : 1 - p;
  if (!(tail > 0)) return tail === 0 ? (q < 0 ? -Infinity : Infinity) : Number.NaN;
  const r = Math.sqrt(-ln(tail));
  const z =
    r <= 5
      ? rational(inner.numerator, inner.denominator, r - 1.6)
      : rational(outer.numerator, outer.denominator, r - 5);
  return q < 0 ? -z : z;
}

/**
 * Coefficients of ANORM, highest power first: the bulk in x², the shoulder in |x|, the far tail in 1/x². Another back
 * end that does the same operations with them gives the same bits.
 *
 * @see Cody (1969) and (1993).
 */
export const normalCdfCoefficients = {
  bulk: {
    numerator: [0.06568233791820745, 2.2352520354606837, 161.02823106855587, 1067.6894854603709, 18154.98125334356],
    denominator: [1, 47.202581904688245, 976.0985517377767, 10260.932208618979, 45507.78933502673],
  },
  shoulder: {
    numerator: [
      1.0765576773720192e-8, 0.39894151208813466, 8.883149794388377, 93.50665613217785, 597.2702763948002,
      2494.5375852903726, 6848.190450536283, 11602.65143764735, 9842.714838383978,
    ],
    denominator: [
      1, 22.266688044328117, 235.387901782625, 1519.3775994075547, 6485.558298266761, 18615.571640885097,
      34900.95272114598, 38912.00328609327, 19685.429676859992,
    ],
  },
  far: {
    numerator: [
      0.023073441764940174, 0.215898534057957, 0.12740116116024736, 0.022235277870649807, 0.0014216191932278934,
      2.9112874951168793e-5,
    ],
    denominator: [
      1, 1.284260096144911, 0.4682382124808651, 0.06598813786892856, 0.0037823963320275824, 7.297515550839662e-5,
    ],
  },
} as const;

/** Sizes of x up to which the bulk, the shoulder and the far tail reach; beyond, nothing is left. */
export const normalCdfReach = { bulk: 0.66291, shoulder: 5.656854248, far: 39 } as const;

/** Compute exp(−x²/2) with the square split, so that a large x loses no digits. */
function gaussian(x: number): number {
  const coarse = Math.trunc(x * 16) / 16;
  return exp(-0.5 * coarse * coarse) * exp(-0.5 * (x - coarse) * (x + coarse));
}

/** Compute P(Z > x) for x ≥ 0.66291. */
function upperTail(x: number): number {
  const { shoulder, far } = normalCdfCoefficients;
  if (x <= normalCdfReach.shoulder) return gaussian(x) * rational(shoulder.numerator, shoulder.denominator, x);
  if (x > normalCdfReach.far) return 0;
  const inverseSquare = 1 / (x * x);
  const correction = inverseSquare * rational(far.numerator, far.denominator, inverseSquare);
  return (gaussian(x) * (inverseSqrtTwoPi - correction)) / x;
}

/**
 * Compute the probability that a standard normal value is below x.
 *
 * @param x - any number; NaN gives NaN. Relative error about 1e-15 down to the smallest normal number.
 * @see Cody (1969), Rational Chebyshev approximations for the error function; ANORM in Cody (1993); R's pnorm.
 */
export function normalCdf(x: number): number {
  const size = Math.abs(x);
  const { bulk } = normalCdfCoefficients;
  if (size <= normalCdfReach.bulk) return 0.5 + x * rational(bulk.numerator, bulk.denominator, x * x);
  if (Number.isNaN(x)) return Number.NaN;
  return x < 0 ? upperTail(size) : 1 - upperTail(size);
}

/** Compute the density of the standard normal distribution at x; NaN gives NaN. */
export function normalDensity(x: number): number {
  const size = Math.abs(x);
  return size > normalCdfReach.far ? 0 : inverseSqrtTwoPi * gaussian(size);
}
