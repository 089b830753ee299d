import type { Ensemble } from "../ensemble/ensemble.ts";
import { type AttainmentRule, attainmentStatistic, targetDirection } from "./attainment.ts";
import { drawStatistics, metDraws, outcomeDraws } from "./draw-statistics.ts";

/** A value of one year beyond which a target is all but lost. */
export interface TripWire {
  readonly year: number;
  /** In the row's unit: the year's value, the sum so far or the mean growth so far; null when there is no such value. */
  readonly value: number | null;
  /** Whether values below it are the bad ones, or those above it. */
  readonly side: "below" | "above";
  /** Share of the draws beyond it that still meet the target; null without a value. */
  readonly probability: number | null;
  /** Share of the draws that are beyond it. */
  readonly share: number;
  /** Why there is no value: too few draws are ever as bad as that, or the target is all but lost whatever the year brings. */
  readonly status: "found" | "never" | "lost_anyway";
}

/** What a trip-wire must hold to. */
export interface TripWireOptions {
  /** Largest share of the draws beyond the wire that still meet the target; default 0.1. */
  readonly stillMet?: number;
  /** Fewest draws beyond the wire, by their effective number; default 100. */
  readonly draws?: number;
}

/**
 * Find, year by year, the value beyond which a target is lost with at least the wanted chance: a trip-wire.
 *
 * It is conditional on the draws: the widest threshold c such that, of the draws with x_t below c (above it for targets
 * from above), no more than a tenth meet the target. Draws that are not finite in that year are left out. For ceilings
 * and rows to maintain the worst value so far is held against the wire; for sums and mean growths what was reached so
 * far.
 *
 * @param years - in which to look, from the first year of the rule on, ascending.
 * @throws RangeError when the ensemble lacks the series or one of the years.
 */
export function tripWires(
  ensemble: Ensemble,
  variable: string,
  rule: AttainmentRule,
  years: readonly number[],
  options: TripWireOptions = {},
): readonly TripWire[] {
  const { stillMet = 0.1, draws: fewest = 100 } = options;
  const met = metDraws(drawStatistics(ensemble, variable, rule).draws, rule);
  return years.map((year) => {
    const values = valuesSoFar(ensemble, variable, rule, year);
    return tripWire(year, values, met, { stillMet, fewest, rule, weights: ensemble.weights });
  });
}

interface Search {
  readonly stillMet: number;
  readonly fewest: number;
  readonly rule: AttainmentRule;
  readonly weights: Float64Array | undefined;
}

/** The statistic as it stands in a year: of the year alone for end-year targets, of all years up to it for the others. */
function valuesSoFar(ensemble: Ensemble, variable: string, rule: AttainmentRule, year: number): Float64Array {
  if (rule.statistic === "end_year") return outcomeDraws(ensemble, variable, year);
  const soFar = rule.years.filter((one) => one <= year).map((one) => outcomeDraws(ensemble, variable, one));
  const path = new Float64Array(soFar.length);
  return Float64Array.from({ length: ensemble.draws }, (_, draw) => {
    for (const [i, values] of soFar.entries()) path[i] = values[draw];
    return attainmentStatistic(path, rule);
  });
}

/** Walk from the worst draw to the best, and keep the last place at which few enough of those behind meet the target. */
function tripWire(year: number, values: Float64Array, met: Uint8Array, search: Search): TripWire {
  const { stillMet, fewest, rule, weights } = search;
  const direction = targetDirection(rule.comparison);
  const side = direction === 1 ? "below" : "above";
  const order = [...values.keys()].filter((draw) => Number.isFinite(values[draw]));
  order.sort((a, b) => direction * (values[a] - values[b]) || a - b);
  const weightOf = (draw: number) => weights?.[draw] ?? 1;
  const all = order.reduce((sum, draw) => sum + weightOf(draw), 0);
  let [total, squares, hits] = [0, 0, 0];
  let found: Pick<TripWire, "value" | "probability" | "share"> | null = null;
  for (const [place, draw] of order.entries()) {
    const weight = weightOf(draw);
    total += weight;
    squares += weight * weight;
    if (met[draw] === 1) hits += weight;
    const next = order[place + 1];
    const isBorder = next === undefined || values[next] !== values[draw];
    if (!isBorder || (total * total) / squares < fewest || hits / total > stillMet) continue;
    found = { value: next === undefined ? null : values[next], probability: hits / total, share: total / all };
  }
  if (found === null) return { year, side, value: null, probability: null, share: 0, status: "never" };
  return { year, side, ...found, status: found.value === null ? "lost_anyway" : "found" };
}
