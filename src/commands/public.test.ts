import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parquetReadObjects } from "hyparquet";
import { afterAll, beforeAll, expect, test } from "vitest";
import { captureIo, optionsIn } from "../fixtures/captured-io.ts";
import { readZip } from "../fixtures/read-zip.ts";
import { writeInventedRegion } from "../fixtures/write-invented-region.ts";
import { readStudy } from "../inputs/read-study.ts";
import { withoutInternal } from "../inputs/without-internal.ts";
import { workbookBytes } from "../report/workbook/workbook-bytes.ts";
import { runStudy, unwrap } from "../run-study.ts";
import { assessCommand } from "./assess-command.ts";
import { consistencyCommand } from "./consistency-command.ts";
import { evaluateCommand } from "./evaluate-command.ts";
import { explainCommand } from "./explain-command.ts";
import { forecastCommand } from "./forecast-command.ts";
import { reportCommand } from "./report-command.ts";
import { runCommand } from "./run-command.ts";

// What `--public` promises, held by searching the bytes of everything that comes out for a planted value.

/** An internal value with its source and definition: an actual value that decides a row, and one that charts would draw. */
const planted = { value: "5.0912873", rounded: "5.0913", source: "港务内参甲", definition: "内参口径" };
const row = (year: number, value: string) =>
  `harbour_jobs,潮湾镇,全镇,year,${year},${value},,,万人,period_end,A,${planted.source},${year}-12-31,${year},${planted.definition},reported,internal\n`;

const folder = mkdtempSync(join(tmpdir(), "public-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const region = writeInventedRegion(folder, {
  "data/tidewick/observations.csv": (text) =>
    `${text.trimEnd()}\n${row(2031, planted.value)}${row(2035, planted.value)}`,
});
const outputs = { open: join(folder, "open"), public: join(folder, "public") };
const printed = { open: captureIo(), public: captureIo() };

beforeAll(async () => {
  for (const kind of ["open", "public"] as const) {
    const { io } = printed[kind];
    const parts = { outputDir: outputs[kind], isPublic: kind === "public", draws: 16, language: "zh" } as const;
    const options = optionsIn(folder, parts);
    mkdirSync(outputs[kind]);
    await runCommand(options, { scenario: ["baseline"], parquet: true }, io);
    await assessCommand({ ...options, json: true }, { scenario: ["baseline"], conventions: true }, io);
    explainCommand({ ...options, name: "harbour_jobs", scenario: undefined }, io);
    await forecastCommand({ ...options, ...forecastOf("harbour_jobs") }, io);
    await reportCommand({ ...options, scenarios: ["baseline"] }, "html,docx,xlsx,md", io);
    await evaluateCommand({ ...options, asOf: "2032-12-31", scenario: "baseline" }, io);
    await consistencyCommand({ ...options, chart: true }, io);
  }
});

function forecastOf(series: string) {
  const none = { place: undefined, horizon: undefined, kind: undefined, method: undefined, bounds: undefined };
  const noBatch = { batch: undefined, info: undefined, out: undefined, rebuildCalibration: undefined };
  return { series, chart: true, ...none, ...noBatch };
}

/** Everything that came out, by name, archives opened. */
async function everything(kind: "open" | "public"): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const entry of readdirSync(outputs[kind], { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const name = path.slice(outputs[kind].length + 1);
    const bytes = readFileSync(path);
    texts.set(name, bytes.toString("latin1"));
    // Its pages are compressed: what a reader of the file sees is what it holds.
    if (name.endsWith(".parquet")) {
      const rows = await parquetReadObjects({ file: Uint8Array.from(bytes).buffer });
      texts.set(`${name} rows`, Buffer.from(JSON.stringify(rows)).toString("latin1"));
    }
    if (!/\.(docx|xlsx)$/.test(name)) continue;
    for (const part of readZip(bytes)) texts.set(`${name} ${part.name}`, part.content.toString("latin1"));
  }
  texts.set("printed", Buffer.from(printed[kind].results() + printed[kind].diagnostics()).toString("latin1"));
  const study = unwrap(readStudy(region));
  const run = unwrap(
    runStudy(kind === "public" ? withoutInternal(study) : study, { draws: 16, scenarios: ["baseline"] }),
  );
  for (const language of ["zh", "en"] as const) {
    for (const { name, content } of readZip(await workbookBytes(run, language))) {
      texts.set(`workbook ${language} ${name}`, content.toString("latin1"));
    }
  }
  return texts;
}

function holding(texts: ReadonlyMap<string, string>): string[] {
  const needles = Object.values(planted).map((text) => Buffer.from(text).toString("latin1"));
  return [...texts].filter(([, text]) => needles.some((needle) => text.includes(needle))).map(([name]) => name);
}

test("with --public no output holds an internal value, its source or its definition, in any of its bytes", async () => {
  const texts = await everything("public");
  expect(texts.size).toBeGreaterThan(40);
  expect(holding(texts)).toEqual([]);
  const mark = Buffer.from("内部资料").toString("latin1");
  expect([...texts].filter(([, text]) => text.includes(mark)).map(([name]) => name)).toEqual([]);
});

test("without --public the same search finds the value where it is shown, so the search works", async () => {
  const found = holding(await everything("open"));
  expect(found).toEqual(expect.arrayContaining(["printed", "baseline/verdicts.json"]));
  expect(found).toEqual(expect.arrayContaining([expect.stringMatching(/^baseline\/charts\/harbour_jobs.*vl\.json$/)]));
  expect(found).toEqual(expect.arrayContaining([expect.stringMatching(/^forecast\/harbour_jobs.*vl\.json$/)]));
  expect(found).toEqual(expect.arrayContaining([expect.stringMatching(/^workbook zh xl\/worksheets\/sheet\d\.xml$/)]));
});

test("without --public the report shows the value in each of its formats, and each says 内部资料", async () => {
  const texts = await everything("open");
  const found = holding(texts);
  for (const name of [/^report\.zh\.html$/, /^report\.zh\.xlsx xl\/worksheets\/sheet\d+\.xml$/]) {
    expect(found).toEqual(expect.arrayContaining([expect.stringMatching(name)]));
  }
  // Word and Markdown print two decimals of 万人, and no more digits than that.
  const rest = await everything("public");
  for (const name of ["report.zh.docx word/document.xml", "report.zh.md"]) {
    expect(texts.get(name)).toMatch(/\b5\.09\b/);
    expect(rest.get(name)).not.toMatch(/\b5\.09\b/);
  }
  const mark = Buffer.from("内部资料").toString("latin1");
  const pages = [...texts].filter(([name]) =>
    /^report\.zh\.(html$|md$|docx word\/header\d|xlsx xl\/worksheets\/sheet\d)/.test(name),
  );
  expect(pages.length).toBeGreaterThan(8);
  expect(pages.filter(([, text]) => !text.includes(mark)).map(([name]) => name)).toEqual([]);
});

test("without --public every page, chart and sheet says 内部资料, and the record of the run says it too", async () => {
  const texts = await everything("open");
  const mark = Buffer.from("内部资料").toString("latin1");
  const pages = [...texts].filter(([name]) =>
    /\.html$|\.vl\.json$|^workbook zh xl\/worksheets\/sheet\d+\.xml$/.test(name),
  );
  expect(pages.length).toBeGreaterThan(15);
  expect(pages.filter(([, text]) => !text.includes(mark)).map(([name]) => name)).toEqual([]);
  expect(texts.get("baseline/run.json")).toContain('"disclosure": "internal"');
  expect(texts.get("printed")).toContain("--public");
});

test("with --public a row that only an internal value decides is an estimate, under another run hash", async () => {
  const texts = { open: await everything("open"), public: await everything("public") };
  const verdicts = (kind: "open" | "public") =>
    JSON.parse(Buffer.from(texts[kind].get("baseline/verdicts.json") ?? "", "latin1").toString());
  const jobs = (kind: "open" | "public") =>
    verdicts(kind).verdicts.find((one: { indicator: string }) => one.indicator === "harbour_jobs");
  expect(jobs("open").standing).toBe("fact");
  expect(jobs("public").standing).not.toBe("fact");
  expect(verdicts("open").run.hash).not.toBe(verdicts("public").run.hash);
});
