import type { ConsistencyReport } from "../consistency/consistency-report.ts";
import type { Bilingual } from "../core/bilingual.ts";
import { driversSentence } from "../exploration/drivers.ts";
import { verdictDrivers } from "../exploration/verdict-drivers.ts";
import type { Assumption, Study, Table } from "../inputs/study.ts";
import { countBases } from "../report/basis-counts.ts";
import { mainResult } from "../report/main-result.ts";
import type { RunOutput, ScenarioOutput } from "../report/run-output.ts";
import { helpfulLevers } from "./helpful-levers.ts";
import type { ParameterData, ReportData, ReportKind, RowData, ScenarioData } from "./report-data.ts";
import { rowData } from "./row-data.ts";
import { scenarioData } from "./scenario-data.ts";

/** Coverage of the interval of simulated values that is told. */
const interval = 0.8;

/**
 * Collect everything that a report says from a run, and from holding the plan against itself.
 *
 * The report tells the scenario `baseline` row by row, or the first when there is none of that name. What each lever
 * moves is measured anew with few draws: enough for a direction and a rank, which is all that is said of it.
 */
export function collectReportData(
  run: Pick<RunOutput, "study" | "model" | "identity" | "results">,
  consistency: Pick<ConsistencyReport, "findings">,
): ReportData {
  const { study, identity, results } = run;
  const { plan } = study;
  const main = mainResult(results);
  const scenarios = results.map((result) => scenarioData(study, result));
  const rows = collectRows(run, main, scenarios);
  return {
    kind: reportKind(study, identity.informationDate),
    run: { ...identity, dateText: dateText(identity.informationDate) },
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
    findings: consistency.findings.map(({ id, kind, sentence }) => ({ id, kind, sentence })),
    bases: countBases(study.model),
    parameters: parameters(study),
    definitions: { interval, tolerance: plan.assessment.nearlyMetTolerance },
    counts: {
      findings: consistency.findings.length,
      scenarios: scenarios.length,
      alerts: rows.filter(({ alert }) => alert.level !== "none").length,
      bindingAlerts: rows.filter(({ alert, attribute }) => alert.level !== "none" && attribute === "binding").length,
    },
    texts: headings(main),
  };
}

function collectRows(
  run: Pick<RunOutput, "study" | "model" | "identity">,
  main: ScenarioOutput,
  scenarios: readonly ScenarioData[],
): RowData[] {
  const { study, model } = run;
  const drivers = verdictDrivers({ study, model, scenario: main.scenario, ensemble: main.ensemble });
  const levers = helpfulLevers(study, model, main.scenario);
  return study.plan.indicators.map((indicator) =>
    rowData(study, indicator, {
      scenario: main.scenario,
      scenarios,
      informationDate: run.identity.informationDate,
      // A yearly shock is chance itself: nobody can act on it, and it has no label.
      drivers: driversSentence((drivers[indicator.id] ?? []).filter(({ kind }) => kind !== "shock")),
      measures: levers[indicator.id] ?? [],
    }),
  );
}

/** A plan whose last year has ended is evaluated as a whole; from two fifths of its time on, in the middle of it. */
function reportKind({ plan }: Study, date: string): ReportKind {
  const year = Number(date.slice(0, 4));
  const isYearEnd = date.slice(5) === "12-31";
  const yearsDone = year - plan.firstYear + (isYearEnd ? 1 : 0);
  const span = plan.lastYear - plan.firstYear + 1;
  if (yearsDone >= span) return "final";
  return yearsDone / span >= 0.4 ? "mid_term" : "outlook";
}

function dateText(date: string): Bilingual {
  const [year = "", month = "", day = ""] = date.split("-");
  const months = "January February March April May June July August September October November December".split(" ");
  return {
    zh: `${year}年${Number(month)}月${Number(day)}日`,
    en: `${Number(day)} ${months[Number(month) - 1] ?? month} ${year}`,
  };
}

/** The headings of the rows that are no facts, such as 回溯测算：2025年实际值未收集; the one that most rows share. */
function headings({ verdicts }: ScenarioOutput): Record<string, Bilingual> {
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
  const common = ({ name, label, sector, unitText, basis, source }: Assumption | Table) => ({
    name,
    label: label ?? { zh: name, en: name },
    sector: sectors.has(sector) ? sector : "",
    unit: unitText,
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
