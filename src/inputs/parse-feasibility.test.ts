import { expect, test } from "vitest";
import { readChangedRegion } from "../fixtures/read-changed-region.ts";

const file = "data/tidewick/model/feasibility.yaml";
const plan = "data/tidewick/plan.yaml";

/** Text to replace, its replacement, the code, and a text of the line at which the issue must stand. */
type PlantedFault = [from: string, to: string, code: string, lineWith: string];

const faults: PlantedFault[] = [
  ["variables:", "varables:\n  x: 1\nvariables:", "schema/unknown-key", "varables"],
  ["upper: 20", "upper: -1", "feasibility/bounds", "jobs:"],
  ["unit: 万人\n    upper", "unit: 万人＊\n    upper", "unit/syntax", "万人＊"],
  ["row: certified_share", "row: certified_shares", "name/unknown", "certified_shares"],
  ["baseline: 0.31", "baseline: 0.31 * jobs", "feasibility/constant", "0.31 * jobs"],
  ["baseline: 0.31", "baseline: baseline(on_time_share)", "feasibility/no-figure", "baseline(on_time_share)"],
  ["min: 0.33, max: 0.4}", "min: 0.33, max: courses}", "feasibility/constant", "max: courses"],
  ["min: 0.33, max: 0.4}", "min: 0.33, max: 0.4 +}", "formula/syntax", "max: 0.4 +"],
  ["min: 0.33, max: 0.4}", "min: 0.33}", "schema/missing-key", "min: 0.33}"],
  ["readings: {harbour_jobs: text}", "readings: {harbour_jobs: txt}", "name/unknown", "txt"],
  ["readings: {harbour_jobs: text}", "readings: {harbor_jobs: text}", "name/unknown", "harbor_jobs"],
  ["certified <= 0.31", "certfied <= 0.31", "name/unknown", "certfied"],
  ["certified <= 0.31", "certified < 0.31", "identity/comparison", "certified < 0.31"],
  ["certified <= 0.31", "certified * jobs <= 0.31", "feasibility/not-linear", "certified * jobs"],
  ["+ 0.5 * courses", "+ min(courses, 1)", "feasibility/unknown-call", "min(courses, 1)"],
  ["baseline(harbour_jobs) + 0.5", "baseline(harbor_jobs) + 0.5", "name/unknown", "harbor_jobs"],
  ["baseline(harbour_jobs) + 0.5", "target(harbour_jobs) + 0.5", "feasibility/unknown-call", "target(harbour_jobs)"],
  ["under: {certificate: [licence]}", "under: {certificates: [licence]}", "name/unknown", "certificates: [licence]"],
  ["under: {certificate: [licence]}", "under: {certificate: [license]}", "name/unknown", "license]"],
  ["    source: 两人培训一人取证\n", "", "schema/missing-key", "licences:"],
  ["courses <= 1.5", "courses == 1.5", "feasibility/capacity-bound", "courses == 1.5"],
  ["courses <= 1.5\n    rows: [certified_share]", "courses <= 1.5\n    rows: [jobs]", "name/unknown", "rows: [jobs]"],
  ["harbour_jobs: {value: jobs}", "night_ferry: {value: jobs}", "feasibility/no-target", "night_ferry: {value"],
  ["harbour_jobs: {value: jobs}", "harbour_job: {value: jobs}", "name/unknown", "harbour_job: {value"],
  ["harbour_jobs: {value: jobs}", "harbour_jobs: {numerator: jobs}", "feasibility/target-form", "harbour_jobs: {num"],
  ["numerator: certified,", "value: jobs, numerator: certified,", "feasibility/target-form", "value: jobs, num"],
  ["rows: [on_time_share]", "rows: [on_time]", "name/unknown", "[on_time]"],
  ["aspect: scope", "aspect: scpe", "schema/choice", "scpe"],
  ["asks: 0.96", "asks: 96", "schema/limit", "asks: 96"],
  ["    population: {value: 6, ", "    # population: {value: 6, ", "feasibility/coverage-rows", "jobs_for_all"],
];

test.each(faults)("readStudy(…) tells a fault in the constraints: %j → %j is %s", (from, to, code, at) => {
  const { issues, lineOf } = readChangedRegion({ [file]: (text) => text.replace(from, to) });
  expect(issues.map((issue) => issue.code)).toEqual([code]);
  expect(issues[0]).toMatchObject({ file, line: lineOf(file, at) });
});

test("printIssues(issues) of one fault of each code of the constraints", async () => {
  const own = faults.filter(([, , code]) => code.startsWith("feasibility/"));
  const firstOfCode = own.filter(([, , code], i) => own.findIndex((other) => other[2] === code) === i);
  const printed = firstOfCode.flatMap(([from, to]) => {
    const read = readChangedRegion({ [file]: (text) => text.replace(from, to) });
    return [read.printed("en"), read.printed("zh")];
  });
  await expect(printed.join("\n")).toMatchFileSnapshot("__snapshots__/parse-feasibility.txt");
});

test("readStudy(…) does not tell names of rows when the plan cannot be read", () => {
  const { issues } = readChangedRegion({ [plan]: (text) => `${text}\n  : {` });
  expect(issues.filter((issue) => issue.file === file)).toEqual([]);
});

test("readStudy(…) goes without constraints, and does not take them for a sector", () => {
  const { result } = readChangedRegion({ [file]: null });
  expect(result.ok && result.value.feasibility).toBeNull();
  const full = readChangedRegion().result;
  expect(full.ok && full.value.model.sectors.map(({ id }) => id)).toEqual(["ferries", "town", "work"]);
  expect(full.ok && full.value.files.map(({ path }) => path)).toContain(file);
});

test("readStudy(…) tells a model of constraints only as one without sectors", () => {
  const { issues } = readChangedRegion({
    "data/tidewick/model": null,
    [file]: "targets: {}\n",
  });
  expect(issues.map(({ code }) => code)).toContain("file/none");
});

test("readStudy(…) refuses more combinations of definitions than can be tried", () => {
  const option = (name: string) => `${name}: {label: {zh: 甲, en: a}}`;
  const definition = (name: string) =>
    `  ${name}: {label: {zh: 甲, en: a}, row: harbour_jobs, options: {${["a", "b", "c", "d", "e"].map(option).join(", ")}}}`;
  const text = `definitions:\n${["one", "two", "three"].map(definition).join("\n")}\n`;
  const { issues } = readChangedRegion({ [file]: text });
  expect(issues).toMatchObject([{ code: "feasibility/trials", line: 1 }]);
});
