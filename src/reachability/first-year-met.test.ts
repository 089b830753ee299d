import { expect, test } from "vitest";
import { makeEnsemble, makeIndicator } from "../fixtures/small-assessment.ts";
import type { Target } from "../inputs/study.ts";
import { attainmentRule } from "./attainment.ts";
import { firstYearMet } from "./first-year-met.ts";

const yearsMet = (target: Partial<Target>, paths: number[][], weights?: readonly number[]) => {
  const ensemble = makeEnsemble({ ferries: paths }, weights === undefined ? {} : { weights });
  const rule = attainmentRule(makeIndicator({ target: { year: 2022, ...target } }), 2021, {})!;
  return firstYearMet(ensemble, "ferries", rule, 2021);
};

// Four draws by year: the first meets 120 at once, the second in 2022 only, the third in 2024, the fourth never.
const paths = [
  [125, 100, 100, 100],
  [125, 121, 100, 100],
  [125, 110, 110, 100],
  [125, 110, 120, 100],
];

test("firstYearMet(…) counts a draw from the first year in which it meets the target", () => {
  expect(yearsMet({}, paths)).toEqual({ median: 2022, by: { 2021: 0.25, 2022: 0.5, 2023: 0.5, 2024: 0.75 } });
});

test("firstYearMet(…) has no median when fewer than half the draws get there by the end", () => {
  expect(yearsMet({ value: 124 }, paths)).toEqual({
    median: null,
    by: { 2021: 0.25, 2022: 0.25, 2023: 0.25, 2024: 0.25 },
  });
});

test("firstYearMet(…) weighs the draws", () => {
  expect(yearsMet({ value: 124 }, paths, [0.7, 0.1, 0.1, 0.1])?.median).toBe(2021);
});

test("firstYearMet(…) of a total adds up from the first plan year and goes on after the target year", () => {
  const yearly = [[2], [2], [2], [2]];
  expect(yearsMet({ kind: "cumulative", value: 6 }, yearly)?.median).toBe(2023);
  expect(yearsMet({ kind: "cumulative", value: 9 }, yearly)?.median).toBeNull();
});

test("firstYearMet(…) of a total stops at a year that is not finite", () => {
  expect(yearsMet({ kind: "cumulative", value: 4 }, [[2], [Number.NaN], [9], [9]])?.median).toBeNull();
});

test("firstYearMet(…) is null for kinds that have no such year", () => {
  expect(yearsMet({ kind: "ceiling", rule: "end_year" }, paths)).toBeNull();
  expect(yearsMet({ kind: "maintain", rule: "each_year" }, paths)).toBeNull();
  expect(yearsMet({ kind: "mean_growth" }, paths)).toBeNull();
  expect(yearsMet({ kind: "cumulative", comparison: "<=" }, paths)).toBeNull();
});
