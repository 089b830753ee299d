import { expect, test } from "vitest";
import { readChangedRegion } from "../fixtures/read-changed-region.ts";
import { defaultAssessment } from "./default-assessment.ts";

const file = "data/tidewick/plan.yaml";
const readPlan = (change: (text: string) => string) => {
  const { result } = readChangedRegion({ [file]: (text) => `${change(text)}# read by a test\n` });
  if (!result.ok) throw new TypeError(JSON.stringify(result.issues));
  return result.value.plan;
};
const pathOf = (id: string, path: string) => {
  const targets: Readonly<Record<string, string>> = {
    harbour_jobs: "value: 5.6, year: 2035",
    dwellings_built: "value: 1200, year: 2035",
    idle_share: "value: 0.05, year: 2035",
  };
  const from = targets[id] ?? "";
  const plan = readPlan((text) => text.replace(from, `${from}, path: ${path}`));
  return plan.indicators.find((indicator) => indicator.id === id)?.target?.path;
};

test("the plan's path to a target is the straight line unless it is given", () => {
  expect(readPlan((text) => text).indicators[0]?.target?.path).toEqual({ kind: "linear" });
  expect(pathOf("harbour_jobs", "geometric")).toEqual({ kind: "geometric" });
});

test("a path given year by year runs from the plan's first year to the target year", () => {
  const yearly = "{2031: 1, 2032: 2, 2033: 3, 2034: 4, 2035: 5}";
  expect(pathOf("harbour_jobs", `{official: ${yearly}}`)).toEqual({ kind: "official", values: [1, 2, 3, 4, 5] });
  expect(pathOf("dwellings_built", `{profile: ${yearly}}`)).toEqual({ kind: "profile", shares: [1, 2, 3, 4, 5] });
  expect(pathOf("idle_share", `{official: ${yearly}}`)?.kind).toBe("official");
});

test("the plan's assessment takes thresholds and words, and keeps the usual ones of all others", () => {
  const assessment = `assessment:
  near_limit: 0.05
  at_risk_margin: 0.1
  trip_wires: {still_met: 0.2}
  wording: {likely: {zh: 有望完成, en: on course}}
first_year: 2031`;
  expect(readPlan((text) => text.replace("first_year: 2031", assessment)).assessment).toEqual({
    ...defaultAssessment,
    nearLimit: 0.05,
    atRiskMargin: 0.1,
    tripWires: { stillMet: 0.2, draws: 100 },
    wording: { likely: { zh: "有望完成", en: "on course" } },
  });
});
