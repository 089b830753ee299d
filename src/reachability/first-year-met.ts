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
  const shares: [year: number, share: number][] = [];
  const isTold = eachYearMet(ensemble, variable, rule, firstYear, (year, hit) => {
    shares.push([year, markedShare(hit, ensemble.weights)]);
  });
  return isTold ? firstYearOf(shares) : null;
}

/** The median year and the shares by year, from the share of the draws that have met a target by each year. */
export function firstYearOf(shares: readonly (readonly [year: number, share: number])[]): Verdict["firstYearMet"] {
  const median = shares.find(([, share]) => share >= 0.5)?.[0] ?? null;
  return { median, by: Object.fromEntries(shares) };
}

/**
 * Visit the years of a simulation with the draws that have met a target by then; see {@link firstYearMet}.
 *
 * @param visit - told the year and the marks of the draws, which the next year changes.
 * @returns false, without a visit, for kinds that have no such year.
 */
export function eachYearMet(
  ensemble: Ensemble,
  variable: string,
  rule: AttainmentRule,
  firstYear: number,
  visit: (year: number, hit: Uint8Array) => void,
): boolean {
  const isTotal = rule.kind === "cumulative";
  if (isTotal ? targetDirection(rule.comparison) === -1 : rule.statistic !== "end_year") return false;
  if (rule.kind === "ceiling" || rule.kind === "maintain") return false;
  const hit = new Uint8Array(ensemble.draws);
  const totals = new Float64Array(ensemble.draws);
  for (const year of ensemble.years.filter((y) => y >= firstYear)) {
    const values = outcomeDraws(ensemble, variable, year);
    if (isTotal) for (let draw = 0; draw < totals.length; draw++) totals[draw] += values[draw] as number;
    markMet(hit, isTotal ? totals : values, rule);
    visit(year, hit);
  }
  return true;
}
