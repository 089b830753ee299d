import { expect, test } from "vitest";
import { makeIndicator, makeObservation, makePlan } from "../fixtures/small-assessment.ts";
import { latestMeasured } from "./measured-value.ts";

const plan = makePlan([]);
const latest = (parts: Parameters<typeof makeIndicator>[0], years: Record<number, number>, until = "2026-12-31") => {
  const observations = Object.entries(years).map(([year, value]) => makeObservation({ year: Number(year), value }));
  return latestMeasured(makeIndicator({ series: "ferries", ...parts }), plan, observations, until);
};

test("latestMeasured(…) takes the last observed year that is known", () => {
  expect(latest({}, { 2021: 103, 2023: 110, 2024: 111 })).toEqual({ value: 111, date: "2024-12-31" });
  expect(latest({}, { 2021: 103, 2023: 110, 2024: 111 }, "2024-06-30")).toEqual({ value: 110, date: "2023-12-31" });
});

test("latestMeasured(…) adds a sum up as far as every year is in", () => {
  const sum = { target: { kind: "cumulative", value: 90 } } as const;
  expect(latest(sum, { 2021: 20, 2022: 21, 2024: 30 })).toEqual({ value: 41, date: "2022-12-31" });
});

test("latestMeasured(…) has nothing from before the plan, from inequalities, or without a target", () => {
  expect(latest({}, { 2020: 100 })).toBeNull();
  expect(latest({ target: null }, { 2021: 103 })).toBeNull();
  const open = makeObservation({ year: 2022, value: { min: 100, max: null } });
  expect(latestMeasured(makeIndicator({ series: "ferries" }), plan, [open], "2026-12-31")).toBeNull();
});
