/** Minimal sets of members that cannot hold together. */
export interface ConflictingSets {
  /** In the order in which they were found; members in the order given. */
  readonly sets: readonly (readonly string[])[];
  /** False when the limit was reached, so that there may be more. */
  readonly isComplete: boolean;
}

/** Tells whether some members can hold together; a part of a set that can is a set that can. */
export type IsFeasible = (members: readonly string[]) => boolean;

/**
 * Shrink a set that cannot hold together to one of which every member is needed: the deletion filter.
 *
 * Each member in turn is left out; if the rest still cannot hold together it stays out, else it is put back.
 *
 * @param members - a set that cannot hold together; earlier members are the first to be left out.
 * @see Chinneck & Dravnieks (1991), Locating minimal infeasible constraint sets in linear programs, doi:10.1287/ijoc.3.2.157.
 */
export function minimalConflict(members: readonly string[], isFeasible: IsFeasible): readonly string[] {
  let kept = members;
  for (const member of members) {
    const rest = kept.filter((other) => other !== member);
    if (!isFeasible(rest)) kept = rest;
  }
  return kept;
}

/**
 * List minimal sets that cannot hold together.
 *
 * Once some are found, any other one must lack a member of each; so every minimal way to break all of them is tried,
 * and what is left without those members is searched again. When every such rest can hold together, none is missing.
 *
 * @param limit - most sets that are listed.
 * @see Liffiton, Previti, Malik & Marques-Silva (2016), Fast, flexible MUS enumeration, doi:10.1007/s10601-015-9183-0.
 */
export function conflictingSets(members: readonly string[], isFeasible: IsFeasible, limit: number): ConflictingSets {
  const sets: (readonly string[])[] = [];
  let rest = infeasibleRest(members, sets, isFeasible);
  while (rest !== undefined && sets.length < limit) {
    sets.push(minimalConflict(rest, isFeasible));
    rest = infeasibleRest(members, sets, isFeasible);
  }
  return { sets, isComplete: rest === undefined };
}

/** What is left of the members when each set has lost one, and still cannot hold together. */
function infeasibleRest(
  members: readonly string[],
  sets: readonly (readonly string[])[],
  isFeasible: IsFeasible,
): readonly string[] | undefined {
  for (const broken of breakingSets(sets)) {
    const rest = members.filter((member) => !broken.has(member));
    if (!isFeasible(rest)) return rest;
  }
  return undefined;
}

/** Every minimal choice of members that holds at least one of each set. */
function breakingSets(sets: readonly (readonly string[])[]): ReadonlySet<string>[] {
  let found: ReadonlySet<string>[] = [new Set()];
  for (const set of sets) {
    const extended = found.flatMap((chosen) =>
      set.some((member) => chosen.has(member)) ? [chosen] : set.map((member) => new Set([...chosen, member])),
    );
    found = extended.filter(
      (one, place) => !extended.some((other, i) => i !== place && isSmaller(other, one, i < place)),
    );
  }
  return found;
}

/** Whether one choice makes another needless; of two equal ones the earlier stays. */
function isSmaller(one: ReadonlySet<string>, other: ReadonlySet<string>, isEarlier: boolean): boolean {
  const isPart = [...one].every((member) => other.has(member));
  return isPart && (one.size < other.size || isEarlier);
}
