/** Names longer than this are not compared: nobody's slip of the pen is that long. */
const longestCompared = 64;

/**
 * Find the known name that a misspelt one most probably meant.
 *
 * The distance counts letters added, left out, replaced, and neighbours exchanged; upper and lower case count as equal.
 *
 * @param name - the name as it was written.
 * @param known - the names that exist; of several equally near ones the first is taken.
 * @returns the nearest name within a third of the letters of `name` (at least one letter), or undefined.
 * @see Optimal string alignment distance: Damerau (1964), doi:10.1145/363958.363994.
 */
export function nearestName(name: string, known: Iterable<string>): string | undefined {
  const written = [...name.toLowerCase()];
  if (written.length > longestCompared) return undefined;
  let nearest: string | undefined;
  let least = Math.max(1, Math.floor(written.length / 3)) + 1;
  for (const candidate of known) {
    const letters = [...candidate.toLowerCase()];
    if (candidate === name || Math.abs(letters.length - written.length) >= least) continue;
    const distance = alignmentDistance(written, letters);
    if (distance < least) {
      least = distance;
      nearest = candidate;
    }
  }
  return nearest;
}

/** Number of single-letter edits and exchanges of neighbours between two words; O(length × length). */
function alignmentDistance(a: readonly string[], b: readonly string[]): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      row[j] = Math.min(replaced, last[j]! + 1, row[j - 1]! + 1);
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] && i > 1 && j > 1) {
        row[j] = Math.min(row[j]!, beforeLast[j - 2]! + 1);
      }
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length]!;
}
