import { errorScale } from "./error-scale.ts";
import { errorPool } from "./fitted-parameters.ts";
import { type ForecastSetting, pointForecast } from "./point-forecast.ts";
import { regularSeries } from "./prepare-series.ts";

/** A series of the past that a calibration learns from. */
export interface PastSeries extends ForecastSetting {
  readonly id: string;
  /** One value a year, without gaps. */
  readonly values: readonly number[];
  /** Number of values before the last origin that counts; later values are only forecast, never forecast from. */
  readonly lastOrigin: number;
}

/** Errors of one forecast of the past. */
export interface PastErrors {
  /** Number of values that it was made from. */
  readonly count: number;
  /** By years ahead, in units of the error scale. */
  readonly errors: readonly number[];
  readonly isFromLastOrigin: boolean;
}

/** Lengths to which the history at an origin is cut, besides all of it, so that every number of values is learned from. */
const historyLengths = [2, 3, 4, 5, 6, 8, 10, 12];
const longestCut = historyLengths.at(-1)!;

/**
 * Forecast a series of the past from every origin and by histories of many lengths, and compare with what came.
 *
 * @param horizon - most years ahead.
 */
export function pastErrors(series: PastSeries, horizon: number): PastErrors[] {
  const { values, lastOrigin } = series;
  const found: PastErrors[] = [];
  for (let origin = 2; origin <= lastOrigin; origin += 1) {
    const actual = values.slice(origin, origin + horizon);
    const cuts = historyLengths.filter((length) => length <= origin);
    for (const count of origin > longestCut ? [...cuts, origin] : cuts) {
      const errors = scaledErrors(values.slice(origin - count, origin), actual, series);
      if (errors) found.push({ count, errors, isFromLastOrigin: origin === lastOrigin });
    }
  }
  return found;
}

function scaledErrors(
  known: readonly number[],
  actual: readonly number[],
  setting: ForecastSetting,
): readonly number[] | null {
  const history = regularSeries(known);
  const scale = errorScale(history, errorPool(setting.kind));
  if (scale === 0) return null;
  const forecast = pointForecast(history, actual.length, setting, "combination");
  return actual.map((value, i) => (value - forecast[i]!) / scale);
}
