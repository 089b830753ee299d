import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";

// The rules of `.dependency-cruiser.cjs`, proven on a planted tree: one cruise, every rule broken at least once.

interface Violation {
  readonly from: string;
  readonly rule: { readonly name: string };
}

interface Cruise {
  readonly modules: readonly { readonly source: string }[];
  readonly summary: {
    readonly violations: readonly Violation[];
    readonly ruleSetUsed: { readonly forbidden: readonly { readonly name: string }[] };
  };
}

const repository = resolve(import.meta.dirname, "..");
const planted = mkdtempSync(join(tmpdir(), "planted-"));
afterAll(() => rmSync(planted, { recursive: true, force: true }));

const folders = [
  "core",
  "inputs",
  "model",
  "program",
  "wasm",
  "sampling",
  "tally",
  "kernel",
  "forecast",
  "ensemble",
  "reachability",
  "progress",
  "evaluation",
  "consistency",
  "exploration",
  "charts",
  "report",
  "documents",
  "whatif",
  "workers",
  "province",
  "benchmark",
  "commands",
];
const lateFolders = ["province", "benchmark", "commands"];
const earlyFolders = folders.filter((folder) => !lateFolders.includes(folder));
const stages = [
  ...earlyFolders,
  "run-study",
  "province",
  "evaluate-study",
  "benchmark",
  "index",
  "commands",
  "cli",
  "run-command-line",
  "start",
];
const fileOf = (stage: string) => (folders.includes(stage) ? `${stage}/plain.ts` : `${stage}.ts`);
const ruleOf = (stage: string) => `${stage}-imports-upstream-only`;

/** Wrong statements: file under src/, what stands in it, the rule it breaks. */
const wrong: readonly (readonly [file: string, text: string, rule: string])[] = [
  ["core/cycle-one.ts", 'import "./cycle-two.ts";', "no-cycles"],
  ["core/lost.ts", 'import "./nowhere.ts";', "nothing-unresolvable"],
  ["cli.ts", 'import "./helpers/plain.ts";', "no-folder-beside-the-stages"],
  ["cli.ts", 'import "./helper.ts";', "no-folder-beside-the-stages"],
  ["model/load.ts", 'import { readFileSync } from "node:fs";', "disk-only-in-read-and-write-files"],
  ["report/reader.ts", 'import { readFile } from "node:fs/promises";', "disk-only-in-read-and-write-files"],
  ["report/thread-load.ts", 'import { readFile } from "fs/promises";', "disk-only-in-read-and-write-files"],
  ["charts/value.ts", 'import { a } from "../reachability/plain.ts";', "charts-take-results-as-types"],
  ["charts/draw-chart.ts", 'import { View } from "vega";', "heavy-packages-load-lazily"],
  ["charts/compile-spec.ts", 'import { compile } from "vega-lite";', "heavy-packages-load-lazily"],
  ["report/data-frame.ts", 'import { DataFrame } from "danfojs-node";', "heavy-packages-load-lazily"],
  ["consistency/load-linear-solver.ts", 'import load from "highs";', "heavy-packages-load-lazily"],
  ["documents/word-file.ts", 'import type { Paragraph } from "docx";', "docx-only-in-documents/load-word-library"],
  ["report/workbook/render-workbook.ts", 'import excel from "exceljs";', "heavy-packages-load-lazily"],
  ["report/results-parquet.ts", 'import { parquetWrite } from "hyparquet-writer";', "heavy-packages-load-lazily"],
  ["report/sheet.ts", 'import type { Cell } from "exceljs";', "exceljs-only-in-report/workbook/render-workbook"],
  [
    "report/rows.ts",
    'import type { Writer } from "hyparquet-writer";',
    "hyparquet-writer-only-in-report/results-parquet",
  ],
  ["inputs/read-plan.ts", 'import { parse } from "yaml";', "yaml-only-in-inputs/parse-yaml"],
  ["inputs/read-table.ts", 'import { parse } from "csv-parse/sync";', "csv-parse-only-in-inputs/parse-csv"],
  ["model/schema.ts", 'import { z } from "zod";', "zod-only-in-inputs"],
  ["charts/fan-chart.ts", 'export const draw = async () => await import("vega");', "vega-only-in-charts/draw-chart"],
  ["report/table.ts", 'import type { DataFrame } from "danfojs-node";', "danfojs-node-only-in-report/data-frame"],
  ["consistency/attainable.ts", 'import type { Highs } from "highs";', "highs-only-in-consistency/load-linear-solver"],
  ["run-study.ts", 'import yargs from "yargs";', "yargs-only-in-cli"],
  ...stages.flatMap((stage, place) =>
    stages
      .slice(place + 1)
      .map((later) => [fileOf(stage), `import type {} from "${pathBetween(stage, later)}";`, ruleOf(stage)] as const),
  ),
];

/** Right statements beside them: none may be reported. */
const right: readonly (readonly [file: string, text: string])[] = [
  ["inputs/read-study.ts", 'import { readFileSync } from "node:fs";\nimport { a } from "../core/right.ts";'],
  ["report/write-files.ts", 'import { writeFile } from "node:fs/promises";'],
  ["inputs/parse-yaml.ts", 'import { parseDocument } from "yaml";'],
  ["inputs/parse-csv.ts", 'import { parse } from "csv-parse/sync";'],
  ["inputs/plan-schema.ts", 'import { z } from "zod";'],
  [
    "charts/tornado-chart.ts",
    'import type { A } from "../reachability/right.ts";\nimport { a } from "../core/right.ts";',
  ],
  ["charts/theme.ts", 'import type { Config } from "vega-lite";'],
  ["core/cycle-two.ts", 'import type {} from "./cycle-one.ts";'],
  ["core/right.ts", "export const a = 1;\nexport type A = number;"],
  ["reachability/right.ts", 'import { a } from "../core/right.ts";\nexport type A = typeof a;'],
  ["core/right.test.ts", 'import { a } from "../report/plain.ts";\nimport { readFileSync } from "node:fs";'],
  ["fixtures/region.ts", 'import { readFileSync } from "node:fs";'],
];

function pathBetween(from: string, to: string): string {
  return `${folders.includes(from) ? ".." : "."}/${fileOf(to)}`;
}

function plant(): void {
  const texts = new Map<string, string[]>(stages.map((stage) => [fileOf(stage), ["export const a = 1;"]]));
  texts.set("helpers/plain.ts", ["export const a = 1;"]).set("helper.ts", ["export const a = 1;"]);
  for (const [file, text] of [...wrong, ...right]) texts.set(file, [...(texts.get(file) ?? []), text]);
  for (const [file, lines] of texts) {
    mkdirSync(dirname(join(planted, "src", file)), { recursive: true });
    writeFileSync(join(planted, "src", file), `${lines.join("\n")}\n`);
  }
  for (const file of [".dependency-cruiser.cjs", "tsconfig.json", "package.json"]) {
    cpSync(join(repository, file), join(planted, file));
  }
  symlinkSync(join(repository, "node_modules"), join(planted, "node_modules"), "dir");
}

function cruise(folder: string): Cruise {
  const program = join(repository, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
  const text = execFileSync(process.execPath, [program, "src", "--output-type", "json"], {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 64 << 20,
  });
  return JSON.parse(text) as Cruise;
}

plant();
const report = cruise(planted).summary;
const reported = new Set(report.violations.map(({ from, rule }) => `${from} breaks ${rule.name}`));

test("every planted violation of the folder rule is reported", () => {
  const missed = wrong.filter(([file, , rule]) => !reported.has(`src/${file} breaks ${rule}`));
  expect(missed).toEqual([]);
});

test("every rule has a planted violation", () => {
  const proven = new Set(wrong.map(([, , rule]) => rule));
  const unproven = report.ruleSetUsed.forbidden.map(({ name }) => name).filter((name) => !proven.has(name));
  expect(unproven).toEqual([]);
});

test("a stage is reported once for each later stage that it imports", () => {
  for (const [place, stage] of stages.slice(0, -1).entries()) {
    const found = report.violations.filter(
      ({ from, rule }) => from === `src/${fileOf(stage)}` && rule.name === ruleOf(stage),
    );
    expect([stage, found.length]).toEqual([stage, stages.length - 1 - place]);
  }
});

test("right statements are not reported", () => {
  const files = right
    .map(([file]) => `src/${file}`)
    .filter((file) => !wrong.some(([other]) => `src/${other}` === file));
  expect(report.violations.filter(({ from }) => files.includes(from))).toEqual([]);
});

test("the cruise of this repository visits every source file", () => {
  const visited = cruise(repository).modules.map(({ source }) => source);
  const files = readdirSync(join(repository, "src"), { recursive: true, encoding: "utf8" })
    .map((file) => `src/${file.replaceAll("\\", "/")}`)
    .filter((file) => /\.ts$/.test(file) && !/\.(test|bench)\.ts$|^src\/fixtures\//.test(file));
  expect(files.length).toBeGreaterThan(0);
  expect(files.filter((file) => !visited.includes(file))).toEqual([]);
});
