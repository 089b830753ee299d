import { expect, test } from "vitest";
import { fixedScenario, type RegionRun, readRegion, runRegion } from "../../src/fixtures/run-region.ts";

// Sectors held against steps that were calculated by hand or follow from a closed form.

const study = readRegion("yangquan");

/** The central run without events or measures, some assumptions fixed. */
function trend(fixed: Readonly<Record<string, number>>, switches: Readonly<Record<string, string>> = {}): RegionRun {
  return runRegion(study, { ...fixedScenario(study, "trend", fixed), switches }, "central");
}

function valueIn(run: RegionRun, variable: string, year: number): number {
  return run.at(variable, year)[0] ?? Number.NaN;
}

test("one year of the skill levels, on the certificate basis, gives the levels calculated by hand", () => {
  // 2 万 person-times of which .4 end with a certificate, and .5 万 certificates besides.
  const assumptions = {
    training_volume: 0.5,
    certificate_yield: 0.4,
    other_certificates: 0.5,
    new_holder_share: 0.7,
    junior_entry_share: 0.55,
    mid_entry_share: 0.35 / 0.45,
    graduate_holders: 0.4,
    graduate_mid_share: 0.85,
    skilled_exit_rate: 0.025,
    promotion_to_mid_share: 0.65,
  };
  const year = trend(assumptions, { skilled_basis: "certificate" });
  expect(valueIn(year, "subsidised_training", 2021)).toBeCloseTo(2, 12);
  expect(valueIn(year, "junior_skilled", 2021)).toBeCloseTo(5.45626, 5);
  expect(valueIn(year, "mid_skilled", 2021)).toBeCloseTo(10.04196, 5);
  expect(valueIn(year, "high_skilled", 2021)).toBeCloseTo(5.10041, 5);
  expect(valueIn(year, "skilled_workers", 2021)).toBeCloseTo(20.598625, 9);
  expect(valueIn(year, "mid_high_skilled_share", 2021)).toBeCloseTo(0.735115, 6);
});

test("five years of the electronic card follow the exact solution of Bass diffusion", () => {
  const card = trend({ e_card_innovation: 0.1, e_card_imitation: 0.3, e_card_saturation: 0.8 });
  [0.494047, 0.573495, 0.63674, 0.684748, 0.71989].forEach((value, place) => {
    expect(valueIn(card, "e_card_coverage", 2021 + place)).toBeCloseTo(value, 6);
  });
});

test("a saturation below its target keeps the electronic card from it, however fast it spreads", () => {
  const card = trend({ e_card_innovation: 0.22, e_card_imitation: 0.5, e_card_saturation: 0.69 });
  expect(valueIn(card, "e_card_coverage", 2025)).toBeGreaterThan(0.67);
  expect(valueIn(card, "e_card_coverage", 2025)).toBeLessThan(0.69);
});

test.each([
  [30, 0.924],
  [40, 0.901],
  [40.55, 0.9],
  [45, 0.89],
])("a steady queue whose cases take %d days closes %d of them", (days, closure) => {
  // Little's law: with a cases a year open for W days each, 1 / (1 + W / 365) of the workload is closed.
  const queue = trend({ dispute_trend: 0, dispute_unemployment_response: 0, case_duration: days });
  expect(valueIn(queue, "arbitration_closure_rate", 2020)).toBeCloseTo(closure, 3);
  expect(valueIn(queue, "arbitration_closure_rate", 2025)).toBeCloseTo(closure, 3);
});

test("cases beyond capacity stay open", () => {
  const queue = trend({ dispute_trend: 0.3, arbitration_capacity: 1.3, arbitration_capacity_growth: 0 });
  expect(valueIn(queue, "disputes_closed", 2025)).toBeCloseTo(1.3, 12);
  expect(valueIn(queue, "arbitration_closure_rate", 2025)).toBeLessThan(0.5);
});

test("talent grows by the net of inflow and exits, newcomers bearing half a year of exits", () => {
  const talent = trend({ talent_inflow_rate: 0.04, talent_exit_rate: 0.025 });
  expect(valueIn(talent, "professional_talent", 2025)).toBeCloseTo(7.82 * (0.975 + 0.04 * 0.9875) ** 5, 12);
});

test("income follows growth and prices, and the real reading takes prices out", () => {
  const fixed = { trend_growth: 0.05, price_trend: 0.02, income_drift: 0.01, income_response: 0.8 };
  const [nominal, real] = [trend(fixed), trend(fixed, { income_basis: "real" })];
  expect(valueIn(nominal, "urban_income_growth", 2025)).toBeCloseTo(0.01 + 0.8 * 0.07, 12);
  expect(valueIn(nominal, "urban_income_index", 2025)).toBeCloseTo(1.066 ** 5, 12);
  expect(valueIn(real, "urban_income_growth", 2025)).toBeCloseTo(1.066 / 1.02 - 1, 12);
});

test.each(["programme", "narrow", "broad", "external"])(
  "under the reading %s both sides of the certified share are visible",
  (reading) => {
    const run = trend({}, { certified_basis: reading });
    const share = valueIn(run, "certified_share", 2025);
    expect(share).toBeCloseTo(valueIn(run, `certified_share_${reading}`, 2025), 12);
    expect(share).toBeCloseTo(valueIn(run, "certified_employed", 2025) / valueIn(run, "employed", 2025), 12);
  },
);

test("more training first raises the share of mid and high skills by upgrades, then dilutes it", () => {
  const shares = [0.1, 1, 3, 6, 10].map((volume) => {
    const run = trend({ training_volume: volume, new_holder_share: 0.55 }, { skilled_basis: "certificate" });
    return valueIn(run, "mid_high_skilled_share", 2025);
  });
  const top = shares.indexOf(Math.max(...shares));
  expect(top).toBeGreaterThan(0);
  expect(top).toBeLessThan(shares.length - 1);
});

test("each new member of the employees' pension lowers the residents' pension by its coverage", () => {
  const [few, many] = [trend({ flexible_joiners: 0.05 }), trend({ flexible_joiners: 0.25 })];
  const gained = valueIn(many, "employee_pension", 2025) - valueIn(few, "employee_pension", 2025);
  const lost = valueIn(few, "resident_pension", 2025) - valueIn(many, "resident_pension", 2025);
  expect(gained).toBeGreaterThan(0.5);
  expect(lost / gained).toBeCloseTo(valueIn(few, "resident_coverage", 2025), 10);
});

test.each(["unemployment_insurance", "work_injury_insurance"])("%s falls with urban employment", (row) => {
  const [slow, fast] = [trend({ urban_share_gain: 0.002 }), trend({ urban_share_gain: 0.007 })];
  expect(valueIn(slow, "urban_employed", 2025)).toBeLessThan(valueIn(fast, "urban_employed", 2025));
  expect(valueIn(slow, row, 2025)).toBeLessThan(valueIn(fast, row, 2025));
});
