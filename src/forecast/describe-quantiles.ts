import { clampTo } from "./bounds.ts";
import { quantileAt, quantileProbabilities } from "./error-quantiles.ts";
import type { Bounds, Forecast, ForecastInterval } from "./forecast.ts";

/** Points, evenly spaced in probability, of which the mean of a distribution is taken. */
const meanPoints = 100;

/** Read years, median, mean and central intervals off the quantiles of a forecast. */
export function describeQuantiles(
  rows: readonly (readonly number[])[],
  lastYear: number,
  bounds: Bounds,
): Pick<Forecast, "years" | "median" | "mean" | "intervals" | "quantiles"> {
  const at = (p: number) => rows.map((row) => row[quantileProbabilities.indexOf(p)]!);
  const interval = (level: ForecastInterval["level"], lower: number, upper: number): ForecastInterval => {
    return { level, lower: at(lower), upper: at(upper) };
  };
  return {
    years: rows.map((_, i) => lastYear + 1 + i),
    median: at(0.5),
    mean: rows.map((row) => meanOf(row, bounds)),
    intervals: [interval(0.5, 0.25, 0.75), interval(0.8, 0.1, 0.9), interval(0.95, 0.025, 0.975)],
    quantiles: rows,
  };
}

function meanOf(row: readonly number[], bounds: Bounds): number {
  let sum = 0;
  for (let i = 0; i < meanPoints; i += 1) {
    sum += clampTo(bounds, quantileAt(row, (i + 0.5) / meanPoints)) / meanPoints;
  }
  return sum;
}
