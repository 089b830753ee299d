import { quantiles } from "../core/quantiles.ts";
import { type Ensemble, seriesDraws } from "../ensemble/ensemble.ts";
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
  const parts = seriesDraws(ensemble, share.numerator, year);
  const wholes = seriesDraws(ensemble, share.denominator, year);
  if (parts === undefined || wholes === undefined) return null;
  const neededParts = wholes.map((whole) => whole * rule.target);
  const neededWholes = parts.map((part) => part / rule.target);
  const first = ensemble.years[0] as number;
  const amount = (variable: string, draws: Float64Array, needed: Float64Array): ShareAmount | null => {
    const median = medianOf(draws, ensemble.weights);
    const wanted = medianOf(needed, ensemble.weights);
    const before = seriesDraws(ensemble, variable, first);
    const unit = ensemble.series.find(({ name }) => name === variable)?.unit ?? "";
    if (median === null || wanted === null) return null;
    return { variable, unit, before: before ? medianOf(before, ensemble.weights) : null, median, needed: wanted };
  };
  const numerator = amount(share.numerator, parts, neededParts);
  const denominator = amount(share.denominator, wholes, neededWholes);
  return numerator && denominator ? { year, numerator, denominator, total: null } : null;
}

/** Median of the finite values; null when there is none, or none has weight. */
function medianOf(values: Float64Array, weights: Float64Array | undefined): number | null {
  const finite = values.filter(Number.isFinite);
  const kept = weights?.filter((_, draw) => Number.isFinite(values[draw]));
  if (finite.length === 0 || kept?.every((weight) => weight === 0)) return null;
  return quantiles(finite, [0.5], kept)[0] ?? null;
}
