import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inventedCharts } from "../fixtures/invented-charts.ts";
import { noteOf, openBrowser } from "../fixtures/open-browser.ts";
import { repository } from "../fixtures/repository-files.ts";

// A specification that our own drawing accepts may still fail where people open it: in a browser, with Vega as it is
// built for browsers. One page draws them all.

/** What a page tells about one chart: its size, or why there is none. */
interface Drawn {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly fault: string | null;
}

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser?.close());

/** Runs inside the page, where both packages are global names. */
const drawAll = `async (charts) => {
  const drawn = [];
  for (const { name, spec } of charts) {
    const home = document.body.appendChild(document.createElement("div"));
    try {
      const view = new vega.View(vega.parse(vegaLite.compile(spec).spec), { renderer: "svg", container: home });
      await view.runAsync();
      const { width, height } = home.querySelector("svg").getBoundingClientRect();
      drawn.push({ name, width, height, fault: null });
    } catch (error) {
      drawn.push({ name, width: 0, height: 0, fault: String(error) });
    }
  }
  return drawn;
}`;

/** Draw charts on one page, and note what it writes to its console and what it asks for. */
async function drawInPage(charts: readonly { readonly name: string; readonly spec: object }[]) {
  const page = await browser.newPage();
  const told = noteOf(page);
  await page.setContent("<!doctype html><title>charts</title><body></body>");
  for (const name of ["vega", "vega-lite"]) {
    const path = join(repository, "node_modules", name, "build", `${name}.min.js`);
    await page.addScriptTag({ content: readFileSync(path, "utf8") });
  }
  const drawn = await page.evaluate<Drawn[]>(`(${drawAll})(${JSON.stringify(charts)})`);
  await page.close();
  return { drawn, told };
}

test("a browser draws every chart, without a word in its console and without asking for anything", async () => {
  const charts = inventedCharts();
  const { drawn, told } = await drawInPage(charts);
  expect(drawn.filter(({ fault }) => fault !== null)).toEqual([]);
  expect(drawn.map(({ name }) => name)).toEqual(charts.map(({ name }) => name));
  for (const { name, width, height } of drawn) expect(Math.min(width, height), name).toBeGreaterThan(200);
  expect(told).toEqual([]);
});

test("drawing in a browser notices what it would hide: a fault, a warning, data from elsewhere", async () => {
  const encoding = { x: { field: "a", type: "quantitative" } };
  const { drawn, told } = await drawInPage([
    { name: "fault", spec: { data: { values: [] }, mark: "nothing", encoding } },
    { name: "warning", spec: { data: { values: [{ a: 1 }] }, mark: "bar", encoding: { ...encoding, nowhere: {} } } },
    { name: "request", spec: { data: { url: "https://example.invalid/data.json" }, mark: "point", encoding } },
  ]);
  expect(drawn[0]?.fault).toContain("TypeError");
  expect(told.some((line) => line.startsWith("console warning"))).toBe(true);
  expect(told).toContain("request: https://example.invalid/data.json");
});
