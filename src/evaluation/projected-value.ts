import { quantiles } from "../core/quantiles.ts";
import { type Ensemble, seriesDraws } from "../ensemble/ensemble.ts";
import type { AttainmentRule } from "../reachability/attainment.ts";
import { drawStatistics, whyNoStatistics } from "../reachability/draw-statistics.ts";
import type { ProjectedValue } from "./evaluation.ts";

/** Median and 80 % interval of the statistic that decides a row; null when the ensemble does not have it. */
export function projectedStatistic(
  ensemble: Ensemble,
  variable: string | null,
  rule: AttainmentRule,
): ProjectedValue | null {
  if (variable === null || whyNoStatistics(ensemble, variable, rule.years) !== null) return null;
  return summarise(drawStatistics(ensemble, variable, rule).draws, ensemble.weights);
}

/** Median and 80 % interval of a variable in one year; null when it is blank there. */
export function projectedYear(ensemble: Ensemble, variable: string | null, year: number): ProjectedValue | null {
  const draws = variable === null ? undefined : seriesDraws(ensemble, variable, year);
  return draws === undefined ? null : summarise(draws, ensemble.weights);
}

function summarise(values: Float64Array, weights: Float64Array | undefined): ProjectedValue | null {
  const [lower, median, upper] = finiteQuantiles(values, [0.1, 0.5, 0.9], weights);
  if (lower === undefined || median === undefined || upper === undefined) return null;
  return { median, lower, upper };
}

/** Quantiles of the values that are finite and have weight; empty when none does. */
export function finiteQuantiles(
  values: Float64Array,
  probabilities: readonly number[],
  weights: Float64Array | undefined,
): number[] {
  const isKept = (draw: number) => Number.isFinite(values[draw]) && weights?.[draw] !== 0;
  const kept = values.filter((_, draw) => isKept(draw));
  if (kept.length === 0) return [];
  return quantiles(
    kept,
    probabilities,
    weights?.filter((_, draw) => isKept(draw)),
  );
}
