import type { ChosenReadings } from "../inputs/readings.ts";
import type { Indicator } from "../inputs/study.ts";
import { requiredPace } from "../progress/required-pace.ts";
import { noAlert, rowAlert } from "../progress/row-alert.ts";
import { type AttainmentRule, attainmentRule, isMet } from "../reachability/attainment.ts";
import type { Verdict } from "../reachability/verdict.ts";
import type { EvaluationRow, LatestActual, PathYear, Revision } from "./evaluation.ts";
import { latestActual } from "./latest-actual.ts";
import { measuredValue, paceReport } from "./pace-report.ts";
import { peerPace } from "./peer-pace.ts";
import { projectedStatistic, projectedYear } from "./projected-value.ts";
import type { Projections } from "./projections.ts";
import { revisionParts } from "./revision-parts.ts";
import { type ObservedWorld, rowObservations, type YearActual, yearlyActuals } from "./row-actuals.ts";

/** What a row is reported from. */
export interface RowMaterials {
  readonly world: ObservedWorld;
  readonly readings: ChosenReadings;
  readonly projections: Projections;
}

/** Report one row of the plan: what is decided, how it stands against time, what is projected before and after. */
export function rowReport(indicator: Indicator, verdict: Verdict, materials: RowMaterials): EvaluationRow {
  const { world, readings, projections } = materials;
  const { plan } = world;
  const rule = attainmentRule(indicator, plan.firstYear, readings);
  const known = rowObservations(indicator, plan.observedAs, world);
  const from = Math.min(plan.firstYear, indicator.baseline.year + 1);
  const years = yearlyActuals(indicator, known, from, plan.lastYear);
  const described = {
    indicator: indicator.id,
    row: indicator.row,
    label: indicator.label,
    attribute: indicator.attribute,
    kind: verdict.kind,
    unit: indicator.unitText,
    display: indicator.display,
    reading: verdict.reading,
    baseline: verdict.baseline,
    target: verdict.target,
    comparison: verdict.comparison,
    targetYear: verdict.targetYear,
    statistic: verdict.statistic,
    verdict,
    path: pathOf(indicator, verdict, years, materials),
  };
  if (rule === null) return { ...described, ...withoutTarget };
  const actual = latestActual(indicator, rule, world);
  const isOpen = verdict.probability !== null;
  const pace = isOpen || verdict.fact === null ? paceReport(indicator, rule, plan, readings, actual, years) : null;
  const alert = rowAlert(indicator.attribute, pace?.tier ?? null, verdict.probability, plan.assessment);
  return {
    ...described,
    metAsPublished: metAsPublished(verdict, rule, actual),
    actual,
    pace,
    required: isOpen && actual !== null ? requiredPace(indicator, plan, measuredValue(actual) ?? actual) : null,
    frozen: projectedStatistic(projections.frozen, indicator.variable, rule),
    updated: isOpen ? projectedStatistic(projections.updated, indicator.variable, rule) : null,
    peers: plan.peers.map((peer) => peerPace(indicator, rule, readings, peer, world)),
    attribution: isOpen ? revisionOf(indicator, rule, projections) : null,
    alert: isOpen ? alert : noAlert,
  };
}

const withoutTarget = {
  metAsPublished: null,
  actual: null,
  pace: null,
  required: null,
  frozen: null,
  updated: null,
  peers: [],
  attribution: null,
  alert: noAlert,
} as const;

/** Year by year; what is observed has no projection any more. */
function pathOf(
  { variable, baseline }: Indicator,
  verdict: Verdict,
  actuals: readonly YearActual[],
  { world, projections }: RowMaterials,
): PathYear[] {
  const last = verdict.targetYear ?? world.plan.lastYear;
  const from = Math.min(baseline.year, world.plan.baseYear);
  const isOpen = verdict.fact === null;
  return Array.from({ length: last - from + 1 }, (_, i) => from + i).map((year) => {
    const actual = actuals.find((one) => one.year === year)?.value ?? null;
    const frozen = projectedYear(projections.frozen, variable, year);
    const updated = isOpen && actual === null ? projectedYear(projections.updated, variable, year) : null;
    return { year, frozen, actual, updated };
  });
}

/** Whether a fact holds with its statistic rounded as the figures are published; null for open rows. */
function metAsPublished(verdict: Verdict, rule: AttainmentRule, actual: LatestActual | null): boolean | null {
  if (verdict.fact === null || verdict.fact.bound !== undefined) return null;
  const decimals = actual?.decimals ?? null;
  if (decimals === null) return verdict.fact.met;
  return isMet(Number(verdict.fact.value.toFixed(decimals)), rule.comparison, rule.target);
}

/** Why the median moved: the three parts of the update, then the correction by hindcasts. */
function revisionOf(indicator: Indicator, rule: AttainmentRule, projections: Projections): Revision | null {
  const median = (ensemble: Projections["frozen"]) =>
    projectedStatistic(ensemble, indicator.variable, rule)?.median ?? Number.NaN;
  const parts = revisionParts((on) => median(projections.partly(on)));
  const total = median(projections.updated) - median(projections.frozen);
  return Number.isFinite(total) ? { ...parts, total, correction: total - parts.total } : null;
}
