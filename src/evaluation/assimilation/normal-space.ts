import type { Predictions } from "./log-likelihood.ts";

/** Members of an ensemble as points of a space in which everything uncertain is an independent standard normal. */
export interface Members {
  readonly count: number;
  /** coordinates[coordinate][member]. */
  readonly coordinates: readonly Float64Array[];
  /** Draw of the prior ensemble from which a member keeps what is no coordinate, such as the paths of drivers. */
  readonly origins: Uint32Array;
}

/** A model seen from that space: what the sequential methods need of it, and all that they need. */
export interface NormalSpace {
  /** Keys of the coordinates, which name their streams of random numbers. */
  readonly names: readonly string[];
  /** Whether a coordinate can change what is predicted for a figure, by the structure of the model. */
  readonly reaches: (coordinate: number, evidence: number) => boolean;
  /** What the model says where each figure stands, one row a figure, one number a member. */
  readonly predict: (members: Members) => Predictions;
}

/** Places of the coordinates that can change any prediction; the others keep their prior, exactly. */
export function movingCoordinates(space: NormalSpace, evidenceCount: number): number[] {
  const figures = Array.from({ length: evidenceCount }, (_, place) => place);
  return [...space.names.keys()].filter((coordinate) => figures.some((figure) => space.reaches(coordinate, figure)));
}
