import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { captureIo, optionsIn } from "../fixtures/captured-io.ts";
import { writeInventedRegion } from "../fixtures/write-invented-region.ts";
import type { AssessmentReport } from "../reachability/verdict.ts";
import { assessCommand } from "./assess-command.ts";
import type { ScenarioOptions } from "./command-options.ts";

const folder = mkdtempSync(join(tmpdir(), "assess-"));
afterAll(() => rmSync(folder, { recursive: true }));
writeInventedRegion(folder, {
  // Two more scenarios, so that there is a matrix to print.
  "scenarios/tidewick/calm.yaml":
    "id: calm\nlabel: {zh: 平静, en: Calm}\ndescription: {zh: 平静, en: Calm}\nextends: baseline\n",
  "scenarios/tidewick/a-last.yaml":
    "id: windy\nlabel: {zh: 大风, en: Windy}\ndescription: {zh: 大风, en: Windy}\nextends: baseline\n",
});

async function assess(parts: Partial<ScenarioOptions> = {}, columns = 100) {
  const { io, results, diagnostics } = captureIo(columns);
  const exit = await assessCommand({ ...optionsIn(folder), scenarios: [], ...parts }, io);
  return { exit, results: results(), diagnostics: diagnostics() };
}

test("assessCommand with --json prints exactly the report that ARCHITECTURE describes", async () => {
  const { exit, results } = await assess({ json: true, scenarios: ["training_push"] });
  const report = JSON.parse(results) as AssessmentReport;
  expect(exit).toBe(0);
  expect(Object.keys(report)).toEqual(["run", "scenarios"]);
  expect(Object.keys(report.run)).toEqual(["hash", "seed", "draws", "informationDate"]);
  const [scenario] = report.scenarios;
  expect(Object.keys(scenario ?? {})).toEqual(["scenario", "label", "verdicts", "rowsMet", "joint"]);
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
