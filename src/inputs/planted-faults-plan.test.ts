import { expect, test } from "vitest";
import { readChangedRegion } from "../fixtures/read-changed-region.ts";

const plan = "data/tidewick/plan.yaml";
const observations = "data/tidewick/observations.csv";
const policies = "data/tidewick/policies.yaml";

/** File, text to replace, its replacement, the code, and a text of the line at which the issue must stand. */
type PlantedFault = [file: string, from: string, to: string, code: string, lineWith: string];

const planFaults: PlantedFault[] = [
  [plan, "base_year: 2030", "base_yaer: 2030\nbase_year: 2030", "schema/unknown-key", "base_yaer"],
  [plan, "base_year: 2030", "base_year: 2029", "plan/years", "base_year"],
  [plan, "first_year: 2031\n", "", "schema/missing-key", "label:"],
  [plan, "last_year: 2035\n", "last_year: 2035\ncontinues: plan.yaml\n", "plan/continues", "continues:"],
  [plan, "last_year: 2035\n", "last_year: 2035\ncontinues: ../gone/plan.yaml\n", "file/missing", "continues:"],
  [plan, "last_year: 2035", "last_year: late", "schema/type", "last_year"],
  [plan, "last_year: 2035", "last_year: 2035.5", "schema/type", "last_year"],
  [plan, "observed_as: 潮湾镇", 'observed_as: ""', "schema/type", "observed_as"],
  [plan, "  idle_share:\n", "  Idle-Share:\n", "schema/format", "Idle-Share"],
  [plan, "unit: 万人\n", "unit: 万人＊2\n", "unit/syntax", "万人＊2"],
  [plan, "variable: harbour_jobs", "variable: harbour_job", "name/unknown", "variable: harbour_job"],
  [plan, "variable: harbour_jobs", "variable: fleet", "plan/variable-over", "variable: fleet"],
  [plan, "variable: idle_share", "variable: vessels", "plan/variable-unit", "variable: vessels"],
  [plan, "variable: dwellings_built", "variable: dwellings", "plan/variable-kind", "variable: dwellings"],
  [plan, "numerator: certified_dockers", "numerator: dockers", "name/unknown", "numerator: dockers"],
  [plan, "attribute: binding\n    series", "attribute: bindng\n    series", "schema/choice", "bindng"],
  [plan, "series: harbour_jobs", "series: harbor_jobs", "plan/unknown-series", "series: harbor_jobs"],
  [plan, "series: harbour_jobs", "series: dwellings", "plan/series-unit", "series: dwellings"],
  [plan, "verified: null}\n      default: table", "verified: null}\n      default: tabel", "name/unknown", "tabel"],
  [plan, "{min: 0.90, max: 1}", "{min: 1, max: 0.90}", "plan/interval", "min: 1"],
  [plan, "year: 2030, value: 0.31", "year: 2030", "plan/one-of", "baseline: {period: year_end, year: 2030}"],
  [plan, "value: 0.31", "value: 31", "plan/share-figure", "value: 31"],
  [plan, "value: 0.45", "value: 45", "plan/share-figure", "value: 45"],
  [plan, "period: sum, from: 2026", "period: sum", "plan/sum-years", "period: sum"],
  [plan, "period: sum, from: 2026", "period: sum, from: 2036", "plan/sum-years", "from: 2036"],
  [
    plan,
    "period: year, year: 2030, value: 0.052",
    "period: year, from: 2026, year: 2030, value: 0.052",
    "plan/from-without-sum",
    "from: 2026, year: 2030, value: 0.052",
  ],
  [plan, "value: 5.6, year: 2035", "value: 5.6, year: 2040", "plan/target-year", "2040"],
  [plan, "kind: floor", "kind: flor", "schema/choice", "flor"],
  [plan, 'kind: floor, comparison: ">="', 'kind: floor, comparison: "<="', "plan/target-comparison", "kind: floor"],
  [
    plan,
    "      readings:\n        text:",
    "      readings:\n        table: {value: 0.4}\n        text:",
    "plan/reading-of-default",
    "table: {value",
  ],
  [
    plan,
    "    not_assessable: {zh: 没有公布口径。, en: No definition has been published.}\n",
    "",
    "plan/no-reason",
    "night_ferry",
  ],
  [plan, "en: Harbour jobs}", "en: Harbour jobs, all}", "yaml/cut-text", "Harbour jobs, all"],
  [plan, "en: Harbour jobs}", "en: Harbour jobs}}", "yaml/syntax", "Harbour jobs}}"],
  [plan, "    row: 3\n", "    row: 3\n    row: 4\n", "yaml/duplicate-key", "row: 4"],
  [plan, "    row: 3\n", "\trow: 3\n", "yaml/tab", "\trow: 3"],
  [plan, "first_year: 2031", "first_year: &y 2031\nassessment: {nearly_met_tolerance: *y}", "yaml/alias", "*y"],
  [plan, "first_year: 2031", "first_year: !year 2031", "yaml/tag", "!year"],
  [
    plan,
    "first_year: 2031",
    "assessment: {probability_classes: [0.9, 0.9, 0.3, 0.1]}\nfirst_year: 2031",
    "plan/classes-order",
    "classes",
  ],
  [
    plan,
    "first_year: 2031",
    "assessment: {pace_classes: [1.05, 1.05, 0.6]}\nfirst_year: 2031",
    "plan/pace-classes",
    "pace_classes",
  ],
  [
    plan,
    "first_year: 2031",
    "assessment: {probability_classes: [0.9, 0.3, 0.1]}\nfirst_year: 2031",
    "schema/length",
    "classes",
  ],
  [
    plan,
    'kind: floor, comparison: ">=", value: 5.6, year: 2035}',
    'kind: floor, comparison: ">=", value: 5.6, year: 2035, path: logistic}',
    "plan/path-kind",
    "logistic",
  ],
  [
    plan,
    'kind: floor, comparison: ">=", value: 5.6, year: 2035}',
    'kind: floor, comparison: ">=", value: 5.6, year: 2035, path: {official: {2031: 5.3, 2035: 5.6}}}',
    "plan/path-years",
    "official",
  ],
  [
    plan,
    "value: 1200, year: 2035}",
    "value: 1200, year: 2035, path: {profile: {2031: 1, 2032: -1, 2033: 1, 2034: 1, 2035: 1}}}",
    "plan/path-profile",
    "profile",
  ],
  [
    plan,
    "first_year: 2031",
    "assessment: {wording: {likly: {zh: 好, en: good}}}\nfirst_year: 2031",
    "schema/unknown-key",
    "likly",
  ],
  [plan, "first_year: 2031", "assessment: {nearly_met_tolerance: 2}\nfirst_year: 2031", "schema/limit", "tolerance"],
  [
    plan,
    "first_year: 2031",
    "peers: [{region: 邻镇, label: {zh: 邻镇, en: Next town}}]\nfirst_year: 2031",
    "plan/unknown-peer",
    "peers",
  ],
  [plan, "indicators:\n", "indicators_of: plan.yaml\nindicators:\n", "plan/one-indicators", "潮湾镇发展规划"],
  [plan, "first_year: 2031", "model: ../../elsewhere\nfirst_year: 2031", "file/outside", ""],
];

const otherFaults: PlantedFault[] = [
  [observations, "2028,5.05", "2028,5.05人", "csv/cell", "5.05人"],
  [observations, "2028,5.05", "2028,“5.05”", "csv/cell", "“5.05”"],
  [observations, "2028,5.05,,", "2028,5.05,5,", "observations/one-of", "5.05,5,"],
  [observations, "2028,5.05,,", "2028,,6,5", "observations/interval", "2028,,6,5"],
  [observations, "year,2028", "year,28", "csv/cell", "year,28,"],
  [observations, "sum,2026-2030", "year,2026-2030", "csv/cell", "2026-2030"],
  [observations, "2028-12-31", "2028-12-32", "csv/cell", "2028-12-32"],
  [observations, "万人,period_end,A,港务年报,2028", "万人,end,A,港务年报,2028", "csv/cell", "万人,end"],
  [observations, "period_end,A,港务年报,2028-12-31", "period_end,E,港务年报,2028-12-31", "csv/cell", "period_end,E"],
  [observations, "2030,5.2,,,万人", "2030,5.2,,,人", "observations/two-units", "2030,5.2"],
  [
    observations,
    "year,2029,5.11,,,万人,period_end,A,港务年报,2029-12-31,2030",
    "year,2028,5.11,,,万人,period_end,A,港务年报,2028-12-31,2029",
    "observations/duplicate",
    "5.11",
  ],
  [observations, "港务年报,2028-12-31,2029", "港务年报,2029-12-31,2029", "observations/as-of", "2029-12-31,2029"],
  [observations, "轮渡公司,2031-06-30", "轮渡公司,2031-03-31", "observations/as-of", "2031-03-31"],
  [observations, "2028-12-31,2029", "2028-12-31,快报 2028-11", "observations/early-vintage", "快报 2028-11"],
  [observations, "2028-12-31,2029", "2028-12-31,年报 2029-02-30", "csv/cell", "2029-02-30"],
  [observations, "2028,5.05,,,万人,period_end", "2028,5.05,,,万人,年初累计数", "observations/basis", "年初累计数"],
  [observations, "sum,2026-2030,950,,,套,annual", "sum,2026-2030,950,,,套,period_end", "observations/basis", "950"],
  [observations, "潮湾镇,全镇,year,2030,5.2", "潮湾镇,镇区,year,2030,5.2", "observations/two-scopes", "镇区"],
  [observations, "在岗人数,reported,public\n", "在岗,人数,reported,public\n", "csv/cell-count", "在岗,人数"],
  [observations, "type,disclosure", "typ,disclosure", "csv/unknown-column", "series,region"],
  [observations, "type,disclosure", "type,type", "csv/duplicate-column", "series,region"],
  [observations, '"轮渡公司, 年报"', '"轮渡公司, 年报', "csv/syntax", "轮渡公司, 年报"],
  [policies, "levers: [training_volume]", "levers: [training_volumes]", "name/unknown", "training_volumes"],
  [policies, "weight: 0.5", "weight: 1.5", "schema/limit", "weight: 1.5"],
  [policies, "  1: {chapter", "  one: {chapter", "schema/format", "one:"],
  [policies, "weight: 0.5}", "weight: 0.5, wieght: 1}", "schema/unknown-key", "wieght"],
];

/** Second issues that go with the first: a misspelt column is also missing. */
const companions: Record<string, string[]> = {
  "csv/unknown-column": ["csv/missing-column"],
  "csv/duplicate-column": ["csv/missing-column"],
};

test.each([...planFaults, ...otherFaults])(
  "readStudy(…) tells a fault in %s: %j → %j is %s",
  (file, from, to, code, at) => {
    const { result, issues, lineOf } = readChangedRegion({ [file]: (text) => text.replace(from, to) });
    const isWarning = code === "plan/unknown-series" || code === "plan/unknown-peer";
    expect(result.ok).toBe(isWarning);
    const wanted = [code, ...(companions[code] ?? [])].sort();
    expect(issues.map((issue) => issue.code).sort()).toEqual(wanted);
    const [issue] = issues.filter((candidate) => candidate.code === code);
    if (code !== "file/outside") expect(issue).toMatchObject({ file, line: lineOf(file, at) });
  },
);

test("printIssues(issues) of one fault of each code", async () => {
  const faults = [...planFaults, ...otherFaults];
  const firstOfCode = faults.filter(([, , , code], i) => faults.findIndex((other) => other[3] === code) === i);
  const printed = firstOfCode.flatMap(([file, from, to]) => {
    const read = readChangedRegion({ [file]: (text) => text.replace(from, to) });
    return [read.printed("en"), read.printed("zh")];
  });
  await expect(printed.join("\n")).toMatchFileSnapshot("__snapshots__/planted-faults-plan.txt");
});

test("readStudy(…) tells of a plan that takes its rows from one that has none of its own, at that line", () => {
  const takesRows = (text: string) => text.replace(/^indicators:[\s\S]*/m, "indicators_of: plan.yaml\n");
  const { result, issues, lineOf } = readChangedRegion({ [plan]: takesRows });
  expect(result.ok).toBe(false);
  const found = issues.find(({ code }) => code === "plan/indicators-of");
  expect(found).toMatchObject({ file: plan, severity: "error", line: lineOf(plan, "indicators_of") });
});
