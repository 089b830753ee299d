import { expect, test } from "vitest";
import { makeIndicator, makePlan } from "../fixtures/small-assessment.ts";
import type { Indicator } from "../inputs/study.ts";
import { compareConventions } from "./compare-conventions.ts";

const plan = makePlan([]);
const compare = (parts: Parameters<typeof makeIndicator>[0], value: number, date = "2023-12-31") =>
  compareConventions(makeIndicator(parts), plan, { value, date }, {});
const byConvention = (comparison: ReturnType<typeof compare>) =>
  Object.fromEntries((comparison?.results ?? []).map((result) => [result.convention, result]));

const workers = { baseline: { readings: { table: 19.8 } }, target: { value: 25 } };
const percent: Partial<Indicator> = { unit: { scale: 0, powers: {} }, display: { percent: true, decimals: 1 } };

test("compareConventions(…) sets five conventions side by side, each with its number and class", () => {
  const comparison = compare(workers, 22.5);
  const { linear_pace, cagr_ratio, progress_chart, current_status, chinese_tier } = byConvention(comparison);
  expect(comparison?.elapsedShare).toBeCloseTo(0.6, 12);
  expect(linear_pace?.value).toBeCloseTo(0.865, 3);
  expect(cagr_ratio).toMatchObject({ class: "moderate", wording: { zh: "有进展，需加快" } });
  expect(cagr_ratio?.value).toBeCloseTo(0.912, 3);
  expect(progress_chart).toMatchObject({ class: "fair" });
  expect(progress_chart?.value).toBeCloseTo(0.904, 3);
  expect(current_status).toMatchObject({ class: "accelerate" });
  expect(chinese_tier).toMatchObject({ class: "behind", wording: { zh: "相对滞后", en: "lagging" }, value: null });
  expect(comparison?.disagreement).toBeNull();
});

test("compareConventions(…) says where conventions differ and what each measures", () => {
  // 100 → 200 in ten years stands at 141.4 on the curve after five, and at 150 on the line.
  const comparison = compare({ target: { value: 200, year: 2030 } }, 142, "2025-12-31");
  const { linear_pace, cagr_ratio } = byConvention(comparison);
  expect([linear_pace?.stand, cagr_ratio?.stand]).toEqual(["behind", "on_track"]);
  expect(comparison?.disagreement?.zh).toMatch(/^年均增速比.*判为“按进度”，时间进度比.*判为“滞后”；/);
  expect(comparison?.disagreement?.en).toContain("midway it asks less than the straight line");
});

test("compareConventions(…) lets a value that meets its target override every class", () => {
  const results = compare(workers, 25.1)?.results ?? [];
  expect(results.map(({ stand }) => stand)).toEqual(Array(5).fill("achieved"));
  expect(byConvention(compare(workers, 25.1)).cagr_ratio).toMatchObject({ class: "target_achieved", score: 5 });
  expect(compare(workers, 25.1)?.tier).toBe("achieved_early");
});

test("compareConventions(…) measures a share near its limit on the logit scale", () => {
  const near = compare(
    { ...percent, baseline: { readings: { table: 0.96 } }, target: { kind: "share", value: 0.98 } },
    0.972,
  );
  const logit = (x: number) => Math.log(x / (1 - x));
  const pace = (logit(0.972) - logit(0.96)) / (logit(0.98) - logit(0.96)) / 0.6;
  expect(byConvention(near).linear_pace?.value).toBeCloseTo(pace, 9);
  const far = compare(
    { ...percent, baseline: { readings: { table: 0.4 } }, target: { kind: "share", value: 0.7 } },
    0.58,
  );
  expect(byConvention(far).linear_pace?.value).toBeCloseTo(1, 9);
});

test("compareConventions(…) takes a share within a point of full for met on the UN Progress Chart", () => {
  const full = compare(
    { ...percent, baseline: { readings: { table: 0.9 } }, target: { kind: "share", value: 1 } },
    0.991,
  );
  expect(byConvention(full).progress_chart).toMatchObject({ class: "met_or_on_track", stand: "achieved" });
  expect(byConvention(full).cagr_ratio?.stand).toBe("on_track");
});

test("compareConventions(…) gives a sum a pace and a tier only: 6.3 of 9 after three years", () => {
  const sum = compare(
    { baseline: { period: "sum", from: 2016, readings: { table: 11.97 } }, target: { kind: "cumulative", value: 9 } },
    6.3,
  );
  const { linear_pace, cagr_ratio, chinese_tier } = byConvention(sum);
  expect(linear_pace?.value).toBeCloseTo(1.1667, 4);
  expect(chinese_tier).toMatchObject({ class: "ahead", wording: { zh: "快于预期" } });
  expect(cagr_ratio).toMatchObject({ value: null, stand: null });
  expect(cagr_ratio?.reason?.zh).toContain("另一时段");
});

test("compareConventions(…) classes a mean growth by what the years left need", () => {
  // Three years at 6 % leave 11.1 % a year for a mean of 8 %.
  const growth = {
    baseline: { period: "year", readings: { table: 0.05 } },
    target: { kind: "mean_growth", value: 0.08 },
  } as const;
  expect(compare({ ...percent, ...growth }, 0.06)?.tier).toBe("far_behind");
  expect(compare({ ...percent, ...growth }, 0.08)?.tier).toBe("on_track");
  expect(compare({ ...percent, ...growth }, 0.09)?.tier).toBe("ahead");
  expect(byConvention(compare({ ...percent, ...growth }, 0.06)).linear_pace?.reason?.zh).toContain("增长率");
  expect(compare({ ...percent, ...growth }, 0.085, "2025-12-31")?.tier).toBe("achieved_early");
});

test.each<[string, Parameters<typeof makeIndicator>[0], string]>([
  ["a ceiling", { target: { kind: "ceiling", comparison: "<=", value: 130 } }, "控制类"],
  ["a row to maintain", { target: { kind: "maintain", value: 90 } }, "保持类"],
  ["an interval", { baseline: { readings: { table: { min: 90, max: 100 } } } }, "区间"],
  ["a blank", { baseline: { readings: { table: null } } }, "空缺"],
  ["a target that the baseline meets", { target: { value: 99 } }, "已满足"],
])("compareConventions(…) applies none to %s and says why", (_, parts, reason) => {
  const comparison = compare(parts, 110);
  expect(comparison?.tier).toBeNull();
  expect(comparison?.disagreement).toBeNull();
  for (const result of comparison?.results ?? []) {
    expect(result).toMatchObject({ value: null, class: null, stand: null });
    expect(result.reason?.zh).toContain(reason);
  }
});

test("compareConventions(…) leaves growth out where a figure is not above 0", () => {
  const { linear_pace, cagr_ratio } = byConvention(compare({ baseline: { readings: { table: 0 } } }, 60));
  expect(linear_pace?.value).toBeCloseTo(60 / 120 / 0.6, 9);
  expect(cagr_ratio?.reason?.en).toContain("above 0");
});

test("compareConventions(…) holds a figure against the time it speaks of, and refuses one from before", () => {
  expect(compare(workers, 21, "2022-06-30")?.elapsedShare).toBeCloseTo(0.3, 2);
  expect(() => compare(workers, 21, "2020-12-31")).toThrow("the date must be after the baseline; got 2020-12-31");
  expect(compare({ target: null }, 21)).toBeNull();
});
