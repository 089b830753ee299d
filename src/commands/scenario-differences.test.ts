import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { writeInventedRegion } from "../fixtures/write-invented-region.ts";
import { readStudy } from "../inputs/read-study.ts";
import type { Scenario } from "../inputs/study.ts";
import { unwrap } from "../run-study.ts";
import { scenarioDifferences } from "./scenario-differences.ts";

const folder = mkdtempSync(join(tmpdir(), "differences-"));
afterAll(() => rmSync(folder, { recursive: true }));
const [baseline, push] = unwrap(readStudy(writeInventedRegion(folder))).scenarios;
if (baseline === undefined || push === undefined) throw new RangeError("the invented region has two scenarios");

test("scenarioDifferences(first, second) names every setting that differs, with both values", () => {
  const found = scenarioDifferences(baseline, push).map(({ kind, name, from, to }) => [kind, name, from, to]);
  expect(found).toEqual([
    ["reading", "certified_share", null, "text"],
    ["reading", "harbour_jobs", "table", "text"],
    ["reading", "job_definition", null, "narrow"],
    ["lever", "training_quality", null, "0.8"],
    ["lever", "training_volume", null, "{2032: 0.5, 2034: 1.5}"],
    ["policy", "chapter_4", null, "0.9"],
    ["assumption", "leaving_share", null, "0.055"],
    ["assumption", "trend_growth", null, "normal(0.055, 0.012)"],
    ["event", "flood", "size 1", null],
    ["event", "shipyard_closure", null, "at 2033, size 0.5"],
    ["run", "until", "2035", "2037"],
  ]);
});

test("scenarioDifferences(first, second), all applied to the first, gives what the second sets", () => {
  for (const [first, second] of [
    [baseline, push],
    [push, baseline],
  ] as const) {
    const applied = scenarioDifferences(first, second).reduce((scenario, { apply }) => apply(scenario), first);
    expect(scenarioDifferences(applied, { ...second, run: first.run })).toEqual([]);
  }
});

test("scenarioDifferences(first, first) finds none", () => {
  expect(scenarioDifferences(push, push)).toEqual([]);
});

test("scenarioDifferences(first, second) names a driver that only one of them lets follow a forecast", () => {
  const driven = { ...baseline, drivers: [{ name: "labour_force", asOf: null, place: baseline.at }] };
  const found = (first: Scenario, second: Scenario) =>
    scenarioDifferences(first, second).map(({ kind, name, from, to }) => [kind, name, from, to]);
  expect(found(baseline, driven)).toEqual([["driver", "labour_force", null, "forecast"]]);
  expect(found(driven, baseline)).toEqual([["driver", "labour_force", "forecast", null]]);
  const [difference] = scenarioDifferences(baseline, driven);
  expect(difference?.apply(baseline).drivers).toEqual(driven.drivers);
});
