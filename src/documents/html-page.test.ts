import { createHash } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { type BuiltReport, inventedReport } from "../fixtures/invented-report.ts";
import { htmlPage } from "./html-page.ts";

let report: BuiltReport;
let page: string;
beforeAll(async () => {
  report = await inventedReport("en");
  page = htmlPage(report.document, report.pictures);
});

test("htmlPage(document) asks for nothing outside itself", () => {
  const asked = [...page.matchAll(/(?:src|href|url\(|@import)\s*[=(]?\s*["']?([^"')\s>]+)/g)].map(([, to = ""]) => to);
  expect(asked.filter((to) => /^(\w+:|\/\/)/.test(to) && !to.startsWith("data:"))).toEqual([]);
  expect(page).toMatch(/Content-Security-Policy" content="default-src &#39;none&#39;/);
});

test("htmlPage(document) allows its own script and no other", () => {
  const scripts = [...page.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, script = ""]) => script);
  expect(scripts).toHaveLength(1);
  const hash = createHash("sha256")
    .update(scripts[0] ?? "")
    .digest("base64");
  expect(page).toContain(`script-src &#39;sha256-${hash}&#39;`);
});

test("htmlPage(document) escapes the texts of the files", () => {
  const hostile = [{ kind: "quote", text: `<b onclick="x">`, from: "/plan/label/en" }] as const;
  const block = { kind: "heading", level: 1, number: "1", spans: hostile } as const;
  const blocks = [block, ...report.document.blocks];
  const escaped = htmlPage({ ...report.document, title: [hostile], blocks }, report.pictures);
  expect(escaped).toContain("&lt;b onclick=&quot;x&quot;&gt;");
  expect(escaped).not.toContain("<b onclick");
});

test("htmlPage(document) leads every figure to where it comes from", () => {
  const anchors = [...page.matchAll(/<a class="n" href="#(n\d+)" title="([^"]+)"/g)];
  const figures = report.document.blocks
    .flatMap((block) => ("spans" in block ? block.spans : []))
    .filter(({ kind }) => kind === "number");
  expect(anchors.length).toBeGreaterThan(figures.length);
  for (const [, target = "", words = ""] of anchors) {
    expect(page).toContain(`<li id="${target}">`);
    expect(words.length).toBeGreaterThan(3);
  }
});

test("htmlPage(document) draws every chart with ids of its own", () => {
  const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(page.match(/<svg /g)).toHaveLength(report.pictures.size);
  expect(new Set(ids).size).toBe(ids.length);
});

test("htmlPage(document) leads every line of its contents to a heading", () => {
  const links = [...page.matchAll(/<li class="level-\d"><a href="#([^"]+)"/g)].map(([, id]) => id);
  expect(links.length).toBeGreaterThan(5);
  for (const id of links) expect(page).toContain(` id="${id}"`);
});

test("htmlPage(document) gives the same text every time", () => {
  expect(htmlPage(report.document, report.pictures)).toBe(page);
});
