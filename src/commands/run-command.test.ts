import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse as parseCsv } from "csv-parse/sync";
import { afterAll, beforeAll, expect, test } from "vitest";
import { captureIo, optionsIn } from "../fixtures/captured-io.ts";
import { writeInventedRegion } from "../fixtures/write-invented-region.ts";
import { runCommand } from "./run-command.ts";

// The main job from end to end: a region's files to a folder of results.

const folder = mkdtempSync(join(tmpdir(), "run-"));
const output = join(folder, "output");
afterAll(() => rmSync(folder, { recursive: true }));

const printed = captureIo();
let exit: number;
beforeAll(async () => {
  writeInventedRegion(folder);
  mkdirSync(output);
  writeFileSync(join(output, "README.md"), "kept");
  exit = await runCommand(optionsIn(folder), { scenario: [] }, printed.io);
});

const files = (root: string) =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll("\\", "/"),
    )
    .sort();
const hashes = (root: string) =>
  files(root).map(
    (file) =>
      `${file} ${createHash("sha256")
        .update(readFileSync(join(root, file)))
        .digest("hex")}`,
  );
const json = (path: string) => JSON.parse(readFileSync(join(output, path), "utf8"));

const indicators = [
  "certified_share",
  "dwellings_built",
  "harbour_jobs",
  "idle_share",
  "income_growth",
  "on_time_share",
];

test("runCommand writes every file of every scenario, an overview, and keeps the README", () => {
  expect(exit).toBe(0);
  const drawn = (path: string) => ["png", "svg", "vl.json"].map((ending) => `${path}.${ending}`);
  const corridors = ["certified_share", "dwellings_built", "harbour_jobs"].map((id) => `${id}-corridor`);
  const everyScenario = ["time-to-target", "timeline"];
  const charts = {
    baseline: [...indicators, ...corridors, "certified_share-path", "conflicts", ...everyScenario],
    // Rows whose verdict is of another class than under the baseline.
    training_push: [...indicators.filter((id) => id !== "on_time_share"), ...everyScenario],
  };
  const wanted = Object.entries(charts).flatMap(([id, names]) =>
    [
      ...names.flatMap((name) => drawn(`charts/${name}`)),
      "charts/charts.json",
      "results.csv",
      "run.json",
      "verdicts.json",
    ].map((file) => `${id}/${file}`),
  );
  const ofRun = [
    "README.md",
    "index.html",
    "model/model.html",
    ...["overview", "comparison", "model/causal-diagram"].flatMap((path) => drawn(path)),
  ];
  expect(files(output)).toEqual([...ofRun, ...wanted].sort());
});

test("index.html leads to every file of the run and to nothing else", () => {
  const page = readFileSync(join(output, "index.html"), "utf8");
  const linked = [...page.matchAll(/href="([^"#]+)"/g)].map(([, path]) => path);
  const listed = files(output).filter((path) => !/README|index\.html|charts\.json|causal-diagram\.(png|vl)/.test(path));
  expect(new Set(linked)).toEqual(new Set(listed));
  for (const words of ["现行政策", "Training push", "Harbour jobs"]) expect(page).toContain(words);
});

test("results.csv is in IAMC long form, every number a number", () => {
  const rows: Record<string, string>[] = parseCsv(readFileSync(join(output, "baseline/results.csv")), {
    bom: true,
    columns: true,
  });
  expect(Object.keys(rows[0] ?? {})).toEqual([
    "model",
    "scenario",
    "region",
    "variable",
    "unit",
    "year",
    "statistic",
    "value",
  ]);
  expect(new Set(rows.map(({ statistic }) => statistic))).toEqual(
    new Set(["mean", "sd", "0.025", "0.05", "0.1", "0.25", "0.5", "0.75", "0.9", "0.95", "0.975", "central"]),
  );
  expect(rows.every(({ value }) => value !== "" && Number.isFinite(Number(value)))).toBe(true);
  const base = rows.find((row) => row.variable === "harbour_jobs" && row.year === "2030" && row.statistic === "mean");
  expect(base).toMatchObject({ region: "tidewick", unit: "万人", value: "5.2" });
});

test("verdicts.json and run.json say what the run was made from", () => {
  const { run, scenario, verdicts, joint } = json("training_push/verdicts.json");
  expect(run).toMatchObject({ seed: 7, draws: 64, informationDate: "2032-12-31" });
  expect(scenario).toBe("training_push");
  expect(verdicts).toHaveLength(7);
  expect(joint.notAssessed).toEqual(["night_ferry"]);
  const record = json("training_push/run.json");
  expect(record.run).toEqual(run);
  expect(record.readings).toMatchObject({ harbour_jobs: "text/table", certified_share: "table/text" });
  expect(record.switches).toEqual({ training_mode: "classes", job_definition: "narrow" });
  expect(record.settings).toEqual({ draws: 64, seed: 7, until: 2037, sampling: "sobol" });
  expect(record.versions.numbers).toMatch(/^\d+$/);
  const path = "data/tidewick/plan.yaml";
  const sha256 = createHash("sha256")
    .update(readFileSync(join(folder, path)))
    .digest("hex");
  expect(record.inputs).toContainEqual({ path, sha256 });
});

test("model/ says which rows a lever reaches, once for all scenarios", () => {
  const { vconcat } = json("model/causal-diagram.vl.json");
  const links = new Set(vconcat[0].layer[1].data.values.map(({ link }: { link: string }) => link));
  // Sites are in town; training reaches jobs and their shares, all in the sector of work.
  expect(links).toContain("town dwellings_built");
  expect(links).toContain("work harbour_jobs");
  expect(links).not.toContain("work dwellings_built");
  expect(readFileSync(join(output, "model/model.html"), "utf8")).toContain('<code id="lever-training_volume">');
});

test("nothing of the machine is in the results", () => {
  for (const file of files(output).filter((name) => /json$|csv$|svg$|html$/.test(name))) {
    expect(readFileSync(join(output, file), "utf8"), file).not.toContain(folder);
  }
});

test("runCommand prints a table a scenario and says where the results are", () => {
  expect(printed.results()).toContain("Baseline (baseline)");
  expect(printed.results()).toContain("Training push (training_push)");
  expect(printed.results()).toContain("10 name no source");
  expect(printed.diagnostics()).toContain(`Results written to ${output} (78 files).`);
});

test("runCommand gives the same bytes again, and replaces a folder as a whole", async () => {
  const before = hashes(output);
  writeFileSync(join(output, "baseline/stale.txt"), "of an older run");
  mkdirSync(join(output, ".tmp-interrupted"));
  await runCommand(optionsIn(folder), { scenario: [] }, captureIo().io);
  expect(hashes(output)).toEqual(before);
});

test("runCommand gives a scenario the same numbers alone as among others, its charts among them, whatever its file is called", async () => {
  const alone = join(folder, "alone");
  await runCommand(optionsIn(folder, { outputDir: alone }), { scenario: ["training_push"] }, captureIo().io);
  const among = hashes(join(output, "training_push")).filter((line) => !line.startsWith("charts/charts.json"));
  expect(hashes(join(alone, "training_push"))).toEqual(expect.arrayContaining(among));
  expect(files(join(alone, "training_push"))).toContain("charts/harbour_jobs-corridor.png");
  const scenarios = join(folder, "scenarios/tidewick");
  renameSync(join(scenarios, "baseline.yaml"), join(scenarios, "z.yaml"));
  await runCommand(optionsIn(folder, { outputDir: alone }), { scenario: ["training_push"] }, captureIo().io);
  renameSync(join(scenarios, "z.yaml"), join(scenarios, "baseline.yaml"));
  const csv = "training_push/results.csv";
  expect(readFileSync(join(alone, csv))).toEqual(readFileSync(join(output, csv)));
});

test("runCommand writes nothing when a file has an issue", async () => {
  const before = hashes(output);
  const broken = mkdtempSync(join(folder, "broken-"));
  writeInventedRegion(broken, {
    "data/tidewick/model/work.yaml": (text) => text.replace("leaving_share * prev(harbour_jobs)", "leaving_shar * 1"),
  });
  const { io, results, diagnostics } = captureIo();
  expect(await runCommand(optionsIn(broken, { outputDir: output }), { scenario: [] }, io)).toBe(1);
  expect(results()).toBe("");
  expect(diagnostics()).toContain("did you mean `leaving_share`?");
  expect(hashes(output)).toEqual(before);
});

test("runCommand refuses to replace a folder that no run has made", async () => {
  const other = join(folder, "other");
  mkdirSync(join(other, "baseline"), { recursive: true });
  writeFileSync(join(other, "baseline/thesis.txt"), "precious");
  const { io, diagnostics } = captureIo();
  expect(await runCommand(optionsIn(folder, { outputDir: other }), { scenario: ["baseline"] }, io)).toBe(2);
  expect(diagnostics()).toContain("cannot write to");
  expect(readdirSync(other)).toEqual(["baseline"]);
  expect(existsSync(join(other, "baseline/thesis.txt"))).toBe(true);
  const models = join(folder, "models");
  mkdirSync(join(models, "model"), { recursive: true });
  writeFileSync(join(models, "model/ship.txt"), "precious");
  expect(await runCommand(optionsIn(folder, { outputDir: models }), { scenario: ["baseline"] }, io)).toBe(2);
  expect(readdirSync(models)).toEqual(["model"]);
});

test("runCommand --precision writes how precisely the chances are known, and verdicts hold progress and milestones", async () => {
  const precise = join(folder, "precise");
  const { draws: _, ...common } = optionsIn(folder, { outputDir: precise });
  const { io, results } = captureIo();
  expect(await runCommand({ ...common, draws: undefined }, { scenario: ["baseline"], precision: "4" }, io)).toBe(0);
  // ± 1.96 √(¼ / N) ≤ .04 from N = 601 on; no run begins with fewer than 1,024.
  expect(results()).toContain("After 1024 draws every chance is known to ±4 points (95 %).");
  const read = (name: string) => JSON.parse(readFileSync(join(precise, "baseline", name), "utf8"));
  expect(read("run.json")).toMatchObject({
    settings: { draws: 1024 },
    precision: { halfWidth: 0.04, isReached: true },
  });
  const { progress, milestones, rowsMet } = read("verdicts.json");
  expect(progress.map(({ indicator }: { indicator: string }) => indicator)).toEqual(
    milestones.map(({ indicator }: { indicator: string }) => indicator),
  );
  expect(rowsMet.rows).toBe(6);
});
