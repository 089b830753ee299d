import { expect, test } from "vitest";
import {
  ceilingFan,
  cumulativeFan,
  floorFan,
  intervalFan,
  maintainFan,
  meanGrowthFan,
} from "../fixtures/chart-data.ts";
import type { FanChartData } from "./chart-data.ts";
import { fanScale } from "./fan-scale.ts";

test("fanScale(data) holds every year that is shown, with half a step of air", () => {
  expect(fanScale(floorFan)).toMatchObject({ firstYear: 2025, lastYear: 2040, years: [2024.6, 2040.6] });
});

test("fanScale(data) makes room beyond the last year for a target sum or a period mean", () => {
  expect(fanScale(cumulativeFan)).toMatchObject({ lastYear: 2035, periodPlace: 2036, years: [2029.6, 2036.6] });
  expect(fanScale(meanGrowthFan).periodPlace).toBe(2036);
  expect(fanScale(ceilingFan).periodPlace).toBeNull();
});

test("fanScale(data) shows baseline, target and every band, each with a margin", () => {
  const [low, high] = fanScale(intervalFan).values;
  expect(low).toBeLessThan(44);
  expect(high).toBeGreaterThan(Math.max(46.8, ...intervalFan.bands.flatMap(({ upper }) => upper)));
});

test("fanScale(data) never goes beyond the whole of a share nor below nothing", () => {
  expect(fanScale(maintainFan).values[1]).toBe(1);
  expect(fanScale(cumulativeFan).values[0]).toBe(0);
  const small: FanChartData = { ...floorFan, bands: [], history: [], baseline: null, target: null, median: [0.1, 9] };
  expect(fanScale(small).values[0]).toBe(0);
});

test("fanScale(data) gives a level that never moves a height", () => {
  const flat: FanChartData = { ...floorFan, bands: [], history: [], baseline: null, target: null, median: [5, 5] };
  const [low, high] = fanScale(flat).values;
  expect(low).toBeLessThan(5);
  expect(high).toBeGreaterThan(5);
});
