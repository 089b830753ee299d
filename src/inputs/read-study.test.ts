import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { encodeGb18030 } from "../fixtures/encode-gb18030.ts";
import { readChangedRegion } from "../fixtures/read-changed-region.ts";
import { writeInventedRegion } from "../fixtures/write-invented-region.ts";
import { fileSizeLimit } from "./read-files.ts";
import { listRegions } from "./read-regions.ts";
import { readStudy } from "./read-study.ts";
import type { Study } from "./study.ts";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

const temporaryFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), "study-"));
  folders.push(folder);
  return folder;
};

const studyOf = (changes: Parameters<typeof readChangedRegion>[0] = {}): Study => {
  const { result } = readChangedRegion(changes);
  if (!result.ok) throw new Error(JSON.stringify(result.issues, null, 1));
  return result.value;
};

const plan = "data/tidewick/plan.yaml";
const observations = "data/tidewick/observations.csv";

test("readStudy(folders) reads a sound region without an issue", () => {
  const { result, issues } = readChangedRegion();
  expect(result.ok).toBe(true);
  expect(issues).toEqual([]);
});

test("readStudy(folders) gives the plan's rows with their defaults filled in", () => {
  const { indicators, ...years } = studyOf().plan;
  expect(years).toMatchObject({ observedAs: "潮湾镇", baseYear: 2030, firstYear: 2031, lastYear: 2035 });
  expect(years.assessment).toEqual({
    probabilityClasses: [0.9, 0.66, 0.33, 0.1],
    nearlyMetTolerance: 0.02,
    paceClasses: [1.05, 0.95, 0.6],
    warningProbabilities: { warning: 0.9, serious: 0.33, watch: 0.5 },
    nearLimit: 0.1,
    atRiskMargin: 0.05,
    unprecedentedGrowth: 0.15,
    holdProbability: 0.8,
    tripWires: { stillMet: 0.1, draws: 100 },
    wording: {},
  });
  const [jobs, share, dwellings, , onTime, , ferry] = indicators;
  expect(jobs).toMatchObject({
    row: "1",
    unit: { scale: 4, powers: { 人: 1 } },
    display: { percent: false, decimals: 2 },
  });
  expect(jobs?.baseline).toMatchObject({
    readings: { table: 5.2, text: 5, verified: null },
    default: "table",
    from: null,
  });
  expect(share).toMatchObject({
    row: "2a",
    display: { percent: true, decimals: 1 },
    baseline: { readings: { table: 0.31 } },
  });
  expect(share?.target).toMatchObject({
    rule: "end_year",
    default: "table",
    readings: { text: { comparison: ">", value: 0.45 } },
  });
  expect(dwellings?.baseline).toMatchObject({ period: "sum", from: 2026, year: 2030 });
  expect(onTime).toMatchObject({
    baseline: { readings: { table: { min: 0.9, max: 1 } } },
    target: { rule: "each_year" },
  });
  expect(ferry).toMatchObject({ row: null, variable: null, target: null, printed: { baseline: null, target: null } });
});

test("readStudy(folders) gives observations with their periods, inequalities and quoted cells", () => {
  const rows = studyOf().observations;
  const shown = rows.map(({ series, period, from, year, month, value }) => [series, period, from, year, month, value]);
  expect(shown.slice(3)).toEqual([
    ["dwellings_built", "sum", 2026, 2030, 12, 950],
    ["dwellings_built", "year", null, 2031, 12, 224],
    ["dwellings", "year", null, 2030, 12, 18200],
    ["on_time_share", "year", null, 2030, 12, { min: 0.9, max: null }],
    ["on_time_share", "quarter", null, 2031, 6, 0.93],
    ["on_time_share", "month", null, 2031, 9, 0.94],
  ]);
  expect(rows[6]?.source).toBe("轮渡公司, 年报");
});

test("readStudy(folders) merges the sectors of the model, tables included", () => {
  const { model } = studyOf();
  expect(model.sectors.map((sector) => sector.id)).toEqual(["ferries", "town", "work"]);
  expect(model.dimensions.map(({ name, first, elements }) => [name, first, elements.length])).toEqual([
    ["route", null, 2],
    ["vessel_age", 0, 10],
    ["age_class", null, 2],
  ]);
  expect(model.dimensions[2]?.bands).toEqual({
    of: "vessel_age",
    ranges: [
      { from: 0, to: 4 },
      { from: 5, to: 9 },
    ],
  });
  const table = (name: string) => model.tables.find((candidate) => candidate.name === name)?.content;
  // The file has its columns the other way round: values follow `over`.
  expect(table("scrap_share")).toMatchObject({
    over: ["route", "age_class"],
    values: Float64Array.of(0.01, 0.1, 0.02, 0.12),
  });
  expect(table("planned_dwellings")).toMatchObject({
    years: [2031, 2032, 2033, 2034, 2035],
    values: Float64Array.of(220, 230, 240, 250, 260),
  });
  const fleet = model.variables.find((variable) => variable.name === "fleet");
  expect(fleet?.equation?.map(({ when, value }) => [when?.text ?? null, value.text])).toEqual([
    ["vessel_age == 0", "ordered_vessels[route]"],
    ["vessel_age == 9", "kept_vessels[route, 8] + kept_vessels[route, 9]"],
    [null, "kept_vessels[route, vessel_age - 1]"],
  ]);
  expect(model.switches.map(({ name, options, default: chosen }) => [name, options, chosen])).toEqual([
    ["training_mode", ["classes", "apprenticeship"], "classes"],
    ["job_definition", ["narrow", "wide"], "wide"],
  ]);
  expect(model.events.find((event) => event.name === "storm_season")).toMatchObject({ at: { year: 2032, month: 7 } });
});

test("readStudy(folders) hashes every file it read, under paths that are the same on every machine", () => {
  const { files } = studyOf();
  expect(files.map((file) => file.path)).toEqual([
    "data/tidewick/model/feasibility.yaml",
    "data/tidewick/model/ferries.yaml",
    "data/tidewick/model/tables/base-fleet.csv",
    "data/tidewick/model/tables/scrap-share.csv",
    "data/tidewick/model/town.yaml",
    "data/tidewick/model/work.yaml",
    "data/tidewick/observations.csv",
    "data/tidewick/plan.yaml",
    "data/tidewick/policies.yaml",
    "data/tidewick/seek.yaml",
    "scenarios/tidewick/baseline.yaml",
    "scenarios/tidewick/training-push.yaml",
  ]);
  const abc = studyOf({ [observations]: (text) => text.replace("5.05", "5.06") }).files;
  expect(abc.filter((file, i) => file.sha256 !== files[i]?.sha256).map((file) => file.path)).toEqual([
    "data/tidewick/observations.csv",
  ]);
});

test("readStudy(folders) reads the same values from BOM, CRLF and GB18030, with notices", () => {
  const bare = (study: Study) => study.observations.map(({ at, ...values }) => values);
  const wanted = bare(studyOf());
  expect(bare(studyOf({ [observations]: (text) => `\uFEFF${text.replaceAll("\n", "\r\n")}` }))).toEqual(wanted);
  const { dataDir } = writeInventedRegion(temporaryFolder());
  const chinese = encodeGb18030(readFileSync(join(dataDir, "tidewick/observations.csv"), "utf8"));
  expect(bare(studyOf({ [observations]: chinese }))).toEqual(wanted);
  const crlf = readChangedRegion({ [plan]: (text) => text.replaceAll("\n", "\r\n") });
  expect(crlf.issues).toEqual([]);
  const marked = readChangedRegion({ [plan]: (text) => `\uFEFF${text}` });
  expect(marked.result.ok).toBe(true);
  expect(marked.issues).toMatchObject([{ code: "file/byte-order-mark", severity: "notice", file: plan }]);
});

test("readStudy(folders) does without policies, but not without plan, observations, model or scenarios", () => {
  const pushWithout = (text: string) => text.replace("policies: {chapter_4: 0.9}\n", "");
  const withoutPolicies = studyOf({
    "data/tidewick/policies.yaml": null,
    "scenarios/tidewick/baseline.yaml": (text) => text.replace("policies: {all: 0.5, 7: 1}\n", ""),
    "scenarios/tidewick/training-push.yaml": pushWithout,
  });
  expect(withoutPolicies.policies).toEqual([]);
  for (const path of [plan, observations]) {
    expect(readChangedRegion({ [path]: null }).issues).toMatchObject([{ code: "file/missing", file: path }]);
  }
  expect(readChangedRegion({ "data/tidewick/model": null }).issues[0]).toMatchObject({ code: "file/missing" });
  expect(readChangedRegion({ "scenarios/tidewick": null }).issues).toMatchObject([{ code: "file/missing" }]);
});

test("readStudy(folders) warns of .yml files and leaves hidden ones alone", () => {
  const { result, issues } = readChangedRegion({
    "scenarios/tidewick/other.yml": "id: other",
    "scenarios/tidewick/.draft.yaml": "id: draft",
  });
  expect(result.ok).toBe(true);
  expect(issues).toMatchObject([{ code: "file/extension", severity: "warning" }]);
});

test("readStudy(folders) takes model and observations from where the plan says, inside the data folder", () => {
  const folder = temporaryFolder();
  const region = writeInventedRegion(folder);
  writeInventedRegion(folder, {
    [plan]: (text) => `model: ../tidewick/model\nobservations: ../tidewick/observations.csv\n${text}`,
  });
  expect(readStudy(region)).toMatchObject({ ok: true });
});

test("readStudy(folders) follows no symbolic link out of the data folder", () => {
  const folder = temporaryFolder();
  const region = writeInventedRegion(folder, { [observations]: null });
  writeFileSync(join(folder, "secret.csv"), "series\n");
  symlinkSync(join(folder, "secret.csv"), join(folder, observations));
  const result = readStudy(region);
  expect(result.ok ? [] : result.issues).toMatchObject([{ code: "file/outside" }]);
});

test("readStudy(folders) refuses a folder in the place of a file, and a file that is too large", () => {
  const folder = temporaryFolder();
  const region = writeInventedRegion(folder, { [observations]: "x".repeat(fileSizeLimit + 1) });
  expect(readStudy(region)).toMatchObject({ ok: false, issues: [{ code: "file/too-large" }] });
  rmSync(join(folder, observations));
  mkdirSync(join(folder, observations));
  expect(readStudy(region)).toMatchObject({ ok: false, issues: [{ code: "file/unreadable" }] });
});

test("readStudy(folders) knows the regions, and says so of one that is not there", () => {
  const { region, dataDir, scenariosDir } = writeInventedRegion(temporaryFolder());
  expect(listRegions(dataDir)).toEqual([region]);
  expect(listRegions(join(dataDir, "nowhere"))).toEqual([]);
  for (const unknown of ["tidewik", "../data/tidewick", "", "."]) {
    const result = readStudy({ region: unknown, dataDir, scenariosDir });
    expect(result).toMatchObject({ ok: false, issues: [{ code: "region/unknown" }] });
  }
  const result = readStudy({ region: "tidewik", dataDir, scenariosDir });
  expect(result.ok ? "" : result.issues[0]?.mend.en).toContain("did you mean `tidewick`?");
  expect(readStudy({ region, dataDir: join(dataDir, "nowhere"), scenariosDir })).toMatchObject({
    ok: false,
    issues: [{ code: "file/missing" }],
  });
});

test("readStudy(folders) tells the issues of all files at once, in order of file and line, each with its line", () => {
  const { issues } = readChangedRegion({
    [plan]: (text) => text.replace("kind: floor", "kind: flor").replace("base_year: 2030", "base_year: x"),
    [observations]: (text) => text.replace("5.05", "five"),
    "data/tidewick/model/work.yaml": (text) => text.replace("inflow: new_jobs", "inflow: new_jobs +"),
    "scenarios/tidewick/baseline.yaml": (text) => text.replace("draws: 512", "draws: -1"),
  });
  expect(issues.map(({ code, excerpt }) => [code, excerpt?.trim().slice(0, 12)])).toEqual([
    ["formula/syntax", "inflow: new_"],
    ["csv/cell", "harbour_jobs"],
    ["schema/type", "base_year: x"],
    ["schema/choice", "target: {kin"],
    ["schema/limit", "run: {draws:"],
  ]);
});

test("readStudy(folders) tells a file that cannot be read once, and not what follows from it", () => {
  const { issues } = readChangedRegion({
    "data/tidewick/model/work.yaml": (text) => text.replace("sector: {id", "sector: {{id"),
  });
  expect(issues.map((issue) => issue.code)).toEqual(["yaml/syntax"]);
});
