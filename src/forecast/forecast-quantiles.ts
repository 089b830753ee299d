import { clampTo } from "./bounds.ts";
import { errorQuantiles } from "./calibration.ts";
import { quantileProbabilities } from "./error-quantiles.ts";
import { errorScale } from "./error-scale.ts";
import { errorPool } from "./fitted-parameters.ts";
import type { ForecastMethod } from "./forecast.ts";
import { type ForecastSetting, pointForecast } from "./point-forecast.ts";
import type { PreparedSeries } from "./prepare-series.ts";

/**
 * Spread the errors of the past around a point forecast.
 *
 * @param width - factor on the width of the distribution.
 * @returns one row a year: the quantiles at `quantileProbabilities`, inside the bounds.
 */
export function forecastQuantiles(
  series: PreparedSeries,
  horizon: number,
  setting: ForecastSetting,
  method: ForecastMethod,
  width: number,
): number[][] {
  const unit = powerOfTwoAbove(series.values);
  const rows = errorRows(inUnits(series, unit), horizon, boundsInUnits(setting, unit), method, width);
  return rows.map((row) => row.map((value) => value * unit));
}

/** A unit in which no square overflows; a power of two, so that nothing is rounded on the way there and back. */
function powerOfTwoAbove(values: readonly number[]): number {
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  let unit = 1;
  while (unit < largest) unit *= 2;
  while (unit / 2 >= largest && unit > Number.MIN_VALUE) unit /= 2;
  return unit;
}

function inUnits(series: PreparedSeries, unit: number): PreparedSeries {
  const steps = series.steps.map(({ change, years }) => ({ change: change / unit, years }));
  return { ...series, values: series.values.map((value) => value / unit), steps };
}

function boundsInUnits({ kind, bounds }: ForecastSetting, unit: number): ForecastSetting {
  const inUnit = (bound: number | null) => (bound === null ? null : bound / unit);
  return { kind, bounds: { min: inUnit(bounds.min), max: inUnit(bounds.max) } };
}

/** Quantiles of each year: the point forecast and the errors around it, inside the bounds. */
function errorRows(
  series: PreparedSeries,
  horizon: number,
  setting: ForecastSetting,
  method: ForecastMethod,
  width: number,
): number[][] {
  const pool = errorPool(setting.kind);
  const scale = errorScale(series, pool);
  const errors = errorQuantiles(pool, series.count);
  const points = pointForecast(series, horizon, setting, method);
  const middle = quantileProbabilities.indexOf(0.5);
  return points.map((point, i) => {
    const row = errors[i]!;
    const median = row[middle]!;
    return row.map((error) => {
      // The width of the intervals is inflated, not what the forecast is usually off.
      return clampTo(setting.bounds, point + scale * (median + width * (error - median)));
    });
  });
}
