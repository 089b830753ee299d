import type { ComparisonChartData, ComparisonRow } from "../charts/comparison-chart.ts";
import type { Bilingual } from "../core/bilingual.ts";
import { quantiles } from "../core/quantiles.ts";
import { mainScenarioId } from "../inputs/main-scenario.ts";
import type { Indicator, Plan } from "../inputs/study.ts";
import { attainmentRule, targetDirection } from "../reachability/attainment.ts";
import { drawStatistics, whyNoStatistics } from "../reachability/draw-statistics.ts";
import { chartSource } from "./chart-source-words.ts";
import type { RunOutput, ScenarioOutput } from "./run-output.ts";
import { unitWords } from "./unit-words.ts";

/**
 * Prepare how each row differs between the scenarios of a run and one of them, draw by draw on the same random numbers.
 *
 * What is compared is the number that is held against the target. Scenarios of other draws, seed or sampling share no
 * random numbers with the reference and are left out, with a note; so are rows that observations have decided.
 *
 * @param referenceId - scenario to compare with; the first when it was not run.
 * @returns null when there is nothing to compare.
 */
export function comparisonChartData(
  { study, identity, results }: Pick<RunOutput, "study" | "identity" | "results">,
  referenceId = mainScenarioId,
): ComparisonChartData | null {
  const { plan } = study;
  const reference = results.find(({ scenario }) => scenario.id === referenceId) ?? results[0];
  const others = results.filter((result) => result !== reference);
  if (reference === undefined || others.length === 0) return null;
  const paired = others.filter((other) => isPaired(reference, other));
  const open = plan.indicators.filter(({ id }) => !isDecidedIn(reference, id));
  const rows = open.flatMap((indicator) => comparisonRow(indicator, plan, reference, paired));
  if (rows.length === 0 || paired.length === 0) return null;
  const unpaired = others.filter((other) => !paired.includes(other)).map(({ scenario }) => scenario.label);
  return {
    title: {
      zh: `${plan.label.zh}：各情景的差别`,
      en: `${plan.label.en}: how the scenarios differ`,
    },
    reference: reference.scenario.label,
    scenarios: paired.map(({ scenario: { id, label } }) => ({ id, label })),
    rows,
    notes: unpairedNote(unpaired),
    footer: {
      informationDate: identity.informationDate,
      runHash: identity.hash,
      source: chartSource(plan),
    },
  };
}

function isDecidedIn({ verdicts }: ScenarioOutput, id: string): boolean {
  return verdicts.verdicts.some(({ indicator, fact }) => indicator === id && fact !== null);
}

function isPaired({ scenario: { run } }: ScenarioOutput, { scenario: { run: other } }: ScenarioOutput): boolean {
  return run.draws === other.draws && run.seed === other.seed && run.sampling === other.sampling;
}

function comparisonRow(
  indicator: Indicator,
  plan: Plan,
  reference: ScenarioOutput,
  others: readonly ScenarioOutput[],
): ComparisonRow[] {
  const before = statisticsOf(indicator, plan, reference);
  if (before === null) return [];
  const differences = others.flatMap((other) => {
    const after = statisticsOf(indicator, plan, other);
    if (after === null) return [];
    const changes = before.map((value, draw) => {
      const change = after[draw]! - value;
      return Number.isFinite(change) ? change : Number.NaN;
    });
    const [lower, median, upper] = quantiles(changes, [0.1, 0.5, 0.9], reference.ensemble.weights);
    if (lower === undefined || median === undefined || upper === undefined || Number.isNaN(median)) return [];
    return [{ scenario: other.scenario.id, lower, median, upper }];
  });
  if (differences.length === 0) return [];
  const { target, label, display } = indicator;
  return [
    {
      label,
      unitLabel: display.percent ? { zh: "个百分点", en: "percentage points" } : unitWords(indicator),
      display,
      better: target === null ? 0 : targetDirection(target.comparison),
      differences,
    },
  ];
}

/** Statistic of a row on every draw; null when the row has no target or the run does not hold it. */
function statisticsOf(indicator: Indicator, plan: Plan, { scenario, ensemble }: ScenarioOutput): Float64Array | null {
  const { variable } = indicator;
  const rule = attainmentRule(indicator, plan.firstYear, scenario.readings);
  if (rule === null || variable === null || whyNoStatistics(ensemble, variable, rule.years) !== null) return null;
  return drawStatistics(ensemble, variable, rule).draws;
}

function unpairedNote(labels: readonly Bilingual[]): Bilingual[] {
  if (labels.length === 0) return [];
  return [
    {
      zh: `随机数设置不同、不能逐一相比而未画出的情景：${labels.map(({ zh }) => zh).join("、")}。`,
      en: `Not drawn, since they share no random numbers: ${labels.map(({ en }) => en).join(", ")}.`,
    },
  ];
}
