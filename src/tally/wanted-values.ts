import { quantilePlaces } from "../core/quantiles.ts";

/** Values of a row that hold wanted places of its ascending order: plain data, which a worker can be sent. */
export interface WantedValues {
  readonly row: number;
  /** Cell of the row's sketch in which they lie. */
  readonly cell: number;
  /** Between which of the values in the cell, both included. */
  readonly from: number;
  readonly to: number;
  /** How many they are, and how many values of the row are less. */
  readonly count: number;
  readonly before: number;
  /** Wanted places in the row, ascending. */
  readonly places: readonly number[];
}

/** What a thread met of some wanted values: all of them where they are few, else how they spread over buckets. */
export type MetValues = { readonly kind: "all"; readonly values: Float64Array } | MetBuckets;

/** Buckets of wanted values, each with its count and its extremes (infinite where it is empty). */
export interface MetBuckets {
  readonly kind: "buckets";
  readonly counts: Uint32Array;
  readonly least: Float64Array;
  readonly greatest: Float64Array;
}

/** So many values are collected; more are counted in buckets, of which the next round looks at one. */
export const mostCollected = 1024;

/** Values found by their place. */
export type FoundValues = Map<number, number>;

/**
 * Find the cells of a row's sketch that hold the values between which its quantiles lie.
 *
 * @param cells - counts of the row.
 * @param total - their sum.
 */
export function wantedCells(
  row: number,
  cells: Uint16Array | Uint32Array,
  total: number,
  probabilities: readonly number[],
): WantedValues[] {
  if (total === 0) return [];
  const wanted: (WantedValues & { places: number[] })[] = [];
  let cell = 0;
  let before = 0;
  for (const place of quantilePlaces(total, probabilities)) {
    while (before + (cells[cell] as number) <= place) before += cells[cell++] as number;
    const last = wanted[wanted.length - 1];
    if (last?.cell === cell) last.places.push(place);
    else
      wanted.push({ row, cell, from: -Infinity, to: Infinity, count: cells[cell] as number, before, places: [place] });
  }
  return wanted;
}

/**
 * Put together what all threads met of some wanted values.
 *
 * @param found - receives the values that are known now.
 * @returns what must be looked for in another round: fewer values, or as many with closer bounds.
 */
export function narrowWanted(wanted: WantedValues, parts: readonly MetValues[], found: FoundValues): WantedValues[] {
  const values = parts.flatMap((part) => (part.kind === "all" ? [part.values] : []));
  if (values.length > 0) {
    const all = new Float64Array(values.reduce((sum, { length }) => sum + length, 0));
    let place = 0;
    for (const part of values) {
      all.set(part, place);
      place += part.length;
    }
    all.sort();
    for (const one of wanted.places) found.set(one, all[one - wanted.before] as number);
    return [];
  }
  const buckets = parts.flatMap((part) => (part.kind === "buckets" ? [part] : []));
  return nextBuckets(wanted, buckets, found);
}

function nextBuckets(wanted: WantedValues, parts: readonly MetBuckets[], found: FoundValues): WantedValues[] {
  const next: (WantedValues & { places: number[] })[] = [];
  let { before } = wanted;
  let bucket = -1;
  let count = 0;
  for (const place of wanted.places) {
    while (before + count <= place) {
      before += count;
      bucket += 1;
      count = parts.reduce((sum, { counts }) => sum + (counts[bucket] as number), 0);
    }
    const from = Math.min(...parts.map(({ least }) => least[bucket] as number));
    const to = Math.max(...parts.map(({ greatest }) => greatest[bucket] as number));
    if (from === to) {
      found.set(place, from);
      continue;
    }
    const last = next[next.length - 1];
    if (last?.from === from) last.places.push(place);
    else next.push({ ...wanted, from, to, count, before, places: [place] });
  }
  return next;
}
