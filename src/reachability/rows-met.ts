import type { RowAttainment } from "./joint-probability.ts";

/** A number with the interval that four fifths of the draws lie in. */
export interface CountBand {
  readonly median: number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * How many rows of the plan are met, counted draw by draw: the number that reports quote first.
 *
 * Rows decided by observations count as certain; rows that could not be assessed are not counted at all.
 */
export interface RowsMet {
  /** Rows counted. */
  readonly rows: number;
  /** Rows met: median and 80 % interval of the draws; whole numbers. */
  readonly met: CountBand;
  /** Mean over the draws: the sum of the rows' probabilities. */
  readonly expected: number;
  /** 指标完成率: the same as shares of the rows counted. */
  readonly completionRate: CountBand;
}

/**
 * Count the rows that are met on every draw.
 *
 * @param rows - marks draw by draw, or a fact that holds on all draws.
 * @param weights - one a draw; absent: all equal.
 * @returns null when there is no row, or no draw has weight.
 */
export function countRowsMet(rows: readonly RowAttainment[], weights?: Float64Array): RowsMet | null {
  const facts = rows.filter((row) => row === true).length;
  const marked = rows.filter((row) => typeof row !== "boolean");
  const draws = marked[0]?.length ?? 1;
  const shares = new Float64Array(rows.length + 1);
  let total = 0;
  const counts = new Uint32Array(draws).fill(facts);
  for (const marks of marked)
    for (let draw = 0; draw < draws; draw++) (counts[draw] as number) += marks[draw] as number;
  for (let draw = 0; draw < draws; draw++) {
    const weight = marked.length > 0 ? (weights?.[draw] ?? 1) : 1;
    (shares[counts[draw] as number] as number) += weight;
    total += weight;
  }
  if (rows.length === 0 || total === 0) return null;
  const met = {
    median: countAt(shares, 0.5 * total),
    lower: countAt(shares, 0.1 * total),
    upper: countAt(shares, 0.9 * total),
  };
  const expected = shares.reduce((sum, weight, count) => sum + weight * count, 0) / total;
  const rate = (count: number) => count / rows.length;
  return {
    rows: rows.length,
    met,
    expected,
    completionRate: { median: rate(met.median), lower: rate(met.lower), upper: rate(met.upper) },
  };
}

/** The least count up to which at least so much weight lies. */
function countAt(shares: Float64Array, wanted: number): number {
  let reached = 0;
  // Sums of weights round; a hair less than the weight wanted is that weight.
  const enough = wanted * (1 - 1e-12);
  return shares.findIndex((weight) => {
    reached += weight;
    return reached >= enough;
  });
}
