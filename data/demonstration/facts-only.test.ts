import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { assessCommand } from "../../src/commands/assess-command.ts";
import type { CommandIo } from "../../src/commands/command-io.ts";
import type { CommonOptions } from "../../src/commands/command-options.ts";
import { consistencyCommand } from "../../src/commands/consistency-command.ts";
import { diffCommand } from "../../src/commands/diff-command.ts";
import { evaluationText } from "../../src/commands/evaluation-text.ts";
import { explainCommand } from "../../src/commands/explain-command.ts";
import { seekCommand } from "../../src/commands/seek-command.ts";
import { runConsistency } from "../../src/consistency/run-consistency.ts";
import { buildDocument } from "../../src/documents/build-document.ts";
import { collectReportData } from "../../src/documents/collect-report-data.ts";
import type { DrawnPicture } from "../../src/documents/report-document.ts";
import { reportFiles, reportFormats } from "../../src/documents/report-files.ts";
import { reportPictures } from "../../src/documents/report-pictures.ts";
import { evaluateStudy } from "../../src/evaluate-study.ts";
import { captureIo, optionsIn } from "../../src/fixtures/captured-io.ts";
import { readZip } from "../../src/fixtures/read-zip.ts";
import { repository } from "../../src/fixtures/repository-files.ts";
import { readRegion } from "../../src/fixtures/run-region.ts";
import { readStudy } from "../../src/inputs/read-study.ts";
import { runCharts } from "../../src/report/chart-files.ts";
import { evaluationFiles } from "../../src/report/evaluation-files.ts";
import { resultFiles } from "../../src/report/result-files.ts";
import { scenarioCharts } from "../../src/report/scenario-charts.ts";
import { runStudy, unwrap } from "../../src/run-study.ts";

// Every value of 2021–2025 is in: nothing may be said as if it were still to come. A second scenario, of the same plan,
// is laid beside the one there is, so that everything that compares scenarios is made too.

const folder = mkdtempSync(join(tmpdir(), "facts-only-"));
afterAll(() => rmSync(folder, { recursive: true }));

const draws = 32;
const asOf = "2026-11-24";

const commands: Record<string, (options: CommonOptions, io: CommandIo) => unknown> = {
  assess: (options, io) => assessCommand(options, { milestones: true, conventions: true, drivers: true }, io),
  json: (options, io) => assessCommand({ ...options, json: true }, { milestones: true, drivers: true }, io),
  consistency: (options, io) => consistencyCommand({ ...options, chart: false }, io),
  diff: (options, io) => diffCommand({ ...options, first: "baseline", second: "none" }, io),
  explain: (options, io) => explainCommand({ ...options, name: "skilled_workers", scenario: undefined }, io),
  lever: (options, io) => explainCommand({ ...options, name: "training_volume", scenario: undefined }, io),
  seek: (options, io) => seekCommand(options, { indicator: ["skilled_workers"], together: false, front: false }, io),
};

/** Everything that is printed and written, by name of command or file. */
const outputs: Record<"zh" | "en", Map<string, string>> = { zh: new Map(), en: new Map() };

beforeAll(async () => {
  cpSync(join(repository, "scenarios", "demonstration"), join(folder, "scenarios", "demonstration"), {
    recursive: true,
  });
  const baseline = readFileSync(join(folder, "scenarios", "demonstration", "baseline.yaml"), "utf8");
  writeFileSync(
    join(folder, "scenarios", "demonstration", "none.yaml"),
    baseline.replace("id: baseline", "id: none").replace("{all: 0.3}", "{all: 0}"),
  );
  const dataDir = join(repository, "data");
  const study = unwrap(readStudy({ region: "demonstration", dataDir, scenariosDir: join(folder, "scenarios") }));
  // What costs most is done once for both languages.
  const run = unwrap(runStudy(study, { draws, asOf }));
  const evaluated = unwrap(evaluateStudy(study, { asOf, draws }));
  const consistency = await runConsistency(study);
  for (const language of ["zh", "en"] as const) {
    const keep = (name: string, text: string) => outputs[language].set(name, text);
    for (const [name, command] of Object.entries(commands)) {
      const { io, results, diagnostics } = captureIo();
      const parts = { language, draws, asOf, region: "demonstration", dataDir, outputDir: join(folder, "output") };
      expect(await command(optionsIn(folder, parts), io), `${name}: ${diagnostics()}`).toBe(0);
      keep(name, results() + diagnostics());
    }
    const output = { ...run, language, versions: { planreach: "0.0.0", numbers: "1" } };
    for await (const { path, content } of resultFiles(output, () => {})) {
      if (!path.endsWith(".png")) keep(path, String(content));
      // The other charts are looked at as specifications, which hold all of their texts.
      if (path.endsWith(".svg")) break;
    }
    const charts = [
      ...run.results.flatMap((result) => scenarioCharts(output, result, consistency)),
      ...runCharts(output, consistency).together,
    ];
    for (const { path, spec } of charts) keep(`${path}.vl.json`, JSON.stringify(spec));
    keep("evaluate", evaluationText(evaluated.evaluation, language, captureIo().io.results));
    for (const { path, content } of evaluationFiles(evaluated.evaluation, language)) keep(path, String(content));
    const data = collectReportData(run, consistency, evaluated);
    const document = buildDocument(data, reportPictures(output, data.mainScenario, language, evaluated), language);
    const pictures = new Map<string, DrawnPicture>();
    for (const block of document.blocks) {
      if (block.kind !== "picture") continue;
      keep(`report/${block.name}.vl.json`, JSON.stringify(block.spec));
      pictures.set(block.name, { svg: "<svg/>", png: dot, width: 1, height: 1 });
    }
    for await (const { path, content } of reportFiles(document, pictures, reportFormats, output, data.mainScenario)) {
      if (path.endsWith(".png")) continue;
      const isZip = /\.(docx|xlsx)$/.test(path);
      keep(path, isZip ? textOfZip(content as Uint8Array) : String(content));
    }
  }
}, 120_000);

/** A picture of one dot stands for those of the report, whose texts are looked at as specifications. */
const dot = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

function textOfZip(bytes: Uint8Array): string {
  return readZip(bytes)
    .map(({ content }) => content.toString())
    .join("\n");
}

const forbidden = /预计|概率|把握|可能性|预测|有望|chance|probabilit|expected|forecast|likel/i;

/** Names of assumptions and variables that speak of the probability of dying: demography, nothing about targets. */
const { tables, variables } = readRegion("demonstration").model;
const mortality = [...tables, ...variables]
  .flatMap(({ label }) => (label === null ? [] : [label.zh, label.en]))
  .filter((label) => forbidden.test(label));
const mortalityPattern = new RegExp(mortality.join("|").replace(/[()（）]/g, "\\$&"), "g");

/** What a person reads of an output: keys of JSON are for programs. */
function readable(name: string, text: string): string {
  const said = /json/.test(name) ? text.replace(/"[A-Za-z_]+":/g, "") : text;
  return said.replace(mortalityPattern, "");
}

test.each(["zh", "en"] as const)("no output speaks of chances where every row is decided (%s)", (language) => {
  const found = [...outputs[language]].flatMap(([name, text]) => {
    const read = readable(name, text);
    const at = read.search(forbidden);
    return at < 0 ? [] : [`${name}: ${read.slice(Math.max(0, at - 40), at + 40)}`];
  });
  expect(found).toEqual([]);
  // All kinds of output were looked at.
  const names = [...outputs[language].keys()].join(" ");
  for (const kind of ["report.zh.docx", "report.zh.xlsx", "report.zh.html", "report.zh.md"]) {
    expect(names).toContain(kind.replace("zh", language));
  }
  for (const kind of [".svg", "overview.vl.json", "verdicts.json", "evaluation.md", "evaluation-paths-2.vl.json"]) {
    expect(names).toContain(kind);
  }
});

test("the word that is searched for would be found", () => {
  expect(mortality.length).toBeGreaterThan(0);
  expect(readable("report.zh.md", "完成把握约八成")).toMatch(forbidden);
  expect(readable("verdicts.json", '"probability": 0.5, "wording": "likely"')).toMatch(forbidden);
});

test("the counts of facts are those of the observations in every output", () => {
  // 12 of 17 decided rows: 10 exceeded, 2 met; 2 nearly met and 3 missed do not count as met.
  expect(outputs.zh.get("assess")?.replace(/\s/g, "")).toContain(
    "规划18个指标，已有实际结果17个，完成12个，指标完成率70.6%。",
  );
  expect(outputs.en.get("assess")?.replace(/\s+/g, " ")).toContain(
    "12 of 17 decided rows are met, a completion rate of 70.6%; the plan has 18 rows.",
  );
  expect(outputs.zh.get("evaluate")).toContain("18项指标中17项已有定论，完成12项，指标完成率70.6%。");
  expect(outputs.zh.get("report.zh.md")).toContain(
    "规划共设18项指标，已有实际结果的有17项，完成12项，指标完成率70.6%。",
  );
  expect(outputs.zh.get("report.zh.md")).toContain("超额完成10项，完成2项，基本完成2项，未完成3项。");
  expect(outputs.en.get("report.en.md")).toContain("12 of them are met, a completion rate of 70.6%.");
  for (const { probability, class: verdictClass } of JSON.parse(outputs.en.get("json") ?? "").scenarios[0].verdicts) {
    expect([verdictClass, probability]).toEqual([verdictClass, null]);
  }
});
