import { expect, test } from "vitest";
import { readChangedRegion } from "../fixtures/read-changed-region.ts";

const ferries = "data/tidewick/model/ferries.yaml";
const work = "data/tidewick/model/work.yaml";
const town = "data/tidewick/model/town.yaml";
const baseFleet = "data/tidewick/model/tables/base-fleet.csv";
const scrapShare = "data/tidewick/model/tables/scrap-share.csv";
const baseline = "scenarios/tidewick/baseline.yaml";
const push = "scenarios/tidewick/training-push.yaml";

/** File, text to replace, its replacement, the code, and a text of the line at which the issue must stand. */
type PlantedFault = [file: string, from: string, to: string, code: string, lineWith: string];

const modelFaults: PlantedFault[] = [
  [ferries, "vessel_age: 0..9", "vessel_age: 9..0", "dimension/range", "9..0"],
  [ferries, "vessel_age: 0..9", "vessel_age: 0..900000000", "dimension/too-large", "0..900000000"],
  [ferries, "vessel_age: 0..9", "vessel_age: 0-9", "schema/format", "0-9"],
  [ferries, "of: vessel_age", "of: vesel_age", "name/unknown", "vesel_age"],
  [ferries, "of: vessel_age", "of: route", "dimension/not-numeric", "of: route"],
  [ferries, "route: [north, south]", "route: [north, south, north]", "name/duplicate", "north, south, north"],
  [ferries, "route: [north, south]", "route: [north, south]\n  coast: [south, west]", "name/duplicate", "coast"],
  [ferries, "route: [north, south]", "route: [north, south]\n  step: [west]", "name/reserved", "step:"],
  [ferries, "kind: flow", "kind: flows", "schema/choice", "flows"],
  [ferries, "over: [route]\n    equation: orders", "over: [rout]\n    equation: orders", "name/unknown", "[rout]"],
  [
    ferries,
    "over: [route]\n    equation: orders",
    "over: [route, route]\n    equation: orders",
    "name/duplicate",
    "route, route",
  ],
  [ferries, "equation: orders_a_year * route_share[route]", "equation: orders_a_year * (2", "formula/syntax", "* (2"],
  [ferries, "equation: sum(fleet)", "equation: ＝sum(fleet)", "formula/syntax", "＝sum"],
  [ferries, "equation: sum(fleet)", "equations: sum(fleet)", "schema/unknown-key", "equations"],
  [ferries, "equation: sum(fleet)", "inflow: sum(fleet)", "variable/flows", "inflow"],
  [ferries, "- when: vessel_age == 0", "- when: vessel_age = 0", "formula/syntax", "vessel_age = 0"],
  [
    ferries,
    "label: {zh: 新船, en: New vessels}\n    unit: 艘",
    "label: {zh: 新船, en: New vessels}",
    "schema/missing-key",
    "ordered_vessels:",
  ],
  [ferries, "values: {north: 0.6, south: 0.4}", "values: {north: 0.6}", "table/incomplete", "north: 0.6"],
  [ferries, "values: {north: 0.6, south: 0.4}", "values: {north: 0.6, south: 0.4, east: 0}", "schema/format", "east"],
  [ferries, "values: tables/scrap-share.csv", "values: tables/scrap.csv", "file/missing", "tables/scrap.csv"],
  [ferries, "values: tables/scrap-share.csv", "values: ../../../plan.csv", "file/outside", "plan.csv"],
  [
    ferries,
    "over: [route], unit: 1, values",
    "over: [route, age_class], unit: 1, values",
    "table/one-dimension",
    "route_share:",
  ],
  [ferries, "points: [[0, 0], [0.5, 0.01]", "points: [[0, 0], [0, 0.01]", "table/points-order", "points"],
  [ferries, "points: [[0, 0]", "basis: data, values: {north: 1}, points: [[0, 0]", "table/shape", "age_delay: {"],
  [
    ferries,
    "    distribution: triangular(2, 3, 5)\n",
    "    distribution: triangular(2, 6, 5)\n",
    "distribution/syntax",
    "triangular",
  ],
  [
    ferries,
    "    distribution: triangular(2, 3, 5)\n",
    "    distribution: triangular(4, 4, 5)\n",
    "assumption/outside",
    "value: 3",
  ],
  [ferries, '"beta(94, 6)"', "beta(94, 6)", "yaml/unquoted-formula", "beta(94, 6)"],
  [ferries, "    shape: step", "    shape: steps", "schema/choice", "steps"],
  [
    ferries,
    "holds: passengers <= all_passengers",
    "holds: passengers + all_passengers",
    "identity/comparison",
    "holds: passengers",
  ],
  [work, "sector: {id: work", "sector: {id: ferries", "name/duplicate", "id: ferries"],
  [
    work,
    "{unit: 1, value: 0.8, basis: assumption}",
    "{unit: 1, basis: assumption}",
    "assumption/no-value",
    "apprentice_factor: {unit",
  ],
  [
    work,
    "{unit: 1, value: 0.8, basis: assumption}",
    "{unit: 1, value: 0.8}",
    "schema/missing-key",
    "apprentice_factor: {unit",
  ],
  [work, "{unit: 1, value: 0.8, basis", "{unit: 1/, value: 0.8, basis", "unit/syntax", "1/"],
  [work, "certificate_yield: {multiply", "certificate_yeild: {multiply", "name/unknown", "certificate_yeild"],
  [
    work,
    "placement_yield: {multiply: 1.1}",
    "new_jobs: {multiply: 1.1}",
    "effect/not-changeable",
    "new_jobs: {multiply",
  ],
  [
    work,
    "placement_yield: {multiply: 1.1}",
    "placement_yield: {multiply: 1.1, add: 1}",
    "effect/operation",
    "1.1, add",
  ],
  [work, "placement_yield: {multiply: 1.1}", "punctuality: {set: 0.9}", "effect/set-twice", "set: 0.9"],
  [work, "range: [0, 2]", "range: [2, 2]", "lever/range", "range"],
  [work, "lag: 1", "lag: 0.5", "schema/type", "lag"],
  [work, "decided: 2031-03-01", "decided: 2031-02-29", "schema/format", "decided"],
  [work, "at: 2032-07", "at: 2032-13", "schema/format", "at: 2032-13"],
  [work, "certificate_yield, 0.4]", "certificate_yeld, 0.4]", "name/unknown", "certificate_yeld"],
  [work, "certificate_yield, 0.4]", "placement_yield, 0.4]", "correlation/itself", "0.4]"],
  [work, "certificate_yield, 0.4]", "certificate_yield, 1.4]", "schema/limit", "1.4]"],
  [work, "[classes, apprenticeship]", "[classes, classes]", "name/duplicate", "classes, classes"],
  [work, "default: wide", "default: widest", "name/unknown", "widest"],
  [town, "  household_income:\n", "  vessels:\n", "name/duplicate", "vessels:"],
  [
    town,
    "  trend_growth: {unit",
    "  fleet: {unit: 1, value: 1, basis: data}\n  trend_growth: {unit",
    "name/duplicate",
    "fleet: {unit",
  ],
  [
    town,
    "completion_share, 0.2]",
    "completion_share, 0.2]\n  - [completion_share, trend_growth, 0.1]",
    "name/duplicate",
    "0.1]",
  ],
  [baseFleet, "north,3,1", "north,3,one", "csv/cell", "north,3,one"],
  [baseFleet, "north,3,1", "north,33,1", "csv/cell", "north,33"],
  [baseFleet, "north,3,1", "north,2,1", "table/repeated", "north,2,1"],
  [baseFleet, "north,3,1\n", "", "table/incomplete", "route,vessel_age"],
  [scrapShare, "age_class,route", "age,route", "csv/unknown-column", "age,route"],
];

const scenarioFaults: PlantedFault[] = [
  [baseline, "harbour_jobs: table", "harbour_job: table", "name/unknown", "harbour_job: table"],
  [baseline, "harbour_jobs: table", "harbour_jobs: tables", "scenario/reading", "tables"],
  [baseline, "training_mode: classes", "training_modus: classes", "name/unknown", "training_modus"],
  [baseline, "training_mode: classes", "training_mode: class", "name/unknown", "mode: class"],
  [baseline, "{all: 0.5, 7: 1}", "{all: 0.5, 8: 1}", "name/unknown", "8: 1"],
  [baseline, "{all: 0.5, 7: 1}", "{all: 0.5, chapter_3: 1}", "name/unknown", "chapter_3"],
  [baseline, "{all: 0.5, 7: 1}", "{all: 50, 7: 1}", "schema/limit", "all: 50"],
  [baseline, "- storm_season", "- storm_seasons", "name/unknown", "storm_seasons"],
  [baseline, "- storm_season", "- shipyard_closure", "scenario/event-time", "shipyard_closure"],
  [baseline, "- storm_season", "- {use: shipyard_closure, at: 2033-13}", "schema/format", "2033-13"],
  [baseline, "- storm_season", "- storm_season\n  - storm_season", "name/duplicate", ""],
  [baseline, "known_as_of", "drivers: {labour_farce: forecast}\nknown_as_of", "name/unknown", "labour_farce"],
  [
    baseline,
    "known_as_of",
    "drivers: {harbour_jobs: forecast}\nknown_as_of",
    "scenario/not-a-driver",
    "jobs: forecast",
  ],
  [baseline, "known_as_of", "drivers: {labour_force: trend}\nknown_as_of", "schema/choice", "force: trend"],
  [baseline, "known_as_of: 2033-12-31", "known_as_of: 2033-12", "schema/format", "known_as_of"],
  [baseline, "draws: 512", "draws: 0", "schema/limit", "draws: 0"],
  [baseline, "seed: 7", "seed: 7, until: 2034", "scenario/until", "until: 2034"],
  [baseline, "description: {zh", "descripton: {zh", "schema/unknown-key", "descripton"],
  [baseline, "id: baseline", "id: baseline\nextends: training_push", "scenario/extends-loop", "extends: training_push"],
  [push, "extends: baseline", "extends: basline", "name/unknown", "extends: basline"],
  [push, "id: training_push", "id: baseline", "name/duplicate", "id: baseline"],
  [push, "id: training_push", "id: model", "scenario/output-name", "id: model"],
  [push, "training_quality: 0.8", "training_quality: 1.2", "scenario/lever-range", "1.2"],
  [push, "2034: 1.5}", "2034: 2.5}", "scenario/lever-range", "2.5"],
  [push, "2034: 1.5}", "34: 1.5}", "schema/format", "34: 1.5"],
  [push, "2034: 1.5}", "2054: 1.5}", "scenario/year-outside", "2054"],
  [push, "  training_quality: 0.8", "  training_qualitiy: 0.8", "name/unknown", "qualitiy"],
  [push, "normal(0.055, 0.012)", "normal(0.055, 0)", "distribution/syntax", "normal"],
  [push, "normal(0.055, 0.012)", "normal(0.055; 0.012)", "distribution/syntax", "normal"],
  [push, "  leaving_share: 0.055", "  leaving_shares: 0.055", "name/unknown", "leaving_shares"],
  [push, "use: flood, off: true", "use: shipyard_closures, off: true", "name/unknown", "closures"],
  [push, "size: 0.5", "size: -1", "schema/limit", "size: -1"],
  [push, "run: {until: 2037}", "runs: {until: 2037}", "schema/unknown-key", "runs:"],
];

/** Issues that go with the first: a misspelt required key or column is also missing, an unknown event also not used above. */
const companions: Record<string, string[]> = {
  descripton: ["schema/missing-key"],
  "age,route": ["csv/missing-column"],
  closures: ["scenario/event-off"],
  "id: baseline": ["scenario/extends-loop"],
};

test.each([...modelFaults, ...scenarioFaults])(
  "readStudy(…) tells a fault in %s: %j → %j is %s",
  (file, from, to, code, at) => {
    const { result, issues, lineOf } = readChangedRegion({ [file]: (text) => text.replace(from, to) });
    expect(result.ok).toBe(code === "scenario/year-outside");
    const wanted = [code, ...(companions[at] ?? [])].sort();
    expect(issues.map((issue) => issue.code).sort()).toEqual(wanted);
    const [issue] = issues.filter((candidate) => candidate.code === code);
    expect(issue?.file).toBe(file);
    if (at !== "") expect(issue).toMatchObject({ line: lineOf(file, at) });
  },
);

test("printIssues(issues) of one fault of each code", async () => {
  const faults = [...modelFaults, ...scenarioFaults];
  const firstOfCode = faults.filter(([, , , code], i) => faults.findIndex((other) => other[3] === code) === i);
  const printed = firstOfCode.flatMap(([file, from, to]) => {
    const read = readChangedRegion({ [file]: (text) => text.replace(from, to) });
    return [read.printed("en"), read.printed("zh")];
  });
  await expect(printed.join("\n")).toMatchFileSnapshot("__snapshots__/planted-faults-model.txt");
});
