import { expect, test } from "vitest";
import { readChangedRegion } from "../fixtures/read-changed-region.ts";

const header = (id: string) => `id: ${id}\nlabel: {zh: 甲, en: A}\ndescription: {zh: 乙, en: B}\n`;

const resolve = (files: Record<string, string>) => {
  const paths = Object.entries(files).map(([id, text]) => [`scenarios/tidewick/${id}.yaml`, header(id) + text]);
  const { result, issues } = readChangedRegion(Object.fromEntries(paths));
  const scenarios = result.ok ? result.value.scenarios : [];
  return { scenario: (id: string) => scenarios.find((s) => s.id === id), issues, result };
};

test("resolveScenarios(context) fills in the defaults of a scenario that stands alone", () => {
  expect(resolve({ plain: "" }).scenario("plain")).toMatchObject({
    ancestors: [],
    readings: {},
    switches: {},
    levers: {},
    policies: {},
    assumptions: {},
    events: [],
    drivers: [],
    knownAsOf: null,
    run: { draws: 8192, seed: 20201231, until: 2035, sampling: "sobol" },
  });
});

test("resolveScenarios(context) merges key by key along the chain, the nearer scenario wins", () => {
  const { scenario } = resolve({
    top: "levers: {timetable: 0.1, training_volume: {2031: 1, 2033: 2}}\nrun: {draws: 10, seed: 1}\nknown_as_of: 2031-12-31\n",
    middle:
      "extends: top\nlevers: {timetable: 0.2, fleet_renewal: 1}\nrun: {draws: 20}\nassumptions: {leaving_share: 0.06}\n",
    low: 'extends: middle\nlevers: {training_volume: 0.5}\nassumptions: {leaving_share: "uniform(0, 0.1)"}\n',
  });
  expect(scenario("low")).toMatchObject({
    ancestors: ["middle", "top"],
    levers: { timetable: 0.2, training_volume: 0.5, fleet_renewal: 1 },
    assumptions: { leaving_share: { kind: "distribution", text: "uniform(0, 0.1)" } },
    knownAsOf: "2031-12-31",
    run: { draws: 20, seed: 1, until: 2035 },
  });
  expect(scenario("middle")?.levers).toMatchObject({
    training_volume: [
      { year: 2031, intensity: 1 },
      { year: 2033, intensity: 2 },
    ],
  });
});

test("resolveScenarios(context) joins events by name: the child's entry replaces, off removes", () => {
  const { scenario } = resolve({
    top: "events: [storm_season, flood, {use: shipyard_closure, at: 2032}]\n",
    low: "extends: top\nevents:\n  - {use: shipyard_closure, at: 2034-07, size: 0.5}\n  - {use: flood, off: true}\n",
    lowest: "extends: low\nevents: [flood]\n",
  });
  const events = (id: string) => scenario(id)?.events.map(({ name, at, size }) => [name, at?.year, at?.month, size]);
  expect(events("low")).toEqual([
    ["storm_season", undefined, undefined, 1],
    ["shipyard_closure", 2034, 7, 0.5],
  ]);
  expect(events("lowest")).toEqual([...events("low")!, ["flood", undefined, undefined, 1]]);
});

test("resolveScenarios(context) turns a reading that is an option of a switch into its setting, file by file", () => {
  const { scenario } = resolve({
    top: "switches: {job_definition: wide}\nreadings: {harbour_jobs: text}\n",
    low: "extends: top\nreadings: {job_definition: narrow}\n",
    both: "readings: {job_definition: narrow}\nswitches: {job_definition: wide}\n",
  });
  expect(scenario("low")).toMatchObject({ switches: { job_definition: "narrow" }, readings: { harbour_jobs: "text" } });
  expect(scenario("both")?.switches).toEqual({ job_definition: "wide" });
});

test("resolveScenarios(context) prints a loop of extends once and goes on with the others", () => {
  const { issues, result } = resolve({ a: "extends: b\n", b: "extends: c\n", c: "extends: b\n", d: "extends: d\n" });
  expect(issues.map(({ code, file }) => [code, file])).toEqual([
    ["scenario/extends-loop", "scenarios/tidewick/b.yaml"],
    ["scenario/extends-loop", "scenarios/tidewick/d.yaml"],
  ]);
  expect(result.ok ? [] : result.issues.map((issue) => issue.message.en)).toEqual([
    "`extends` runs in a circle: b → c → b.",
    "`extends` runs in a circle: d → d.",
  ]);
});

test("resolveScenarios(context) orders scenarios by id, whatever the names of their files", () => {
  const { result } = readChangedRegion({
    "scenarios/tidewick/1.yaml": header("zebra"),
    "scenarios/tidewick/2.yaml": header("alpha"),
  });
  expect(result.ok ? result.value.scenarios.map((s) => s.id) : []).toEqual([
    "alpha",
    "baseline",
    "training_push",
    "zebra",
  ]);
});
