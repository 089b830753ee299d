import fc from "fast-check";
import { expect, test } from "vitest";
import { arbitraryUnit } from "../fixtures/arbitrary-unit.ts";
import { dimensionless, divideUnits, isDimensionless, makeUnit, multiplyUnits, powerUnit, unitsEqual } from "./unit.ts";

const persons = makeUnit(4, [["人", 1]]);
const visits = makeUnit(4, [["人次", 1]]);
const year = makeUnit(0, [["年", 1]]);

test("makeUnit(scale, factors) joins equal symbols, drops zero powers and sorts", () => {
  const unit = makeUnit(-0, [
    ["年", -1],
    ["km", 2],
    ["人", 1],
    ["年", 1],
    ["人", 1],
  ]);
  expect(unit).toEqual({ scale: 0, powers: { km: 2, 人: 2 } });
  expect(Object.keys(unit.powers)).toEqual(["km", "人"]);
});

test("multiplyUnits, divideUnits and powerUnit move the scale with the symbols", () => {
  expect(multiplyUnits(persons, year)).toEqual({ scale: 4, powers: { 人: 1, 年: 1 } });
  expect(divideUnits(persons, visits)).toEqual({ scale: 0, powers: { 人: 1, 人次: -1 } });
  expect(divideUnits(year, persons)).toEqual({ scale: -4, powers: { 人: -1, 年: 1 } });
  expect(powerUnit(persons, 2)).toEqual({ scale: 8, powers: { 人: 2 } });
  expect(powerUnit(persons, 0.5)).toEqual({ scale: 2, powers: { 人: 0.5 } });
  expect(powerUnit(persons, 0)).toEqual(dimensionless);
});

test("unitsEqual(a, b) tells scale, symbol and power apart", () => {
  expect(unitsEqual(persons, makeUnit(4, [["人", 1]]))).toBe(true);
  for (const other of [visits, makeUnit(0, [["人", 1]]), powerUnit(persons, 2), multiplyUnits(persons, year)]) {
    expect(unitsEqual(persons, other)).toBe(false);
    expect(unitsEqual(other, persons)).toBe(false);
  }
});

test("unitsEqual(a, b) is not misled by symbols that every object seems to have", () => {
  const odd = makeUnit(0, [["constructor", 1]]);
  expect(odd.powers).toEqual({ constructor: 1 });
  expect(unitsEqual(odd, makeUnit(0, [["toString", 1]]))).toBe(false);
  expect(unitsEqual(multiplyUnits(odd, odd), powerUnit(odd, 2))).toBe(true);
});

test("isDimensionless(unit) holds for 1 only, not for a bare scale", () => {
  expect(isDimensionless(divideUnits(persons, persons))).toBe(true);
  expect(isDimensionless(divideUnits(persons, makeUnit(0, [["人", 1]])))).toBe(false);
  expect(isDimensionless(year)).toBe(false);
});

test("powerUnit(unit, exponent) refuses an exponent that is not finite", () => {
  expect(() => powerUnit(year, NaN)).toThrow("powerUnit: the exponent must be finite; got NaN");
  expect(() => powerUnit(year, Infinity)).toThrow(RangeError);
});

test("property: units are a commutative group under multiplyUnits", () => {
  fc.assert(
    fc.property(arbitraryUnit, arbitraryUnit, arbitraryUnit, (a, b, c) => {
      expect(multiplyUnits(a, b)).toEqual(multiplyUnits(b, a));
      expect(multiplyUnits(multiplyUnits(a, b), c)).toEqual(multiplyUnits(a, multiplyUnits(b, c)));
      expect(multiplyUnits(a, dimensionless)).toEqual(a);
      expect(multiplyUnits(a, powerUnit(a, -1))).toEqual(dimensionless);
      expect(multiplyUnits(divideUnits(a, b), b)).toEqual(a);
    }),
    { seed: 1, numRuns: 300 },
  );
});

test("property: powers of units follow the laws of exponents", () => {
  const exponent = fc.constantFrom(-3, -2, -1, -0.5, 0, 0.5, 1, 2, 3);
  fc.assert(
    fc.property(arbitraryUnit, arbitraryUnit, exponent, exponent, (a, b, m, n) => {
      expect(powerUnit(multiplyUnits(a, b), n)).toEqual(multiplyUnits(powerUnit(a, n), powerUnit(b, n)));
      expect(multiplyUnits(powerUnit(a, m), powerUnit(a, n))).toEqual(powerUnit(a, m + n));
      expect(powerUnit(powerUnit(a, m), n)).toEqual(powerUnit(a, m * n));
    }),
    { seed: 1, numRuns: 300 },
  );
});

test("property: unitsEqual(a, b) agrees with equality field by field", () => {
  fc.assert(
    fc.property(arbitraryUnit, arbitraryUnit, (a, b) => {
      expect(unitsEqual(a, b)).toBe(JSON.stringify(a) === JSON.stringify(b));
      expect(unitsEqual(a, multiplyUnits(divideUnits(a, b), b))).toBe(true);
    }),
    { seed: 1, numRuns: 300 },
  );
});
