import { expect, test } from "vitest";
import { quantiles } from "../../src/core/quantiles.ts";
import { fixedScenario, readRegion, runRegion } from "../../src/fixtures/run-region.ts";
import { formulaOf } from "../../src/fixtures/study-of-formulas.ts";
import type { Study } from "../../src/inputs/study.ts";

// Population and labour force of the model, against what was observed since and against themselves.

const study = readRegion("yangquan");
const baseline = runRegion(study, fixedScenario(study, "baseline"));
const central = runRegion(study, fixedScenario(study, "baseline"), "central");

function observed(region: string, series: string, year: number): number {
  const found = study.observations.find((o) => o.region === region && o.series === series && o.year === year);
  return typeof found?.value === "number" ? found.value : Number.NaN;
}

function centralValue(variable: string, year: number): number {
  return central.at(variable, year)[0] ?? Number.NaN;
}

/** The 95 % band of a variable over the draws of the baseline. */
function band(variable: string, year: number): [low: number, high: number] {
  const [low = Number.NaN, high = Number.NaN] = quantiles(baseline.at(variable, year), [0.025, 0.975]);
  return [low, high];
}

test("the population of the base year is the census total on every draw", () => {
  for (const total of baseline.at("total_population", 2020)) expect(total).toBeCloseTo(131.8505, 10);
});

// The province's figures of these years shaped the priors of mortality and fertility, but not the path of the shares.
test.each([
  ["share_60_plus", 2022, "population_share_age_60_plus", 0.003],
  ["share_60_plus", 2023, "population_share_age_60_plus", 0.003],
  ["birth_rate", 2021, "birth_rate", 0.0004],
  ["birth_rate", 2022, "birth_rate", 0.0004],
  ["birth_rate", 2023, "birth_rate", 0.0008],
  ["death_rate", 2021, "death_rate", 0.0004],
  ["death_rate", 2022, "death_rate", 0.0004],
  ["death_rate", 2023, "death_rate", 0.0006],
] as const)("the central run's %s of %i agrees with the province's", (variable, year, series, tolerance) => {
  const province = observed("山西省", series, year);
  expect(Math.abs(centralValue(variable, year) - province)).toBeLessThan(tolerance);
});

test("the central run's share of people of 15 to 59 follows the province's", () => {
  for (const year of [2021, 2022, 2023]) {
    const share = centralValue("working_age_population", year) / centralValue("total_population", year);
    expect(Math.abs(share - observed("山西省", "population_share_age_15_59", year))).toBeLessThan(0.005);
  }
});

test("the city's population of 2021 and 2022 lies inside the 95 % band, and the band is not silly", () => {
  for (const [year, widest] of [
    [2021, 2],
    [2022, 3.5],
  ] as const) {
    const [low, high] = band("total_population", year);
    const fact = observed("阳泉市", "resident_population", year);
    expect(fact).toBeGreaterThan(low);
    expect(fact).toBeLessThan(high);
    expect(high - low).toBeLessThan(widest);
  }
});

test.each(["baseline", "stress", "trend"])("population and labour keep their accounts on every draw of %s", (id) => {
  const run = id === "baseline" ? baseline : runRegion(study, fixedScenario(study, id));
  const checked = run.identities().filter(({ tag }) => tag === "C1" || tag === "C3");
  expect(checked.length).toBeGreaterThan(4);
  expect(checked.filter(({ violatingDraws }) => violatingDraws > 0)).toEqual([]);
});

test("over all years births less deaths plus migration is what the population changed by", () => {
  const [first, ...years] = baseline.years;
  const sums = new Float64Array(baseline.at("births", 2021).length);
  for (const year of years) {
    const [births, deaths, migrants] = ["births", "deaths", "net_migrants"].map((name) => baseline.at(name, year));
    sums.forEach((sum, i) => {
      sums[i] = sum + (births?.[i] ?? NaN) - (deaths?.[i] ?? NaN) + (migrants?.[i] ?? NaN);
    });
  }
  const [before, after] = [first ?? NaN, years.at(-1) ?? NaN].map((year) => baseline.at("total_population", year));
  sums.forEach((sum, i) => {
    expect((after?.[i] ?? NaN) - (before?.[i] ?? NaN)).toBeCloseTo(sum, 9);
  });
});

test("without deaths and migration every cohort keeps its people as it ages", () => {
  const scenario = fixedScenario(study, "trend", { mortality_scale: 0, net_migration: 0, migration_shock_sd: 0 });
  const closed = runRegion(study, scenario, 4);
  const female = 101;
  for (const age of [0, 17, 44, 89]) {
    for (const sex of [0, female]) {
      const kept = closed.at("population", 2030, sex + age + 10);
      expect(kept).toEqual(closed.at("population", 2020, sex + age));
    }
  }
  expect(Math.max(...closed.at("deaths", 2030))).toBe(0);
});

test("shares of migration over ages sum to 1 and are largest at 24", () => {
  const shares = Array.from({ length: 101 }, (_, age) => baseline.at("migration_share", 2020, age)[0] ?? NaN);
  expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  expect(shares.indexOf(Math.max(...shares))).toBe(24);
});

test("life expectancy at birth follows from the survival table as it was meant: 75.4 and 80.9 years at scale 1", () => {
  const run = runRegion(study, fixedScenario(study, "trend", { mortality_scale: 1 }), "central");
  for (const [first, infantDeaths, expected] of [
    [0, 0.0062, 75.4],
    [101, 0.0052, 80.9],
  ] as const) {
    // Ages at the start of a year are a person's last birthday: on average half a year more has been lived.
    let alive = 1 - infantDeaths;
    let years = 0.5;
    for (let age = 0; age <= 100; age++) {
      const next = alive * (run.at("survival", 2020, first + age)[0] ?? NaN);
      years += (alive + next) / 2;
      alive = next;
    }
    expect(Math.abs(years - expected)).toBeLessThan(0.6);
  }
});

test("labour force, employment and unemployment of the base year agree with one another on every draw", () => {
  const scenario = fixedScenario(study, "baseline", { surveyed_unemployment_base: 0.054 });
  const run = runRegion(study, scenario);
  const sought = run.at("labour_force_sought", 2020);
  run.at("labour_force", 2020).forEach((labourForce, i) => {
    // What two steps of Newton's method leave grows with the distance, to some 2e-5 at three standard deviations.
    expect(Math.abs(labourForce / (sought[i] ?? NaN) - 1)).toBeLessThan(5e-5);
  });
  for (const rate of run.at("surveyed_unemployment_rate", 2020)) expect(rate).toBeCloseTo(0.054, 12);
  for (const [i, employed] of run.at("employed", 2020).entries()) {
    expect(employed / (1 - 0.054)).toBeCloseTo(run.at("labour_force", 2020)[i] ?? NaN, 9);
  }
});

test("discouraged workers lower participation in the year after unemployment was high", () => {
  const run = (discouragement: number) => {
    const fixed = { discouragement, surveyed_unemployment_base: 0.058, usual_unemployment_rate: 0.05 };
    return runRegion(study, fixedScenario(study, "trend", fixed), "central").at("labour_force", 2021)[0] ?? NaN;
  };
  // By hand: 4 × .008 on the logit scale, times Σ p(1 − p)N, about a fifth of the labour force.
  expect(run(4) / run(0) - 1).toBeCloseTo(-0.032 * 0.215, 3);
});

test("a model that forgets the deaths of newborns is caught by C1", () => {
  const wrong = formulaOf("sum((prev(population) + migrants / 2) * (1 - survival) over sex, age)");
  const variables = study.model.variables.map((variable) =>
    variable.name === "deaths" ? { ...variable, equation: [{ when: null, value: wrong }] } : variable,
  );
  const broken: Study = { ...study, model: { ...study.model, variables } };
  const run = runRegion(broken, fixedScenario(broken, "baseline"), 8);
  const account = run.identities().find(({ name }) => name === "population_account");
  expect(account?.holds).toBe(false);
  expect(account?.violatingDraws).toBe(8);
});
