/** Up to so many values, sorting all of them is as quick as anything. */
const sortedAtOnce = 256;
/** Up to so many values are put in order by insertion. */
const insertedAtMost = 24;
const mostBuckets = 2048;

/**
 * Find values by their place in ascending order, without sorting.
 *
 * Values are counted in buckets of equal width between the least and the greatest; only buckets that hold a wanted
 * place are gathered and searched in the same way. Exact, and linear in the number of values but for contrived input.
 *
 * @param values - in any order, none of them NaN; not changed.
 * @param places - wanted places, 0 the least value; ascending.
 * @returns one value a place.
 */
export function orderStatistics(values: Float64Array, places: readonly number[]): number[] {
  if (values.length <= sortedAtOnce) return pick(values.slice().sort(), places);
  let lowest = Number.POSITIVE_INFINITY;
  let highest = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (value < lowest) lowest = value;
    if (value > highest) highest = value;
  }
  if (lowest === highest) return places.map(() => lowest);
  const buckets = Math.min(mostBuckets, 1 << (31 - Math.clz32(values.length / 4)));
  // A value's bucket never falls as the value rises, whatever is rounded.
  const scale = buckets / (highest - lowest);
  if (!(scale > 0 && scale < Number.POSITIVE_INFINITY)) return pick(values.slice().sort(), places);
  return searchBuckets(values, places, { lowest, scale, buckets });
}

interface Grid {
  readonly lowest: number;
  readonly scale: number;
  readonly buckets: number;
}

function searchBuckets(values: Float64Array, places: readonly number[], { lowest, scale, buckets }: Grid): number[] {
  // The greatest value, and what rounding lifts to it, fall into a bucket of their own.
  const counts = new Int32Array(buckets + 1);
  for (let i = 0; i < values.length; i++) counts[(((values[i] as number) - lowest) * scale) | 0]++;
  const wanted = wantedBuckets(counts, places);
  // Where the next value of a wanted bucket goes; −1 for the others.
  const ends = new Int32Array(buckets + 1).fill(-1);
  let held = 0;
  for (const { bucket } of wanted) {
    ends[bucket] = held;
    held += counts[bucket] as number;
  }
  const gathered = new Float64Array(held);
  for (let i = 0; i < values.length; i++) {
    const bucket = (((values[i] as number) - lowest) * scale) | 0;
    const end = ends[bucket] as number;
    if (end < 0) continue;
    gathered[end] = values[i] as number;
    ends[bucket] = end + 1;
  }
  return wanted.flatMap(({ bucket, before, places: inside }) => {
    const end = ends[bucket] as number;
    const members = gathered.subarray(end - (counts[bucket] as number), end);
    const local = inside.map((place) => place - before);
    return members.length <= insertedAtMost ? pick(insertionSort(members), local) : orderStatistics(members, local);
  });
}

/** The buckets that hold wanted places, with the number of values in lower ones. */
function wantedBuckets(
  counts: Int32Array,
  places: readonly number[],
): { readonly bucket: number; readonly before: number; readonly places: number[] }[] {
  const wanted: { readonly bucket: number; readonly before: number; readonly places: number[] }[] = [];
  let bucket = 0;
  let before = 0;
  for (const place of places) {
    while (before + (counts[bucket] as number) <= place) before += counts[bucket++] as number;
    const last = wanted[wanted.length - 1];
    if (last?.bucket === bucket) last.places.push(place);
    else wanted.push({ bucket, before, places: [place] });
  }
  return wanted;
}

function insertionSort(values: Float64Array): Float64Array {
  for (let i = 1; i < values.length; i++) {
    const value = values[i] as number;
    let place = i;
    for (; place > 0 && (values[place - 1] as number) > value; place--) values[place] = values[place - 1] as number;
    values[place] = value;
  }
  return values;
}

function pick(sorted: Float64Array, places: readonly number[]): number[] {
  return places.map((place) => sorted[place] as number);
}
