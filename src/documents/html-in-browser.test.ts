import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inventedReport } from "../fixtures/invented-report.ts";
import { noteOf, openBrowser } from "../fixtures/open-browser.ts";
import { htmlPage } from "./html-page.ts";

// The report as its readers get it: a file opened from a disk, in a browser, without a network.

const folder = mkdtempSync(join(tmpdir(), "html-"));
const path = join(folder, "report.zh.html");
let browser: Browser;
let text: string;

beforeAll(async () => {
  const { document, pictures } = await inventedReport("zh");
  text = htmlPage(document, pictures);
  writeFileSync(path, text);
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

async function openPage(file: string): Promise<{ readonly page: Page; readonly told: readonly string[] }> {
  const page = await browser.newPage();
  const told = noteOf(page);
  await page.goto(pathToFileURL(file).href);
  return { page, told };
}

/** Runs inside the page: values of one column of the first table that has figures, and what its head says of the order. */
const readColumn = `(() => {
  const table = document.querySelector("td[data-value]").closest("table");
  const column = table.querySelector("td[data-value]").cellIndex;
  return {
    keys: [...table.tBodies[0].rows].map(({ cells }) => cells[column].dataset.value ?? null),
    order: table.tHead.rows[0].cells[column].getAttribute("aria-sort"),
  };
})()`;

interface Column {
  readonly keys: readonly (string | null)[];
  readonly order: string | null;
}

/** Runs inside the page: a click on the head of that column. */
const clickHead = `(() => {
  const cell = document.querySelector("td[data-value]");
  cell.closest("table").tHead.rows[0].cells[cell.cellIndex].querySelector("button").click();
})()`;

test("the HTML report opens from a disk, asks for nothing but itself and writes nothing to the console", async () => {
  const { page, told } = await openPage(path);
  expect(told).toEqual([`request: ${pathToFileURL(path).href}`]);
  expect(await page.locator("svg").count()).toBeGreaterThan(3);
  await page.close();
});

test("opening the report would notice a request and a script that are not its own", async () => {
  const spoilt = join(folder, "spoilt.html");
  const planted = '<img src="https://example.invalid/a.png"><script>document.title = "planted"</script></body>';
  writeFileSync(spoilt, text.replace("</body>", planted));
  const { page, told } = await openPage(spoilt);
  expect(told.filter((line) => line.startsWith("console error"))).toHaveLength(2);
  expect(await page.title()).not.toBe("planted");
  await page.close();
});

test("a click on a head of the report sorts by the values, a second one turns them round, a third restores them", async () => {
  const { page, told } = await openPage(path);
  const read = () => page.evaluate<Column>(readColumn);
  const original = await read();
  const figures = original.keys.flatMap((key) => (key === null ? [] : [Number(key)]));
  const ascending = [...figures].sort((a, b) => a - b);
  expect(new Set(figures).size).toBeGreaterThan(1);
  const seen: Column[] = [];
  for (let click = 0; click < 3; click++) {
    await page.evaluate(clickHead);
    seen.push(await read());
  }
  const numbers = ({ keys }: Column) => keys.filter((key) => key !== null).map(Number);
  expect(seen.map(({ order }) => order)).toEqual(["ascending", "descending", null]);
  expect(numbers(seen[0]!)).toEqual(ascending);
  expect(numbers(seen[1]!)).toEqual(ascending.toReversed());
  expect(seen[2]).toEqual(original);
  expect(told).toHaveLength(1);
  await page.close();
});

test("printed, the report is set on A4 with its table heads on every page, without colours of links", async () => {
  const { page } = await openPage(path);
  await page.emulateMedia({ media: "print" });
  const styles = await page.evaluate<Record<string, string>>(`({
    head: getComputedStyle(document.querySelector("thead")).display,
    row: getComputedStyle(document.querySelector("tbody tr")).breakInside,
    link: getComputedStyle(document.querySelector("a.n")).borderBottomStyle,
    button: getComputedStyle(document.querySelector("th button")).display,
  })`);
  // A button is not drawn again on the next page, its text alone is.
  expect(styles).toEqual({ head: "table-header-group", row: "avoid", link: "none", button: "contents" });
  const pdf = Buffer.from(await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  // A4 in points, by ISO 216: 210 × 297 mm.
  const [, width, height] = pdf.match(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/) ?? [];
  expect(Number(width)).toBeCloseTo((210 / 25.4) * 72, -0.5);
  expect(Number(height)).toBeCloseTo((297 / 25.4) * 72, -0.5);
  await page.close();
});
