import { comparisonSign, formatFigure } from "../charts/format-figure.ts";
import type { Language } from "../core/bilingual.ts";
import type { Indicator, Plan } from "../inputs/study.ts";
import type { Verdict } from "../reachability/verdict.ts";
import { unitWords } from "../report/unit-words.ts";
import { sayIn } from "./messages.ts";

/** Write what a row asks for, with its unit: ≥ 25 万人, < 4.5%; a dash stands for a target that is not set yet. */
export function targetText({ comparison, target }: Verdict, indicator: Indicator, language: Language): string {
  const isSet = comparison !== null && target !== null;
  const condition = isSet ? `${comparisonSign(comparison)} ${formatFigure(target, indicator.display, language)}` : "–";
  if (indicator.display.percent) return condition;
  const unit = unitWords(indicator)[language];
  return language === "zh" ? `${condition} ${unit}` : `${condition} (${unit})`;
}

/** Write the middle of the simulated values, or the observed one where it decides the row. */
export function middleText({ quantiles, fact }: Verdict, { display }: Indicator, language: Language): string {
  const value = fact?.value ?? quantiles?.["0.5"];
  if (value === undefined) return "–";
  const bound = fact?.bound === undefined ? "" : fact.bound === "at_least" ? "≥ " : "≤ ";
  return `${bound}${formatFigure(value, display, language)}`;
}

/** Say which number of a path is held against the target: the target year's, a sum, the worst year, a mean. */
export function statisticText(verdict: Verdict, plan: Plan, language: Language): string {
  const say = sayIn(language);
  const year = verdict.targetYear ?? plan.lastYear;
  const span = { from: Math.min(plan.firstYear, year), to: year };
  const observed = verdict.fact === null ? "" : `${say("observedValue")} `;
  switch (verdict.statistic) {
    case "sum":
      return observed + say("sumOf", span);
    case "worst_year":
      return observed + say("worstOf", span);
    case "period_mean":
    case "geometric_mean":
      return observed + say("meanOf", span);
    case "end_year":
      return observed + say("targetYear", { year });
    case null:
      return observed.trimEnd();
  }
}

/** Whole percent of a probability; what rounds to certainty without being it is written as a bound. */
export function percentText(probability: number): string {
  return `${wholePercent(probability)}%`;
}

/** The same without the sign, for tables whose title says percent. */
export function wholePercent(probability: number): string {
  const percent = Math.round(probability * 100);
  if (percent === 0) return "<1";
  return percent === 100 ? ">99" : String(percent);
}

/** Probability of a verdict, with ± two standard errors where they reach into the next class. */
export function chanceText({ probability, alternativeClass, standardError }: Verdict): string {
  if (probability === null) return "–";
  if (alternativeClass === null || standardError === null) return percentText(probability);
  const margin = Math.max(1, Math.ceil(standardError * 200));
  return `${wholePercent(probability)} ±${margin}%`;
}

/** Whether a row has a probability or is decided by observations. */
export function isAssessed({ probability, fact }: Verdict): boolean {
  return probability !== null || fact !== null;
}

/** Whether a row has figures to show: a verdict, or the outlook of a row whose target is not set yet. */
export function hasFigures(verdict: Verdict): boolean {
  return isAssessed(verdict) || verdict.quantiles !== null;
}
