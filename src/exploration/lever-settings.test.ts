import { expect, test } from "vitest";
import { leverPaths } from "../ensemble/lever-paths.ts";
import { leverOf, policyOf, scenarioOf } from "../fixtures/scenario-of.ts";
import { seekStudyOf } from "../fixtures/seek-study.ts";
import type { LeverSetting, Scenario } from "../inputs/study.ts";
import { fixedSetting, raisedSetting, turnableLever } from "./lever-settings.ts";

const study = seekStudyOf({
  variables: { x: "1" },
  levers: [leverOf("push", { lag: 1 }), leverOf("other")],
  rows: {},
  more: { policies: [policyOf(1, { levers: ["push"], weight: 0.8, lag: 2, ramp: 2 })] },
});
const years = [2030, 2031, 2032, 2033, 2034, 2035];

/** Intensities with which the lever acts when it is set so. */
function pathOf(scenario: Scenario, setting?: LeverSetting): number[] {
  const levers = setting === undefined ? scenario.levers : { ...scenario.levers, push: setting };
  const firstYears = { levers: 2031, policies: 2031 };
  const paths = leverPaths(study.model.levers, study.policies, { ...scenario, levers }, years, firstYears);
  return [...(paths.get("push") ?? new Float64Array(6))];
}

test("raisedSetting(…) at the level the scenario has is the scenario's own path", () => {
  const scenarios = [
    scenarioOf({ levers: { push: 0.3 } }),
    scenarioOf({
      levers: {
        push: [
          { year: 2032, intensity: 0.2 },
          { year: 2034, intensity: 0.6 },
        ],
      },
    }),
    scenarioOf({ policies: { all: 1 } }),
    scenarioOf(),
  ];
  for (const scenario of scenarios) {
    const lever = turnableLever(study, scenario, "push", 2031);
    const same = raisedSetting(lever, lever.ownLevel, 2031, study.plan);
    expect(pathOf(scenario, same)).toEqual(pathOf(scenario));
  }
});

test("raisedSetting(…) raises from a year on and never lowers", () => {
  const scenario = scenarioOf({
    levers: {
      push: [
        { year: 2031, intensity: 0.2 },
        { year: 2035, intensity: 1 },
      ],
    },
  });
  const lever = turnableLever(study, scenario, "push", 2033);
  expect(lever.ownLevel).toBeCloseTo(0.6, 12);
  const path = pathOf(scenario, raisedSetting(lever, 0.7, 2033, study.plan));
  // A lag of one year: what is set for 2033 acts in 2034.
  for (const [place, wanted] of [0, 0, 0.2, 0.4, 0.7, 0.8].entries()) expect(path[place]).toBeCloseTo(wanted, 12);
});

test("raisedSetting(…) is one number where one number says it", () => {
  const lever = turnableLever(study, scenarioOf(), "other", 2031);
  expect(raisedSetting(lever, 0.4, 2031, study.plan)).toBe(0.4);
});

test("fixedSetting(…) may lower, from a year on", () => {
  const scenario = scenarioOf({ levers: { push: 0.8 } });
  const lever = turnableLever(study, scenario, "push", 2034);
  expect(pathOf(scenario, fixedSetting(lever, 0.1, 2034, study.plan))).toEqual([0, 0, 0.8, 0.8, 0.8, 0.1]);
});

test("turnableLever(…) refuses a lever that the model does not have", () => {
  expect(() => turnableLever(study, scenarioOf(), "pull", 2031)).toThrow(RangeError);
});
