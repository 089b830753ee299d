import type { Bilingual } from "../core/bilingual.ts";
import type { Ensemble } from "../ensemble/ensemble.ts";
import { readingLabel } from "../inputs/readings.ts";
import type { Indicator, Observation, Plan, Scenario } from "../inputs/study.ts";
import { assessTarget } from "../reachability/assess-target.ts";
import { type AttainmentRule, attainmentRule } from "../reachability/attainment.ts";
import { drawStatistics } from "../reachability/draw-statistics.ts";
import { shortfallScale } from "../reachability/target-distance.ts";
import type { SoughtRow } from "./lever-problem.ts";

/** A row of the plan under one scenario that can be sought: modelled, and not decided yet. */
export interface RowOfPlan extends SoughtRow {
  readonly variable: string;
  readonly rule: AttainmentRule;
  readonly source: Indicator;
  /** Readings in force. */
  readonly reading: string;
}

/** A row to seek, or why there is nothing to seek. */
export type SoughtOrReason =
  | { readonly ok: true; readonly row: RowOfPlan }
  | { readonly ok: false; readonly reason: Bilingual };

/** What rows are judged by. */
export interface RowContext {
  readonly plan: Plan;
  readonly observations: readonly Observation[];
  readonly informationDate: string;
}

const noTarget: Bilingual = { zh: "这一行还没有目标。", en: "This row has no target yet." };

/**
 * Take a row of the plan as a target to seek under one scenario.
 *
 * @param ensemble - of the scenario, holding at least the row's variable.
 * @returns the row, or the reason why no probability can be sought: no target, decided by observations, not modelled.
 */
export function rowOfPlan(
  context: RowContext,
  scenario: Scenario,
  indicator: Indicator,
  ensemble: Ensemble,
): SoughtOrReason {
  const { plan } = context;
  const rule = attainmentRule(indicator, plan.firstYear, scenario.readings);
  if (rule === null) return { ok: false, reason: noTarget };
  const { verdict } = assessTarget({ ...context, scenario, ensemble }, indicator);
  if (verdict.probability === null || indicator.variable === null) {
    const { wording, reason } = verdict;
    const decided: Bilingual = { zh: `实际值已定：${wording.zh}。`, en: `Decided by observation: ${wording.en}.` };
    return { ok: false, reason: reason ?? decided };
  }
  const { draws } = drawStatistics(ensemble, indicator.variable, rule);
  const row: RowOfPlan = {
    indicator: indicator.id,
    scenario: scenario.id,
    comparison: rule.comparison,
    target: rule.target,
    scale: searchScale(indicator, rule, scenario, draws),
    variable: indicator.variable,
    rule,
    source: indicator,
    reading: readingLabel(indicator, scenario.readings),
  };
  return { ok: true, row };
}

/** The planned change; where none is planned the target; where that is 0 the spread of the draws. */
function searchScale(indicator: Indicator, rule: AttainmentRule, scenario: Scenario, draws: Float64Array): number {
  const planned = shortfallScale(indicator, rule, scenario.readings);
  if (planned !== null) return planned;
  const finite = draws.filter(Number.isFinite);
  const mean = finite.reduce((sum, x) => sum + x, 0) / Math.max(1, finite.length);
  const variance = finite.reduce((sum, x) => sum + (x - mean) * (x - mean), 0) / Math.max(1, finite.length);
  return variance > 0 ? Math.sqrt(variance) : 1;
}
