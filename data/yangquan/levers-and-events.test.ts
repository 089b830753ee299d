import { expect, test } from "vitest";
import { fixedScenario, type RegionRun, readRegion, runRegion } from "../../src/fixtures/run-region.ts";
import type { EventUse, LeverSetting } from "../../src/inputs/study.ts";

// Which way each lever and event moves the rows. Sizes are assumptions; signs are not.

const study = readRegion("yangquan");
const trend = fixedScenario(study, "trend");

function withLevers(levers: Readonly<Record<string, LeverSetting>>): RegionRun {
  return runRegion(study, { ...trend, levers }, "central");
}

function withEvent(use: Pick<EventUse, "name" | "at">, draws: number | "central" = "central"): RegionRun {
  return runRegion(study, { ...trend, events: [{ ...use, size: 1, place: trend.at }] }, draws);
}

function valueIn(run: RegionRun, variable: string, year: number): number {
  return run.at(variable, year)[0] ?? Number.NaN;
}

const without = withLevers({});

test.each([
  ["job_retention", "surveyed_unemployment_rate", "lowers"],
  ["job_creation", "new_urban_jobs", "raises"],
  ["startups", "new_urban_jobs", "raises"],
  ["job_matching", "surveyed_unemployment_rate", "lowers"],
  ["rural_to_urban", "urban_employed", "raises"],
  ["rural_jobs_kept", "urban_employed", "lowers"],
  ["service_sector", "new_urban_jobs", "raises"],
  ["public_service_posts", "registered_unemployment_rate", "lowers"],
  ["registration_access", "registered_unemployment_rate", "raises"],
  ["labour_export", "employee_pension", "lowers"],
  ["labour_export", "labour_force", "lowers"],
  ["training_volume_up", "subsidised_training", "raises"],
  ["training_quality", "skilled_workers", "raises"],
  ["online_training", "skilled_workers", "lowers"],
  ["training_new_entrants", "skilled_workers", "raises"],
  ["training_new_entrants", "mid_high_skilled_share", "lowers"],
  ["direct_mid_entry", "mid_high_skilled_share", "raises"],
  ["promotion_channels", "mid_high_skilled_share", "raises"],
  ["enterprise_assessment", "skilled_workers", "raises"],
  ["vocational_schools", "skilled_workers", "raises"],
  ["skilled_retention", "skilled_workers", "raises"],
  ["talent_attraction", "professional_talent", "raises"],
  ["talent_retention", "professional_talent", "raises"],
  ["pension_enrolment", "employee_pension", "raises"],
  ["flexible_enrolment", "employee_pension", "raises"],
  ["flexible_enrolment", "resident_pension", "lowers"],
  ["contribution_relief", "employee_pension", "raises"],
  ["resident_incentives", "resident_pension", "raises"],
  ["resident_price_link", "resident_pension", "lowers"],
  ["pension_portability", "employee_pension", "raises"],
  ["pension_portability", "resident_pension", "lowers"],
  ["unemployment_insurance_enrolment", "unemployment_insurance", "raises"],
  ["work_injury_enrolment", "work_injury_insurance", "raises"],
  ["register_cleaning", "resident_pension", "lowers"],
  ["wage_policy", "urban_income_growth", "raises"],
  ["wage_policy", "new_urban_jobs", "lowers"],
  ["skill_premium", "urban_income_growth", "raises"],
  ["dispute_prevention", "disputes_filed", "lowers"],
  ["petition_window", "disputes_filed", "raises"],
  ["mediation_organisations", "mediation_success_rate", "raises"],
  ["arbitration_capacity", "arbitration_closure_rate", "raises"],
  ["card_issuance", "social_security_card_coverage", "raises"],
  ["e_card_promotion", "e_card_coverage", "raises"],
  ["growth_promotion", "urban_income_growth", "raises"],
] as const)("the lever %s: %s %s", (lever, variable, direction) => {
  const change = valueIn(withLevers({ [lever]: 1 }), variable, 2025) - valueIn(without, variable, 2025);
  expect(Math.sign(change)).toBe(direction === "raises" ? 1 : -1);
});

test("easier registration moves the registered rate only, by half of its largest effect", () => {
  const easier = withLevers({ registration_access: 1 });
  const row = "registered_unemployment_rate";
  expect(valueIn(easier, row, 2025) - valueIn(without, row, 2025)).toBeCloseTo(0.0015, 12);
  expect(valueIn(easier, "surveyed_unemployment_rate", 2025)).toBe(
    valueIn(without, "surveyed_unemployment_rate", 2025),
  );
});

test("training volume alone dilutes the share of mid and high skills, and direct entry at mid level raises it", () => {
  const share = (levers: Readonly<Record<string, number>>) =>
    valueIn(withLevers(levers), "mid_high_skilled_share", 2025);
  const byVolume = [0, 1, 3, 6.5].map((training_volume_up) => share({ training_volume_up }));
  const byEntry = [0, 0.25, 0.5, 0.75, 1].map((direct_mid_entry) => share({ direct_mid_entry }));
  expect(byVolume).toEqual([...new Set(byVolume)].sort((a, b) => b - a));
  expect(byEntry).toEqual([...new Set(byEntry)].sort((a, b) => a - b));
});

test("with training at full range the 80 % share stays out of reach in most draws", () => {
  const most = runRegion(study, { ...trend, levers: { training_volume_up: 6.5 } });
  const shares = [...most.at("mid_high_skilled_share", 2025)];
  expect(shares.filter((share) => share >= 0.8).length / shares.length).toBeLessThan(0.25);
});

test("a closed mine raises unemployment and hits unemployment insurance harder than the pension", () => {
  const closed = withEvent({ name: "mine_closure", at: { year: 2024, month: 1 } });
  const loss = (row: string) => 1 - valueIn(closed, row, 2025) / valueIn(without, row, 2025);
  expect(loss("employee_pension")).toBeGreaterThan(0);
  expect(loss("unemployment_insurance")).toBeGreaterThan(2 * loss("employee_pension"));
  const unemployment = "surveyed_unemployment_rate";
  expect(valueIn(closed, unemployment, 2024)).toBeGreaterThan(valueIn(without, unemployment, 2024));
  expect(valueIn(closed, "subsidised_training", 2024)).toBeGreaterThan(valueIn(without, "subsidised_training", 2024));
});

test("of the displaced, only those neither retired early nor redeployed look for work", () => {
  const closed = withEvent({ name: "mine_closure", at: { year: 2024, month: 1 } });
  const displaced = 0.6;
  expect(valueIn(closed, "displaced_to_market", 2024)).toBeCloseTo(displaced * (1 - 0.3 - 0.4), 12);
  expect(valueIn(closed, "displaced_to_market", 2025)).toBe(0);
});

test("an event that starts in July acts on half of its first year", () => {
  const growth = (month: number) =>
    valueIn(withEvent({ name: "coal_slump", at: { year: 2023, month } }), "gdp_growth", 2023);
  const usual = valueIn(without, "gdp_growth", 2023);
  expect(usual - growth(1)).toBeGreaterThan(0.02);
  expect(usual - growth(7)).toBeCloseTo((usual - growth(1)) / 2, 12);
});

test("the pandemic of 2022 holds back jobs, growth and training, and its recovery gives part of it back", () => {
  const [struck, recovered] = [
    withEvent({ name: "covid_2022", at: null }),
    withEvent({ name: "covid_rebound", at: null }),
  ];
  for (const variable of ["new_urban_jobs", "gdp_growth", "subsidised_training", "labour_force"]) {
    expect(valueIn(struck, variable, 2022), variable).toBeLessThan(valueIn(without, variable, 2022));
  }
  expect(valueIn(struck, "disputes_filed", 2022)).toBeGreaterThan(valueIn(without, "disputes_filed", 2022));
  expect(valueIn(recovered, "gdp_growth", 2023)).toBeGreaterThan(valueIn(without, "gdp_growth", 2023));
  expect(valueIn(recovered, "gdp_growth", 2024)).toBe(valueIn(without, "gdp_growth", 2024));
});

test("every event of the library changes some outcome of its first year", () => {
  // Drawn, since an effect that may go either way has a median of 0.
  const undisturbed = runRegion(study, trend, 4);
  const reported = study.model.variables.filter(({ report, over }) => report && over.length === 0);
  const idle = study.model.events.filter(({ name, at }) => {
    const start = at ?? { year: 2024, month: 1 };
    const struck = withEvent({ name, at: start }, 4);
    return reported.every((v) => valueIn(struck, v.name, start.year) === valueIn(undisturbed, v.name, start.year));
  });
  expect(idle.map(({ name }) => name)).toEqual([]);
});
