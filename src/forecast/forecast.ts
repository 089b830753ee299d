import type { Bilingual } from "../core/bilingual.ts";

/**
 * What kind of quantity a series counts.
 *
 * It decides how hard a trend is shrunk and which pool of past errors the intervals come from: levels and flows grow,
 * rates and shares mostly stay where they are.
 */
export type QuantityKind = (typeof quantityKinds)[number];

/** The kinds of quantity. */
export const quantityKinds = ["level", "flow", "rate", "share"] as const;

/** Values that a quantity cannot leave; null where it is open. */
export interface Bounds {
  readonly min: number | null;
  readonly max: number | null;
}

/** One value a year. */
export interface AnnualSeries {
  /** Whole numbers, ascending; years may be left out. */
  readonly years: readonly number[];
  /** As many as years, all in one unit; NaN where nothing is known. */
  readonly values: readonly number[];
}

/** A series with what must be known of it to forecast it. */
export interface SeriesToForecast extends AnnualSeries {
  readonly kind: QuantityKind;
  /** When left out: 0 … 1 for shares, from 0 on for levels and flows that were never negative, open for the rest. */
  readonly bounds?: Bounds;
  /** Series of the same kind from alike places, in any unit; they tell how far such series move. */
  readonly siblings?: readonly AnnualSeries[];
}

/** A way to forecast a short annual series. */
export type ForecastMethod = (typeof forecastMethods)[number];

/** The methods, the one that is taken when none is asked for first. */
export const forecastMethods = [
  "combination",
  "naive",
  "drift",
  "shrunken_drift",
  "theta",
  "damped_trend",
  "scaled_logit",
  "gompertz",
] as const;

/** Choices for one forecast; each has a default. */
export interface ForecastOptions {
  /** The combination when left out. */
  readonly method?: ForecastMethod;
  /** Factor on the width of every interval, from 0.1 to 10; when left out, what the siblings ask for. */
  readonly inflation?: number;
}

/** The central interval of a coverage, year by year. */
export interface ForecastInterval {
  readonly level: 0.5 | 0.8 | 0.95;
  readonly lower: readonly number[];
  readonly upper: readonly number[];
}

/** What is expected of a series in the years after its last value; every figure in the unit of the series. */
export interface Forecast {
  /** The years forecast, ascending, the first one after the last value. */
  readonly years: readonly number[];
  /** The forecast proper: as likely too high as too low. */
  readonly median: readonly number[];
  readonly mean: readonly number[];
  /** Narrowest first. */
  readonly intervals: readonly ForecastInterval[];
  /** One row a year: the values that are undercut with each of `quantileProbabilities`. */
  readonly quantiles: readonly (readonly number[])[];
  readonly bounds: Bounds;
  readonly kind: QuantityKind;
  readonly method: ForecastMethod;
  /** Why this method was taken. */
  readonly why: Bilingual;
  /** Values that the forecast rests on. */
  readonly valueCount: number;
  /** Factor on the widths of the calibration table. */
  readonly inflation: number;
  /** What a reader should know before using the figures. */
  readonly notes: readonly Bilingual[];
}

export type RefusalCode =
  | "too_short"
  | "all_zero"
  | "not_finite"
  | "too_large"
  | "outside_bounds"
  | "horizon"
  | "needs_bounds";

/** Why a series gets no forecast, and what would help. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly message: Bilingual;
  readonly mend: Bilingual;
}

/** A forecast, or why there is none: data, never an exception. */
export type ForecastResult =
  | { readonly ok: true; readonly forecast: Forecast }
  | { readonly ok: false; readonly refusal: Refusal };
