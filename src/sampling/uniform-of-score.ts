import { normalCdf } from "../core/normal.ts";

/** Ends of the uniform numbers that scores are turned into: nearest to 0 and 1 without being one. */
export const highestUniform = 1 - 2 ** -53;
export const lowestUniform = 2 ** -53;

/** Turn a normal score into the uniform number that has it, inside the open interval (0, 1) however far out it lies. */
export function uniformOfScore(score: number): number {
  return Math.max(lowestUniform, Math.min(highestUniform, normalCdf(score)));
}
