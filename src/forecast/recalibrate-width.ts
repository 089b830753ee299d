import { quantiles } from "../core/quantiles.ts";
import { longestHorizon } from "./calibrated-errors.ts";
import { errorQuantiles } from "./calibration.ts";
import { quantileProbabilities } from "./error-quantiles.ts";
import { errorScale } from "./error-scale.ts";
import { errorPool, fittedParameters } from "./fitted-parameters.ts";
import type { AnnualSeries } from "./forecast.ts";
import { type ForecastSetting, pointForecast } from "./point-forecast.ts";
import { type PreparedSeries, prepareSeries, regularSeries } from "./prepare-series.ts";

/** What sibling series say about the width of intervals. */
export interface WidthFactor {
  readonly factor: number;
  /** Origins that were forecast from; 0 says that the siblings are too short to tell. */
  readonly origins: number;
}

/** Coverage at which widths are compared: enough errors lie outside to be counted. */
const comparedLevel = 0.8;
const lowerPlace = quantileProbabilities.indexOf(0.1);
const upperPlace = quantileProbabilities.indexOf(0.9);
/** Fewest values of a sibling that are forecast from. */
const fewestValues = 4;

/**
 * Compare how far forecasts of sibling series were off with the widths of the calibration table.
 *
 * Each sibling is forecast from every year that leaves something to forecast, with what was known then. The factor
 * that would have covered 80 % of the values is shrunk towards 1, by a hundred origins that
 * speak for the table: errors of one series hang together, so an origin says little.
 *
 * @param siblings - in any units.
 * @param setting - of the series that they are siblings of.
 */
export function recalibrateWidth(siblings: readonly AnnualSeries[], setting: ForecastSetting): WidthFactor {
  const ratios: number[] = [];
  let origins = 0;
  for (const sibling of siblings) {
    const { values, lastYear } = prepareSeries(sibling);
    for (let known = fewestValues; known < values.length; known += 1) {
      const history = regularSeries(values.slice(0, known), lastYear);
      const found = errorRatios(history, values.slice(known, known + longestHorizon), setting);
      ratios.push(...found);
      if (found.length > 0) origins += 1;
    }
  }
  if (origins === 0) return { factor: 1, origins };
  const [asked = 1] = quantiles(Float64Array.from(ratios), [comparedLevel]);
  const { siblingOrigins } = fittedParameters;
  return { factor: (origins * asked + siblingOrigins) / (origins + siblingOrigins), origins };
}

/** Errors of one forecast, each as a multiple of half the width of its interval. */
function errorRatios(history: PreparedSeries, actual: readonly number[], setting: ForecastSetting): number[] {
  const pool = errorPool(setting.kind);
  const scale = errorScale(history, pool);
  if (scale === 0) return [];
  const rows = errorQuantiles(pool, history.count);
  const forecast = pointForecast(history, actual.length, setting, "combination");
  return actual.map((value, i) => {
    const [lower, upper] = [rows[i]![lowerPlace]!, rows[i]![upperPlace]!];
    const error = (value - forecast[i]!) / scale - (lower + upper) / 2;
    return Math.abs(error) / ((upper - lower) / 2);
  });
}
