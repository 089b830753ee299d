import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { type FixtureChange, writeInventedRegion } from "../fixtures/write-invented-region.ts";
import { readStudy } from "../inputs/read-study.ts";
import { compileModel } from "../model/compile-model.ts";
import { leverReach } from "../model/lever-reach.ts";
import { unwrap } from "../run-study.ts";
import { countBases } from "./basis-counts.ts";
import { modelPage } from "./model-page.ts";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

const identity = { hash: "3f9ac1d204be", seed: 7, draws: 64, informationDate: "2031-12-31" };

function pageOf(changes: Readonly<Record<string, FixtureChange>> = {}, language: "zh" | "en" = "en") {
  const folder = mkdtempSync(join(tmpdir(), "page-"));
  folders.push(folder);
  const study = unwrap(readStudy(writeInventedRegion(folder, changes)));
  const reach = leverReach(unwrap(compileModel(study)), study.plan.indicators);
  return { study, page: modelPage({ study, identity, language }, reach) };
}

const ids = (page: string) => [...page.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);

test("modelPage(run, reach) lists every variable, assumption, table, switch, lever, event, policy and row once", () => {
  const { study, page } = pageOf();
  const { variables, assumptions, tables, switches, levers, events } = study.model;
  const found = ids(page);
  expect(found).toEqual([...new Set(found)]);
  const wanted = [
    ...[...variables, ...assumptions, ...tables, ...switches].map(({ name }) => name),
    ...levers.map(({ name }) => `lever-${name}`),
    ...events.map(({ name }) => `event-${name}`),
    ...study.policies.map(({ number }) => `policy-${number}`),
    ...study.plan.indicators.map(({ id }) => `row-${id}`),
  ];
  expect(found).toEqual(expect.arrayContaining(wanted));
});

test("modelPage(run, reach) links only to what is on it, and loads nothing", () => {
  const { page } = pageOf();
  const links = [...page.matchAll(/ href="([^"]+)"/g)].map((match) => match[1]!);
  const found = new Set(ids(page));
  expect(links.length).toBeGreaterThan(100);
  expect(links.filter((link) => !(link.startsWith("#") && found.has(link.slice(1))))).toEqual(["causal-diagram.svg"]);
  expect(page).not.toMatch(/<script|<img|<link|url\(/);
});

test("modelPage(run, reach) shows formulas with their names as links, basis and source", () => {
  const { page } = pageOf();
  expect(page).toContain(
    '<code><a href="#leaving_share">leaving_share</a> * prev(<a href="#harbour_jobs">harbour_jobs</a>)</code>',
  );
  expect(page).toContain("轮渡公司");
  expect(page).toContain("uniform(0.05, 0.08)");
});

test.each([
  ["en", "no source", "an assumption, never evaluated"],
  ["zh", "没有出处", "假设，未经评估"],
] as const)("modelPage(run, reach) in %s counts and marks what names no source", (language, mark, note) => {
  const { study, page } = pageOf({}, language);
  const { levers, events } = study.model;
  const unsourced =
    countBases(study.model).unsourced + [...levers, ...events].filter(({ source }) => source === null).length;
  expect(page.split(`>${mark}<`).length - 1).toBe(unsourced);
  expect(page).toContain(`<b>${countBases(study.model).unsourced}</b>`);
  expect(page).toContain(note);
});

test("modelPage(run, reach) escapes every text of a file", () => {
  const evil = `<script>alert("1")</script>&'`;
  const { page } = pageOf({
    "data/tidewick/model/work.yaml": (text) =>
      text
        .replace("en: New harbour jobs", `en: ${JSON.stringify(evil)}`)
        .replace("source: 就业台账", `source: ${JSON.stringify(evil)}`),
    "data/tidewick/policies.yaml": (text) => text.replace("en: More training", `en: ${JSON.stringify(evil)}`),
  });
  expect(page).not.toContain("<script");
  const escaped = "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&#39;";
  expect(page.split(escaped).length - 1).toBe(3);
});

test("modelPage(run, reach) gives the same text again", () => {
  expect(pageOf().page).toBe(pageOf().page);
});
