import { clampTo } from "./bounds.ts";
import { type CoverageCurve, curveForecast, gompertz, scaledLogit } from "./coverage-curve.ts";
import { dampedTrendForecast } from "./damped-trend.ts";
import { driftForecast, naiveForecast, shrunkenDriftForecast } from "./drift.ts";
import { type ErrorPool, errorPool, fittedParameters } from "./fitted-parameters.ts";
import type { Bounds, ForecastMethod, QuantityKind } from "./forecast.ts";
import type { PreparedSeries } from "./prepare-series.ts";
import { thetaForecast } from "./theta.ts";

/** What a method must know besides the series. */
export interface ForecastSetting {
  readonly kind: QuantityKind;
  readonly bounds: Bounds;
}

/** Share of the range from which a rising share is on the last part of its way. */
const risenShare = 0.7;

/** Values from which a trend line says more than two points. */
const fewestForTheta = 3;

/**
 * Continue a series by one method.
 *
 * @returns one value a year of the horizon, inside the bounds.
 * @throws RangeError when a curve is asked for and a bound is missing.
 */
export function pointForecast(
  series: PreparedSeries,
  horizon: number,
  setting: ForecastSetting,
  method: ForecastMethod,
): number[] {
  return methods[method](series, horizon, setting).map((value) => clampTo(setting.bounds, value));
}

/** Whether a share has risen so far that its way to the upper bound must bend: see {@link coverageCombination}. */
export function isRisingCoverage({ values, count }: PreparedSeries, { kind, bounds }: ForecastSetting): boolean {
  const { min, max } = bounds;
  if (kind !== "share" || min === null || max === null || count < fewestForTheta) return false;
  const last = values.at(-1)!;
  return last > values[0]! && last >= min + risenShare * (max - min);
}

type Method = (series: PreparedSeries, horizon: number, setting: ForecastSetting) => number[];

const methods: Readonly<Record<ForecastMethod, Method>> = {
  naive: naiveForecast,
  drift: driftForecast,
  theta: thetaForecast,
  damped_trend: dampedTrendForecast,
  shrunken_drift: (series, horizon, { kind }) => shrunkenDrift(series, horizon, errorPool(kind)),
  combination: (series, horizon, setting) =>
    isRisingCoverage(series, setting)
      ? coverageCombination(series, horizon, setting)
      : straightCombination(series, horizon, errorPool(setting.kind)),
  scaled_logit: (series, horizon, setting) => onCurve(series, horizon, setting, scaledLogit),
  gompertz: (series, horizon, setting) => onCurve(series, horizon, setting, gompertz),
};

function shrunkenDrift(series: PreparedSeries, horizon: number, pool: ErrorPool): number[] {
  const { trendShrinkage, lengthShrinkage } = fittedParameters;
  return shrunkenDriftForecast(series, horizon, trendShrinkage[pool], lengthShrinkage);
}

/** Two voices that err on different sides: one keeps to the last value, the other to the line through all. */
function straightCombination(series: PreparedSeries, horizon: number, pool: ErrorPool): number[] {
  const drift = shrunkenDrift(series, horizon, pool);
  if (series.count < fewestForTheta) return drift;
  const theta = thetaForecast(series, horizon);
  const { thetaShare } = fittedParameters;
  return drift.map((value, i) => (1 - thetaShare) * value + thetaShare * theta[i]!);
}

/** The mean of the continuations along the two curves that end at the bound. */
function coverageCombination(series: PreparedSeries, horizon: number, setting: ForecastSetting): number[] {
  const symmetric = onCurve(series, horizon, setting, scaledLogit);
  const slow = onCurve(series, horizon, setting, gompertz);
  return symmetric.map((value, i) => (value + slow[i]!) / 2);
}

function onCurve(series: PreparedSeries, horizon: number, setting: ForecastSetting, curve: CoverageCurve): number[] {
  const { min, max } = setting.bounds;
  if (min === null || max === null) throw new RangeError("pointForecast: a curve needs both bounds; got an open one");
  const pool = errorPool(setting.kind);
  return curveForecast(series, { min, max }, curve, (straight) => straightCombination(straight, horizon, pool));
}
