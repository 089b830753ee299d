import type { Bilingual } from "../core/bilingual.ts";
import type { Plan } from "../inputs/study.ts";
import { isPast } from "../reachability/standing.ts";
import type { EvaluationKind } from "./evaluation.ts";

/** What an evaluation at a date is, and which year's figures it is about. */
export interface DatedEvaluation {
  readonly kind: EvaluationKind;
  /** Last year of the plan that was over, or the first year when none was. */
  readonly year: number;
  readonly title: Bilingual;
}

/**
 * Tell what an evaluation at a date is.
 *
 * Once the plan is over it is the final one. In the middle year of the plan, and in the half-year after it, in which
 * that year's figures come out, it is the mid-term one; at any other time it is an annual one.
 *
 * @param date - ISO, not before the end of the base year.
 * @throws RangeError when it is.
 */
export function evaluationKind(plan: Pick<Plan, "baseYear" | "firstYear" | "lastYear">, date: string): DatedEvaluation {
  const { baseYear, firstYear, lastYear } = plan;
  if (!isPast(baseYear, date)) {
    throw new RangeError(`evaluationKind: date must not be before the end of ${baseYear}; got ${date}`);
  }
  const year = Math.max(firstYear, Math.min(lastYear, lastEndedYear(date)));
  const middle = Math.floor((firstYear + lastYear) / 2);
  const isMiddle = date >= `${middle}-01-01` && date <= `${middle + 1}-06-30`;
  if (isPast(lastYear, date)) {
    return { kind: "final", year, title: { zh: "总结评估", en: "Final evaluation" } };
  }
  if (isMiddle) {
    return { kind: "mid_term", year, title: { zh: "中期评估", en: "Mid-term evaluation" } };
  }
  return { kind: "annual", year, title: { zh: `${year}年度评估`, en: `Annual evaluation ${year}` } };
}

function lastEndedYear(date: string): number {
  const year = Number(date.slice(0, 4));
  return date.endsWith("-12-31") ? year : year - 1;
}
