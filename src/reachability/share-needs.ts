import { quantiles } from "../core/quantiles.ts";
import { type Ensemble, seriesDraws } from "../ensemble/ensemble.ts";
import type { Indicator } from "../inputs/study.ts";
import type { AttainmentRule } from "./attainment.ts";

/** One of the two amounts of a share in the target year. */
export interface ShareAmount {
  readonly variable: string;
  /** Unit of the variable as the model writes it. */
  readonly unit: string;
  /** Median in the year before the plan; null where the ensemble does not hold it. */
  readonly before: number | null;
  /** Median in the target year. */
  readonly median: number;
  /** Median of what it would have to be on each draw if the other amount comes out as it does. */
  readonly needed: number;
}

/**
 * What a share asks of its two amounts: so large a numerator with the denominator as simulated, or a denominator so
 * small (so large, for a share that must stay low) with the numerator as simulated.
 */
export interface ShareNeeds {
  readonly year: number;
  readonly numerator: ShareAmount;
  readonly denominator: ShareAmount;
  /** How the share goes with a target of the plan for its denominator; null where the plan has none, or no draw parts them. */
  readonly total: {
    readonly indicator: string;
    /** Chance of the share where the total's own target is met, and where it is missed; null where no draw is so. */
    readonly whenMet: number | null;
    readonly whenMissed: number | null;
  } | null;
}

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
