import fc from "fast-check";
import { expect, test } from "vitest";
import { nearestName } from "./nearest-name.ts";

const known = ["fuel_price", "fleet", "dwellings", "渡轮数量"];

test("nearestName(name, known) finds a letter left out, added, replaced or exchanged", () => {
  expect(nearestName("fuel_prise", known)).toBe("fuel_price");
  expect(nearestName("fuelprice", known)).toBe("fuel_price");
  expect(nearestName("fleeet", known)).toBe("fleet");
  expect(nearestName("dwellnigs", known)).toBe("dwellings");
  expect(nearestName("渡轮数", known)).toBe("渡轮数量");
  expect(nearestName("Fleet", known)).toBe("fleet");
});

test("nearestName(name, known) counts an exchange of neighbours as one edit", () => {
  // Three letters allow one edit; two plain replacements would be too many.
  expect(nearestName("acb", ["abc"])).toBe("abc");
  expect(nearestName("acb", ["xyz"])).toBeUndefined();
});

test("nearestName(name, known) gives nothing when nothing is near, and never the name itself", () => {
  expect(nearestName("harbour", known)).toBeUndefined();
  expect(nearestName("fleet", ["fleet"])).toBeUndefined();
  expect(nearestName("x".repeat(1000), ["x".repeat(999)])).toBeUndefined();
});

test("property: a known name with one letter doubled is found again", () => {
  fc.assert(
    fc.property(fc.constantFrom("fuel_price", "dwellings", "harbour_jobs"), fc.nat(7), (name, at) => {
      const misspelt = name.slice(0, at) + name.charAt(at) + name.slice(at);
      expect(nearestName(misspelt, ["fuel_price", "dwellings", "harbour_jobs"])).toBe(name);
    }),
    { seed: 1, numRuns: 50 },
  );
});
