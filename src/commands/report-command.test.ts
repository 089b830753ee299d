import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { captureIo, optionsIn } from "../fixtures/captured-io.ts";
import { writeInventedRegion } from "../fixtures/write-invented-region.ts";
import { reportCommand } from "./report-command.ts";

const folder = mkdtempSync(join(tmpdir(), "report-"));
afterAll(() => rmSync(folder, { recursive: true }));
writeInventedRegion(folder);
const output = join(folder, "output");

test("report writes every format, with the pictures of Markdown beside it, and prints the paths", async () => {
  const printed = captureIo();
  const options = { ...optionsIn(folder, { json: true, language: "zh" }), scenarios: [] };
  expect(await reportCommand(options, undefined, printed.io)).toBe(0);
  const paths = ["html", "docx", "xlsx", "md"].map((ending) => join(output, `report.zh.${ending}`));
  expect(JSON.parse(printed.results())).toEqual(paths);
  for (const path of paths) expect(existsSync(path)).toBe(true);
  const links = [...readFileSync(join(output, "report.zh.md"), "utf8").matchAll(/\]\(([^)]+\.png)\)/g)];
  expect(links.length).toBeGreaterThan(1);
  for (const [, link = ""] of links) expect(existsSync(join(output, link))).toBe(true);
});

test("report --to writes what is asked for and nothing else", async () => {
  rmSync(output, { recursive: true, force: true });
  const options = { ...optionsIn(folder), scenarios: ["baseline"] };
  expect(await reportCommand(options, "xlsx", captureIo().io)).toBe(0);
  expect(readdirSync(output)).toEqual(["index.html", "report.en.xlsx"]);
});

test("report ends with status 2 on a format that is not known, and writes nothing", async () => {
  rmSync(output, { recursive: true, force: true });
  const printed = captureIo();
  expect(await reportCommand({ ...optionsIn(folder), scenarios: [] }, "html,pdf", printed.io)).toBe(2);
  expect(printed.diagnostics()).toContain("pdf");
  expect(existsSync(output)).toBe(false);
});
