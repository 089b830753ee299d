import { expect, test } from "vitest";
import { makeIndicator, makeObservation, makePlan } from "../fixtures/small-assessment.ts";
import type { Observation, Target } from "../inputs/study.ts";
import { attainmentRule } from "./attainment.ts";
import { observedEvidence } from "./observed-evidence.ts";

const PLAN_YEARS = [2021, 2022, 2023, 2024, 2025];
const evidenceFor = (target: Partial<Target>, observations: readonly Observation[], date = "2026-11-01") => {
  const indicator = makeIndicator({ series: "ferries", target });
  const rule = attainmentRule(indicator, 2021, {})!;
  return observedEvidence(indicator, rule, makePlan([indicator]), observations, date);
};
const exactly = (value: number, sources: readonly string[]) => ({
  kind: "observed",
  lower: value,
  upper: value,
  sources,
});

test("observedEvidence(…) of an end-year row is the target year's figure", () => {
  expect(evidenceFor({}, [makeObservation({ value: 118 })])).toEqual(exactly(118, ["report of 2025"]));
  expect(evidenceFor({}, [makeObservation({ year: 2024 })])).toEqual({ kind: "missing", years: [2025] });
});

test("observedEvidence(…) leaves out what is not the row's, not measured or not yet known", () => {
  const others: Partial<Observation>[] = [
    { series: "piers" },
    { region: "elsewhere" },
    { type: "estimated" },
    { type: "target" },
    { unit: { scale: 0, powers: { 人: 1 } } },
    { unit: { scale: 0, powers: { 艘: 1, 年: -1 } } },
    { asOf: "2026-12-31" },
    { period: "month", month: 9 },
    { period: "quarter", month: 6, basis: "year_to_date" },
    { period: "quarter", month: 12, basis: "mean" },
  ];
  for (const parts of others) {
    expect(evidenceFor({}, [makeObservation(parts)])).toEqual({ kind: "missing", years: [2025] });
  }
  const known = [makeObservation()];
  // The figure for the end of 2025 came out in March 2026.
  expect(evidenceFor({}, known, "2026-03-30").kind).toBe("missing");
  expect(evidenceFor({}, known, "2026-03-31").kind).toBe("observed");
  const undated = [makeObservation({ vintage: "unknown" })];
  expect(evidenceFor({}, undated, "2025-12-30").kind).toBe("missing");
  expect(evidenceFor({}, undated, "2025-12-31").kind).toBe("observed");
});

test("observedEvidence(…) accepts a balance or a running total to the end of December", () => {
  for (const basis of ["period_end", "year_to_date"] as const) {
    expect(evidenceFor({}, [makeObservation({ period: "month", month: 12, basis })]).kind).toBe("observed");
  }
});

test("observedEvidence(…) brings a figure to the scale of the row's unit", () => {
  const inTenThousands = makeObservation({ value: 2.9795, unit: { scale: 4, powers: { 艘: 1 } } });
  expect(evidenceFor({}, [inTenThousands])).toMatchObject({ lower: 29795 });
  const indicator = makeIndicator({ series: "ferries", unit: { scale: 4, powers: { 艘: 1 } } });
  const rule = attainmentRule(indicator, 2021, {})!;
  const observed = [makeObservation({ value: 29795 })];
  expect(observedEvidence(indicator, rule, makePlan([]), observed, "2026-11-01")).toMatchObject({ lower: 2.9795 });
});

test("observedEvidence(…) prefers the latest vintage, then the best grade, in any order of rows", () => {
  const rows = [
    makeObservation({ value: 1, vintage: "2026-01", grade: "A" }),
    makeObservation({ value: 2, vintage: "2026-06", grade: "C" }),
    makeObservation({ value: 3, vintage: "2026-06", grade: "B" }),
    makeObservation({ value: 4, vintage: "unknown", grade: "A" }),
  ];
  expect(evidenceFor({}, rows)).toMatchObject({ lower: 3 });
  expect(evidenceFor({}, rows.toReversed())).toMatchObject({ lower: 3 });
});

test("observedEvidence(…) of a total needs every plan year or one sum of exactly these years", () => {
  const yearly = PLAN_YEARS.map((year) => makeObservation({ year, value: 2, source: "bulletins" }));
  expect(evidenceFor({ kind: "cumulative" }, yearly)).toEqual(exactly(10, ["bulletins"]));
  expect(evidenceFor({ kind: "cumulative" }, yearly.slice(2))).toEqual({ kind: "missing", years: [2021, 2022] });
  const sum = makeObservation({ period: "sum", from: 2021, year: 2025, value: 9.2, basis: "annual" });
  expect(evidenceFor({ kind: "cumulative" }, [sum])).toEqual(exactly(9.2, ["report of 2025"]));
  expect(evidenceFor({ kind: "cumulative" }, [{ ...sum, from: 2020 }]).kind).toBe("missing");
  expect(evidenceFor({}, [sum]).kind).toBe("missing");
});

test("observedEvidence(…) of a mean takes a published mean of exactly the plan years", () => {
  const mean = makeObservation({ period: "sum", from: 2021, year: 2025, value: 0.07, basis: "mean" });
  expect(evidenceFor({ kind: "mean_growth" }, [mean])).toMatchObject({ lower: 0.07 });
  expect(evidenceFor({ kind: "ceiling", rule: "period_mean" }, [mean])).toMatchObject({ lower: 0.07 });
  expect(evidenceFor({ kind: "cumulative" }, [mean]).kind).toBe("missing");
  expect(evidenceFor({ kind: "maintain", rule: "each_year" }, [mean]).kind).toBe("missing");
});

test("observedEvidence(…) of worst-year and growth rows needs every plan year", () => {
  const growths = PLAN_YEARS.map((year) => makeObservation({ year, value: 0.05 }));
  expect(evidenceFor({ kind: "mean_growth" }, growths)).toMatchObject({ lower: expect.closeTo(0.05, 14) });
  const levels = PLAN_YEARS.map((year) => makeObservation({ year, value: year - 1930 }));
  expect(evidenceFor({ kind: "maintain", rule: "each_year" }, levels)).toMatchObject({ lower: 91, upper: 91 });
  expect(evidenceFor({ kind: "ceiling", rule: "each_year", comparison: "<" }, levels)).toMatchObject({ lower: 95 });
  expect(evidenceFor({ kind: "maintain", rule: "each_year" }, levels.slice(1))).toEqual({
    kind: "missing",
    years: [2021],
  });
});

test("observedEvidence(…) keeps inequalities as bounds of the statistic", () => {
  const above = makeObservation({ value: { min: 90, max: null } });
  expect(evidenceFor({}, [above])).toMatchObject({ lower: 90, upper: Number.POSITIVE_INFINITY });
  const rows = PLAN_YEARS.map((year) => makeObservation({ year, value: year === 2023 ? 85 : { min: 90, max: null } }));
  expect(evidenceFor({ kind: "maintain", rule: "each_year" }, rows)).toMatchObject({ lower: 85, upper: 85 });
});

test("observedEvidence(…) reports an observation that is marked as made on another definition", () => {
  for (const definition of ["changed: rented boats are counted too", "口径调整：rented boats are counted too"]) {
    expect(evidenceFor({}, [makeObservation({ definition })])).toMatchObject({ kind: "changed" });
  }
  expect(evidenceFor({}, [makeObservation({ definition: "unchanged: owned boats" })]).kind).toBe("observed");
});
