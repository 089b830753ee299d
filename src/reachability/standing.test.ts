import { expect, test } from "vitest";
import { informationDate, isPast, standingHeading } from "./standing.ts";

const plan = { baseYear: 2020 };

test("informationDate(observations, plan) is the latest date measured, whatever the order", () => {
  const observations = [
    { type: "reported", asOf: "2021-12-31", vintage: "unknown" },
    { type: "estimated", asOf: "2023-06-30", vintage: "unknown" },
    { type: "reported", asOf: "2022-12-31", vintage: "unknown" },
    { type: "projected", asOf: "2030-12-31", vintage: "unknown" },
    { type: "target", asOf: "2025-12-31", vintage: "unknown" },
  ] as const;
  expect(informationDate(observations, plan)).toBe("2023-06-30");
  expect(informationDate(observations.toReversed(), plan)).toBe("2023-06-30");
});

test("informationDate(observations, plan) is the end of the base year when nothing was measured", () => {
  expect(informationDate([{ type: "target", asOf: "2025-12-31", vintage: "unknown" }], plan)).toBe("2020-12-31");
});

test("informationDate(observations, plan, asOf) takes the given date, which must exist", () => {
  expect(informationDate([{ type: "reported", asOf: "2025-12-31", vintage: "unknown" }], plan, "2023-02-28")).toBe(
    "2023-02-28",
  );
  for (const date of ["2023", "2023-13-01", "2023-02-30", "yesterday"]) {
    expect(() => informationDate([], plan, date)).toThrow(RangeError);
  }
});

test("isPast(year, informationDate) holds from 31 December of the year on", () => {
  expect(isPast(2025, "2025-12-30")).toBe(false);
  expect(isPast(2025, "2025-12-31")).toBe(true);
  expect(isPast(2025, "2026-11-01")).toBe(true);
});

test("standingHeading(year, date, evidence) tells a forecast from a retrospective estimate", () => {
  const missing = { kind: "missing", years: [2025] } as const;
  expect(standingHeading(2025, "2024-12-31", missing)).toEqual({ zh: "预测", en: "Forecast" });
  expect(standingHeading(2025, "2026-11-01", missing)).toEqual({
    zh: "回溯测算：2025年实际值未收集",
    en: "Retrospective estimate: no actual value for 2025 has been collected",
  });
});

test("standingHeading(year, date, evidence) never says that a value is missing which is there", () => {
  const earlier = { kind: "missing", years: [2022, 2023] } as const;
  expect(standingHeading(2025, "2026-11-01", earlier).zh).toBe("回溯测算：2022—2023年实际值未收集");
  const open = { kind: "observed", lower: 30, upper: Number.POSITIVE_INFINITY, sources: [] } as const;
  expect(standingHeading(2025, "2026-11-01", open).zh).toBe("回溯测算：2025年实际值只有范围，不足以判定");
  expect(standingHeading(2025, "2026-11-01", null).zh).toBe("回溯测算");
});
