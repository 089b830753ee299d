import type { ChartTarget, ChartVerdict } from "../charts/chart-data.ts";
import type { Indicator, Plan } from "../inputs/study.ts";
import type { Verdict } from "../reachability/verdict.ts";
import { chanceWording } from "../reachability/wording.ts";

/** Find the target that a verdict judged, as a chart draws it; null when there is none yet. */
export function chartTarget(verdict: Verdict, indicator: Indicator, plan: Plan): ChartTarget | null {
  const { kind, comparison, target, targetYear } = verdict;
  if (kind === null || comparison === null || target === null || targetYear === null || indicator.target === null) {
    return null;
  }
  const firstYear = Math.min(plan.firstYear, targetYear);
  return { kind, rule: indicator.target.rule, comparison, value: target, firstYear, year: targetYear };
}

/** Put a verdict into the words that a chart prints: its class, and the chance where there is one. */
export function chartVerdict({ class: verdictClass, wording, probability }: Verdict): ChartVerdict {
  if (probability === null) return { class: verdictClass, wording, chance: null };
  const { zh, en } = chanceWording(probability);
  return { class: verdictClass, wording, chance: { zh: `综合测算，${zh}`, en: `overall estimate: chance ${en}` } };
}
