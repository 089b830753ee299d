import { expect, test } from "vitest";
import { leverOf, policyOf, scenarioOf } from "../fixtures/scenario-of.ts";
import type { LeverSetting } from "../inputs/study.ts";
import { implementation, leverPaths } from "./lever-paths.ts";

const firstYears = { levers: 2031, policies: 2031 };
const years = [2030, 2031, 2032, 2033, 2034];

function pathOf(setting: LeverSetting, lag = 0): number[] {
  const paths = leverPaths(
    [leverOf("push", { lag })],
    [],
    scenarioOf({ levers: { push: setting } }),
    years,
    firstYears,
  );
  return [...(paths.get("push") ?? [])];
}

test("leverPaths(…) holds a number from the first plan year on", () => {
  expect(pathOf(0.8)).toEqual([0, 0.8, 0.8, 0.8, 0.8]);
});

test("leverPaths(…) is 0 before the first given year, straight between, flat after", () => {
  const setting = [
    { year: 2031, intensity: 0.25 },
    { year: 2033, intensity: 1 },
  ];
  expect(pathOf(setting)).toEqual([0, 0.25, 0.625, 1, 1]);
});

test("leverPaths(…) shifts by the lever's lag", () => {
  expect(pathOf(0.8, 2)).toEqual([0, 0, 0, 0.8, 0.8]);
});

test("leverPaths(…) leaves out a lever that stays at 0", () => {
  expect(pathOf(0)).toEqual([]);
});

test("leverPaths(…) combines policies to 1 − Π(1 − w · implementation)", () => {
  const policies = [policyOf(1, { levers: ["push"] }), policyOf(2, { levers: ["push"], weight: 0.25, lag: 1 })];
  const paths = leverPaths([leverOf("push")], policies, scenarioOf({ policies: { all: 1 } }), years, firstYears);
  expect([...(paths.get("push") ?? [])]).toEqual([0, 0.5, 1 - 0.5 * 0.75, 1 - 0.5 * 0.75, 1 - 0.5 * 0.75]);
});

test("leverPaths(…) phases a policy in over its ramp", () => {
  const policies = [policyOf(1, { levers: ["push"], weight: 1, ramp: 2, start: 2032 })];
  const paths = leverPaths([leverOf("push")], policies, scenarioOf({ policies: { 1: 1 } }), years, firstYears);
  expect([...(paths.get("push") ?? [])]).toEqual([0, 0, 0.5, 1, 1]);
});

test("leverPaths(…) ignores policies for a lever that the scenario sets", () => {
  const policies = [policyOf(1, { levers: ["push"] })];
  const scenario = scenarioOf({ levers: { push: 0.1 }, policies: { all: 1 } });
  const paths = leverPaths([leverOf("push")], policies, scenario, years, firstYears);
  expect(paths.get("push")?.[1]).toBe(0.1);
});

test("implementation(scenario, policy) takes the number before the chapter before all", () => {
  const policy = policyOf(19);
  expect(implementation(scenarioOf({ policies: { all: 0.2 } }), policy)).toBe(0.2);
  expect(implementation(scenarioOf({ policies: { all: 0.2, chapter_2: 0.4 } }), policy)).toBe(0.4);
  expect(implementation(scenarioOf({ policies: { all: 0.2, chapter_2: 0.4, 19: 0 } }), policy)).toBe(0);
  expect(implementation(scenarioOf(), policy)).toBe(0);
});
