import { expect, test } from "vitest";
import { makeIndicator, makePlan } from "../fixtures/small-assessment.ts";
import type { Target } from "../inputs/study.ts";
import { targetFindings } from "./target-findings.ts";

const findingsOf = (readings: Target["readings"]) =>
  targetFindings({ plan: makePlan([makeIndicator({ target: { readings } })]), feasibility: null });

test("targetFindings(words) finds nothing where readings agree or there is no target", () => {
  expect(findingsOf({})).toEqual([]);
  expect(findingsOf({ text: { comparison: ">=", value: 120 } })).toEqual([]);
  expect(targetFindings({ plan: makePlan([makeIndicator({ target: null })]), feasibility: null })).toEqual([]);
});

test("targetFindings(words) tells a bound that one place leaves out", () => {
  const [finding] = findingsOf({ text: { comparison: ">", value: 120 } });
  expect(finding).toMatchObject({ kind: "strictness", comparisons: { table: ">=", text: ">" } });
  expect(finding?.sentence.zh).toContain("表1为≥120艘，口径“text”为>120艘");
});

test("targetFindings(words) tells two values and two strictnesses apart", () => {
  const findings = findingsOf({ text: { comparison: ">", value: 125 } });
  expect(findings.map(({ kind }) => kind)).toEqual(["two_targets", "strictness"]);
  expect(findings[0]).toMatchObject({ values: { table: 120, text: 125 } });
});
