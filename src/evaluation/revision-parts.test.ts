import fc from "fast-check";
import { expect, test } from "vitest";
import { revisionParts } from "./revision-parts.ts";

test("revisionParts(worthOf) gives each of three causes that only add its own effect", () => {
  const found = revisionParts(({ level, parameters, events }) => {
    return 10 + (level ? 1 : 0) + (parameters ? -3 : 0) + (events ? 0.5 : 0);
  });
  expect(found).toEqual({ total: -1.5, level: 1, parameters: -3, events: 0.5 });
});

test("revisionParts(worthOf) parts what only two do together evenly between them", () => {
  // The glove game: a left glove and either of two right ones are worth 1; Shapley values 2/3, 1/6, 1/6.
  const found = revisionParts(({ level, parameters, events }) => (level && (parameters || events) ? 1 : 0));
  expect(found.level).toBeCloseTo(2 / 3, 12);
  expect(found.parameters).toBeCloseTo(1 / 6, 12);
  expect(found.events).toBeCloseTo(1 / 6, 12);
});

test("property: the parts add up to the revision, and a cause that changes nothing has none", () => {
  const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 8, maxLength: 8 });
  fc.assert(
    fc.property(values, (table) => {
      const at = (l: boolean, p: boolean, e: boolean) => table[(l ? 1 : 0) + (p ? 2 : 0) + (e ? 4 : 0)] ?? 0;
      const all = revisionParts(({ level, parameters, events }) => at(level, parameters, events));
      expect(all.level + all.parameters + all.events).toBeCloseTo(all.total, 6);
      expect(revisionParts(({ parameters, events }) => at(false, parameters, events)).level).toBe(0);
    }),
    { seed: 1, numRuns: 100 },
  );
});
