import { expect, test } from "vitest";
import { prepareSeries, regularSeries } from "./prepare-series.ts";

test("prepareSeries(series) puts missing years on the straight line and does not count them", () => {
  const prepared = prepareSeries({ years: [2030, 2031, 2034], values: [4, 6, 12] });
  expect(prepared.values).toEqual([4, 6, 8, 10, 12]);
  expect(prepared.count).toBe(3);
  expect(prepared.steps).toEqual([
    { change: 2, years: 1 },
    { change: 6, years: 3 },
  ]);
  expect(prepared.lastYear).toBe(2034);
});

test("prepareSeries(series) takes NaN as missing, and leaves it out at either end", () => {
  const years = [2030, 2031, 2032, 2033, 2034];
  const prepared = prepareSeries({ years, values: [Number.NaN, 2, Number.NaN, 4, Number.NaN] });
  expect(prepared).toEqual({ lastYear: 2033, values: [2, 3, 4], steps: [{ change: 2, years: 2 }], count: 2 });
});

test("prepareSeries(series) gives the same as regularSeries(values) when no year is missing", () => {
  expect(prepareSeries({ years: [2038, 2039, 2040], values: [1, 3, 2] })).toEqual(regularSeries([1, 3, 2], 2040));
});

test("prepareSeries(series) of nothing known has no values", () => {
  expect(prepareSeries({ years: [2030], values: [Number.NaN] })).toMatchObject({ values: [], count: 0 });
});

test("prepareSeries(series) refuses years that do not ascend, are not whole or not as many as the values", () => {
  expect(() => prepareSeries({ years: [2031, 2030], values: [1, 2] })).toThrow("years must be whole and ascending");
  expect(() => prepareSeries({ years: [2030, 2030], values: [1, 2] })).toThrow("got 2030");
  expect(() => prepareSeries({ years: [2030.5], values: [1] })).toThrow("got 2030.5");
  expect(() => prepareSeries({ years: [2030, 2031], values: [1] })).toThrow("must be a value a year, 2; got 1");
});
