import * as fc from "fast-check";
import { expect, test } from "vitest";
import { conflictingSets, type IsFeasible, minimalConflict } from "./conflicting-sets.ts";

const members = ["a", "b", "c", "d", "e", "f", "g"];
const isPartOf = (part: readonly string[], whole: readonly string[]) => part.every((member) => whole.includes(member));
/** Members hold together unless they hold one of these sets. */
const withoutAnyOf =
  (sets: readonly (readonly string[])[]): IsFeasible =>
  (kept) =>
    !sets.some((set) => isPartOf(set, kept));

test("minimalConflict(members, isFeasible) leaves earlier members out first", () => {
  expect(
    minimalConflict(
      members,
      withoutAnyOf([
        ["a", "b"],
        ["f", "g"],
      ]),
    ),
  ).toEqual(["f", "g"]);
});

test("conflictingSets(members, isFeasible, limit) finds none where all hold together", () => {
  expect(conflictingSets(members, () => true, 5)).toEqual({ sets: [], isComplete: true });
});

test("conflictingSets(members, isFeasible, limit) stops at the limit and says so", () => {
  const isFeasible: IsFeasible = (kept) => kept.length < 2;
  const { sets, isComplete } = conflictingSets(members, isFeasible, 5);
  expect([sets.length, isComplete]).toEqual([5, false]);
  // Seven members have 21 pairs.
  expect(conflictingSets(members, isFeasible, 21)).toMatchObject({ isComplete: true });
});

test("property: conflictingSets(members, isFeasible, limit) lists exactly the minimal sets", async () => {
  const family = fc.array(fc.subarray(members, { minLength: 1 }), { maxLength: 6 });
  await fc.assert(
    fc.property(family, (sets) => {
      const minimal = sets.filter((set) => !sets.some((other) => other.length < set.length && isPartOf(other, set)));
      const keys = [...new Set(minimal.map((set) => set.join("")))].sort();
      const found = conflictingSets(members, withoutAnyOf(sets), 20);
      expect(found.sets.map((set) => set.join("")).sort()).toEqual(keys);
      expect(found.isComplete).toBe(true);
    }),
    { seed: 1, numRuns: 200 },
  );
});
