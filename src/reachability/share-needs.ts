import { quantiles } from "../core/quantiles.ts";
import { type Ensemble, seriesDraws } from "../ensemble/ensemble.ts";
import { seriesSummary, summaryProbabilities } from "../ensemble/series-summary.ts";
import type { Indicator } from "../inputs/study.ts";
import type { AttainmentRule } from "./attainment.ts";
import type { ShareAmount, ShareNeeds } from "./verdict.ts";

/**
 * Tell what the numerator and the denominator of a share each have to be in the target year.
 *
 * @returns null for rows that are no share of two modelled amounts, or whose target is 0; `total` is left null here.
 */
export function shareNeeds(indicator: Indicator, rule: AttainmentRule, ensemble: Ensemble): ShareNeeds | null {
  const { share } = indicator;
  const year = rule.years.at(-1);
  if (share === null || rule.statistic !== "end_year" || year === undefined || rule.target === 0) return null;
  const first = ensemble.years[0] as number;
  const amount = (variable: string, needed: number | null): ShareAmount | null => {
    const median = medianIn(ensemble, variable, year, (x) => x);
    const unit = ensemble.series.find(({ name }) => name === variable)?.unit ?? "";
    if (median === null || needed === null) return null;
    return { variable, unit, before: medianIn(ensemble, variable, first, (x) => x), median, needed };
  };
  const neededParts = medianIn(ensemble, share.denominator, year, (whole) => whole * rule.target);
  const neededWholes = medianIn(ensemble, share.numerator, year, (part) => part / rule.target);
  const numerator = amount(share.numerator, neededParts);
  const denominator = amount(share.denominator, neededWholes);
  return numerator && denominator ? { year, numerator, denominator, total: null } : null;
}

/**
 * Median of what becomes of a series in one year; from the summary where there is one.
 *
 * @param change - linear, so that the median of the changed draws is the changed median.
 */
function medianIn(ensemble: Ensemble, name: string, year: number, change: (x: number) => number): number | null {
  const { summary, weights } = ensemble;
  if (summary && !weights) {
    const median = seriesSummary(ensemble, name, year)?.quantiles[summaryProbabilities.indexOf(0.5)] ?? Number.NaN;
    return Number.isNaN(median) ? null : change(median);
  }
  const draws = seriesDraws(ensemble, name, year);
  const median = draws === undefined ? null : medianOf(draws, weights);
  return median === null ? null : change(median);
}

/** Median of the finite values; null when there is none, or none has weight. */
function medianOf(values: Float64Array, weights: Float64Array | undefined): number | null {
  const finite = values.filter(Number.isFinite);
  const kept = weights?.filter((_, draw) => Number.isFinite(values[draw]));
  if (finite.length === 0 || kept?.every((weight) => weight === 0)) return null;
  return quantiles(finite, [0.5], kept)[0] ?? null;
}
