import fc from "fast-check";
import { expect, test } from "vitest";
import { randomWalk, yearsFor } from "../fixtures/random-walk.ts";
import type { Forecast, ForecastOptions, SeriesToForecast } from "./forecast.ts";
import { forecastSeries } from "./forecast-series.ts";

function forecastOf(
  values: readonly number[],
  rest: Partial<SeriesToForecast> = {},
  horizon = 5,
  options: ForecastOptions = {},
): Forecast {
  const result = forecastSeries({ years: yearsFor(values), values, kind: "level", ...rest }, horizon, options);
  if (!result.ok) throw new RangeError(result.refusal.message.en);
  return result.forecast;
}

function refusalOf(values: readonly number[], rest: Partial<SeriesToForecast> = {}, horizon = 5): string {
  const result = forecastSeries({ years: yearsFor(values), values, kind: "level", ...rest }, horizon);
  return result.ok ? "none" : result.refusal.code;
}

const anySeries = fc.record({
  values: fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 30 }),
  kind: fc.constantFrom("level", "flow", "rate" as const),
  horizon: fc.integer({ min: 1, max: 10 }),
});

test("property: forecastSeries(series, horizon) gives nested intervals that hold the median and never narrow", () => {
  fc.assert(
    fc.property(anySeries, ({ values, kind, horizon }) => {
      fc.pre(values.some((value) => value !== 0));
      const { years, median, intervals, bounds } = forecastOf(values, { kind }, horizon);
      expect(years).toEqual(Array.from({ length: horizon }, (_, i) => 2041 + i));
      const [half, inner, outer] = intervals;
      for (const i of median.keys()) {
        const ends = [outer!.lower, inner!.lower, half!.lower, median, half!.upper, inner!.upper, outer!.upper];
        const row = ends.map((end) => end[i]!);
        expect(row).toEqual(row.toSorted((a, b) => a - b));
        if (i === 0 || bounds.min !== null) continue;
        const width = (at: number) => outer!.upper[at]! - outer!.lower[at]!;
        expect(width(i)).toBeGreaterThanOrEqual(width(i - 1) * (1 - 1e-9));
      }
    }),
    { seed: 1, numRuns: 150 },
  );
});

test("property: forecastSeries(series, horizon) scales with the series", () => {
  fc.assert(
    fc.property(anySeries, fc.constantFrom(0.001, 3, 1e4), ({ values, kind, horizon }, factor) => {
      fc.pre(values.some((value) => Math.abs(value) > 1e-3));
      const plain = forecastOf(values, { kind }, horizon);
      const scaled = forecastOf(
        values.map((value) => value * factor),
        { kind },
        horizon,
      );
      const size = Math.max(...plain.quantiles.flat().map(Math.abs));
      for (const [i, row] of plain.quantiles.entries()) {
        for (const [j, value] of row.entries()) {
          expect(Math.abs(scaled.quantiles[i]![j]! / factor - value)).toBeLessThan(1e-4 * size);
        }
      }
    }),
    { seed: 1, numRuns: 100 },
  );
});

test("property: forecastSeries(series, horizon) keeps shares and amounts inside their bounds", () => {
  const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 2, maxLength: 15 });
  fc.assert(
    fc.property(shares, fc.constantFrom("share", "level" as const), (values, kind) => {
      fc.pre(values.some((value) => value > 1e-6));
      const { quantiles, mean } = forecastOf(values, { kind }, 10);
      for (const value of [...quantiles.flat(), ...mean]) {
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(kind === "share" ? 1 : Infinity);
      }
    }),
    { seed: 1, numRuns: 150 },
  );
});

test("forecastSeries(series, horizon) covers random walks as often as it says, at every length", () => {
  for (const length of [2, 3, 4, 6, 10, 16, 28]) {
    const inside = { 0.5: 0, 0.8: 0, 0.95: 0 };
    const walks = 150;
    for (let i = 0; i < walks; i += 1) {
      const walk = randomWalk(`${length} ${i}`, { length: length + 4, start: 200, drift: 2, sd: 6 });
      const { intervals } = forecastOf(walk.slice(0, length), {}, 4);
      for (const { level, lower, upper } of intervals) {
        for (let h = 0; h < 4; h += 1) {
          const value = walk[length + h]!;
          if (value >= lower[h]! && value <= upper[h]!) inside[level] += 1 / (4 * walks);
        }
      }
    }
    // Real series are less regular than random walks, so the intervals are wide for these.
    expect(inside[0.95]).toBeGreaterThan(0.93);
    expect(inside[0.8]).toBeGreaterThan(0.77);
    expect(inside[0.5]).toBeGreaterThan(0.45);
    expect(inside[0.5]).toBeLessThan(0.8);
  }
});

test("forecastSeries(series, horizon) follows a trend that is evident and not one that is not", () => {
  const rising = forecastOf([100, 110, 121, 129, 140, 151, 160, 169]);
  expect(rising.median[4]!).toBeGreaterThan(195);
  const wavering = forecastOf([100, 121, 95, 118, 99, 120, 97, 105]);
  expect(Math.abs(wavering.median[4]! - 105)).toBeLessThan(12);
});

test("forecastSeries(series, horizon) shrinks the trend of a share harder than that of a level", () => {
  const values = [0.3, 0.36, 0.4, 0.47, 0.5];
  expect(forecastOf(values, { kind: "share" }).median[4]!).toBeLessThan(forecastOf(values).median[4]!);
});

test("forecastSeries(series, horizon) bends a share that has risen near its bound, and says so", () => {
  const { median, why } = forecastOf([0.7, 0.78, 0.84, 0.89, 0.93], { kind: "share" }, 10);
  expect(median[9]!).toBeGreaterThan(0.94);
  expect(median[9]!).toBeLessThan(1);
  expect(why.en).toContain("near its upper bound");
});

test("forecastSeries(series, horizon) rests on the series' own figures: no more than two values give wide intervals", () => {
  const [two, three] = [
    [52, 55],
    [49, 52, 55],
  ].map((values) => forecastOf(values));
  expect(two!.notes.map(({ en }) => en).join()).toContain("Fewer than 4 values");
  const width = ({ intervals }: Forecast) => intervals[2]!.upper[4]! - intervals[2]!.lower[4]!;
  expect(width(two!)).toBeGreaterThan(width(three!));
});

test("forecastSeries(series, horizon) repeats a constant, with an interval that is a share of it", () => {
  const { median, intervals, notes } = forecastOf([80, 80, 80, 80, 80]);
  for (const value of median) expect(Math.abs(value - 80)).toBeLessThan(1);
  expect(intervals[2]!.lower[0]!).toBeGreaterThan(75);
  expect(intervals[2]!.lower[0]!).toBeLessThan(80);
  expect(intervals[2]!.upper[0]!).toBeGreaterThan(80);
  expect(notes.map(({ en }) => en).join()).toContain("All values are equal");
});

test("forecastSeries(series, horizon) lets a series that was negative be negative, and no other amount", () => {
  expect(forecastOf([4, -3, 5, -2, -6]).intervals[2]!.lower[0]!).toBeLessThan(-6);
  expect(forecastOf([6, 1, 5, 2, 1]).intervals[2]!.lower[4]!).toBe(0);
  expect(forecastOf([6, 1, 5, 2, 1], { bounds: { min: null, max: null } }).intervals[2]!.lower[4]!).toBeLessThan(0);
});

test("forecastSeries(series, horizon) of enormous and of tiny values is that of plain ones, scaled", () => {
  const values = [3, 4, 6, 5, 7];
  const plain = forecastOf(values);
  for (const factor of [2 ** 900, 2 ** -900]) {
    const { quantiles } = forecastOf(values.map((value) => value * factor));
    expect(quantiles).toEqual(plain.quantiles.map((row) => row.map((value) => value * factor)));
  }
});

test("forecastSeries(series, horizon) reads over missing values and says how many", () => {
  const { notes, valueCount, years } = forecastOf([10, Number.NaN, 14, 15, Number.NaN, Number.NaN, 21]);
  expect(valueCount).toBe(4);
  expect(years[0]).toBe(2041);
  expect(notes[0]!.en).toContain("3 missing years");
});

test("forecastSeries(series, horizon) refuses what cannot be forecast, and says why in both languages", () => {
  expect(refusalOf([5])).toBe("too_short");
  expect(refusalOf([Number.NaN, 5])).toBe("too_short");
  expect(refusalOf([])).toBe("too_short");
  expect(refusalOf([0, 0, 0, 0])).toBe("all_zero");
  expect(refusalOf([1, Infinity, 2])).toBe("not_finite");
  expect(refusalOf([1e301, 2e301, 1e301])).toBe("too_large");
  expect(refusalOf([70, 73, 75], { kind: "share" })).toBe("outside_bounds");
  expect(refusalOf([1, 2, 3], {}, 11)).toBe("horizon");
  expect(refusalOf([1, 2, 3], {}, 0)).toBe("horizon");
  expect(refusalOf([1, 2, 3], {}, 1.5)).toBe("horizon");
  const result = forecastSeries({ years: [2040], values: [5], kind: "level" }, 1);
  if (result.ok) throw new Error("must be refused");
  expect(result.refusal.message.zh).toContain("只有 1 个数值");
  expect(result.refusal.mend.en).toContain("two years at least");
});

test("forecastSeries(series, horizon, {method}) takes the method asked for, or refuses it", () => {
  const values = [20, 22, 25, 27];
  const drift = forecastOf(values, {}, 3, { method: "drift" });
  const naive = forecastOf(values, {}, 3, { method: "naive" });
  expect(drift.median[2]! - naive.median[2]!).toBeCloseTo(3 * (7 / 3), 9);
  expect(drift.notes.map(({ en }) => en).join()).toContain("not of the method asked for");
  const curve = forecastSeries({ years: yearsFor(values), values, kind: "level" }, 3, { method: "gompertz" });
  expect(curve).toMatchObject({ ok: false, refusal: { code: "needs_bounds" } });
});

test("forecastSeries(series, horizon, {inflation}) widens the intervals around the same median", () => {
  const values = [120, 131, 128, 140, 139, 150];
  const [plain, wide] = [1, 2].map((inflation) => forecastOf(values, {}, 3, { inflation }));
  expect(wide!.median).toEqual(plain!.median);
  const width = ({ intervals }: Forecast) => intervals[1]!.upper[2]! - intervals[1]!.lower[2]!;
  expect(width(wide!)).toBeCloseTo(2 * width(plain!), 9);
  expect(() => forecastOf(values, {}, 3, { inflation: 0 })).toThrow("inflation must be from 0.1 to 10; got 0");
});

test("forecastSeries(series, horizon) widens rates without bounds, which the pool does not hold", () => {
  const values = [0.06, 0.07, 0.055, 0.065, 0.03];
  expect(forecastOf(values, { kind: "rate" }).inflation).toBe(1.1);
  expect(forecastOf(values, { kind: "rate", bounds: { min: 0, max: 1 } }).inflation).toBe(1);
});

test("forecastSeries(series, horizon) widens when siblings moved further than such series do", () => {
  const values = [200, 203, 207, 209, 214];
  const siblings = Array.from({ length: 6 }, (_, i) => {
    // Quiet for years, then wild: no forecast from the quiet years could cover that.
    const quiet = randomWalk(`quiet ${i}`, { length: 8, start: 100, sd: 0.3 });
    const wild = randomWalk(`wild ${i}`, { length: 6, start: 100, sd: 25 });
    return { years: yearsFor([...quiet, ...wild]), values: [...quiet, ...wild] };
  });
  const { inflation, notes } = forecastOf(values, { siblings });
  expect(inflation).toBeGreaterThan(1.3);
  expect(notes.map(({ en }) => en).join()).toContain("backtests of sibling series");
  expect(forecastOf(values, { siblings: [{ years: [2040], values: [3] }] }).inflation).toBe(1);
});
