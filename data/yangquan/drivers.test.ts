import { expect, test } from "vitest";
import { centralValue, type Ensemble, seriesDraws } from "../../src/ensemble/ensemble.ts";
import { readRegion } from "../../src/fixtures/run-region.ts";
import type { Scenario, Study } from "../../src/inputs/study.ts";
import { runStudy, unwrap } from "../../src/run-study.ts";

const study = readRegion("yangquan");
const baseline = study.scenarios.find(({ id }) => id === "baseline") as Scenario;

/** The baseline with growth as forecast from its observed figures. */
const followed: Scenario = {
  ...baseline,
  id: "growth_forecast",
  drivers: [{ name: "gdp_growth", asOf: null, place: baseline.at }],
};

const run = (asOf?: string) => {
  const both: Study = { ...study, scenarios: [baseline, followed] };
  return unwrap(runStudy(both, { draws: 256, ...(asOf === undefined ? {} : { asOf }) })).results.map(
    ({ ensemble }) => ensemble,
  );
};

test("gdp_growth can follow its observed figures and then their forecast, in place of its equation", () => {
  const [own, forecast] = run();
  const growth = (ensemble: Ensemble, year: number) => [...new Set(seriesDraws(ensemble, "gdp_growth", year))];
  expect(growth(forecast, 2021)).toEqual([0.067]);
  expect(growth(forecast, 2022)).toEqual([0.035]);
  expect(growth(forecast, 2023).length).toBeGreaterThan(200);
  // Three figures, of which the last is low: less than the trend of the plan's years before.
  expect(centralValue(forecast, "gdp_growth", 2025)).toBeLessThan(centralValue(own, "gdp_growth", 2025) as number);
  expect(seriesDraws(forecast, "new_urban_jobs", 2025)).not.toEqual(seriesDraws(own, "new_urban_jobs", 2025));
});

test("gdp_growth as of mid-2022 does not know the figure of 2022", () => {
  const [, forecast] = run("2022-06-30");
  expect(new Set(seriesDraws(forecast, "gdp_growth", 2021)).size).toBe(1);
  expect(new Set(seriesDraws(forecast, "gdp_growth", 2022)).size).toBeGreaterThan(200);
});
