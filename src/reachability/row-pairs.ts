import { effectiveDraws, markedShare } from "./draw-weights.ts";
import { jointProbability, type RowAttainment } from "./joint-probability.ts";

/** A row with its marks. */
export interface MarkedRow {
  readonly indicator: string;
  readonly attainment: RowAttainment;
}

/** Two rows whose being met hangs together. */
export interface RowPair {
  readonly first: string;
  readonly second: string;
  /** Chance that both are met. */
  readonly joint: number;
  /** `joint` less what it would be if the two had nothing to do with each other: below 0, they hurt each other. */
  readonly excess: number;
  /** Standard error of `excess` if they had nothing to do with each other. */
  readonly standardError: number;
}

/** Standard errors from which on an excess is told. */
const TOLD = 3;

/** Pack marks into bits, 32 a word. */
function packMarks(marks: Uint8Array): Int32Array {
  const words = new Int32Array(Math.ceil(marks.length / 32));
  for (let draw = 0; draw < marks.length; draw++)
    (words[draw >> 5] as number) |= (marks[draw] as number) << (draw & 31);
  return words;
}

/** Count the bits that are set in both. */
function countBoth(some: Int32Array, others: Int32Array): number {
  let count = 0;
  for (let place = 0; place < some.length; place++) {
    // Sums of neighbouring bits, pairs, fours; then of the four bytes.
    let word = (some[place] as number) & (others[place] as number);
    word -= (word >>> 1) & 0x55555555;
    word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
    word = (word + (word >>> 4)) & 0x0f0f0f0f;
    count += Math.imul(word, 0x01010101) >>> 24;
  }
  return count;
}

/**
 * Find the pairs of rows that hurt or help each other: both are met less or more often than independent rows would be.
 *
 * Facts, and rows that are met on all draws or on none, hang together with nothing.
 *
 * @returns those that stand out of the noise of the draws, the most hurting first.
 */
export function rowPairs(rows: readonly MarkedRow[], weights?: Float64Array): RowPair[] {
  const uncertain = rows.flatMap(({ indicator, attainment }) => {
    if (typeof attainment === "boolean") return [];
    return [{ indicator, attainment, share: markedShare(attainment, weights), bits: packMarks(attainment) }];
  });
  const pairs = uncertain.flatMap((first, place) =>
    uncertain.slice(place + 1).flatMap((second): RowPair[] => {
      const draws = effectiveDraws(first.attainment.length, weights);
      const joint =
        weights === undefined
          ? countBoth(first.bits, second.bits) / first.attainment.length
          : (jointProbability([first.attainment, second.attainment], weights) ?? 0);
      const excess = joint - first.share * second.share;
      const spread = first.share * (1 - first.share) * second.share * (1 - second.share);
      const standardError = Math.sqrt(spread / draws);
      const isTold = standardError > 0 && Math.abs(excess) >= TOLD * standardError;
      return isTold ? [{ first: first.indicator, second: second.indicator, joint, excess, standardError }] : [];
    }),
  );
  return pairs.sort((a, b) => a.excess - b.excess);
}
