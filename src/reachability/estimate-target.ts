import { countNonFinite, finiteValues } from "../core/finite-values.ts";
import { quantiles } from "../core/quantiles.ts";
import type { Ensemble } from "../ensemble/ensemble.ts";
import { seriesSummary, summaryProbabilities } from "../ensemble/series-summary.ts";
import { type AttainmentRule, shortfall } from "./attainment.ts";
import { drawStatistics, metDraws, outcomeDraws } from "./draw-statistics.ts";
import { finiteMean } from "./draw-weights.ts";
import { firstYearMet } from "./first-year-met.ts";
import type { Verdict } from "./verdict.ts";

/** What the draws say of one target. */
export interface TargetEstimate extends Pick<Verdict, "expectedShortfall" | "firstYearMet" | "nonFiniteRuns"> {
  /** 1 a draw that meets the target, 0 one that misses it or is not finite. */
  readonly marks: Uint8Array;
  /** Statistic of the central run, in the row's unit. */
  readonly central: number;
  /** Quantiles of the statistic. */
  readonly quantiles: Verdict["quantiles"];
}

/** Probabilities at which the statistic's quantiles are reported. */
const verdictProbabilities = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95] as const;

/**
 * Hold the draws of an outcome against a target.
 *
 * @param firstYear - first year of the plan.
 * @throws RangeError when the ensemble lacks the series or one of the years.
 */
export function estimateTarget(
  ensemble: Ensemble,
  variable: string,
  rule: AttainmentRule,
  firstYear: number,
): TargetEstimate {
  const { weights } = ensemble;
  const { draws, central } = drawStatistics(ensemble, variable, rule);
  const shortfalls = draws.map((x) => shortfall(x, rule.comparison, rule.target));
  return {
    marks: metDraws(draws, rule),
    central,
    quantiles: finiteQuantiles(draws, weights),
    expectedShortfall: finiteMean(shortfalls, weights),
    firstYearMet: firstYearMet(ensemble, variable, rule, firstYear),
    nonFiniteRuns: countNonFinite(draws),
  };
}

/** Quantiles of an outcome in one year, and the draws that have none: from the draws, or the summary without them. */
export function describeOutcome(
  ensemble: Ensemble,
  variable: string,
  year: number,
): Pick<Verdict, "quantiles" | "nonFiniteRuns"> {
  if (ensemble.values !== null) {
    const values = outcomeDraws(ensemble, variable, year);
    return { quantiles: finiteQuantiles(values, ensemble.weights), nonFiniteRuns: countNonFinite(values) };
  }
  const summary = seriesSummary(ensemble, variable, year);
  const finite = summary?.finite ?? 0;
  const at = (p: number) => summary?.quantiles[summaryProbabilities.indexOf(p)] ?? Number.NaN;
  return { quantiles: finite > 0 ? namedQuantiles(at) : null, nonFiniteRuns: ensemble.draws - finite };
}

/** The quantiles of a verdict by their names. */
export function namedQuantiles(quantileAt: (probability: number) => number): Record<string, number> {
  return Object.fromEntries(verdictProbabilities.map((p) => [String(p), quantileAt(p)]));
}

/** Quantiles of the values that are finite; null when none is, or none has weight. */
function finiteQuantiles(values: Float64Array, weights: Float64Array | undefined): Verdict["quantiles"] {
  const finite = finiteValues(values);
  const kept = weights?.filter((_, draw) => Number.isFinite(values[draw]));
  if (finite.length === 0 || kept?.every((weight) => weight === 0)) return null;
  const found = quantiles(finite, verdictProbabilities, kept);
  return Object.fromEntries(verdictProbabilities.map((p, i) => [String(p), found[i]]));
}
