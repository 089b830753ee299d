import { exp, ln } from "../core/exp-ln.ts";

/** Probabilities at which the distribution of an error is kept; the ends of the 50, 80 and 95 % intervals among them. */
export const quantileProbabilities: readonly number[] = [
  0.01, 0.025, 0.05, 0.1, 0.25, 0.4, 0.5, 0.6, 0.75, 0.9, 0.95, 0.975, 0.99,
];

const count = quantileProbabilities.length;
const [lowest = 0, second = 0] = quantileProbabilities;
/** Beyond the outermost quantiles the tails are exponential, with the slope between the outer two. */
const tailUnit = ln(second / lowest);

/**
 * Read a quantile off a distribution kept at {@link quantileProbabilities}: straight lines between, exponential tails.
 *
 * @param row - the kept quantiles, ascending.
 * @param p - in (0, 1).
 */
export function quantileAt(row: readonly number[], p: number): number {
  if (p < lowest) return row[0]! + ((row[1]! - row[0]!) * ln(p / lowest)) / tailUnit;
  if (p > 1 - lowest) {
    return row[count - 1]! - ((row[count - 1]! - row[count - 2]!) * ln((1 - p) / lowest)) / tailUnit;
  }
  let place = 1;
  while (place < count - 1 && quantileProbabilities[place]! < p) place += 1;
  const [from, to] = [quantileProbabilities[place - 1]!, quantileProbabilities[place]!];
  return row[place - 1]! + ((row[place]! - row[place - 1]!) * (p - from)) / (to - from);
}

/**
 * Tell how probable a value below `value` is: the inverse of {@link quantileAt}.
 *
 * Where the distribution has a lump, such as at a bound, the middle of the lump counts.
 */
export function probabilityBelow(row: readonly number[], value: number): number {
  const below = strictlyBelow(row, value);
  const atMost = 1 - strictlyBelow(row.map((one) => -one).reverse(), -value);
  return (below + atMost) / 2;
}

/** Probability of values less than `value`, at the low end of a lump. */
function strictlyBelow(row: readonly number[], value: number): number {
  const place = row.findIndex((one) => one >= value);
  if (place === 0) return tailBelow(row[0]!, row[1]!, value);
  if (place < 0) return 1 - tailBelow(-row[count - 1]!, -row[count - 2]!, -value);
  const [low, high] = [row[place - 1]!, row[place]!];
  const [from, to] = [quantileProbabilities[place - 1]!, quantileProbabilities[place]!];
  return from + ((value - low) / (high - low)) * (to - from);
}

function tailBelow(outer: number, inner: number, value: number): number {
  // A lump at the end of the range leaves nothing beyond it.
  if (!(inner > outer)) return 0;
  return lowest * exp(((value - outer) / (inner - outer)) * tailUnit);
}
