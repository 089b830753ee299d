import { usualBounds } from "./bounds.ts";
import { describeQuantiles } from "./describe-quantiles.ts";
import { findRefusal } from "./find-refusal.ts";
import { fittedParameters } from "./fitted-parameters.ts";
import type { ForecastOptions, ForecastResult, SeriesToForecast } from "./forecast.ts";
import { forecastQuantiles } from "./forecast-quantiles.ts";
import { isUnlikePool, notesOn, whyMethod } from "./forecast-remarks.ts";
import type { ForecastSetting } from "./point-forecast.ts";
import { prepareSeries } from "./prepare-series.ts";
import { recalibrateWidth, type WidthFactor } from "./recalibrate-width.ts";

/**
 * Forecast a short annual series, with intervals as wide as past errors on such series were.
 *
 * The median is a fixed combination of methods, moved by half of what it was usually off; below 13 values nothing is
 * chosen by the data. The intervals are split conformal: quantiles of errors that the same method made on a pool of
 * some 1,300 series, by number of values and years ahead, in units of how far this series moves in a year.
 *
 * Scaling the series scales the forecast; nothing is read but the series, its siblings and the committed tables.
 *
 * @param horizon - years to forecast after the last value, 1 to 10.
 * @returns the forecast, or why there is none.
 * @throws RangeError when years and values do not go together, or the inflation is out of range.
 * @see Vovk, Gammerman & Shafer (2005) for conformal prediction.
 * @example
 * forecastSeries({ years: [2019, 2020, 2021, 2022], values: [31, 33, 34, 36], kind: "level" }, 3);
 */
export function forecastSeries(
  series: SeriesToForecast,
  horizon: number,
  options: ForecastOptions = {},
): ForecastResult {
  const { inflation, method = "combination" } = options;
  if (inflation !== undefined && !(inflation >= 0.1 && inflation <= 10)) {
    throw new RangeError(`forecastSeries: inflation must be from 0.1 to 10; got ${inflation}`);
  }
  const prepared = prepareSeries(series);
  const setting = { kind: series.kind, bounds: series.bounds ?? usualBounds(series) };
  const refusal = findRefusal(series, prepared, setting, horizon, method);
  if (refusal) return refusal;
  const siblings = recalibrateWidth(series.siblings ?? [], setting);
  const width = widthFactor(setting, siblings, inflation);
  const quantiles = forecastQuantiles(prepared, horizon, setting, method, width);
  return {
    ok: true,
    forecast: {
      ...describeQuantiles(quantiles, prepared.lastYear, setting.bounds),
      ...setting,
      method,
      why: whyMethod(prepared, setting, options),
      valueCount: prepared.count,
      inflation: width,
      notes: notesOn(prepared, setting, options, siblings),
    },
  };
}

/** The factor that was asked for, or that the siblings ask for, or that a kind outside the pool needs. */
function widthFactor(setting: ForecastSetting, siblings: WidthFactor, asked: number | undefined): number {
  if (asked !== undefined) return asked;
  if (siblings.origins > 0) return siblings.factor;
  return isUnlikePool(setting) ? fittedParameters.unlikePool : 1;
}
