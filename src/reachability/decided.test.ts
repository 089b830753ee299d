import { expect, test } from "vitest";
import { areAllDecided, isOpen } from "./decided.ts";

const fact = { fact: { value: 1, met: true, sources: [] }, probability: null, quantiles: null };
const chance = { fact: null, probability: 0.4, quantiles: { "0.5": 3 } };
const outlook = { fact: null, probability: null, quantiles: { "0.5": 3 } };
const unknown = { fact: null, probability: null, quantiles: null };

test("isOpen(verdict) holds of rows with a chance or an outlook, not of facts and of rows nobody can judge", () => {
  expect([chance, outlook, fact, unknown].map(isOpen)).toEqual([true, true, false, false]);
});

test("areAllDecided(verdicts) asks for a fact, and lets rows that nobody can judge stand beside it", () => {
  expect(areAllDecided([fact, unknown])).toBe(true);
  expect(areAllDecided([fact, chance])).toBe(false);
  expect(areAllDecided([fact, outlook])).toBe(false);
  expect(areAllDecided([unknown])).toBe(false);
  expect(areAllDecided([])).toBe(false);
});
