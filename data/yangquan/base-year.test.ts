import { expect, test } from "vitest";
import { fixedScenario, readRegion, runRegion } from "../../src/fixtures/run-region.ts";

// What the model says of 2020 is what the plan's Table 1 prints, under the reading the scenario chose.

const study = readRegion("yangquan");
const drawn = runRegion(study, fixedScenario(study, "no_new_policy"), 64);

test.each([
  ["registered_unemployment_rate", 0.0388],
  ["urban_income_growth", 0.052],
  ["subsidised_training", 2.66],
  ["professional_talent", 7.82],
  ["skilled_workers", 19.8],
  ["mid_high_skilled_share", 0.73],
  ["employee_pension", 39.04],
  ["resident_pension", 44],
  ["unemployment_insurance", 26.71],
  ["work_injury_insurance", 27.68],
  ["social_security_card_coverage", 0.96],
  ["e_card_coverage", 0.4],
] as const)("%s is %d in 2020 in every draw", (variable, figure) => {
  for (const value of drawn.at(variable, 2020)) expect(value).toBeCloseTo(figure, 12);
});

test("the reading `text` starts the pensions from the figures of the plan's text", () => {
  const scenario = fixedScenario(study, "no_new_policy");
  const readings = { employee_pension: "text", resident_pension: "text" };
  const text = runRegion(study, { ...scenario, readings }, "central");
  expect(text.at("employee_pension", 2020)[0]).toBeCloseTo(37.43, 12);
  expect(text.at("resident_pension", 2020)[0]).toBeCloseTo(46.8, 12);
});

test.each([
  ["arbitration_closure_rate", 0.9],
  ["mediation_success_rate", 0.6],
] as const)("%s, printed as an inequality, is drawn above %d and not set to it", (variable, bound) => {
  const values = drawn.at(variable, 2020);
  expect(Math.min(...values)).toBeGreaterThan(bound);
  expect(Math.max(...values)).toBeLessThan(1);
  expect(Math.max(...values) - Math.min(...values)).toBeGreaterThan(0.03);
});

test("no reading of the certified share is made to fit 25.70 %, and each says how far off it is", () => {
  for (const reading of ["narrow", "programme", "broad"]) {
    const shares = drawn.at(`certified_share_${reading}`, 2020);
    drawn.at(`certified_gap_${reading}`, 2020).forEach((gap, draw) => {
      expect(gap).toBeCloseTo((shares[draw] ?? Number.NaN) - 0.257, 12);
    });
    expect(Math.max(...shares) - Math.min(...shares)).toBeGreaterThan(0.03);
  }
  for (const value of drawn.at("certified_share_external", 2020)) expect(value).toBeCloseTo(0.257, 12);
});

test("the narrow reading is 25.70 % only with 77.0 万 employed when every holder is employed", () => {
  const fixed = { employed_base: 77.04, holder_employed_share: 1 };
  const narrow = runRegion(study, fixedScenario(study, "no_new_policy", fixed), "central");
  // Participation is shifted by two Newton steps, which leave 0.01 % of the labour force this far from its prior.
  expect(narrow.at("certified_share_narrow", 2020)[0]).toBeCloseTo(0.257, 3);
});
