import { expect, test } from "vitest";
import { endingAt, makeEnsemble, makeIndicator, makeInput } from "../fixtures/small-assessment.ts";
import type { Study } from "../inputs/study.ts";
import { assessScenario } from "../reachability/assess-scenario.ts";
import { fanDataOfRun } from "./fan-data-of-run.ts";

const unmodelled = makeIndicator({ id: "piers", variable: null });
const input = makeInput([makeIndicator(), unmodelled], makeEnsemble({ ferries: endingAt([1, 2, 3]) }));
const { scenario, ensemble, informationDate, plan, observations } = input;
const identity = { hash: "abc", seed: 1, draws: 3, informationDate };
const run = {
  study: { plan, observations } as unknown as Study,
  results: [{ scenario, ensemble, identity, verdicts: assessScenario(input) }],
};

test("fanDataOfRun(run, scenario, indicator) prepares the fan of one row", () => {
  const data = fanDataOfRun(run, "calm", "ferries");
  expect(data.median.at(-1)).toBe(2);
  expect(data.footer.runHash).toBe("abc");
});

test("fanDataOfRun(run, scenario, indicator) refuses what is not there", () => {
  expect(() => fanDataOfRun(run, "windy", "ferries")).toThrow("fanDataOfRun: scenario must have been run; got windy");
  expect(() => fanDataOfRun(run, "calm", "oars")).toThrow(
    "fanDataOfRun: indicator must be a row of the plan; got oars",
  );
  expect(() => fanDataOfRun(run, "calm", "piers")).toThrow("the model must simulate the indicator; got piers");
});
