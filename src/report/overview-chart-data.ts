import type { OverviewCell, OverviewChartData, OverviewRow } from "../charts/chart-data.ts";
import { targetWords } from "../charts/chart-words.ts";
import type { Bilingual } from "../core/bilingual.ts";
import type { Indicator, Plan } from "../inputs/study.ts";
import { areScenariosDecided } from "../reachability/decided.ts";
import type { RunIdentity, ScenarioVerdicts, Verdict } from "../reachability/verdict.ts";
import { chanceWording } from "../reachability/wording.ts";
import { chartSource } from "./chart-source-words.ts";
import { chartTarget } from "./chart-target.ts";
import { unitWords } from "./unit-words.ts";

/**
 * Prepare the overview of all targets under all scenarios, rows in the plan's order, columns in the order given.
 *
 * A target whose reading differs between scenarios is written as the first scenario has it.
 */
export function overviewChartData(
  scenarios: readonly ScenarioVerdicts[],
  plan: Plan,
  runIdentity: RunIdentity,
): OverviewChartData {
  return {
    title: overviewTitle(scenarios, plan),
    heading: commonHeading(scenarios),
    rows: plan.indicators.map((indicator) => overviewRow(indicator, scenarios, plan)),
    scenarios: scenarios.map(({ scenario, label }) => ({ id: scenario, label })),
    cells: scenarios.flatMap(({ verdicts }) => verdicts.map(overviewCell)),
    probabilityClasses: plan.assessment.probabilityClasses,
    note: null,
    footer: {
      informationDate: runIdentity.informationDate,
      runHash: runIdentity.hash,
      source: overviewSource(scenarios, plan),
    },
  };
}

function overviewTitle(scenarios: readonly ScenarioVerdicts[], { label }: Plan): Bilingual {
  return areScenariosDecided(scenarios)
    ? { zh: `${label.zh}：各项目标完成情况`, en: `${label.en}: what each target came to` }
    : { zh: `${label.zh}：各项目标完成把握`, en: `${label.en}: chance of meeting each target` };
}

function overviewSource(scenarios: readonly ScenarioVerdicts[], plan: Plan): Bilingual {
  const isObserved = scenarios.some(({ verdicts }) => verdicts.some(({ fact }) => fact !== null));
  return chartSource(plan, { isObserved, isEstimated: !areScenariosDecided(scenarios) });
}

/** The heading that all estimates share; facts and rows that cannot be assessed have none. */
function commonHeading(scenarios: readonly ScenarioVerdicts[]): Bilingual | null {
  const headings = scenarios
    .flatMap(({ verdicts }) => verdicts)
    .flatMap(({ probability, heading }) => (probability === null || heading === null ? [] : [heading]));
  const [first] = headings;
  return first && headings.every(({ zh }) => zh === first.zh) ? first : null;
}

function overviewRow(indicator: Indicator, scenarios: readonly ScenarioVerdicts[], plan: Plan): OverviewRow {
  const { id, row, label, attribute } = indicator;
  const verdict = scenarios[0]?.verdicts.find((each) => each.indicator === id);
  return {
    indicator: id,
    row,
    label,
    attribute,
    target: verdict === undefined ? null : rowTarget(verdict, indicator, plan),
  };
}

function rowTarget(verdict: Verdict, indicator: Indicator, plan: Plan): Bilingual | null {
  const target = chartTarget(verdict, indicator, plan);
  if (target === null) return null;
  const { zh, en } = indicator.display.percent ? { zh: "", en: "" } : unitWords(indicator);
  return {
    zh: targetWords(target, indicator.display, "zh", zh),
    en: targetWords(target, indicator.display, "en", en),
  };
}

function overviewCell(verdict: Verdict): OverviewCell {
  const { indicator, scenario, class: verdictClass, alternativeClass, probability } = verdict;
  const chance = probability === null ? null : chanceInCell(probability);
  return { indicator, scenario, class: verdictClass, alternativeClass, chance };
}

/** Say a probability as shortly as a cell asks, on the scale of {@link chanceWording}. */
function chanceInCell(probability: number): Bilingual {
  const zh = chanceWording(probability).zh.replace(/^完成把握/, "");
  if (probability >= 0.9) return { zh, en: "≥ 9 in 10" };
  return { zh, en: probability < 0.1 ? "< 1 in 10" : `${Math.round(probability * 10)} in 10` };
}
