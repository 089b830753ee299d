import { expect, test } from "vitest";
import { readRegion } from "../../src/fixtures/run-region.ts";

const { policies, model } = readRegion("yangquan");

/** How many measures each section of chapters 2 to 7 lists, in the order of the plan. */
const measuresBySection: readonly (readonly [section: string, measures: number])[] = [
  ["2.1", 10],
  ["2.2", 8],
  ["2.3", 9],
  ["2.4", 7],
  ["2.5", 12],
  ["2.6", 4],
  ["3.1", 3],
  ["3.2", 8],
  ["3.3", 8],
  ["3.4", 5],
  ["4.1", 7],
  ["4.2", 4],
  ["4.3", 3],
  ["4.4", 1],
  ["4.5", 3],
  ["4.6", 9],
  ["5.1", 6],
  ["5.2", 3],
  ["5.3", 5],
  ["6.1", 6],
  ["6.2", 6],
  ["6.3", 5],
  ["7.1", 2],
  ["7.2", 5],
  ["7.3", 4],
  ["7.4", 8],
];

test("the register holds all 151 measures, numbered through", () => {
  expect(policies.map(({ number }) => number)).toEqual(Array.from({ length: 151 }, (_, i) => i + 1));
});

test("measures stand in the plan's sections, in the plan's order", () => {
  const seen = policies.map(({ section }) => section);
  expect(seen).toEqual(measuresBySection.flatMap(([section, measures]) => Array(measures).fill(section)));
  expect(policies.filter(({ chapter, section }) => chapter !== section[0])).toEqual([]);
});

test("every measure feeds a lever that exists, and every lever but none is fed by a measure", () => {
  const levers = model.levers.map(({ name }) => name);
  const fed = new Set(policies.flatMap((policy) => policy.levers));
  expect(policies.filter((policy) => policy.levers.length === 0)).toEqual([]);
  expect([...fed].filter((name) => !levers.includes(name))).toEqual([]);
  expect(levers.filter((name) => !fed.has(name))).toEqual([]);
});

test("weights are the three steps, and names are short names of things", () => {
  expect(new Set(policies.map(({ weight }) => weight))).toEqual(new Set([0.5, 0.25, 0.1]));
  expect(policies.filter(({ label }) => label.zh.length > 15 || /[，。；]/.test(label.zh))).toEqual([]);
  expect(new Set(policies.map(({ label }) => label.zh)).size).toBe(151);
  expect(new Set(policies.map(({ label }) => label.en)).size).toBe(151);
});

test("measures without a modelled effect feed the lever that has none, and only that", () => {
  const idle = model.levers.filter((lever) => lever.effects.length === 0).map(({ name }) => name);
  expect(idle).toEqual(["no_modelled_effect"]);
  const mixed = policies.filter(({ levers }) => levers.includes("no_modelled_effect") && levers.length > 1);
  expect(mixed).toEqual([]);
});
