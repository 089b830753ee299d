import { type ForecastPair, meanOf, type PointAccuracy, pointAccuracy } from "./accuracy.ts";
import { probabilityBelow } from "./error-quantiles.ts";
import type { AnnualSeries, Forecast, ForecastOptions, SeriesToForecast } from "./forecast.ts";
import { forecastSeries } from "./forecast-series.ts";
import { crpsOfQuantiles, intervalScore, weightedIntervalScore } from "./scores.ts";

/** How a backtest goes. */
export interface BacktestOptions extends ForecastOptions {
  /** Fewest values that are forecast from, 2 or more; defaults to 4. */
  readonly fewestValues?: number;
  /**
   * The series as it was known when a year had just ended, for figures that are revised later; when left out, its
   * values up to that year.
   */
  readonly knownAt?: (year: number) => AnnualSeries;
}

/** One value forecast in the past, and what came. */
export interface BacktestPoint {
  /** Last year that was known. */
  readonly origin: number;
  readonly year: number;
  readonly horizon: number;
  readonly actual: number;
  readonly median: number;
  /** Intervals of 50, 80 and 95 %. */
  readonly intervals: readonly { readonly level: number; readonly lower: number; readonly upper: number }[];
  readonly crps: number;
  /** Weighted interval score. */
  readonly wis: number;
  /** Probability that the forecast gave to less than what came; uniform over [0, 1] for an honest forecast. */
  readonly pit: number;
}

/** How good forecasts were. */
export interface ForecastAccuracy extends PointAccuracy {
  readonly count: number;
  readonly crps: number;
  readonly wis: number;
  /** Mean interval scores, and shares of values inside, by coverage. */
  readonly intervals: readonly { readonly level: number; readonly winkler: number; readonly coverage: number }[];
}

/** What a backtest found: every forecast beside what came, and the scores. */
export interface Backtest {
  /** In order of origin and year. */
  readonly points: readonly BacktestPoint[];
  readonly overall: ForecastAccuracy;
  /** By years ahead, from 1 on. */
  readonly byHorizon: readonly ForecastAccuracy[];
}

interface ScoredPoint {
  readonly point: BacktestPoint;
  readonly pair: ForecastPair;
}

/**
 * Forecast a series from every year of its past that left something to forecast, with what was known then.
 *
 * No value of a later year, of the series or of its siblings, is ever read. Origins at which there was no forecast,
 * such as before enough values were known, are passed over.
 *
 * @param horizon - most years ahead, 1 to 10.
 * @throws RangeError when years and values do not go together, or an option is out of range.
 */
export function backtest(series: SeriesToForecast, horizon: number, options: BacktestOptions = {}): Backtest {
  const { fewestValues = 4, knownAt = (year: number) => upTo(series, year), ...forecastOptions } = options;
  if (!Number.isInteger(fewestValues) || fewestValues < 2) {
    throw new RangeError(`backtest: fewestValues must be a whole number from 2 on; got ${fewestValues}`);
  }
  const scored = series.years.flatMap((origin) => {
    const known = knownAt(origin);
    if (known.years.some((year) => year > origin)) {
      throw new RangeError(`backtest: what is known at ${origin} must not be later; got ${known.years.at(-1)}`);
    }
    if (known.values.filter((value) => !Number.isNaN(value)).length < fewestValues) return [];
    const siblings = (series.siblings ?? []).map((sibling) => upTo(sibling, origin));
    const result = forecastSeries({ ...series, ...known, siblings }, horizon, forecastOptions);
    return result.ok ? compare(series, known, origin, result.forecast) : [];
  });
  const horizons = Array.from({ length: horizon }, (_, i) => scored.filter(({ point }) => point.horizon === i + 1));
  return {
    points: scored.map(({ point }) => point),
    overall: accuracyOf(scored),
    byHorizon: horizons.map(accuracyOf),
  };
}

function upTo({ years, values }: AnnualSeries, last: number): AnnualSeries {
  const places = [...years.keys()].filter((i) => years[i]! <= last);
  return { years: places.map((i) => years[i]!), values: places.map((i) => values[i]!) };
}

function compare(series: AnnualSeries, known: AnnualSeries, origin: number, forecast: Forecast): ScoredPoint[] {
  const scale = changesOf(known);
  return forecast.years.flatMap((year, i): ScoredPoint[] => {
    const actual = series.values[series.years.indexOf(year)] ?? Number.NaN;
    if (Number.isNaN(actual)) return [];
    const median = forecast.median[i]!;
    const row = forecast.quantiles[i]!;
    const intervals = forecast.intervals.map(({ level, lower, upper }) => {
      return { level, lower: lower[i]!, upper: upper[i]! };
    });
    const point: BacktestPoint = {
      origin,
      year,
      horizon: year - origin,
      actual,
      median,
      intervals,
      crps: crpsOfQuantiles(row, actual),
      wis: weightedIntervalScore(median, intervals, actual),
      pit: probabilityBelow(row, actual),
    };
    return [{ point, pair: { actual, forecast: median, ...scale } }];
  });
}

/** Mean sizes of the changes between neighbouring values. */
function changesOf({ values }: AnnualSeries): Pick<ForecastPair, "meanChange" | "meanSquaredChange"> {
  const known = values.filter((value) => !Number.isNaN(value));
  const changes = known.slice(1).map((value, i) => Math.abs(value - known[i]!));
  return { meanChange: meanOf(changes), meanSquaredChange: meanOf(changes.map((change) => change * change)) };
}

function accuracyOf(scored: readonly ScoredPoint[]): ForecastAccuracy {
  const points = scored.map(({ point }) => point);
  const levels = points[0]?.intervals.map(({ level }) => level) ?? [];
  return {
    ...pointAccuracy(scored.map(({ pair }) => pair)),
    count: points.length,
    crps: meanOf(points.map(({ crps }) => crps)),
    wis: meanOf(points.map(({ wis }) => wis)),
    intervals: levels.map((level, i) => ({
      level,
      winkler: meanOf(points.map(({ intervals, actual }) => intervalScore(intervals[i]!, actual))),
      coverage: meanOf(points.map(({ intervals, actual }) => (isInside(intervals[i]!, actual) ? 1 : 0))),
    })),
  };
}

function isInside({ lower, upper }: { readonly lower: number; readonly upper: number }, value: number): boolean {
  return value >= lower && value <= upper;
}
