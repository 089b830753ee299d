import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, expect, test } from "vitest";
import type { OutputFile } from "./output-file.ts";
import { writeResults } from "./write-results.ts";

const root = mkdtempSync(join(tmpdir(), "results-"));
const output = join(root, "output");
afterAll(() => rmSync(root, { recursive: true }));
beforeEach(() => rmSync(output, { recursive: true, force: true }));

async function* files(contents: Readonly<Record<string, string>>, fault?: Error): AsyncGenerator<OutputFile> {
  for (const [path, content] of Object.entries(contents)) yield { path, content };
  if (fault) throw fault;
}

const tree = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
const text = (path: string) => readFileSync(join(output, path), "utf8");
const first = { "calm/run.json": "1", "calm/charts/a.svg": "1", "overview.svg": "1" };

test("writeResults(…) makes the folder, writes all files and leaves nothing else", async () => {
  expect(await writeResults(output, "abc", ["calm"], files(first))).toEqual({ ok: true, fileCount: 3 });
  expect(tree(output)).toEqual(["calm/charts/a.svg", "calm/run.json", "index.html", "overview.svg"]);
});

test("writeResults(…) replaces a folder as a whole and keeps what it does not make", async () => {
  await writeResults(output, "abc", ["calm"], files({ ...first, "windy/run.json": "1" }));
  writeFileSync(join(output, "README.md"), "kept");
  await writeResults(output, "def", ["calm"], files({ "calm/run.json": "2", "overview.svg": "2" }));
  expect(tree(output)).toEqual(["README.md", "calm/run.json", "index.html", "overview.svg", "windy/run.json"]);
  expect([text("calm/run.json"), text("windy/run.json")]).toEqual(["2", "1"]);
});

test("writeResults(…), failing in the middle, leaves the older results as they were", async () => {
  await writeResults(output, "abc", ["calm"], files(first));
  const failing = writeResults(output, "def", ["calm"], files({ "calm/run.json": "2" }, new Error("chart failed")));
  await expect(failing).rejects.toThrow("chart failed");
  expect(readdirSync(output)).toEqual(["calm", "index.html", "overview.svg"]);
  expect(text("calm/run.json")).toBe("1");
});

test("writeResults(…) removes what an interrupted run left", async () => {
  mkdirSync(join(output, ".tmp-old/calm"), { recursive: true });
  writeFileSync(join(output, ".tmp-old/calm/run.json"), "half");
  await writeResults(output, "abc", ["calm"], files(first));
  expect(existsSync(join(output, ".tmp-old"))).toBe(false);
});

test("writeResults(…) replaces no folder that no run has made, and an empty one", async () => {
  mkdirSync(join(output, "calm"), { recursive: true });
  expect(await writeResults(output, "abc", ["calm"], files(first))).toMatchObject({ ok: true });
  mkdirSync(join(output, "windy"));
  writeFileSync(join(output, "windy/thesis.txt"), "precious");
  const outcome = await writeResults(output, "abc", ["windy"], files({ "windy/run.json": "1" }));
  expect(outcome).toEqual({ ok: false, path: join(output, "windy"), reason: "no run.json, model.html in it" });
  expect(tree(join(output, "windy"))).toEqual(["thesis.txt"]);
});

test("writeResults(…) tells the system's reason when it cannot write", async () => {
  writeFileSync(output, "a file, no folder");
  expect(await writeResults(output, "abc", ["calm"], files(first))).toMatchObject({ ok: false, path: output });
});

test("writeResults(…) writes nothing while another run writes there, and leaves no lock", async () => {
  await writeResults(output, "abc", ["calm"], files(first));
  expect(readdirSync(output).sort()).toEqual(["calm", "index.html", "overview.svg"]);
  writeFileSync(join(output, ".writing"), `${process.pid}\n`);
  const second = await writeResults(output, "def", ["calm"], files({ "calm/run.json": "2" }));
  const path = join(output, ".writing");
  expect(second).toEqual({ ok: false, path, reason: `process ${process.pid} is writing` });
  expect(text("calm/run.json")).toBe("1");
});

test("writeResults(…) refuses a name that is no scenario id", async () => {
  await expect(writeResults(output, "abc", ["../calm"], files(first))).rejects.toThrow(
    "writeResults: folder must be a scenario id; got ../calm",
  );
});

test("writeResults(…) renews an index that it wrote, and leaves a page of that name that it did not", async () => {
  await writeResults(output, "abc", ["calm"], files(first));
  await writeResults(output, "abc", ["calm"], files({ ...first, "report.zh.docx": "1" }));
  expect(text("index.html")).toContain('href="report.zh.docx"');
  writeFileSync(join(output, "index.html"), "my own page");
  await writeResults(output, "abc", ["calm"], files(first));
  expect(text("index.html")).toBe("my own page");
});
