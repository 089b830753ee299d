import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { captureIo, optionsIn } from "../fixtures/captured-io.ts";
import { writeInventedRegion } from "../fixtures/write-invented-region.ts";
import type { AssessmentReport } from "../progress/assessment-report.ts";
import { assessCommand } from "./assess-command.ts";
import type { TypedAssessOptions } from "./assess-options.ts";
import type { CommonOptions } from "./command-options.ts";

type Asked = Omit<TypedAssessOptions, "scenario"> & { readonly scenarios?: readonly string[] };

const folder = mkdtempSync(join(tmpdir(), "assess-"));
afterAll(() => rmSync(folder, { recursive: true }));
writeInventedRegion(folder, {
  // Two more scenarios, so that there is a matrix to print.
  "scenarios/tidewick/calm.yaml":
    "id: calm\nlabel: {zh: 平静, en: Calm}\ndescription: {zh: 平静, en: Calm}\nextends: baseline\n",
  "scenarios/tidewick/a-last.yaml":
    "id: windy\nlabel: {zh: 大风, en: Windy}\ndescription: {zh: 大风, en: Windy}\nextends: baseline\n",
});

async function assess({ scenarios = [], ...parts }: Partial<CommonOptions> & Asked = {}, columns = 100) {
  const { io, results, diagnostics } = captureIo(columns);
  const { precision, drivers, milestones, conventions, ...common } = parts;
  const typed = { scenario: scenarios, precision, drivers, milestones, conventions };
  const exit = await assessCommand({ ...optionsIn(folder), ...common }, typed as TypedAssessOptions, io);
  return { exit, results: results(), diagnostics: diagnostics() };
}

test("assessCommand with --json prints exactly the report that ARCHITECTURE describes", async () => {
  const { exit, results } = await assess({ json: true, scenarios: ["training_push"] });
  const report = JSON.parse(results) as AssessmentReport;
  expect(exit).toBe(0);
  expect(Object.keys(report)).toEqual(["run", "scenarios"]);
  expect(Object.keys(report.run)).toEqual(["hash", "seed", "draws", "informationDate"]);
  const [scenario] = report.scenarios;
  expect(Object.keys(scenario ?? {})).toEqual(["scenario", "label", "verdicts", "rowsMet", "joint", "progress"]);
  expect(Object.keys(scenario?.joint ?? {})).toEqual(["binding", "all", "sets", "pairs", "over", "notAssessed"]);
  const share = scenario?.verdicts.find(({ indicator }) => indicator === "certified_share");
  expect(share).toMatchObject({
    scenario: "training_push",
    kind: "share",
    attribute: "indicative",
    reading: "table/text",
    unit: "1",
    baseline: 0.31,
    target: 0.45,
    comparison: ">",
    targetYear: 2035,
    runs: 64,
  });
  const open = scenario?.verdicts.find(({ indicator }) => indicator === "on_time_share");
  expect(open?.baseline).toEqual({ min: 0.9, max: 1 });
});

test("assessCommand prints one table and a matrix when many scenarios are run, the baseline first", async () => {
  const { results } = await assess();
  expect(results.indexOf("Baseline (baseline)")).toBe(0);
  expect(results).toContain("Chance of each target under each scenario (%)");
  const keys = [...results.matchAll(/^ {2}([A-D]) {2}.*\((\w+)\)$/gm)].map(([, letter, id]) => `${letter} ${id}`);
  expect(keys).toEqual(["A baseline", "B calm", "C training_push", "D windy"]);
});

test("assessCommand prints a table for each scenario that is named", async () => {
  const { results } = await assess({ scenarios: ["windy", "calm", "training_push", "baseline"] });
  for (const id of ["windy", "calm", "training_push", "baseline"]) expect(results).toContain(`(${id})\n`);
  expect(results).not.toContain("each scenario (%)");
});

test.each([
  ["en", 80],
  ["en", 120],
  ["zh", 80],
  ["zh", 200],
] as const)("assessCommand in %s fits %i columns", async (language, columns) => {
  const { results } = await assess({ language, scenarios: ["baseline"] }, columns);
  await expect(results.replace(/[0-9a-f]{12}/, "<hash>")).toMatchFileSnapshot(
    `__snapshots__/reachability-table.${language}.${columns}.txt`,
  );
});

test("assessCommand takes draws, seed and information date from its options", async () => {
  const { results } = await assess({ json: true, draws: 32, seed: 5, asOf: "2034-06-30", scenarios: ["baseline"] });
  const { run } = JSON.parse(results) as AssessmentReport;
  expect(run).toMatchObject({ draws: 32, seed: 5, informationDate: "2034-06-30" });
});

test("assessCommand ends with 2 for a scenario that is not there, and prints no result", async () => {
  const { exit, results, diagnostics } = await assess({ scenarios: ["clam"] });
  expect({ exit, results }).toEqual({ exit: 2, results: "" });
  expect(diagnostics).toContain("did you mean `calm`?");
});

test("assessCommand begins with what leaders quote: the rows met, the binding rows by name, what is warned of", async () => {
  const { results } = await assess({ scenarios: ["baseline"], language: "zh" }, 400);
  const paragraphs = results.split("\n\n");
  const [count, binding, alerts] = (paragraphs[1] ?? "").replaceAll("\n", "").split(/(?=约束性指标：|预警：)/);
  expect(count).toMatch(
    /^规划 7 个指标，可评估 6 个，预计完成 \d 个（80% 区间 \d—\d 个），指标完成率 \d+%（\d+%—\d+%）。$/,
  );
  expect(binding).toMatch(/^约束性指标：港口从业人数（.*完成把握约.成.*）；失业占比（.*）。$/);
  expect(alerts).toMatch(/^预警：.*关注：居民收入年均增长。$/);
  const text = results.replaceAll("\n", "");
  expect(text).toMatch(/同时完成的概率：可评估的约束性指标 \d+%，全部可评估指标 \d+%，就业两项 \d+%。/);
  expect(text).toMatch(/相互带动的指标（比互不相干时高）：港口从业人数与失业占比（\d+ 个百分点）/);
});

test.each(["zh", "en"] as const)("assessCommand --milestones --conventions in %s", async (language) => {
  const { results } = await assess({
    language,
    scenarios: ["baseline"],
    milestones: true,
    conventions: true,
    draws: 2048,
  });
  const sections = results.slice(results.search(/^(?:Milestones|序时进度)/m));
  await expect(sections).toMatchFileSnapshot(`__snapshots__/standing.${language}.txt`);
});

test("assessCommand --json holds milestones, drivers and the precision where they are asked for", async () => {
  const asked = { json: true, scenarios: ["baseline"], milestones: true, drivers: true };
  const { scenarios, precision } = JSON.parse((await assess({ ...asked, draws: undefined, precision: "5" })).results);
  expect(Object.keys(scenarios[0])).toEqual([
    "scenario",
    "label",
    "verdicts",
    "rowsMet",
    "joint",
    "progress",
    "milestones",
    "drivers",
  ]);
  expect(precision).toMatchObject({ halfWidth: 0.05, isReached: true });
  const built = scenarios[0].progress.find(({ indicator }: { indicator: string }) => indicator === "dwellings_built");
  expect(built).toMatchObject({ measured: { value: 224, date: "2031-12-31" }, required: { perYear: 244 } });
  expect(built.conventions.results[0]).toMatchObject({ convention: "linear_pace", value: 224 / 240 });
});

test.each([
  [{ precision: "0" }, "between 0.1 and 50; got 0"],
  [{ precision: "fine" }, "got fine"],
  [{ precision: "1" }, "does not go with --draws"],
])("assessCommand ends with 2 and says what is wrong: %j", async (parts, told) => {
  const { exit, results, diagnostics } = await assess({ scenarios: ["baseline"], ...parts });
  expect({ exit, results }).toEqual({ exit: 2, results: "" });
  expect(diagnostics).toContain(told);
});

test("assessCommand shows milestones and conventions of the first scenario only beside a matrix", async () => {
  const matrix = (await assess({ milestones: true, conventions: true })).results;
  expect(matrix.match(/^(?:Milestones and trip-wires|Conventions of progress side by side) \(/gm)).toHaveLength(2);
});
