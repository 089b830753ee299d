import type { RevisionParts } from "./evaluation.ts";

/** What of the update is in force: the last figure's level, the assumptions as the figures leave them, events known since. */
export interface RevisionSwitches {
  readonly level: boolean;
  readonly parameters: boolean;
  readonly events: boolean;
}

const parts = ["level", "parameters", "events"] as const;

/**
 * Part a revision between its three causes by Shapley: each cause's effect, averaged over every order in which the three
 * may be switched on.
 *
 * @param worthOf - the value with some of them on, in any unit; asked for all eight combinations.
 * @returns parts in the same unit that add up to the whole revision.
 * @see Shapley (1953), A Value for n-Person Games.
 */
export function revisionParts(worthOf: (on: RevisionSwitches) => number): RevisionParts {
  const values = Array.from({ length: 8 }, (_, mask) =>
    worthOf({ level: (mask & 1) !== 0, parameters: (mask & 2) !== 0, events: (mask & 4) !== 0 }),
  );
  const at = (mask: number) => values[mask] ?? Number.NaN;
  const [level = 0, parameters = 0, events = 0] = parts.map((_, part) => {
    const [one = 0, other = 0] = [0, 1, 2].filter((each) => each !== part).map((each) => 1 << each);
    const gain = (others: number) => at(others | (1 << part)) - at(others);
    // Of the six orders two begin with the part, two end with it, and in one each a single other comes before it.
    return gain(0) / 3 + gain(one) / 6 + gain(other) / 6 + gain(one | other) / 3;
  });
  return { total: at(7) - at(0), level, parameters, events };
}
