import type { ConsistencyReport } from "../consistency/consistency-report.ts";
import type { Bilingual } from "../core/bilingual.ts";
import type { Ensemble } from "../ensemble/ensemble.ts";
import type { Evaluation } from "../evaluation/evaluation.ts";
import { evaluationKind } from "../evaluation/evaluation-kind.ts";
import { driversSentence } from "../exploration/drivers.ts";
import { verdictDrivers } from "../exploration/verdict-drivers.ts";
import type { Assumption, Scenario, Study, Table } from "../inputs/study.ts";
import { assessScenario } from "../reachability/assess-scenario.ts";
import { isPast } from "../reachability/standing.ts";
import { countBases } from "../report/basis-counts.ts";
import { mainResult } from "../report/main-result.ts";
import type { RunOutput, ScenarioOutput } from "../report/run-output.ts";
import { unitWords } from "../report/unit-words.ts";
import { helpfulLevers } from "./helpful-levers.ts";
import type { ParameterData, ReportData, ReportKind, RowData, ScenarioData } from "./report-data.ts";
import { rowData } from "./row-data.ts";
import { scenarioData } from "./scenario-data.ts";

/** Coverage of the interval of simulated values that is told. */
const interval = 0.8;

/** What an evaluation adds to a report. */
export interface ReportEvaluation {
  readonly evaluation: Evaluation;
  /** The scenario that was evaluated, as it is known at the date. */
  readonly scenario: Scenario;
  /** Its draws after what was observed. */
  readonly updated: Ensemble;
}

/**
 * Collect everything that a report says from a run, and from holding the plan against itself.
 *
 * The report tells the scenario `baseline` row by row, or the first when there is none of that name. What each lever
 * moves is measured anew with few draws: enough for a direction and a rank, which is all that is said of it.
 *
 * @param evaluated - what observations make of that scenario; without it the rows are told as simulated from the start.
 * @throws RangeError when the run has no scenario, or the evaluation is of another one.
 */
export function collectReportData(
  run: Pick<RunOutput, "study" | "model" | "identity" | "results">,
  consistency: Pick<ConsistencyReport, "findings">,
  evaluated: ReportEvaluation | null = null,
): ReportData {
  const { study, identity, results } = run;
  const { plan } = study;
  const simulated = mainResult(results);
  const scenarios = results.map((result) => scenarioData(study, result));
  const main = evaluated === null ? simulated : updatedResult(study, simulated, evaluated);
  const told = scenarioData(study, main);
  const rows = collectRows(run, simulated, scenarios, told);
  const { informationDate } = identity;
  const isStarted = isPast(plan.baseYear, informationDate);
  const dated = isStarted ? evaluationKind(plan, informationDate) : null;
  const kind = dated === null || (evaluated === null && dated.kind !== "final") ? "outlook" : dated.kind;
  return {
    kind,
    run: { ...identity, dateText: dateText(informationDate), year: dated?.year ?? plan.firstYear },
    plan: {
      label: plan.label,
      place: plan.place,
      baseYear: plan.baseYear,
      firstYear: plan.firstYear,
      lastYear: plan.lastYear,
      rowCount: plan.indicators.length,
    },
    order: plan.indicators.map(({ id }) => id),
    rows: Object.fromEntries(rows.map((row) => [row.id, row])),
    mainScenario: main.scenario.id,
    scenarioOrder: scenarios.map(({ id }) => id),
    scenarios: Object.fromEntries(scenarios.map((scenario) => [scenario.id, scenario])),
    main: told,
    evaluation: evaluated?.evaluation ?? null,
    findings: consistency.findings.map(({ id, kind, sentence }) => ({ id, kind, sentence })),
    bases: countBases(study.model),
    parameters: parameters(study),
    definitions: { interval, tolerance: plan.assessment.nearlyMetTolerance },
    counts: {
      findings: consistency.findings.length,
      scenarios: scenarios.length,
      alerts: rows.filter(({ alert }) => alert.level !== "none").length,
      ...tierCounts(evaluated?.evaluation),
      bindingAlerts: rows.filter(({ alert, attribute }) => alert.level !== "none" && attribute === "binding").length,
    },
    texts: headings(main, kind),
  };
}

/** A scenario's result as it stands after what was observed. */
export function updatedResult(
  { plan, observations, seek }: Study,
  result: ScenarioOutput,
  { evaluation, scenario, updated: ensemble }: ReportEvaluation,
): ScenarioOutput {
  if (scenario.id !== result.scenario.id) {
    throw new RangeError(`collectReportData: the evaluation must be of ${result.scenario.id}; got ${scenario.id}`);
  }
  const { informationDate } = evaluation.run;
  const verdicts = assessScenario({ plan, observations, scenario, ensemble, informationDate, sets: seek.sets });
  return { ...result, ensemble, verdicts };
}

function collectRows(
  run: Pick<RunOutput, "study" | "model" | "identity">,
  main: ScenarioOutput,
  scenarios: readonly ScenarioData[],
  told: ScenarioData,
): RowData[] {
  const { study, model } = run;
  const drivers = verdictDrivers({ study, model, scenario: main.scenario, ensemble: main.ensemble });
  const levers = helpfulLevers(study, model, main.scenario);
  return study.plan.indicators.map((indicator) =>
    rowData(study, indicator, {
      scenario: main.scenario,
      scenarios,
      main: told,
      informationDate: run.identity.informationDate,
      // A yearly shock is chance itself: nobody can act on it, and it has no label.
      drivers: driversSentence((drivers[indicator.id] ?? []).filter(({ kind }) => kind !== "shock")),
      measures: levers[indicator.id] ?? [],
    }),
  );
}

function dateText(date: string): Bilingual {
  const [year = "", month = "", day = ""] = date.split("-");
  const months = "January February March April May June July August September October November December".split(" ");
  return {
    zh: `${year}年${Number(month)}月${Number(day)}日`,
    en: `${Number(day)} ${months[Number(month) - 1] ?? month} ${year}`,
  };
}

/** Rows by pace as reports count them, the three lagging tiers together. */
function tierCounts(
  evaluation: Evaluation | undefined,
): Readonly<Record<"early" | "ahead" | "onTrack" | "lagging", number>> {
  const {
    achieved_early = 0,
    ahead = 0,
    on_track = 0,
    behind = 0,
    far_behind = 0,
    reversing = 0,
  } = evaluation?.counts.tiers ?? {};
  return { early: achieved_early, ahead, onTrack: on_track, lagging: behind + far_behind + reversing };
}

/**
 * The heading that most rows share, such as 回溯测算：2025年实际值未收集; none where any row is decided, and where an
 * evaluation on the way says by its title that the rest is still to come.
 */
function headings({ verdicts }: ScenarioOutput, kind: ReportKind): Record<string, Bilingual> {
  if (kind === "annual" || kind === "mid_term" || verdicts.verdicts.some(({ fact }) => fact !== null)) return {};
  const found = verdicts.verdicts.flatMap(({ probability, heading }) =>
    probability === null || heading === null ? [] : [heading],
  );
  const [first] = found;
  if (first === undefined) return {};
  const most = found.toSorted((a, b) => countOf(found, b) - countOf(found, a))[0] ?? first;
  return { heading: most };
}

function countOf(headings: readonly Bilingual[], { zh }: Bilingual): number {
  return headings.filter((one) => one.zh === zh).length;
}

function parameters({ model }: Study): ParameterData[] {
  const sectors = new Map(model.sectors.map(({ id, label }) => [id, label]));
  const common = ({ name, label, sector, unit, unitText, basis, source }: Assumption | Table) => ({
    name,
    label: label ?? { zh: name, en: name },
    sector: sectors.has(sector) ? sector : "",
    unit: unitWords({ unit, unitText, display: { percent: false, decimals: 0 } }),
    basis,
    source,
  });
  return [
    ...model.assumptions.map((one) => ({
      ...common(one),
      value: one.value === null ? { zh: "中位数", en: "median" } : { zh: String(one.value), en: String(one.value) },
      distribution: one.distributionText,
    })),
    ...model.tables.map((one) => ({ ...common(one), value: tableSize(one), distribution: null })),
  ];
}

function tableSize({ content }: Table): Bilingual {
  const count = content.kind === "points" ? content.points.length : content.values.length;
  return { zh: `${count}个数`, en: `${count} values` };
}
