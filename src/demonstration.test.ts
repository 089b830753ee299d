import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { assessCommand } from "./commands/assess-command.ts";
import type { CommandIo } from "./commands/command-io.ts";
import type { CommonOptions } from "./commands/command-options.ts";
import { consistencyCommand } from "./commands/consistency-command.ts";
import { diffCommand } from "./commands/diff-command.ts";
import { evaluateCommand } from "./commands/evaluate-command.ts";
import { explainCommand } from "./commands/explain-command.ts";
import { forecastCommand } from "./commands/forecast-command.ts";
import { reportCommand } from "./commands/report-command.ts";
import { runCommand } from "./commands/run-command.ts";
import { seekCommand } from "./commands/seek-command.ts";
import { captureIo, optionsIn } from "./fixtures/captured-io.ts";
import { readZip } from "./fixtures/read-zip.ts";
import { writeInventedRegion } from "./fixtures/write-invented-region.ts";

const folder = mkdtempSync(join(tmpdir(), "demonstration-"));
afterAll(() => rmSync(folder, { recursive: true }));
writeInventedRegion(folder, {
  "data/tidewick/plan.yaml": (text) => text.replace("base_year:", "demonstration: true\nbase_year:"),
});

const marked = /示例|demonstration/;
const forecastOptions = {
  series: "harbour_jobs",
  place: undefined,
  horizon: undefined,
  kind: undefined,
  method: undefined,
  bounds: undefined,
  chart: true,
  batch: undefined,
  info: undefined,
  out: undefined,
  rebuildCalibration: undefined,
};

/** Every command that prints something made from the figures. */
const commands: Record<string, (options: CommonOptions, io: CommandIo) => unknown> = {
  assess: (options, io) => assessCommand(options, {}, io),
  run: (options, io) => runCommand(options, {}, io),
  consistency: (options, io) => consistencyCommand({ ...options, chart: false }, io),
  diff: (options, io) => diffCommand({ ...options, first: "baseline", second: "training_push" }, io),
  evaluate: (options, io) => evaluateCommand({ ...options, scenario: undefined, asOf: "2032-12-31" }, io),
  explain: (options, io) => explainCommand({ ...options, name: "harbour_jobs", scenario: undefined }, io),
  forecast: (options, io) => forecastCommand({ ...options, ...forecastOptions }, io),
  seek: (options, io) => seekCommand(options, { indicator: ["harbour_jobs"], together: false, front: false }, io),
};

test.each(Object.keys(commands))("%s of a demonstration says so, as text and as JSON", async (name) => {
  for (const [language, json] of [
    ["zh", false],
    ["en", true],
  ] as const) {
    // The files of a run are drawn once; its results are those of `assess`.
    if (name === "run" && json) continue;
    const { io, results } = captureIo();
    const outputDir = join(folder, "output", name);
    const options = optionsIn(folder, { language, json, outputDir, region: "tidewick", draws: 16 });
    expect(await commands[name]?.(options, io)).toBe(0);
    expect(results()).toMatch(marked);
  }
});

test("every file that is written from a demonstration says so", () => {
  const files = readdirSync(join(folder, "output"), { recursive: true, withFileTypes: true })
    // The index and the lists of charts name files and hold no figure.
    .filter((entry) => entry.isFile() && !/\.png$|^index\.html$|^charts\.json$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  expect(files.length).toBeGreaterThan(40);
  for (const file of files) expect(marked.test(readFileSync(file, "utf8")), file).toBe(true);
});

test.each(["zh", "en"] as const)("every page of the report of a demonstration says so (%s)", async (language) => {
  const outputDir = join(folder, "report", language);
  const options = optionsIn(folder, { language, outputDir, region: "tidewick", draws: 16 });
  expect(await reportCommand({ ...options, scenarios: ["baseline"] }, "html,docx,xlsx,md", captureIo().io)).toBe(0);
  const read = (ending: string) => readFileSync(join(outputDir, `report.${language}.${ending}`));
  // A mark that stands on every page: fixed in the window, in the headers of odd and even pages, on every sheet.
  const word = { zh: "示例", en: "demonstration" }[language];
  expect(
    read("html")
      .toString()
      .match(/<div class="mark">[^<]*/)?.[0],
  ).toContain(word);
  expect(read("md").toString()).toMatch(marked);
  const pages = [...readZip(read("docx")), ...readZip(read("xlsx"))]
    .filter(({ name }) => /^word\/header\d\.xml$|^xl\/worksheets\/sheet\d+\.xml$/.test(name))
    .map(({ name, content }) => ({ name, isMarked: content.toString().includes(word) }));
  expect(pages.length).toBeGreaterThan(6);
  expect(pages.filter(({ isMarked }) => !isMarked)).toEqual([]);
});
