import { expect, test } from "vitest";
import type { Evaluation, EvaluationRow, PathYear } from "../evaluation/evaluation.ts";
import { evaluationPathsChartData } from "./evaluation-paths-chart-data.ts";

const band = { lower: 4, median: 5, upper: 6 };
const year = (year: number, parts: Partial<PathYear> = {}): PathYear => ({
  year,
  frozen: band,
  actual: null,
  updated: null,
  ...parts,
});

function dataOf(parts: Partial<EvaluationRow>) {
  const row = {
    indicator: "jobs",
    kind: "floor",
    target: 9,
    targetYear: 2033,
    display: { percent: true, decimals: 0 },
  };
  const evaluation = {
    rows: [{ ...row, ...parts }],
    scenario: { label: { zh: "", en: "" } },
    run: {},
    plan: { zh: "", en: "" },
    years: { base: 2030, first: 2031, last: 2033 },
  } as unknown as Evaluation;
  return evaluationPathsChartData(evaluation, { indicators: [] });
}

const open = [
  year(2030, { updated: band }),
  year(2031, { actual: 7 }),
  year(2032, { updated: band }),
  year(2033, { updated: band }),
];
const point = { lower: 7, median: 7, upper: 7 };

test("evaluationPathsChartData(evaluation, plan) starts the update of a level at its last figure", () => {
  const data = dataOf({ path: open });
  expect(data?.rows[0]?.years.map(({ updated }) => updated)).toEqual([null, point, band, band]);
  expect(data?.isAnyOpen).toBe(true);
  expect(data?.rows[0]?.target).toEqual({ value: 9, year: 2033 });
});

test("evaluationPathsChartData(evaluation, plan) leaves the amounts of years apart, and sums without a target", () => {
  const data = dataOf({ path: open, kind: "cumulative" });
  expect(data?.rows[0]?.years.map(({ updated }) => updated)).toEqual([null, null, band, band]);
  expect(data?.rows[0]?.target).toBeNull();
});

test("evaluationPathsChartData(evaluation, plan) draws nothing where nothing came after the base year", () => {
  expect(dataOf({ path: [year(2030, { actual: 7 }), year(2031, { updated: band })] })).toBeNull();
  const decided = dataOf({ path: [year(2030), year(2031, { actual: 7 }), year(2032, { actual: 8 })] });
  expect(decided?.isAnyOpen).toBe(false);
  expect(decided?.rows[0]?.years.map(({ updated }) => updated)).toEqual([null, null, null]);
});
