import { expect, test } from "vitest";
import { makePlan } from "../fixtures/small-assessment.ts";
import { rowAlert } from "./row-alert.ts";

const { assessment } = makePlan([]);

test.each([
  ["on_track", 0.95, "none", "pace"],
  ["ahead", 0.95, "none", null],
  ["behind", 0.95, "warning", "pace"],
  ["ahead", 0.89, "warning", "probability"],
  ["behind", 0.5, "warning", null],
  ["on_track", 0.33, "warning", "probability"],
  ["achieved_early", 0.32, "serious_warning", "probability"],
  ["reversing", 0.2, "serious_warning", "pace"],
] as const)("rowAlert(binding, %s, %s) is %s, decided by %s", (tier, probability, level, decidedBy) => {
  expect(rowAlert("binding", tier, probability, assessment)).toMatchObject({ level, decidedBy });
});

test("rowAlert(…) goes by what there is when a row has no pace or no chance", () => {
  expect(rowAlert("binding", null, 0.2, assessment)).toMatchObject({ level: "serious_warning", decidedBy: null });
  expect(rowAlert("binding", "far_behind", null, assessment)).toMatchObject({ level: "warning", decidedBy: null });
  expect(rowAlert("binding", null, null, assessment)).toEqual({ level: "none", wording: null, decidedBy: null });
});

test("rowAlert(indicative, …) watches the chance and leaves the pace as context", () => {
  expect(rowAlert("indicative", "reversing", 0.5, assessment).level).toBe("none");
  expect(rowAlert("indicative", "ahead", 0.49, assessment).wording).toEqual({ zh: "关注", en: "watch" });
});

test("rowAlert(…) is worded as evaluation reports are", () => {
  expect(rowAlert("binding", null, 0.8, assessment).wording?.zh).toBe("预警");
  expect(rowAlert("binding", null, 0.1, assessment).wording?.zh).toBe("重点预警");
});
