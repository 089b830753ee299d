import type { Indicator, Observation, Plan } from "../inputs/study.ts";
import { attainmentRule } from "../reachability/attainment.ts";
import { observedEvidence } from "../reachability/observed-evidence.ts";

/** A value of a row at a date: a level, the sum of the plan's years so far, or their mean growth. */
export interface MeasuredValue {
  /** In the row's unit. */
  readonly value: number;
  /** ISO date that the figure speaks of. */
  readonly date: string;
}

/**
 * Find the latest whole year up to which a row has been observed, and what was reached by then.
 *
 * Only figures count that decide a verdict too: reported, of the plan's place and definition, and no inequalities. A sum
 * or a mean growth needs every year of the plan so far.
 *
 * @param informationDate - ISO; nothing later is known.
 * @returns null when nothing after the baseline has been observed.
 */
export function latestMeasured(
  indicator: Indicator,
  plan: Pick<Plan, "firstYear" | "observedAs">,
  observations: readonly Observation[],
  informationDate: string,
): MeasuredValue | null {
  const rule = attainmentRule(indicator, plan.firstYear, {});
  if (rule === null || indicator.target === null) return null;
  const isOneYear = rule.statistic === "end_year";
  const first = isOneYear ? indicator.baseline.year + 1 : plan.firstYear;
  for (let year = indicator.target.year; year >= first; year--) {
    const years = isOneYear ? [year] : rule.years.filter((one) => one <= year);
    const evidence = observedEvidence(indicator, { ...rule, years }, plan, observations, informationDate);
    if (evidence.kind === "observed" && evidence.lower === evidence.upper) {
      return { value: evidence.lower, date: `${year}-12-31` };
    }
  }
  return null;
}
