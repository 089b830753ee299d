import type { Bilingual } from "../core/bilingual.ts";
import { baselineFigure } from "../inputs/readings.ts";
import type { Indicator, Scenario, Study } from "../inputs/study.ts";
import { compareConventions } from "../progress/compare-conventions.ts";
import { latestMeasured } from "../progress/measured-value.ts";
import { tierWording } from "../progress/pace-tier.ts";
import { noAlert, rowAlert } from "../progress/row-alert.ts";
import { attainmentRule } from "../reachability/attainment.ts";
import { observedEvidence } from "../reachability/observed-evidence.ts";
import { unitWords } from "../report/unit-words.ts";
import type { MeasuredData, RowData, ScenarioData } from "./report-data.ts";

/** What a row is told with besides its own lines in the plan. */
export interface RowContext {
  readonly scenario: Scenario;
  /** All scenarios of the run. */
  readonly scenarios: readonly ScenarioData[];
  /** The scenario as the report tells it. */
  readonly main: ScenarioData;
  readonly informationDate: string;
  readonly drivers: Bilingual | null;
  readonly measures: readonly Bilingual[];
}

/** Collect what a report says of one row of the plan. */
export function rowData(study: Study, indicator: Indicator, context: RowContext): RowData {
  const { id, row, label, unitText, display, attribute, place, printed, baseline, target } = indicator;
  const { scenario, scenarios, main, drivers, measures } = context;
  const verdict = main.verdicts[id];
  const progress = progressOf(study, indicator, context);
  const probability = verdict?.probability ?? null;
  const isDecided = verdict?.fact != null;
  const { level, wording } = isDecided
    ? noAlert
    : rowAlert(attribute, progress.tierCode, probability, study.plan.assessment);
  return {
    id,
    row,
    label,
    unitText,
    display,
    attribute,
    place,
    printed,
    unit: unitOf(indicator),
    unitFactor: display.percent ? 100 : 10 ** indicator.unit.scale,
    baseline: verdict?.baseline ?? baselineFigure(indicator, scenario.readings),
    baselineYear: baseline.year,
    baselinePeriod: baseline.period,
    baselineFrom: baseline.from,
    targetKind: target?.kind ?? null,
    measured: progress.measured,
    alert: { level, wording },
    // A fact hangs on no assumption.
    drivers: isDecided ? null : drivers,
    measures,
    hurts: hurtsOf(study, id, main),
    best: bestOf(id, scenarios),
  };
}

/** The Chinese unit counts in ten thousands as the plan does; English writes the numbers out. */
function unitOf(indicator: Indicator): Bilingual {
  if (indicator.display.percent) return { zh: "%", en: "%" };
  const { unit, unitText, display } = indicator;
  return { zh: unitText, en: unitWords({ unit: { ...unit, scale: 0 }, unitText, display }).en };
}

function progressOf(study: Study, indicator: Indicator, { scenario, informationDate }: RowContext) {
  const { plan, observations } = study;
  const latest = latestMeasured(indicator, plan, observations, informationDate);
  if (latest === null) return { measured: null, tierCode: null };
  const comparison = compareConventions(indicator, plan, latest, scenario.readings);
  const tierCode = comparison?.tier ?? null;
  const year = Number(latest.date.slice(0, 4));
  const measured: MeasuredData = {
    value: latest.value,
    year,
    elapsedShare: comparison?.elapsedShare ?? null,
    tier: tierCode === null ? null : tierWording(tierCode),
    sources: sourcesOf(study, indicator, scenario, informationDate, year),
  };
  return { measured, tierCode };
}

/** The sources of the observations that a measured value was made from. */
function sourcesOf(
  { plan, observations }: Study,
  indicator: Indicator,
  { readings }: Scenario,
  date: string,
  year: number,
): readonly string[] {
  const rule = attainmentRule(indicator, plan.firstYear, readings);
  if (rule === null) return [];
  const years = rule.statistic === "end_year" ? [year] : rule.years.filter((one) => one <= year);
  const evidence = observedEvidence(indicator, { ...rule, years }, plan, observations, date);
  return evidence.kind === "observed" ? evidence.sources : [];
}

/** Rows that are met less often where this one is met, three at most. */
function hurtsOf({ plan }: Study, id: string, scenario: ScenarioData): Bilingual[] {
  const pairs = scenario.pairs.filter(({ first, second, excess }) => excess < 0 && [first, second].includes(id));
  return pairs.slice(0, 3).flatMap(({ first, second }) => {
    const other = plan.indicators.find((row) => row.id === (first === id ? second : first));
    return other === undefined ? [] : [other.label];
  });
}

/** The scenario under which the row has the best chance. */
function bestOf(id: string, scenarios: readonly ScenarioData[]): RowData["best"] {
  const known = scenarios.flatMap(({ id: scenario, verdicts }) => {
    const probability = verdicts[id]?.probability ?? null;
    return probability === null ? [] : [{ scenario, probability }];
  });
  const [first, ...others] = known;
  return first === undefined ? null : others.reduce((a, b) => (b.probability > a.probability ? b : a), first);
}
