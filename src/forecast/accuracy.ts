import { mean } from "simple-statistics";
/** A value with its point forecast, and what the history before it says of how hard it was. */
export interface ForecastPair {
  readonly actual: number;
  readonly forecast: number;
  /** Mean absolute change a year in the history. */
  readonly meanChange: number;
  /** Mean squared change a year in the history. */
  readonly meanSquaredChange: number;
}

/** How far point forecasts were off; NaN without any. */
export interface PointAccuracy {
  /** Mean absolute error, in the unit of the series. */
  readonly mae: number;
  /** Root of the mean squared error, in the unit of the series. */
  readonly rmse: number;
  /** Mean absolute error in units of the mean absolute change of the history. */
  readonly mase: number;
  /** Root of the mean squared error in units of the mean squared change of the history. */
  readonly rmsse: number;
  /** Mean of 200 |error| / (|value| + |forecast|), from 0 to 200; 0 where both are 0. */
  readonly smape: number;
}

/**
 * Measure how far point forecasts were off.
 *
 * Pairs whose history never changes are left out of the two scaled measures.
 *
 * @see Hyndman & Koehler (2006), Another look at measures of forecast accuracy; the M4 competition for sMAPE.
 */
export function pointAccuracy(pairs: readonly ForecastPair[]): PointAccuracy {
  const errors = pairs.map(({ actual, forecast }) => Math.abs(actual - forecast));
  const scaled = pairs.filter(({ meanChange }) => meanChange > 0);
  return {
    mae: meanOf(errors),
    rmse: Math.sqrt(meanOf(errors.map((error) => error * error))),
    mase: meanOf(scaled.map((pair) => Math.abs(pair.actual - pair.forecast) / pair.meanChange)),
    rmsse: Math.sqrt(meanOf(scaled.map((pair) => (pair.actual - pair.forecast) ** 2 / pair.meanSquaredChange))),
    smape: meanOf(pairs.map(symmetricPercentage)),
  };
}

function symmetricPercentage({ actual, forecast }: ForecastPair): number {
  const size = Math.abs(actual) + Math.abs(forecast);
  return size === 0 ? 0 : (200 * Math.abs(actual - forecast)) / size;
}

/** The arithmetic mean; NaN of nothing. */
export function meanOf(values: readonly number[]): number {
  return values.length === 0 ? Number.NaN : mean(values);
}
