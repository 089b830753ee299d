import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { fixedScenario, type RegionRun, readRegion, runRegion } from "../../src/fixtures/run-region.ts";
import type { Scenario } from "../../src/inputs/study.ts";

// The retirement reform of 2025: its rule, the tables made from it, and what it does to the pension register.

/** Old retirement ages, and the rule: one month of delay for every so many months, up to a limit. */
const groups = {
  men: { oldAge: 60, every: 4, limit: 36 },
  women_cadres: { oldAge: 55, every: 4, limit: 36 },
  women_workers: { oldAge: 50, every: 2, limit: 60 },
} as const;

type Group = keyof typeof groups;

/** Months of delay of someone whose old retirement month comes `month` months after January 2025. */
function delayOf(group: Group, month: number): number {
  const { every, limit } = groups[group];
  return month < 0 ? 0 : Math.min(limit, Math.floor(month / every) + 1);
}

/** New retirement age in months of someone born in a month. */
function newAge(group: Group, bornIn: `${number}-${number}`): number {
  const [year = NaN, month = NaN] = bornIn.split("-").map(Number);
  const { oldAge } = groups[group];
  return 12 * oldAge + delayOf(group, 12 * (year + oldAge - 2025) + month - 1);
}

test.each([
  ["men", "1964-12", 60, 0],
  ["men", "1965-01", 60, 1],
  ["men", "1965-05", 60, 2],
  ["men", "1976-08", 62, 11],
  ["men", "1976-09", 63, 0],
  ["men", "1990-01", 63, 0],
  ["women_cadres", "1970-01", 55, 1],
  ["women_cadres", "1981-09", 58, 0],
  ["women_workers", "1975-01", 50, 1],
  ["women_workers", "1975-03", 50, 2],
  ["women_workers", "1984-11", 55, 0],
] as const)(
  "the rule of the decision: %s born in %s retire at %i years and %i months",
  (group, born, years, months) => {
    // Dates of the annex of the State Council's measures of 13 September 2024.
    expect(newAge(group, born)).toBe(12 * years + months);
  },
);

/** Months of birth that have passed the old but not the new age at the end of a year, by the rule. */
function keptMonths(group: Group, year: number): number {
  const passed = 12 * (year - 2024);
  return Array.from({ length: passed }, (_, month) => month).filter((m) => m + delayOf(group, m) >= passed).length;
}

test.each([
  ["kept-months-men.csv", "men"],
  ["kept-months-men.csv", "women_cadres"],
  ["kept-months-women-workers.csv", "women_workers"],
] as const)("the table %s follows from the rule for %s in every year", (file, group) => {
  const lines = readFileSync(join(import.meta.dirname, "model/tables", file), "utf8")
    .trimEnd()
    .split("\n")
    .slice(1);
  const table = lines.map((line) => line.split(",").map(Number));
  expect(table.map(([year]) => year)).toEqual(Array.from({ length: 17 }, (_, i) => 2024 + i));
  expect(table).toEqual(table.map(([year = NaN]) => [year, keptMonths(group, year)]));
});

const study = readRegion("yangquan");

/** The scenario without the reform. */
function withoutReform(scenario: Scenario): Scenario {
  return { ...scenario, events: scenario.events.filter(({ name }) => name !== "retirement_reform") };
}

function reformPair(fixed: Readonly<Record<string, number>> = {}): [on: RegionRun, off: RegionRun] {
  const scenario = fixedScenario(study, "no_new_policy", fixed);
  return [runRegion(study, scenario, 64), runRegion(study, withoutReform(scenario), 64)];
}

const reported = study.model.variables.filter(({ report }) => report).map(({ name }) => name);
const noFlexibility = { early_retirement_share: 0, late_retirement_share: 0 };
const noMortality = { retiree_exit_rate: 0, contributor_death_rate: 0, termination_rate: 0 };

test("before 2025 the reform changes no bit", () => {
  const [on, off] = reformPair();
  for (const name of reported) {
    for (const year of [2020, 2021, 2022, 2023, 2024]) expect(on.at(name, year), name).toEqual(off.at(name, year));
  }
  expect(on.at("retirements", 2025)).not.toEqual(off.at("retirements", 2025));
});

test("the reform leaves contributors plus retirees alone when it moves no one into work and no one dies", () => {
  const [on, off] = reformPair({ ...noMortality, reform_lift: 0 });
  for (const year of [2025, 2027, 2030]) {
    const without = off.at("employee_pension", year);
    on.at("employee_pension", year).forEach((value, i) => {
      expect(value).toBeCloseTo(without[i] ?? NaN, 9);
    });
    const postponed = on.at("postponed_workers", year);
    on.at("retirees", year).forEach((value, i) => {
      const late = on.at("late_workers", year)[i] ?? NaN;
      expect((off.at("retirees", year)[i] ?? NaN) - value).toBeCloseTo((postponed[i] ?? NaN) + late, 9);
    });
  }
});

test("those whom the reform keeps at work do not join the pension a second time", () => {
  const [on, off] = reformPair(noMortality);
  const change = on
    .at("employee_pension", 2030)
    .map((value, i) => value - (off.at("employee_pension", 2030)[i] ?? NaN));
  const added = on.at("reform_labour", 2030);
  expect(Math.min(...added)).toBeGreaterThan(0);
  // Booked again, a tenth of a year's gross jobs for each person at work would join in every year.
  change.forEach((value, i) => {
    expect(Math.abs(value)).toBeLessThan(0.02 * (added[i] ?? NaN));
  });
});

test("in 2025 three quarters of a year's men and two thirds of its women workers retire", () => {
  const men = { women_weight: 0, special_men_share: 0, special_women_share: 0 };
  const [on, off] = reformPair({ ...noFlexibility, ...men });
  on.at("retirements", 2025).forEach((value, i) => {
    expect(value / (off.at("retirements", 2025)[i] ?? NaN)).toBeCloseTo(0.75, 9);
  });
  const women = { special_men_share: 1, special_women_share: 0, women_worker_share: 1 };
  const [womenOn, womenOff] = reformPair({ ...noFlexibility, ...women });
  const workers = 1;
  womenOn.at("retirements", 2025).forEach((value, i) => {
    const due = womenOn.at("due", 2025, 5 * workers)[i] ?? NaN;
    expect((womenOff.at("retirements", 2025)[i] ?? NaN) - value).toBeCloseTo(due / 3, 9);
  });
});

test("whoever the reform postpones retires later: in the end no more are kept than the rule keeps", () => {
  const men = { women_weight: 0, special_men_share: 0, special_women_share: 0 };
  const [on] = reformPair({ ...noFlexibility, ...men });
  // At the end of 2030, 15 months of birth are kept: all of the year's cohort and three months of the one before.
  on.at("postponed_workers", 2030).forEach((value, i) => {
    const [thisYear = NaN, lastYear = NaN] = [0, 1].map((past) => on.at("due", 2030, past)[i] ?? NaN);
    expect(value).toBeCloseTo(thisYear + lastYear / 4, 9);
  });
});

test("early retirement undoes the reform in full when everyone takes it", () => {
  const [on, off] = reformPair({ early_retirement_share: 1, late_retirement_share: 0 });
  expect(on.at("retirements", 2027)).toEqual(off.at("retirements", 2027));
  expect(Math.max(...on.at("reform_labour", 2027))).toBe(0);
});

test("retirements without the reform follow the ages of the population", () => {
  const men = { women_weight: 0, special_men_share: 0, special_women_share: 0, retirement_rate: 0.065 };
  const run = runRegion(study, withoutReform(fixedScenario(study, "no_new_policy", men)), 16);
  const [first, later] = [2020, 2024].map((year) => [run.at("retirements", year), run.at("population", year, 60)]);
  const [before, menBefore] = first ?? [];
  const [after, menAfter] = later ?? [];
  after?.forEach((value, i) => {
    expect(value / (before?.[i] ?? NaN)).toBeCloseTo((menAfter?.[i] ?? NaN) / (menBefore?.[i] ?? NaN), 9);
    // The large cohorts of the early 1960s.
    expect(value / (before?.[i] ?? NaN)).toBeGreaterThan(1.4);
  });
});

test("pension and jobs keep their accounts on every draw with and without the reform", () => {
  for (const run of reformPair()) {
    const checked = run.identities().filter(({ tag }) => tag === "C4" || tag === "C5");
    expect(checked.length).toBeGreaterThan(4);
    expect(checked.filter(({ holds }) => !holds)).toEqual([]);
  }
});
