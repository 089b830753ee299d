import { expect, test } from "vitest";
import { makeIndicator, makePlan } from "../fixtures/small-assessment.ts";
import { baselineFindings } from "./baseline-findings.ts";

type Parts = Parameters<typeof makeIndicator>[0];
const findingsOf = (parts: Parts) => baselineFindings({ plan: makePlan([makeIndicator(parts)]), feasibility: null });
const kindsOf = (parts: Parts) => findingsOf(parts).map(({ kind }) => kind);

test("baselineFindings(words) finds nothing in a row that asks for more than one figure", () => {
  expect(findingsOf({})).toEqual([]);
  expect(findingsOf({ target: null })).toEqual([]);
});

test("baselineFindings(words) tells two figures, and leaves blanks and equal ones out", () => {
  const [finding] = findingsOf({ baseline: { readings: { table: 100, text: 103, verified: null } } });
  expect(finding).toMatchObject({ kind: "two_figures", readings: { table: 100, text: 103 } });
  expect(finding?.sentence.zh).toBe("“渡船”2020年底有2个数：表1为100艘，口径“text”为103艘，相差3艘；建议核实口径。");
  expect(kindsOf({ baseline: { readings: { table: 100, text: 100, verified: null } } })).toEqual([]);
});

test("baselineFindings(words) tells a sign that flips, and the reading under which the target is weaker", () => {
  const findings = findingsOf({ baseline: { readings: { table: 100, text: 123 } } });
  expect(findings.map(({ kind }) => kind)).toEqual(["two_figures", "sign_flip", "weaker_than_baseline"]);
  expect(findings[1]).toMatchObject({ changes: { table: 20, text: -3 } });
  expect(findings[2]).toMatchObject({ readings: ["text"] });
});

test.each<[string, Parts]>([
  ["a floor at its baseline", { baseline: { readings: { table: 120 } } }],
  ["a floor below its interval", { baseline: { readings: { table: { min: 120, max: 130 } } } }],
  ["a ceiling above its baseline", { target: { kind: "ceiling", comparison: "<", value: 101 } }],
  ["a row to maintain", { target: { kind: "maintain", comparison: ">=", value: 90 } }],
  ["a sum that asks less a year", { baseline: { period: "year" }, target: { kind: "cumulative", value: 490 } }],
  ["a sum below the last", { baseline: { period: "sum", from: 2016 }, target: { kind: "cumulative", value: 90 } }],
  ["a growth below the last", { baseline: { period: "year" }, target: { kind: "mean_growth", value: 100 } }],
])("baselineFindings(words) finds %s weaker than the baseline", (_, parts) => {
  expect(kindsOf(parts)).toContain("weaker_than_baseline");
});

test.each<[string, Parts]>([
  ["a strict floor at its baseline", { baseline: { readings: { table: 120 } }, target: { comparison: ">" } }],
  ["a floor inside its interval", { baseline: { readings: { table: { min: 110, max: 130 } } } }],
  ["a ceiling at its baseline, the bound left out", { target: { kind: "ceiling", comparison: "<", value: 100 } }],
  ["a sum that asks more a year", { baseline: { period: "year" }, target: { kind: "cumulative", value: 510 } }],
  ["a sum from a balance", { target: { kind: "cumulative", value: 1 } }],
  ["a level from a sum", { baseline: { period: "sum", from: 2016 }, target: { value: 50 } }],
  ["a blank", { baseline: { readings: { table: null } } }],
])("baselineFindings(words) does not find %s weaker", (_, parts) => {
  expect(kindsOf(parts)).not.toContain("weaker_than_baseline");
});

test("baselineFindings(words) tells figures of different lengths of time", () => {
  const oneYear = findingsOf({ baseline: { period: "year" }, target: { kind: "cumulative", value: 600 } });
  expect(oneYear).toMatchObject([{ kind: "period_mismatch", baselineYears: 1, targetYears: 5 }]);
  const sum = { period: "sum", from: 2016 } as const;
  expect(kindsOf({ baseline: sum, target: { kind: "cumulative", value: 600 } })).toEqual([]);
  expect(kindsOf({ baseline: sum })).toEqual(["period_mismatch"]);
});

test("baselineFindings(words) tells an inequality, with the text as printed", () => {
  const [finding] = findingsOf({
    baseline: { readings: { table: { min: 100, max: 110 } } },
    printed: { baseline: ">100", target: null },
  });
  expect(finding).toMatchObject({ kind: "open_baseline", baseline: { min: 100, max: 110 } });
  expect(finding?.sentence.en).toContain("printed as “>100”");
});
