import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { seriesDraws } from "./ensemble/ensemble.ts";
import { writeInventedRegion } from "./fixtures/write-invented-region.ts";
import { listStartingRegions } from "./inputs/read-regions.ts";
import { readStudy } from "./inputs/read-study.ts";
import { runStudy, type StudyRun, unwrap } from "./run-study.ts";

// A second plan for the invented town, 2036–2040, that is a folder of data: it continues the first plan, shares its
// model and observations, and has no targets yet.
const nextPlan = `
label: {zh: 下一个规划, en: The next plan}
place: {zh: 潮湾镇, en: Tidewick}
observed_as: 潮湾镇
base_year: 2035
first_year: 2036
last_year: 2040
continues: ../tidewick/plan.yaml
model: ../tidewick/model
observations: ../tidewick/observations.csv
policies: ../tidewick/policies.yaml
indicators:
  harbour_jobs:
    label: {zh: 港口就业, en: Harbour jobs}
    unit: 万人
    variable: harbour_jobs
    attribute: binding
    baseline: {period: year_end, year: 2035, value: null}
    place: {zh: 尚未公布, en: Not yet published}
    printed: {}
`;
const nextScenario = `
id: baseline
label: {zh: 延续, en: Continued}
description: {zh: 一切照旧。, en: All as before.}
run: {draws: 64, seed: 5}
`;

let folder = "";
let first: StudyRun;
let next: StudyRun;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "plans-"));
  const folders = writeInventedRegion(folder, {
    "data/tidewick-next/plan.yaml": nextPlan,
    "scenarios/tidewick-next/baseline.yaml": nextScenario,
    "scenarios/tidewick/plain.yaml": nextScenario.replace("id: baseline", "id: plain"),
  });
  first = unwrap(runStudy(unwrap(readStudy(folders)), { scenarios: ["plain"] }));
  next = unwrap(runStudy(unwrap(readStudy({ ...folders, region: "tidewick-next" }))));
});

afterAll(() => rmSync(folder, { recursive: true }));

test("a plan that continues another is simulated from the other's base year and figures", () => {
  const before = first.results[0]?.ensemble;
  const after = next.results[0]?.ensemble;
  if (!before || !after) throw new TypeError("both plans must have a result");
  expect([after.years[0], after.years.at(-1)]).toEqual([2030, 2040]);
  expect(seriesDraws(after, "harbour_jobs", 2035)).toEqual(seriesDraws(before, "harbour_jobs", 2035));
});

test("a row without a target is forecast and classed as having no target yet", () => {
  const [verdict] = next.results[0]?.verdicts.verdicts ?? [];
  expect(verdict).toMatchObject({ class: "no_target_yet", target: null, probability: null, baseline: null });
  expect(verdict?.quantiles?.["0.5"]).toBeGreaterThan(0);
  expect(verdict?.wording.zh).toBe("目标未定");
});

test("every output of a continued plan says where the run starts", () => {
  const [notice] = next.results[0]?.ensemble.notices ?? [];
  expect(notice?.en).toContain("the run starts in 2030, and 2035 is the model's own distribution");
  expect(first.results[0]?.ensemble.notices).toEqual([]);
});

test("the plan before is part of the run hash, and the region meant without a name is the one that starts", () => {
  const files = next.study.files.map(({ path }) => path);
  expect(files).toEqual(expect.arrayContaining(["data/tidewick/plan.yaml", "data/tidewick/policies.yaml"]));
  expect(listStartingRegions(join(folder, "data"))).toEqual(["tidewick"]);
});
