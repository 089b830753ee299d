import { expect, test } from "vitest";
import { evaluationKind } from "./evaluation-kind.ts";

const plan = { baseYear: 2020, firstYear: 2021, lastYear: 2025 };

test("evaluationKind(plan, date) is mid-term in the middle year and while its figures come out", () => {
  const kindAt = (date: string) => evaluationKind(plan, date).kind;
  expect(["2022-12-31", "2023-01-01", "2023-12-31", "2024-06-30", "2024-07-01"].map(kindAt)).toEqual([
    "annual",
    "mid_term",
    "mid_term",
    "mid_term",
    "annual",
  ]);
  expect(kindAt("2025-12-30")).toBe("annual");
  expect(kindAt("2025-12-31")).toBe("final");
});

test("evaluationKind(plan, date) names the last year that was over", () => {
  expect(evaluationKind(plan, "2022-03-01")).toMatchObject({ year: 2021, title: { zh: "2021年度评估" } });
  expect(evaluationKind(plan, "2021-05-01")).toMatchObject({ year: 2021 });
  expect(evaluationKind(plan, "2026-11-24").title).toEqual({ zh: "总结评估", en: "Final evaluation" });
  expect(() => evaluationKind(plan, "2020-12-30")).toThrow("date must not be before the end of 2020; got 2020-12-30");
});
