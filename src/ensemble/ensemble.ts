/** A simulated series: one element of one variable. */
export interface OutcomeSeries {
  /** Variable name, with its indices for an element: `population[male,0]`. */
  readonly name: string;
  readonly variable: string;
  readonly unit: string;
}

/** Draws of one scenario: what `ensemble/` hands on. */
export interface Ensemble {
  readonly scenario: string;
  readonly series: readonly OutcomeSeries[];
  /** Calendar years, base year first. */
  readonly years: readonly number[];
  readonly draws: number;
  /**
   * values[(series × years + year) × draws + draw], in the series' unit; NaN in years in which it is blank.
   *
   * Null when the draws were not kept, because nobody asked for them or because they are too many.
   */
  readonly values: Float64Array | null;
  /** What the draws of each series and year are like, where the run worked it out. */
  readonly summary?: EnsembleSummary;
  /** central[series × years + year]: every assumption at its value, no shock. */
  readonly central: Float64Array;
  /** Weight of each draw, summing to 1; absent: all equal. */
  readonly weights?: Float64Array;
  /** Where draws stopped being finite, by equation in which it began. */
  readonly nonFinite: readonly NonFinite[];
  /** Events that `known_as_of` left out, by name. */
  readonly eventsLeftOut: readonly string[];
  /** What the sampler had to change, for the reader: a repaired correlation matrix, say. */
  readonly notices: readonly { readonly zh: string; readonly en: string }[];
}

/** Summaries of all series and years of an ensemble without weights. */
export interface EnsembleSummary {
  /** One row a series and year; see `series-summary.ts`. */
  readonly table: Float64Array;
  /** Whether the quantiles are exact; those of draws that were streamed are estimates. */
  readonly isExact: boolean;
  /** Where the draws were not kept, running sums from the plan's first year on by variable: one row a year. */
  readonly runningSums: ReadonlyMap<string, Float64Array>;
}

/** Draws that are not finite. */
export interface NonFinite {
  readonly equation: string;
  readonly firstYear: number;
  readonly draws: number;
}

/**
 * All draws of an ensemble.
 *
 * @throws RangeError when it did not keep them.
 */
export function keptDraws({ values, scenario }: Pick<Ensemble, "values" | "scenario">): Float64Array {
  if (!values) throw new RangeError(`keptDraws: the ensemble must have kept its draws; got none of ${scenario}`);
  return values;
}

/**
 * Draws of one series in one year.
 *
 * @returns a view of length `ensemble.draws`, in the series' unit; undefined when there is no such series or year.
 * @throws RangeError when the ensemble did not keep its draws.
 */
export function seriesDraws(ensemble: Ensemble, name: string, year: number): Float64Array | undefined {
  const series = ensemble.series.findIndex((s) => s.name === name);
  const place = ensemble.years.indexOf(year);
  if (series < 0 || place < 0) return undefined;
  const start = (series * ensemble.years.length + place) * ensemble.draws;
  return keptDraws(ensemble).subarray(start, start + ensemble.draws);
}

/** Value of one series in one year of the central run; undefined when there is no such series or year. */
export function centralValue(ensemble: Ensemble, name: string, year: number): number | undefined {
  const series = ensemble.series.findIndex((s) => s.name === name);
  const place = ensemble.years.indexOf(year);
  if (series < 0 || place < 0) return undefined;
  return ensemble.central[series * ensemble.years.length + place];
}
