import { expect, test } from "vitest";
import { effectOf, leverOf } from "../fixtures/scenario-of.ts";
import { seekRequestOf, seekStudyOf } from "../fixtures/seek-study.ts";
import { lastStartYear } from "./last-start-year.ts";
import { makeStudyProblem } from "./study-problem.ts";

/** A stock that a lever fills by one a year, a year after it is turned up. */
function startOf(target: number) {
  const study = seekStudyOf({
    variables: { x: { initial: "0", equation: "prev(x) + rate + spread / 100" } },
    assumptions: { rate: 0, spread: 0 },
    uncertain: { spread: { kind: "uniform", lower: -1, upper: 1 } },
    levers: [leverOf("fill", { effects: [effectOf("rate", "add", 1)], lag: 1 })],
    rows: { x: { target: { value: target } } },
  });
  const made = makeStudyProblem(
    { ...seekRequestOf(study), levers: ["fill"], probability: 0.9 },
    { draws: 256, seed: 1 },
  );
  if (!made.ok || made.value.kind !== "problem") throw new TypeError("the row must be sought");
  return lastStartYear(made.value.problem, 0);
}

test("lastStartYear(problem, place) counts the lag and the years that are needed", () => {
  // Started in 2031 it acts from 2032 to 2035: four years.
  expect(startOf(2.5)).toMatchObject({ year: 2032 });
  expect(startOf(0.5)).toMatchObject({ year: 2034 });
  expect(startOf(2.5).byYear.map(({ isKept }) => isKept)).toEqual([true, true, false, false, false]);
});

test("lastStartYear(problem, place) is null when even the first year is too late", () => {
  expect(startOf(4.5).year).toBeNull();
});
