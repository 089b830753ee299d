import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { captureIo, optionsIn } from "../fixtures/captured-io.ts";
import { noteOf, openBrowser } from "../fixtures/open-browser.ts";
import { writeInventedRegion } from "../fixtures/write-invented-region.ts";
import { reportCommand } from "./report-command.ts";
import { runCommand } from "./run-command.ts";

// Every page that the toolkit writes, opened from a disk as people do.

const folder = mkdtempSync(join(tmpdir(), "pages-"));
const output = join(folder, "output");
let browser: Browser;

beforeAll(async () => {
  writeInventedRegion(folder);
  for (const language of ["zh", "en"] as const) {
    const options = optionsIn(folder, { outputDir: output, language });
    await runCommand(options, { scenario: ["baseline"] }, captureIo().io);
    await reportCommand({ ...options, scenarios: ["baseline"] }, "html", captureIo().io);
  }
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

/** Runs inside the page: how far what it holds reaches beyond its width. */
const overhang = "document.documentElement.scrollWidth - document.documentElement.clientWidth";

test("every page asks for nothing outside itself, fits a narrow and a wide window and writes nothing to the console", async () => {
  const pages = readdirSync(output, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".html"));
  expect(pages.sort()).toEqual(["index.html", join("model", "model.html"), "report.en.html", "report.zh.html"]);
  for (const path of pages) {
    const url = pathToFileURL(join(output, path)).href;
    const page = await browser.newPage();
    const told = noteOf(page);
    await page.goto(url);
    expect(told, path).toEqual([`request: ${url}`]);
    for (const width of [1440, 720]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await page.evaluate(overhang), `${path} at ${width}`).toBe(0);
    }
    await page.close();
  }
});
