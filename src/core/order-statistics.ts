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

/** Number of values in each bucket, and where the next one goes: scratch, done with before anything is searched again. */
const counts = new Int32Array(mostBuckets + 1);
const ends = new Int32Array(mostBuckets + 1);

function searchBuckets(values: Float64Array, places: readonly number[], grid: Grid): number[] {
  const { lowest, scale, buckets } = grid;
  // The greatest value, and what rounding lifts to it, fall into a bucket of their own.
  counts.fill(0, 0, buckets + 1);
  for (let i = 0; i < values.length; i++) counts[(((values[i] as number) - lowest) * scale) | 0]++;
  return gather(values, wantedBuckets(places), grid).flatMap(({ members, places: inside }) =>
    members.length <= insertedAtMost ? pick(insertionSort(members), inside) : orderStatistics(members, inside),
  );
}

/** Gather the values of wanted buckets, with the places that are wanted among them. */
function gather(
  values: Float64Array,
  wanted: readonly WantedBucket[],
  { lowest, scale, buckets }: Grid,
): { readonly members: Float64Array; readonly places: readonly number[] }[] {
  // −1 stands for buckets that are not wanted.
  ends.fill(-1, 0, buckets + 1);
  let held = 0;
  for (const { bucket, count } of wanted) {
    ends[bucket] = held;
    held += count;
  }
  const gathered = new Float64Array(held);
  for (let i = 0; i < values.length; i++) {
    const bucket = (((values[i] as number) - lowest) * scale) | 0;
    const end = ends[bucket] as number;
    if (end < 0) continue;
    gathered[end] = values[i] as number;
    ends[bucket] = end + 1;
  }
  let start = 0;
  return wanted.map(({ count, before, places }) => {
    const members = gathered.subarray(start, start + count);
    start += count;
    return { members, places: places.map((place) => place - before) };
  });
}

/** A bucket with its number of values, the number of values in lower ones, and the wanted places in it. */
interface WantedBucket {
  readonly bucket: number;
  readonly count: number;
  readonly before: number;
  readonly places: number[];
}

function wantedBuckets(places: readonly number[]): WantedBucket[] {
  const wanted: WantedBucket[] = [];
  let bucket = 0;
  let before = 0;
  for (const place of places) {
    while (before + (counts[bucket] as number) <= place) before += counts[bucket++] as number;
    const last = wanted[wanted.length - 1];
    if (last?.bucket === bucket) last.places.push(place);
    else wanted.push({ bucket, count: counts[bucket] as number, before, places: [place] });
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
