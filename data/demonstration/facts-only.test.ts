import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { assessCommand } from "../../src/commands/assess-command.ts";
import type { CommandIo } from "../../src/commands/command-io.ts";
import type { CommonOptions } from "../../src/commands/command-options.ts";
import { consistencyCommand } from "../../src/commands/consistency-command.ts";
import { diffCommand } from "../../src/commands/diff-command.ts";
import { evaluateCommand } from "../../src/commands/evaluate-command.ts";
import { explainCommand } from "../../src/commands/explain-command.ts";
import { reportCommand } from "../../src/commands/report-command.ts";
import { runCommand } from "../../src/commands/run-command.ts";
import { seekCommand } from "../../src/commands/seek-command.ts";
import { captureIo, optionsIn } from "../../src/fixtures/captured-io.ts";
import { readZip } from "../../src/fixtures/read-zip.ts";
import { repository } from "../../src/fixtures/repository-files.ts";
import { readRegion } from "../../src/fixtures/run-region.ts";

// Every value of 2021–2025 is in: nothing may be said as if it were still to come. A second scenario, of the same plan,
// is laid beside the one there is, so that everything that compares scenarios is made too.

const folder = mkdtempSync(join(tmpdir(), "facts-only-"));
afterAll(() => rmSync(folder, { recursive: true }));

const draws = 16;
const asOf = "2026-11-24";

const commands: Record<string, (options: CommonOptions, io: CommandIo) => unknown> = {
  run: (options, io) => runCommand({ ...options, scenario: [] } as CommonOptions, {}, io),
  assess: (options, io) => assessCommand(options, { milestones: true, conventions: true, drivers: true }, io),
  json: (options, io) => assessCommand({ ...options, json: true }, { milestones: true, drivers: true }, io),
  report: (options, io) => reportCommand({ ...options, scenarios: [] }, undefined, io),
  evaluate: (options, io) => evaluateCommand({ ...options, scenario: undefined }, io),
  consistency: (options, io) => consistencyCommand({ ...options, chart: false }, io),
  diff: (options, io) => diffCommand({ ...options, first: "baseline", second: "none" }, io),
  explain: (options, io) => explainCommand({ ...options, name: "skilled_workers", scenario: undefined }, io),
  lever: (options, io) => explainCommand({ ...options, name: "training_volume", scenario: undefined }, io),
  seek: (options, io) => seekCommand(options, { indicator: ["skilled_workers"], together: false, front: false }, io),
};

/** Everything that was printed and written, by name of command and file. */
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
  for (const language of ["zh", "en"] as const) {
    const outputDir = join(folder, language);
    const parts = { language, draws, asOf, outputDir, region: "demonstration", dataDir: join(repository, "data") };
    for (const [name, command] of Object.entries(commands)) {
      const { io, results, diagnostics } = captureIo();
      expect(await command(optionsIn(folder, parts), io), `${name}: ${diagnostics()}`).toBe(0);
      outputs[language].set(name, results() + diagnostics());
    }
    for (const entry of readdirSync(outputDir, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || entry.name.endsWith(".png")) continue;
      const path = join(entry.parentPath, entry.name);
      const name = path.slice(outputDir.length + 1);
      const bytes = readFileSync(path);
      const isZip = /\.(docx|xlsx)$/.test(name);
      const texts = isZip ? readZip(bytes).map(({ content }) => content.toString()) : [bytes.toString()];
      outputs[language].set(name, texts.join("\n"));
    }
  }
}, 240_000);

const forbidden = /预计|概率|把握|可能性|预测|有望|chance|probabilit|expected|forecast|likel/i;

/** Names of assumptions and variables that speak of the probability of dying: demography, nothing about targets. */
const mortality = readRegion("demonstration")
  .model.tables.concat([])
  .map(({ label }) => label)
  .flatMap((label) => (label === null ? [] : [label.zh, label.en]))
  .concat(readRegion("demonstration").model.variables.flatMap(({ label }) => [label.zh, label.en]))
  .filter((label) => forbidden.test(label));

/** What a person reads of an output: keys of JSON are for programs, and a ledger keeps what was said at the start. */
function readable(name: string, text: string): string {
  const said = /json/.test(name) ? text.replace(/"[A-Za-z_]+":/g, "") : text;
  const own = name === "ledger.jsonl" ? said.replaceAll('"forecast"', "") : said;
  return mortality.reduce((rest, label) => rest.replaceAll(label, ""), own);
}

test.each(["zh", "en"] as const)("no output speaks of chances where every row is decided (%s)", (language) => {
  const found = [...outputs[language]].flatMap(([name, text]) => {
    const match = readable(name, text).match(new RegExp(`.{0,40}(${forbidden.source}).{0,40}`, "i"));
    return match === null ? [] : [`${name}: ${match[0]}`];
  });
  expect(found).toEqual([]);
  // All kinds of output were looked at.
  const names = [...outputs[language].keys()].join(" ");
  for (const kind of ["report.zh.docx", "report.zh.xlsx", "report.zh.html", "report.zh.md"]) {
    expect(names).toContain(kind.replace("zh", language));
  }
  for (const kind of ["overview.svg", "overview.vl.json", "verdicts.json", "evaluation.md", "ledger.jsonl"]) {
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
  for (const name of ["run", "assess"]) {
    expect(outputs.zh.get(name)?.replace(/\s/g, "")).toContain(
      "规划18个指标，已有实际结果17个，完成12个，指标完成率70.6%。",
    );
    expect(outputs.en.get(name)?.replace(/\s+/g, " ")).toContain(
      "12 of 17 decided rows are met, a completion rate of 70.6%; the plan has 18 rows.",
    );
  }
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
