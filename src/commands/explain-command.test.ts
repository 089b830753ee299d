import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { quantiles } from "../core/quantiles.ts";
import { seriesDraws } from "../ensemble/ensemble.ts";
import { captureIo, optionsIn } from "../fixtures/captured-io.ts";
import { writeInventedRegion } from "../fixtures/write-invented-region.ts";
import { readStudy } from "../inputs/read-study.ts";
import { runStudy, unwrap } from "../run-study.ts";
import type { ExplainOptions } from "./command-options.ts";
import { explainCommand } from "./explain-command.ts";

const folder = mkdtempSync(join(tmpdir(), "explain-"));
afterAll(() => rmSync(folder, { recursive: true }));
const region = writeInventedRegion(folder);

function explain(name: string, parts: Partial<ExplainOptions> = {}) {
  const { io, results, diagnostics } = captureIo();
  const exit = explainCommand({ ...optionsIn(folder), name, scenario: undefined, ...parts }, io);
  return { exit, results: results(), diagnostics: diagnostics() };
}

const explainJson = (name: string, parts: Partial<ExplainOptions> = {}) =>
  JSON.parse(explain(name, { json: true, ...parts }).results).explanations[0];

test("explainCommand shows equations, units, what a variable reads and who reads it", async () => {
  const { exit, results } = explain("harbour_jobs");
  expect(exit).toBe(0);
  await expect(results.replaceAll(folder, "")).toMatchFileSnapshot("__snapshots__/explain.en.txt");
});

test("explainCommand gives the values that a run gives, of variables that are not reported too", () => {
  const run = unwrap(runStudy(unwrap(readStudy(region)), { scenarios: ["baseline"], draws: 64 }));
  const draws = seriesDraws(run.results[0]!.ensemble, "harbour_jobs", 2035)!;
  const { years } = explainJson("harbour_jobs").values[0];
  const last = years.at(-1);
  expect(last.year).toBe(2035);
  expect([last.quantiles.lower, last.quantiles.median, last.quantiles.upper]).toEqual(
    quantiles(draws, [0.05, 0.5, 0.95]),
  );
  expect(explainJson("left_jobs").values[0].years[1].central).toBeCloseTo(0.06 * 5.2, 12);
});

test("explainCommand shows an assumption as the scenario, its levers and events leave it", () => {
  const { assumption, values } = explainJson("leaving_share", { scenario: "training_push" });
  expect(assumption).toMatchObject({ value: 0.06, basis: "assumption", source: null });
  expect(values[0].years.every(({ central }: { central: number }) => central === 0.055)).toBe(true);
  // Placed on levers: 0.3 × 1.1 from the year after the first, at intensity 0.8.
  const yields = explainJson("placement_yield", { scenario: "training_push" }).values[0].years;
  expect(yields[1].central).toBeCloseTo(0.3, 12);
  expect(yields[2].central).toBeCloseTo(0.3 * (1 + 0.8 * 0.1), 12);
});

test("explainCommand shows how strongly a lever and an event act by year", () => {
  const lever = explainJson("training_volume", { scenario: "training_push" }).values[0].years;
  const intensity = lever.map(({ year, central }: { year: number; central: number }) => [year, central]);
  expect(intensity.slice(1, 6)).toEqual([
    [2031, 0],
    [2032, 0.5],
    [2033, 1],
    [2034, 1.5],
    [2035, 1.5],
  ]);
  const storm = explainJson("storm_season").values[0].years;
  // A pulse from July on acts on half of its year.
  expect(storm.map(({ central }: { central: number }) => central)).toEqual([0, 0, 0.5, 0, 0, 0]);
});

test.each([
  "harbour_jobs",
  "passengers",
  "leaving_share",
  "training_mode",
  "scrap_share",
  "flood",
  "fleet_renewal",
  "policy:2",
  "night_ferry",
])("explainCommand explains %s in both languages", (name) => {
  for (const language of ["zh", "en"] as const) {
    const { exit, results } = explain(name, { language });
    expect(exit).toBe(0);
    expect(results.startsWith(`${name}  `)).toBe(true);
    expect(results).toContain("tidewick");
  }
});

test("explainCommand ends with 2 for a name or scenario that is not there, with the nearest one", () => {
  expect(explain("leaving_shar")).toMatchObject({ exit: 2, results: "" });
  expect(explain("leaving_shar").diagnostics).toContain("did you mean `leaving_share`?");
  expect(explain("leaving_share", { scenario: "base" }).exit).toBe(2);
});

test("explainCommand explains a policy by its number, with its levers and what it can move at most", async () => {
  const { exit, results } = explain("2", { draws: 256 });
  expect(exit).toBe(0);
  expect(explain("policy:2", { draws: 256 }).results).toBe(results);
  expect(results).toContain("an assumption, never evaluated");
  expect(results).not.toMatch(/contribut/i);
  await expect(results.replaceAll(folder, "")).toMatchFileSnapshot("__snapshots__/explain-policy.en.txt");
});

test("explainCommand gives reach and effects of a policy or lever as data, of other names not", () => {
  const { policy, levers, measure } = explainJson("7");
  expect(policy).toMatchObject({ number: 7, chapter: "4", section: "4.3", weight: 0.8 });
  expect(levers.map(({ name }: { name: string }) => name)).toEqual(["site_release"]);
  expect(measure.reach).toEqual([
    {
      lever: "site_release",
      routes: [{ target: "planned_dwellings", sector: "town", rows: ["dwellings_built"] }],
      rows: ["dwellings_built"],
    },
  ]);
  expect(measure.note).toEqual({ zh: "假设，未经评估", en: "an assumption, never evaluated" });
  expect(measure.effects).toHaveLength(1);
  expect(measure.effects[0]).toMatchObject({ indicator: "dwellings_built", direction: "up" });
  expect(explainJson("site_release").measure.effects[0].median).toBeGreaterThan(measure.effects[0].median);
  expect(explainJson("leaving_share").measure).toBeUndefined();
});

test("explainCommand ends with 2 for a number that no policy has, with the range and the nearest", () => {
  expect(explain("12")).toMatchObject({ exit: 2, results: "" });
  expect(explain("policy:12").diagnostics).toContain("they are numbered from 1 to 7; did you mean `7`?");
});

test("explainCommand says that a scenario lets a driver follow its forecast, and shows those values", () => {
  const driven = mkdtempSync(join(tmpdir(), "explain-driver-"));
  const figures = [9.8, 9.9, 10.1].map(
    (value, i) =>
      `labour_force,潮湾镇,全镇,year,${2028 + i},${value},,,万人,period_end,A,劳动力调查,${2028 + i}-12-31,${2029 + i},常住,reported,public`,
  );
  writeInventedRegion(driven, {
    "data/tidewick/observations.csv": (text) => `${text.trimEnd()}\n${figures.join("\n")}\n`,
    "scenarios/tidewick/baseline.yaml": (text) => `${text}drivers: {labour_force: forecast}\n`,
  });
  const { io, results } = captureIo();
  const options = { ...optionsIn(driven), name: "labour_force", scenario: "baseline" };
  const exit = explainCommand(options, io);
  rmSync(driven, { recursive: true });
  expect(exit).toBe(0);
  expect(results()).toContain("the forecast of its observed series in place of the equation");
  expect(results()).toMatch(/2030\s+10\.1/);
});
