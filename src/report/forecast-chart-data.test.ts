import { expect, test } from "vitest";
import { makeUnit } from "../core/unit.ts";
import { forecastSeries } from "../forecast/forecast-series.ts";
import { forecastChartData } from "./forecast-chart-data.ts";

const values = [5.02, 5.11, 5.2, 5.31];
const years = [2030, 2031, 2032, 2033];
const result = forecastSeries({ years, values, kind: "level" }, 3);

test("forecastChartData(input) opens the fan at the last observed value", () => {
  if (!result.ok) throw new Error("must be forecast");
  const { fan, method, notes } = forecastChartData({
    label: { zh: "港口从业人数", en: "Harbour jobs" },
    display: { percent: false, decimals: 1 },
    observed: {
      years,
      values,
      unit: makeUnit(4, [["人", 1]]),
      unitText: "万人",
      basis: "period_end",
      sources: ["年报"],
    },
    forecast: result.forecast,
    informationDate: "2033-12-31",
    hash: "0".repeat(64),
  });
  expect(fan.years).toEqual([2033, 2034, 2035, 2036]);
  for (const { lower, upper } of fan.bands) expect([lower[0], upper[0]]).toEqual([5.31, 5.31]);
  expect(fan.median.slice(1)).toEqual(result.forecast.median);
  expect(fan.history.at(-1)).toEqual({ year: 2033, value: 5.31 });
  expect([fan.unitLabel.en, method.zh]).toEqual(["10,000 persons", "组合预测"]);
  expect(notes[0]).toBe(result.forecast.why);
});
