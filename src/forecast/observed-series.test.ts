import { expect, test } from "vitest";
import { fileSpan } from "../core/issue.ts";
import { dimensionless, makeUnit } from "../core/unit.ts";
import type { Observation } from "../inputs/study.ts";
import { kindOfSeries, knownSince, observedSeries } from "./observed-series.ts";

const people = makeUnit(4, [["人", 1]]);

function figure(year: number, value: Observation["value"], parts: Partial<Observation> = {}): Observation {
  return {
    series: "dockers",
    region: "潮湾镇",
    scope: "全镇",
    period: "year",
    year,
    from: null,
    month: 12,
    value,
    unit: people,
    unitText: "万人",
    basis: "period_end",
    grade: "A",
    source: `港务年报 ${year}`,
    asOf: `${year}-12-31`,
    vintage: "unknown",
    definition: "在岗人数",
    type: "reported",
    disclosure: "public",
    at: fileSpan("observations.csv"),
    ...parts,
  };
}

const query = { series: "dockers", region: "潮湾镇", asOf: "2040-12-31" };

test("observedSeries(observations, query) gathers the yearly figures of one series and place", () => {
  const found = observedSeries(
    [
      figure(2031, 5.4),
      figure(2030, 5.2),
      figure(2030, 9, { region: "邻镇" }),
      figure(2030, 9, { series: "sailors" }),
      figure(2032, 9, { type: "projected" }),
      figure(2032, 9, { type: "target" }),
      figure(2032, { min: 5, max: null }),
      figure(2032, 9, { period: "sum", from: 2030 }),
      figure(2032, 9, { period: "month", month: 6 }),
    ],
    query,
  );
  expect(found).toMatchObject({ years: [2030, 2031], values: [5.2, 5.4], unitText: "万人" });
  expect(found?.sources).toEqual(["港务年报 2030", "港务年报 2031"]);
});

test("observedSeries(observations, query) reads a balance at the end of December as the year's", () => {
  expect(observedSeries([figure(2030, 5, { period: "month", month: 12 })], query)?.values).toEqual([5]);
});

test("observedSeries(observations, query) never reads a value whose date or vintage is after as_of", () => {
  const observations = [
    figure(2030, 5.1, { vintage: "2031-03-01" }),
    figure(2030, 5.3, { vintage: "2032-03-01" }),
    figure(2031, 5.4, { vintage: "2032" }),
    figure(2032, 5.9),
  ];
  const at = (asOf: string) => observedSeries(observations, { ...query, asOf })?.values;
  expect(at("2031-02-28")).toBeUndefined();
  expect(at("2031-12-31")).toEqual([5.1]);
  expect(at("2032-03-01")).toEqual([5.3]);
  // A vintage that names the year alone may be of its last day.
  expect(at("2032-12-30")).toEqual([5.3]);
  expect(at("2032-12-31")).toEqual([5.3, 5.4, 5.9]);
  expect(observedSeries(observations, query)?.values).toEqual([5.3, 5.4, 5.9]);
});

test("observedSeries(observations, query) prefers the latest vintage, then the better grade", () => {
  const graded = [
    figure(2030, 5.2, { grade: "B" }),
    figure(2030, 5.1, { grade: "A" }),
    figure(2030, 5.3, { grade: "C" }),
  ];
  expect(observedSeries(graded, query)?.values).toEqual([5.1]);
  const dated = [figure(2030, 5.1), figure(2030, 5.6, { grade: "C", vintage: "2031-05" })];
  expect(observedSeries(dated, query)?.values).toEqual([5.6]);
});

test("observedSeries(observations, query) never joins figures across a change of definition, scope or unit", () => {
  const changed = { definition: "口径调整：含外包" };
  const broken = [figure(2029, 5), figure(2030, 5.2), figure(2031, 7.9, changed), figure(2032, 8.1, changed)];
  expect(observedSeries(broken, query)?.values).toEqual([7.9, 8.1]);
  expect(observedSeries(broken, { ...query, until: 2030 })?.values).toEqual([5, 5.2]);
  expect(observedSeries([figure(2029, 3, { scope: "城区" }), figure(2030, 5)], query)?.values).toEqual([5]);
});

test("knownSince(observations, series) is the latest date or vintage of a series", () => {
  const observations = [
    figure(2030, 5, { vintage: "2032-05" }),
    figure(2031, 5),
    figure(2039, 1, { series: "sailors" }),
  ];
  expect(knownSince(observations, "dockers")).toBe("2032-05-31");
  expect(knownSince(observations, "pilots")).toBeNull();
});

test("kindOfSeries(series, indicator) tells levels from flows by how they are measured", () => {
  expect(kindOfSeries({ unit: people, basis: "period_end", values: [5] }, undefined)).toBe("level");
  expect(kindOfSeries({ unit: people, basis: "annual", values: [5] }, undefined)).toBe("flow");
});

test("kindOfSeries(series, indicator) calls a figure without unit a share only where the plan says so", () => {
  const shares = { unit: dimensionless, basis: "annual", values: [0.2, 0.3] } as const;
  const target = { target: { kind: "share" } } as Parameters<typeof kindOfSeries>[1];
  const growth = { target: { kind: "mean_growth" } } as Parameters<typeof kindOfSeries>[1];
  expect(kindOfSeries(shares, undefined)).toBe("rate");
  expect(kindOfSeries(shares, target)).toBe("share");
  expect(kindOfSeries(shares, growth)).toBe("rate");
  expect(kindOfSeries({ ...shares, values: [0.2, 1.3] }, target)).toBe("rate");
});
