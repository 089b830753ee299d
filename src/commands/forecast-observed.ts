import type { Bilingual } from "../core/bilingual.ts";
import { type Backtest, backtest } from "../forecast/backtest.ts";
import { longestHorizon } from "../forecast/calibrated-errors.ts";
import type {
  Bounds,
  Forecast,
  ForecastMethod,
  QuantityKind,
  Refusal,
  SeriesToForecast,
} from "../forecast/forecast.ts";
import { forecastSeries } from "../forecast/forecast-series.ts";
import { kindOfSeries, type ObservedSeries, observedSeries, siblingsOf } from "../forecast/observed-series.ts";
import { forecastOverHorizon, type HorizonForecast } from "../forecast/sample-paths.ts";
import type { Indicator, Study } from "../inputs/study.ts";

/** What is to be forecast from the observations of a study, and how. */
export interface ObservedQuestion {
  readonly series: string;
  readonly place: string;
  readonly horizon: number | undefined;
  readonly kind: QuantityKind | undefined;
  readonly method: ForecastMethod | undefined;
  readonly bounds: Bounds | undefined;
  /** Information date, ISO. */
  readonly asOf: string;
  readonly seed: number;
}

/** A forecast of an observed series, with what stands around it. */
export interface ObservedForecast {
  readonly series: string;
  readonly place: string;
  /** ISO date: nothing later was read. */
  readonly informationDate: string;
  /** The row of the plan that the series decides. */
  readonly indicator: Indicator | undefined;
  readonly observed: ObservedSeries;
  readonly forecast: Forecast;
  /** The sum of a flow or the mean of a rate over the horizon; null for levels and shares. */
  readonly overHorizon: HorizonForecast | null;
  readonly backtest: Backtest;
}

/** Years that are forecast when the plan says nothing of how far. */
const usualHorizon = 5;
/** A backtest needs this many values to start from. */
const fewestValues = 4;

/** Forecast a series of a study's observations, and go back to see how good such forecasts would have been. */
export function forecastObserved(
  study: Study,
  observed: ObservedSeries,
  question: ObservedQuestion,
): { readonly ok: true; readonly value: ObservedForecast } | { readonly ok: false; readonly refusal: Refusal } {
  const { series, place, asOf, method, bounds } = question;
  const indicator = study.plan.indicators.find((one) => one.series === series);
  const kind = question.kind ?? kindOfSeries(observed, indicator);
  const asked: SeriesToForecast = {
    years: observed.years,
    values: observed.values,
    kind,
    siblings: siblingsOf(study.observations, { series, region: place, asOf }, observed),
    ...(bounds ? { bounds } : {}),
  };
  const horizon = question.horizon ?? horizonToPlanEnd(study, observed);
  const options = method === undefined ? {} : { method };
  const result = forecastSeries(asked, horizon, options);
  if (!result.ok) return result;
  const statistic = kind === "flow" ? "sum" : kind === "rate" ? "mean" : null;
  const stream = { seed: question.seed, name: `${place} ${series}` };
  const value = {
    series,
    place,
    informationDate: asOf,
    indicator,
    observed,
    forecast: result.forecast,
    overHorizon: statistic === null ? null : forecastOverHorizon(result.forecast, statistic, stream),
    backtest: backtest(asked, horizon, { ...options, fewestValues, knownAt: historyAt(study, question) }),
  };
  return { ok: true, value };
}

/** Name a series as the plan does, or by its id. */
export function seriesLabel({ series, place, indicator }: ObservedForecast): Bilingual {
  const name = indicator?.label ?? { zh: series, en: series };
  return { zh: `${place}：${name.zh}`, en: `${name.en}, ${place}` };
}

function horizonToPlanEnd({ plan }: Study, { years }: ObservedSeries): number {
  const left = plan.lastYear - years.at(-1)!;
  return left < 1 ? usualHorizon : Math.min(left, longestHorizon);
}

/** What was known of the series a year after each origin, and not later than the information date. */
function historyAt(study: Study, { series, place, asOf }: ObservedQuestion) {
  return (origin: number) => {
    const nextYearEnd = `${origin + 1}-12-31`;
    const date = asOf < nextYearEnd ? asOf : nextYearEnd;
    const known = observedSeries(study.observations, { series, region: place, asOf: date, until: origin });
    return known ?? { years: [], values: [] };
  };
}
