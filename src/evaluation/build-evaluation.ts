import type { Scenario, Study } from "../inputs/study.ts";
import { assessScenario } from "../reachability/assess-scenario.ts";
import type { RunIdentity, ScenarioVerdicts } from "../reachability/verdict.ts";
import type { Assimilation } from "./assimilation/assimilation.ts";
import type {
  Evaluation,
  EvaluationAlert,
  EvaluationCounts,
  EvaluationRow,
  HonestyReport,
  UpdateReport,
} from "./evaluation.ts";
import { evaluationKind } from "./evaluation-kind.ts";
import { evaluationNotes, eventNames, usesInternalFigures } from "./evaluation-notes.ts";
import type { Projections } from "./projections.ts";
import type { ObservedWorld } from "./row-actuals.ts";
import { rowReport } from "./row-report.ts";

/** Everything an evaluation is put together from. */
export interface EvaluationMaterials {
  readonly study: Study;
  /** As it is known at the date. */
  readonly scenario: Scenario;
  readonly run: RunIdentity;
  readonly frozen: RunIdentity;
  readonly projections: Projections;
  readonly honesty: HonestyReport;
}

/** Put an evaluation together: every row, the counts first, the rows to be reported, how the figures moved the projection. */
export function buildEvaluation(materials: EvaluationMaterials): Evaluation {
  const { study, scenario, run, projections, honesty } = materials;
  const { plan, region, observations } = study;
  const date = run.informationDate;
  const world: ObservedWorld = { plan, observations, informationDate: date };
  const verdicts = assessScenario({
    plan,
    observations,
    scenario,
    ensemble: projections.updated,
    informationDate: date,
  });
  const { readings } = scenario;
  const rows = plan.indicators.map((indicator, place) => {
    const verdict = verdicts.verdicts[place];
    if (verdict === undefined)
      throw new RangeError(`buildEvaluation: every row needs a verdict; got none for ${indicator.id}`);
    return rowReport(indicator, verdict, { world, readings, projections });
  });
  const { kind, title } = evaluationKind(plan, date);
  const leftOut = eventNames(projections.updated.eventsLeftOut, study.model.events);
  const { assimilation } = projections;
  return {
    kind,
    title,
    region,
    plan: plan.label,
    place: plan.place,
    isDemonstration: plan.isDemonstration,
    run,
    scenario: { id: scenario.id, label: scenario.label },
    years: { base: plan.baseYear, first: plan.firstYear, last: plan.lastYear },
    frozen: materials.frozen,
    counts: countRows(rows, verdicts),
    rows,
    alerts: alertsOf(rows),
    update: assimilation === null ? null : updateReport(assimilation, study),
    honesty,
    usesInternalFigures: usesInternalFigures(rows),
    notes: evaluationNotes(rows, world, assimilation === null ? [] : leftOut),
  };
}

const metClasses = ["exceeded", "met"];
const decidedClasses = [...metClasses, "nearly_met", "missed"];

function countRows(rows: readonly EvaluationRow[], { joint }: ScenarioVerdicts): EvaluationCounts {
  const classes = rows.map(({ verdict }) => verdict.class);
  const decided = classes.filter((one) => decidedClasses.includes(one)).length;
  const met = classes.filter((one) => metClasses.includes(one)).length;
  const isOpenBinding = rows.some(({ attribute, verdict }) => attribute === "binding" && verdict.probability !== null);
  return {
    rows: rows.length,
    binding: rows.filter(({ attribute }) => attribute === "binding").length,
    decided,
    met,
    completionRate: decided === 0 ? null : met / decided,
    classes: countsOf(classes),
    tiers: countsOf(rows.flatMap(({ pace }) => pace?.tier ?? [])),
    unobserved: rows.filter(({ path }) => path.every(({ actual }) => actual === null)).length,
    bindingTogether: isOpenBinding ? joint.binding : null,
  };
}

function countsOf<K extends string>(names: readonly K[]): Partial<Record<K, number>> {
  const counts: Partial<Record<K, number>> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

const gravity = ["serious_warning", "warning", "watch"];

function alertsOf(rows: readonly EvaluationRow[]): EvaluationAlert[] {
  return rows
    .flatMap(({ indicator, alert: { level, wording, decidedBy } }): EvaluationAlert[] =>
      wording === null ? [] : [{ indicator, level, wording, decidedBy }],
    )
    .sort((a, b) => gravity.indexOf(a.level) - gravity.indexOf(b.level));
}

/** The most informed assumptions that are named one by one. */
const namedAssumptions = 8;

function updateReport(assimilation: Assimilation, { plan, model }: Study): UpdateReport {
  const { baseYear } = plan;
  const labelOf = (series: string) =>
    plan.indicators.find(({ variable }) => variable === series)?.label ??
    model.variables.find(({ name }) => name === series)?.label ?? { zh: series, en: series };
  const { method, why, innovations, leftOut, weights, contractions } = assimilation;
  const informed = contractions
    .filter((one) => one.informed)
    .toSorted((a, b) => b.contraction - a.contraction)
    .map(({ assumption, label, contraction }) => ({ assumption, label, contraction }));
  return {
    method,
    why,
    evidence: innovations
      .filter(({ evidence }) => evidence.year > baseYear)
      .map(({ evidence, medianBefore, medianAfter, priorRank }) => ({
        series: evidence.series,
        label: labelOf(evidence.series),
        isPercent: evidence.kind === "rate",
        indicator: evidence.indicator,
        year: evidence.year,
        value: evidence.value,
        projected: medianBefore,
        updated: medianAfter,
        rank: priorRank,
        source: evidence.source,
      })),
    leftOut: leftOut
      .filter(({ year }) => year > baseYear)
      .map(({ series, year, reason }) => ({ series, label: labelOf(series), year, reason })),
    effectiveDraws: weights?.effectiveDraws ?? null,
    paretoShape: weights?.paretoShape ?? null,
    informed: informed.slice(0, namedAssumptions),
    uninformed: contractions.length - informed.length,
  };
}
