import { expect, test } from "vitest";
import { defaultAssessment } from "../inputs/default-assessment.ts";
import { controlStanding } from "./control-standing.ts";

const below45 = { comparison: "<", value: 0.045 } as const;
const from90 = { comparison: ">=", value: 0.9 } as const;

test.each([
  // A rise from 3.88 to 4.2 % under a ceiling of 4.5 % is no failure.
  [0.042, below45, "held", "持续控制在目标内"],
  [0.044, below45, "at_risk", "临界"],
  [0.045, below45, "breached", "突破控制线"],
  [0.97, from90, "held", "持续保持在目标以上"],
  [0.9, from90, "at_risk", "临界"],
  [0.89, from90, "breached", "跌破保持线"],
] as const)("controlStanding(%d, …) is %s", (value, target, status, zh) => {
  expect(controlStanding(value, target, defaultAssessment)).toMatchObject({ status, wording: { zh } });
});

test("controlStanding(…) measures the room as a share of the target, and takes the plan's margin and words", () => {
  expect(controlStanding(0.042, below45, defaultAssessment).margin).toBeCloseTo(0.3 / 4.5, 12);
  expect(controlStanding(0.048, below45, defaultAssessment).margin).toBeCloseTo(-0.3 / 4.5, 12);
  expect(controlStanding(0, { comparison: "<=", value: 0 }, defaultAssessment)).toMatchObject({
    status: "held",
    margin: null,
  });
  const own = { ...defaultAssessment, atRiskMargin: 0.1, wording: { at_risk: { zh: "贴线", en: "at the line" } } };
  expect(controlStanding(0.042, below45, own)).toMatchObject({ status: "at_risk", wording: { zh: "贴线" } });
});
