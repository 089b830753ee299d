import type { Ensemble } from "../ensemble/ensemble.ts";
import { type AttainmentRule, markMet, targetDirection } from "./attainment.ts";
import { outcomeDraws } from "./draw-statistics.ts";
import { markedShare } from "./draw-weights.ts";
import type { Verdict } from "./verdict.ts";

/**
 * Find when a target is first met, draw by draw, from the first plan year to the end of the simulation.
 *
 * A draw that meets it only for a while counts from its first year on, so the share of a year may exceed the
 * probability of the target there. Draws that have not met it by the last simulated year are censored.
 *
 * @param firstYear - first year of the plan, where running totals start.
 * @returns the median year, null when fewer than half the draws get there, and the share of draws by each year;
 * null for kinds that have no such year: ceilings, rows to maintain, mean growths, and totals that are to stay low.
 */
export function firstYearMet(
  ensemble: Ensemble,
  variable: string,
  rule: AttainmentRule,
  firstYear: number,
): Verdict["firstYearMet"] {
  const isTotal = rule.kind === "cumulative";
  if (isTotal ? targetDirection(rule.comparison) === -1 : rule.statistic !== "end_year") return null;
  if (rule.kind === "ceiling" || rule.kind === "maintain") return null;
  const hit = new Uint8Array(ensemble.draws);
  const totals = new Float64Array(ensemble.draws);
  const by: Record<string, number> = {};
  let median: number | null = null;
  for (const year of ensemble.years.filter((y) => y >= firstYear)) {
    const values = outcomeDraws(ensemble, variable, year);
    if (isTotal) for (let draw = 0; draw < totals.length; draw++) totals[draw] += values[draw];
    markMet(hit, isTotal ? totals : values, rule);
    const share = markedShare(hit, ensemble.weights);
    by[year] = share;
    if (median === null && share >= 0.5) median = year;
  }
  return { median, by };
}
