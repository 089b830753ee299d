import { type ChildProcess, execFile, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { transpileSource } from "./fixtures/transpile-source.ts";
import { writeInventedRegion } from "./fixtures/write-invented-region.ts";

// The package as people run it: a process of its own for each call.

const folder = mkdtempSync(join(tmpdir(), "built-"));
const output = join(folder, "output");
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeAll(() => {
  transpileSource(folder);
  writeInventedRegion(folder);
});

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function planreach(args: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Ended> {
  const options = { cwd: folder, env: { PATH: process.env.PATH, LANG: "en_GB.UTF-8", ...environment } };
  return new Promise((done) => {
    const child: ChildProcess = execFile(process.execPath, ["dist/cli.js", ...args], options, (_, stdout, stderr) =>
      done({ code: child.exitCode, stdout, stderr }),
    );
  });
}

test("planreach ends with 0 for help, version and a sound check", async () => {
  const [help, version, check] = await Promise.all(["--help", "--version", "check"].map((arg) => planreach([arg])));
  expect([help?.code, version?.code, check?.code]).toEqual([0, 0, 0]);
  expect(help?.stdout).toContain("planreach explain <name>");
  expect(version?.stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  expect(check?.stdout).toContain("no errors");
});

test("planreach ends with 2 and says what is wrong for every kind of wrong usage", async () => {
  const calls = [
    { args: [], said: "say which command" },
    { args: ["rum"], said: "Did you mean run?" },
    { args: ["assess", "--dras", "8"], said: "dras" },
    { args: ["assess", "--draws", "many"], said: "--draws must be a whole number" },
    { args: ["assess", "--as-of", "2031-02-30"], said: "--as-of must be a date" },
    { args: ["assess", "baselin"], said: "did you mean `baseline`?" },
    { args: ["assess", "--region", "tidewik"], said: "did you mean `tidewick`?" },
    { args: ["check", "--data", "nowhere"], said: "holds no region" },
    { args: ["explain", "harbor_jobs"], said: "did you mean `harbour_jobs`?" },
    { args: ["schema", "modle"], said: "did you mean `model`?" },
  ];
  const ended = await Promise.all(calls.map(({ args }) => planreach(args)));
  expect(ended.map(({ code }) => code)).toEqual(calls.map(() => 2));
  expect(ended.map(({ stdout }) => stdout)).toEqual(calls.map(() => ""));
  for (const [place, { said }] of calls.entries()) expect(ended[place]?.stderr).toContain(said);
});

test("planreach speaks the language of --lang, else that of the locale", async () => {
  const [asked, locale, other] = await Promise.all([
    planreach(["--help", "--lang", "zh"]),
    planreach(["bogus"], { LC_ALL: "zh_CN.UTF-8" }),
    planreach(["bogus"], { LC_ALL: "fr_FR.UTF-8" }),
  ]);
  expect(asked?.stdout).toContain("命令：");
  expect(locale?.stderr).toContain("无法识别的选项：bogus");
  expect(other?.stderr).toContain("Unknown argument: bogus");
});

test("planreach takes several scenarios, and of an option that is given twice the last", async () => {
  const calls = ["assess baseline training_push --draws 16", "assess baseline --draws 8 --draws 16"];
  const [two, one] = await Promise.all(calls.map((line) => planreach([...line.split(" "), "--json"])));
  const ids = (text = "{}") => JSON.parse(text).scenarios.map(({ scenario }: { scenario: string }) => scenario);
  expect([ids(two?.stdout), ids(one?.stdout)]).toEqual([["baseline", "training_push"], ["baseline"]]);
  expect(JSON.parse(one?.stdout ?? "{}").run.draws).toBe(16);
});

test("planreach --help says at once what the command line would say, for every width that lies ready", async () => {
  for (const columns of [80, 100, 120]) {
    const width = { NODE_OPTIONS: `--import=data:text/javascript,process.stdout.columns=${columns}` };
    const calls = [["--help"], ["--help", "--lang", "zh"], ["--lang=en", "--help"], ["--help", "--json"]];
    const [plain, zh, en, full] = await Promise.all(calls.map((args) => planreach(args, width)));
    expect([plain?.stdout, en?.stdout]).toEqual([full?.stdout, full?.stdout]);
    expect(zh?.stdout).toContain("命令：");
  }
  // What is said is the text that lies ready, not one that is made anew.
  const ready = join(folder, "dist/cli/help-en-120.txt");
  const text = readFileSync(ready, "utf8");
  writeFileSync(ready, "ready");
  expect((await planreach(["--help"])).stdout).toBe("ready");
  writeFileSync(ready, text);
});

test("planreach ends with 3, and a stack only when asked for one, when it fails itself", async () => {
  // A preload that breaks what every simulation needs stands in for a fault of ours.
  const broken = {
    NODE_OPTIONS: "--import=data:text/javascript,Float64Array.from=()=>{throw%20new%20Error('broken')}",
  };
  const [plain, debugged] = await Promise.all([
    planreach(["assess"], broken),
    planreach(["assess"], { ...broken, PLANREACH_DEBUG: "1" }),
  ]);
  expect([plain?.code, debugged?.code]).toEqual([3, 3]);
  expect(plain?.stderr).toMatch(/this is a fault of planreach.*: broken/);
  expect(plain?.stderr).not.toContain("    at ");
  // The maps of the bundle name our files.
  expect(debugged?.stderr).toMatch(/ {4}at .*src\/[\w/-]+\.ts:\d+/);
});

test("planreach assess --json keeps results and diagnostics apart, and a reader that stops early is no fault", async () => {
  const { code, stdout, stderr } = await planreach(["assess", "--json", "--draws", "16"]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(JSON.parse(stdout).scenarios).toHaveLength(2);
  const child = spawn(process.execPath, ["dist/cli.js", "assess", "--json", "--draws", "16"], { cwd: folder });
  child.stdout.destroy();
  let said = "";
  child.stderr.on("data", (text) => {
    said += text;
  });
  const ended = await new Promise((done) => child.on("close", done));
  expect({ ended, said }).toEqual({ ended: 0, said: "" });
});

test("planreach run, killed in the middle, leaves no result; the next run clears up and writes all of it", async () => {
  const child = spawn(process.execPath, ["dist/cli.js", "run", "--draws", "16"], { cwd: folder });
  const ended = new Promise((done) => child.on("close", done));
  while (!names(output).some((name) => name.startsWith(".tmp-"))) await new Promise((done) => setTimeout(done, 5));
  child.kill("SIGKILL");
  await ended;
  expect(names(output).filter((name) => !name.startsWith("."))).toEqual([]);
  expect(names(output)).toHaveLength(2);
  const { code } = await planreach(["run", "baseline", "--draws", "16"]);
  expect(code).toBe(0);
  expect(names(output)).toEqual([
    "baseline",
    "index.html",
    "model",
    "overview.png",
    "overview.svg",
    "overview.vl.json",
  ]);
});

test("planreach report of the bundle writes all its formats", async () => {
  const { code, stdout } = await planreach(["report", "baseline", "--draws", "16", "--output", "reports"]);
  expect(code).toBe(0);
  const paths = ["html", "docx", "xlsx", "md"].map((format) => `reports/report.en.${format}`);
  expect(stdout.trim().split("\n")).toEqual(paths);
  expect(paths.every((path) => existsSync(join(folder, path)))).toBe(true);
});

const names = (path: string) => (existsSync(path) ? readdirSync(path).sort() : []);

test("the public names are those of the list, and a notebook can require() them", async () => {
  const text = "console.log(JSON.stringify(Object.keys(require('./dist/index.js')).sort(), null, 2))";
  const { stdout } = await new Promise<{ stdout: string }>((done) => {
    execFile(process.execPath, ["--no-warnings", "-e", text], { cwd: folder }, (_, stdout) => done({ stdout }));
  });
  await expect(stdout).toMatchFileSnapshot("__snapshots__/public-names.json");
});
