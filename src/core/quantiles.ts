import { orderStatistics } from "./order-statistics.ts";

function checkArguments(values: Float64Array, probabilities: readonly number[], weights?: Float64Array): void {
  for (const p of probabilities) {
    if (!(p >= 0 && p <= 1)) throw new RangeError(`quantiles: probability must be in [0, 1]; got ${p}`);
  }
  if (weights && weights.length !== values.length) {
    throw new RangeError(`quantiles: weights must be as many as values, ${values.length}; got ${weights.length}`);
  }
  const wrong = weights?.find((weight) => !(weight >= 0 && weight < Infinity));
  if (wrong !== undefined) throw new RangeError(`quantiles: weights must be finite and not negative; got ${wrong}`);
}

function hasNaN(values: Float64Array): boolean {
  for (let i = 0; i < values.length; i += 1) if (Number.isNaN(values[i])) return true;
  return false;
}

/** List the places of values that count: neither NaN nor of weight 0. */
function placesKept(values: Float64Array, weights?: Float64Array): Uint32Array {
  const places = new Uint32Array(values.length);
  let count = 0;
  for (let i = 0; i < values.length; i += 1) {
    if (Number.isNaN(values[i]) || weights?.[i] === 0) continue;
    places[count] = i;
    count += 1;
  }
  return places.subarray(0, count);
}

/**
 * The places, in ascending order from 0 on, of the values that quantiles lie between.
 *
 * @param count - values of the sample, at least one.
 */
export function quantilePlaces(count: number, probabilities: readonly number[]): number[] {
  const places = new Set(probabilities.flatMap((p) => [Math.floor((count - 1) * p), Math.ceil((count - 1) * p)]));
  return [...places].sort((a, b) => a - b);
}

/**
 * Interpolate between the two values on either side of each quantile.
 *
 * @param count - values of the sample, at least one.
 * @param valueAt - value at each of {@link quantilePlaces}.
 */
export function quantilesBetween(
  count: number,
  probabilities: readonly number[],
  valueAt: (place: number) => number,
): number[] {
  return probabilities.map((p) => {
    const place = (count - 1) * p;
    const below = Math.floor(place);
    const lower = valueAt(below);
    const value = below === place ? lower : lower + (place - below) * (valueAt(below + 1) - lower);
    // Between two infinite values, or from −Infinity on, there is nothing to interpolate. Zeros are in no order: all are 0.
    return Number.isNaN(value) ? lower : value + 0;
  });
}

function unweightedQuantiles(values: Float64Array, probabilities: readonly number[]): number[] {
  const places = quantilePlaces(values.length, probabilities);
  const found = orderStatistics(values, places);
  return quantilesBetween(values.length, probabilities, (place) => found[places.indexOf(place)] as number);
}

/** A sample in ascending order, with the share of the total weight up to and with each value. */
interface WeightedSample {
  readonly sorted: Float64Array;
  readonly cumulated: Float64Array;
  /** Number of equally weighted values that would carry as much information (Kish). */
  readonly effectiveCount: number;
}

function sortWeighted(values: Float64Array, weights: Float64Array): WeightedSample {
  const order = Uint32Array.from(values.keys()).sort((i, j) => values[i] - values[j] || i - j);
  let sum = 0;
  let squares = 0;
  const cumulated = Float64Array.from(order, (i) => {
    sum += weights[i];
    squares += weights[i] * weights[i];
    return sum;
  });
  return {
    sorted: Float64Array.from(order, (i) => values[i]),
    cumulated: cumulated.map((upTo) => upTo / sum),
    effectiveCount: (sum * sum) / squares,
  };
}

/** Find the first place at which the cumulated share exceeds `share`; the last place when none does. */
function firstAbove(cumulated: Float64Array, share: number): number {
  let low = 0;
  let high = cumulated.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cumulated[middle] > share) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Average the values whose shares lie in the window of type 7: as wide as one effective value, at p of the way. */
function weightedQuantile({ sorted, cumulated, effectiveCount }: WeightedSample, p: number): number {
  const start = p * (effectiveCount - 1);
  let result = 0;
  let taken = 0;
  for (let i = firstAbove(cumulated, start / effectiveCount); taken < 1; i += 1) {
    const isLast = i === sorted.length - 1;
    const upTo = isLast ? 1 : Math.min(1, cumulated[i] * effectiveCount - start);
    if (upTo > taken) {
      result += (upTo - taken) * sorted[i];
      taken = upTo;
    }
  }
  return result;
}

/**
 * Compute quantiles of a sample, weighted or not; values that are NaN are left out.
 *
 * Unweighted: linear interpolation of the order statistics. Weighted: the same rule with the number of values replaced
 * by Kish's effective number (Σw)²/Σw². Equal weights give the unweighted result, a value of weight 0 counts for
 * nothing, and a factor common to all weights does not matter.
 *
 * @param values - in any order; not changed. Infinite values count as such.
 * @param probabilities - each in [0, 1].
 * @param weights - one a value, not negative.
 * @returns one quantile a probability, in the unit of the values; NaN when no value (of positive weight) is left.
 * @throws RangeError when a probability lies outside [0, 1], or weights are negative, not finite or not as many.
 * @see Hyndman & Fan (1996), type 7: the default of R and NumPy; Akinshin (2023), Weighted quantile estimators,
 *   arXiv:2304.07265, for the weighted form.
 * @example
 * quantiles(Float64Array.of(3, 1, 2, 10), [0.5, 0.9]); // [2.5, 7.9]
 */
export function quantiles(values: Float64Array, probabilities: readonly number[], weights?: Float64Array): number[] {
  checkArguments(values, probabilities, weights);
  if (weights === undefined && !hasNaN(values) && values.length > 0) return unweightedQuantiles(values, probabilities);
  const kept = placesKept(values, weights);
  if (kept.length === 0) return probabilities.map(() => Number.NaN);
  const known = kept.length === values.length ? values : Float64Array.from(kept, (i) => values[i]);
  if (weights === undefined) return unweightedQuantiles(known, probabilities);
  const sample = sortWeighted(
    known,
    Float64Array.from(kept, (i) => weights[i]),
  );
  return probabilities.map((p) => weightedQuantile(sample, p));
}
