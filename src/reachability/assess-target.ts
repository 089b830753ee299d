import type { Bilingual } from "../core/bilingual.ts";
import type { Ensemble } from "../ensemble/ensemble.ts";
import { baselineFigure, readingLabel } from "../inputs/readings.ts";
import type { IndicatorSet } from "../inputs/seek-settings.ts";
import type { Indicator, Observation, Plan, Scenario } from "../inputs/study.ts";
import { type AttainmentRule, attainmentRule, isMet } from "./attainment.ts";
import { whyNoStatistics } from "./draw-statistics.ts";
import { binomialError, effectiveDraws, markedShare } from "./draw-weights.ts";
import { describeOutcome, estimateTarget, type TargetEstimate } from "./estimate-target.ts";
import { decideFact } from "./fact.ts";
import type { RowAttainment } from "./joint-probability.ts";
import { type ObservedEvidence, observedEvidence } from "./observed-evidence.ts";
import { alternativeClass, probabilityClass } from "./probability-class.ts";
import { reasons } from "./reasons.ts";
import { shareNeeds } from "./share-needs.ts";
import { isPast, standingHeading } from "./standing.ts";
import { requiredGrowth, requiredPerYear, shortfallScale } from "./target-distance.ts";
import type { Verdict, VerdictClass } from "./verdict.ts";
import { verdictWording } from "./wording.ts";

/** Everything one scenario's targets are judged by. */
export interface AssessmentInput {
  readonly plan: Plan;
  readonly observations: readonly Observation[];
  readonly scenario: Scenario;
  readonly ensemble: Ensemble;
  /** ISO date: nothing later is known; `informationDate` in standing.ts finds it. */
  readonly informationDate: string;
  /** What the draws say of each row, by indicator, where they were not kept; see `TargetTally`. */
  readonly estimates?: ReadonlyMap<string, TargetEstimate>;
  /** Named sets of rows whose joint probability is wanted. */
  readonly sets?: Readonly<Record<string, IndicatorSet>>;
}

/** A verdict with what joint probabilities need of it. */
export interface AssessedTarget {
  readonly verdict: Verdict;
  /** Null when the row could not be assessed. */
  readonly attainment: RowAttainment | null;
}

/**
 * Judge one row of the plan under one scenario.
 *
 * In this order: a row without a target gets its outlook only; a row that observations decide is a fact, modelled or
 * not; a row that nothing models, or whose definition is missing, is not assessable; every other row gets the
 * probability that its draws meet the target.
 */
export function assessTarget(input: AssessmentInput, indicator: Indicator): AssessedTarget {
  const { plan, scenario, observations, informationDate } = input;
  const rule = attainmentRule(indicator, plan.firstYear, scenario.readings);
  if (rule === null) return { verdict: assessOutlook(input, indicator), attainment: null };

  const described = describeTarget(input, indicator, rule);
  const evidence = observedEvidence(indicator, rule, plan, observations, informationDate);
  const fact = assessFact(plan, indicator, rule, evidence);
  if (fact !== null) {
    // What its two amounts would have to be is a question of an open row.
    const decided = fact.fact === null ? {} : { shareNeeds: null };
    return { verdict: { ...described, ...fact, ...decided }, attainment: fact.fact === null ? null : fact.fact.met };
  }
  const obstacle = assessObstacle(input, indicator, rule, evidence);
  if (obstacle !== null) return { verdict: { ...described, ...obstacle }, attainment: null };

  const heading = standingHeading(targetYear(rule), informationDate, evidence);
  const standing = isPast(targetYear(rule), informationDate) ? "retrospective" : "forecast";
  const { marks, ...estimate } = assessProbability(input, indicator, rule);
  return { verdict: { ...described, standing, heading, ...estimate }, attainment: marks };
}

/** The parts of a verdict that need neither draws nor observations; everything else blank. */
function describeRow({ plan, scenario, ensemble }: AssessmentInput, indicator: Indicator): Verdict {
  return {
    scenario: scenario.id,
    indicator: indicator.id,
    label: indicator.label,
    kind: null,
    attribute: indicator.attribute,
    reading: readingLabel(indicator, scenario.readings),
    unit: indicator.unitText,
    baseline: baselineFigure(indicator, scenario.readings),
    target: null,
    comparison: null,
    targetYear: null,
    statistic: null,
    standing: null,
    heading: null,
    central: null,
    probability: null,
    standardError: null,
    ...classified(plan, "not_assessable"),
    alternativeClass: null,
    quantiles: null,
    expectedShortfall: null,
    normalisedShortfall: null,
    requiredPerYear: null,
    requiredGrowth: null,
    shareNeeds: null,
    firstYearMet: null,
    fact: null,
    reason: null,
    runs: ensemble.draws,
    nonFiniteRuns: 0,
  };
}

function describeTarget(input: AssessmentInput, indicator: Indicator, rule: AttainmentRule): Verdict {
  return {
    ...describeRow(input, indicator),
    kind: rule.kind,
    target: rule.target,
    comparison: rule.comparison,
    targetYear: targetYear(rule),
    statistic: rule.statistic,
    requiredPerYear: requiredPerYear(indicator, rule, input.scenario.readings),
    requiredGrowth: requiredGrowth(indicator, rule, input.scenario.readings),
    shareNeeds: shareNeeds(indicator, rule, input.ensemble),
  };
}

/** What a row without a target can say: where the outcome stands in the last simulated year of the plan. */
function assessOutlook(input: AssessmentInput, indicator: Indicator): Verdict {
  const { plan, ensemble, informationDate } = input;
  const described = { ...describeRow(input, indicator), ...classified(plan, "no_target_yet") };
  const year = ensemble.years.findLast((y) => y <= plan.lastYear);
  const { variable } = indicator;
  if (variable === null || year === undefined || whyNoStatistics(ensemble, variable, [year]) !== null) {
    return { ...described, reason: reasons.noTarget(null) };
  }
  return {
    ...described,
    statistic: "end_year",
    standing: isPast(year, informationDate) ? "retrospective" : "forecast",
    heading: standingHeading(year, informationDate, null),
    ...describeOutcome(ensemble, variable, year),
    reason: reasons.noTarget(year),
  };
}

function assessFact(
  plan: Plan,
  indicator: Indicator,
  rule: AttainmentRule,
  evidence: ObservedEvidence,
): Pick<Verdict, "class" | "wording" | "standing" | "heading" | "fact" | "reason"> | null {
  if (evidence.kind === "missing") return null;
  const standing = "fact";
  const heading: Bilingual = { zh: "实际值", en: "Actual value" };
  if (evidence.kind === "changed") {
    const reason = reasons.definitionChanged(evidence.definitions);
    return { ...classified(plan, "definition_changed"), standing, heading, fact: null, reason };
  }
  const decided = decideFact(evidence, rule, indicator.attribute, plan.assessment.nearlyMetTolerance);
  if (decided === null) return null;
  return { ...classified(plan, decided.class), standing, heading, fact: decided.fact, reason: null };
}

/** Why a row gets no probability: past, unmodelled and not collected is 数据缺失; everything else is 暂不可评估. */
function assessObstacle(
  { plan, ensemble, informationDate }: AssessmentInput,
  indicator: Indicator,
  rule: AttainmentRule,
  evidence: ObservedEvidence,
): Pick<Verdict, "class" | "wording" | "reason"> | null {
  const { variable, series, notAssessableBecause } = indicator;
  if (notAssessableBecause !== null) return { ...classified(plan, "not_assessable"), reason: notAssessableBecause };
  if (variable === null) {
    const isMissing = series !== null && evidence.kind === "missing" && isPast(targetYear(rule), informationDate);
    if (isMissing) return { ...classified(plan, "data_missing"), reason: reasons.dataMissing(evidence.years) };
    return { ...classified(plan, "not_assessable"), reason: reasons.notModelled() };
  }
  const reason = whyNoStatistics(ensemble, variable, rule.years);
  return reason === null ? null : { ...classified(plan, "not_assessable"), reason };
}

function assessProbability(input: AssessmentInput, indicator: Indicator, rule: AttainmentRule) {
  const { plan, scenario, ensemble, estimates } = input;
  const { weights } = ensemble;
  const estimate =
    estimates?.get(indicator.id) ?? estimateTarget(ensemble, indicator.variable ?? "", rule, plan.firstYear);
  const { marks, central, expectedShortfall } = estimate;
  const probability = markedShare(marks, weights);
  const standardError = binomialError(probability, effectiveDraws(ensemble.draws, weights));
  const cutOffs = plan.assessment.probabilityClasses;
  const scale = shortfallScale(indicator, rule, scenario.readings);
  return {
    marks,
    central: Number.isFinite(central) ? { value: central, met: isMet(central, rule.comparison, rule.target) } : null,
    probability,
    standardError,
    ...classified(plan, probabilityClass(probability, cutOffs)),
    alternativeClass: alternativeClass(probability, standardError, cutOffs),
    quantiles: estimate.quantiles,
    expectedShortfall,
    normalisedShortfall: expectedShortfall === null || scale === null ? null : expectedShortfall / scale,
    firstYearMet: estimate.firstYearMet,
    nonFiniteRuns: estimate.nonFiniteRuns,
  };
}

function targetYear(rule: AttainmentRule): number {
  return rule.years.at(-1) ?? Number.NaN;
}

function classified<C extends VerdictClass>(plan: Plan, verdictClass: C): { class: C; wording: Bilingual } {
  return { class: verdictClass, wording: verdictWording(verdictClass, plan.assessment.wording) };
}
