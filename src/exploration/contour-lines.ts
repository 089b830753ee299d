import type { ProbabilityGrid } from "./probability-grid.ts";

/** A piece of a line of equal chance, from one pair of intensities to another. */
export type ContourSegment = readonly [from: readonly [number, number], to: readonly [number, number]];

/**
 * Follow the lines along which the chance of a grid is `level`: marching squares with straight interpolation.
 *
 * In a cell whose corners lie above and below the level crosswise, the mean of the four says which two belong together.
 *
 * @param level - in (0, 1); a corner at the level counts as above it.
 * @returns pieces in no particular order; neighbours meet at the edges of the grid's cells.
 * @see Lorensen & Cline (1987), Marching cubes, doi:10.1145/37402.37422, in two dimensions.
 */
export function contourLines({ first, second, probabilities }: ProbabilityGrid, level: number): ContourSegment[] {
  const segments: ContourSegment[] = [];
  for (let i = 0; i + 1 < first.length; i++) {
    for (let j = 0; j + 1 < second.length; j++) {
      const corner = (a: number, b: number): Corner => ({
        at: [first[i + a] as number, second[j + b] as number],
        value: (probabilities[i + a] as readonly number[])[j + b] as number,
      });
      segments.push(...cellSegments([corner(0, 0), corner(1, 0), corner(1, 1), corner(0, 1)], level));
    }
  }
  return segments;
}

interface Corner {
  readonly at: readonly [number, number];
  readonly value: number;
}

/** Where the level crosses the four sides of a cell, joined two by two. */
function cellSegments(corners: readonly [Corner, Corner, Corner, Corner], level: number): ContourSegment[] {
  const crossings = corners.flatMap((from, side) => {
    const to = corners[(side + 1) % 4] as Corner;
    return from.value >= level === to.value >= level ? [] : [{ side, at: between(from, to, level) }];
  });
  const [a, b, c, d] = crossings.map(({ at }) => at);
  if (a === undefined || b === undefined) return [];
  if (c === undefined || d === undefined) return [[a, b]];
  const mean = corners.reduce((sum, { value }) => sum + value, 0) / 4;
  // The first corner is cut off by itself when the middle is on the other side of the level.
  const isCutOff = corners[0].value >= level !== mean >= level;
  return isCutOff
    ? [
        [a, d],
        [b, c],
      ]
    : [
        [a, b],
        [c, d],
      ];
}

function between(from: Corner, to: Corner, level: number): readonly [number, number] {
  const share = (level - from.value) / (to.value - from.value);
  return [from.at[0] + share * (to.at[0] - from.at[0]), from.at[1] + share * (to.at[1] - from.at[1])];
}
