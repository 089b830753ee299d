import { expect, test } from "vitest";
import { makeIndicator, makeObservation, makePlan } from "../fixtures/small-assessment.ts";
import type { Indicator, Observation } from "../inputs/study.ts";
import { attainmentRule } from "../reachability/attainment.ts";
import { latestActual } from "./latest-actual.ts";
import { paceReport } from "./pace-report.ts";
import { yearlyActuals } from "./row-actuals.ts";

const level = makeIndicator({ series: "ferries" });
const sum = makeIndicator({
  series: "ferries",
  baseline: { period: "sum", from: 2016, readings: { table: 11.97 } },
  target: { kind: "cumulative", value: 9 },
});

/** A figure of a whole year that came out in March of the next. */
const figure = (year: number, value: number, parts: Partial<Observation> = {}) =>
  makeObservation({ year, value, ...parts });
/** A running total of a year. */
const soFar = (year: number, month: number, value: number) =>
  figure(year, value, {
    period: "month",
    month,
    basis: "year_to_date",
    asOf: `${year}-${String(month).padStart(2, "0")}-30`,
    vintage: "unknown",
  });

function judge(indicator: Indicator, observations: readonly Observation[], informationDate: string) {
  const plan = makePlan([indicator]);
  const rule = attainmentRule(indicator, plan.firstYear, {});
  if (rule === null) throw new RangeError("judge: the row needs a target");
  const actual = latestActual(indicator, rule, { plan, observations, informationDate });
  const known = observations.filter((one) => one.asOf <= informationDate);
  const years = yearlyActuals(indicator, known, 2021, 2025);
  return { actual, pace: paceReport(indicator, rule, plan, {}, actual, years) };
}

test("latestActual(…) reads nothing that came out later, and 审定 before 年报 before 快报", () => {
  const figures = [
    figure(2022, 110, { vintage: "快报 2023-01-20" }),
    figure(2022, 112, { vintage: "年报 2023-06-30" }),
    figure(2022, 111, { vintage: "审定 2024-03-31" }),
  ];
  const valueAt = (date: string) => judge(level, figures, date).actual?.value;
  expect(["2023-01-19", "2023-01-20", "2023-07-01", "2024-12-31"].map(valueAt)).toEqual([undefined, 110, 112, 111]);
});

test("paceReport(…) takes the time of a row's own figures, never that of the report", () => {
  const midYear = figure(2023, 110, { period: "month", month: 6, asOf: "2023-06-30", vintage: "unknown" });
  // 10 of 20 done after half the way: 50 % of the change in 50 % of the time.
  const { pace } = judge(level, [midYear], "2024-11-30");
  expect(pace?.elapsedShare).toBeCloseTo(0.5, 2);
  expect(pace?.index).toBeCloseTo(1, 1);
});

test("paceReport(…) counts a running total by the share of earlier years, not by its months", () => {
  const figures = [figure(2021, 2), soFar(2021, 6, 1.2), figure(2022, 2), soFar(2022, 6, 1.2), soFar(2023, 6, 1.2)];
  const { actual, pace } = judge(sum, figures, "2023-12-31");
  expect(actual).toMatchObject({ value: 5.2, partYear: { year: 2023, month: 6, share: 0.6, from: [2021, 2022] } });
  // Two years and six tenths of one, of five.
  expect(pace?.elapsedShare).toBeCloseTo(0.52, 2);
  expect(pace?.index).toBeCloseTo(5.2 / 9 / 0.52, 2);
  expect(pace?.remark?.zh).toContain("60%");
});

test("paceReport(…) works out no pace of a running total that no earlier year has", () => {
  const { pace } = judge(sum, [figure(2021, 2), figure(2022, 2), soFar(2023, 6, 1.2)], "2023-12-31");
  expect(pace).toMatchObject({ index: null, tier: null });
  expect(pace?.remark?.en).toContain("no earlier year");
});

test("latestActual(…) makes no sum over a gap; what is known stands beside an even part", () => {
  const { actual, pace } = judge(sum, [figure(2022, 1.98)], "2023-12-31");
  expect(actual).toBeNull();
  expect(pace?.index).toBeCloseTo(1.1, 9);
  expect(pace?.tier).toBeNull();
  expect(pace?.remark?.zh).toContain("缺2021年");
});

test("latestActual(…) leaves out figures on another definition, and says how precise and how open the others are", () => {
  const figures = [
    figure(2021, 105.5, { decimals: 1, disclosure: "internal", grade: "B" }),
    figure(2022, 160, { definition: "口径调整：含市外" }),
  ];
  const { actual } = judge(level, figures, "2023-12-31");
  expect(actual).toMatchObject({ value: 105.5, date: "2021-12-31", isInternal: true, grade: "B", decimals: 1 });
});

test("paceReport(…) says of a ceiling whether it was kept, never how much of it is done", () => {
  const ceiling = makeIndicator({
    series: "ferries",
    target: { kind: "ceiling", comparison: "<", value: 130, rule: "each_year" },
  });
  const remark = (...values: number[]) =>
    judge(
      ceiling,
      values.map((value, i) => figure(2021 + i, value)),
      "2025-06-30",
    ).pace?.remark?.zh;
  expect(remark(100, 110)).toBe("2021—2022年有数的2年均控制在目标内");
  expect(remark(100, 129)).toContain("已临界");
  expect(remark(100, 130)).toBe("2022年突破控制线");
});
