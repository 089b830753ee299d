import { mean } from "simple-statistics";
import type { Bilingual } from "../core/bilingual.ts";
import type { ChosenReadings } from "../inputs/readings.ts";
import type { Indicator, Plan } from "../inputs/study.ts";
import { compareConventions } from "../progress/compare-conventions.ts";
import type { MeasuredValue } from "../progress/measured-value.ts";
import { tierDetail, tierWording } from "../progress/pace-tier.ts";
import { type AttainmentRule, isMet, targetDirection } from "../reachability/attainment.ts";
import type { LatestActual, PaceReport } from "./evaluation.ts";
import { paceRemarks } from "./pace-words.ts";
import type { YearActual } from "./row-actuals.ts";

/** A row to be kept whose worst year comes this near to its bound (as a share of it) is 临界. */
const nearShare = 0.05;

/**
 * Say how a row stands against time, by the date of its own figures.
 *
 * A running total counts its year by the share that had come by the same month in earlier years. Ceilings and rows to
 * maintain have no pace: the remark says whether they have been kept so far.
 *
 * @param actual - null when nothing, or not every year so far, is known.
 * @param years - the yearly figures after the base year that are known.
 * @returns null for a row of which nothing is known.
 */
export function paceReport(
  indicator: Indicator,
  rule: AttainmentRule,
  plan: Plan,
  readings: ChosenReadings,
  actual: LatestActual | null,
  years: readonly YearActual[],
): PaceReport | null {
  if (rule.kind === "ceiling" || rule.kind === "maintain") return keptSoFar(rule, plan, years);
  if (actual === null) return years.length === 0 ? null : someYears(rule, plan, years);
  const measured = measuredValue(actual);
  if (measured === null) {
    const { year, month } = actual.partYear ?? { year: 0, month: 0 };
    return withRemark(paceRemarks.noSharesYet({ year, month }));
  }
  const comparison = compareConventions(indicator, plan, measured, readings);
  if (comparison === null) return null;
  const linear = comparison.results.find(({ convention }) => convention === "linear_pace");
  const { tier } = comparison;
  return {
    index: linear?.value ?? null,
    elapsedShare: comparison.elapsedShare,
    tier,
    wording: tier === null ? null : tierWording(tier),
    detail: tier === null ? null : tierDetail(tier),
    remark: tier === null ? (linear?.reason ?? null) : partRemark(actual),
  };
}

/**
 * The value with the date that it is to be held against: for a running total the day by which its share of a year had
 * come in earlier years, had they gone evenly.
 *
 * @returns null when no earlier year tells that share.
 */
export function measuredValue({ value, date, partYear }: LatestActual): MeasuredValue | null {
  if (partYear === null) return { value, date };
  const { year, share } = partYear;
  if (share === null) return null;
  const start = Date.UTC(year - 1, 11, 31);
  const days = Math.round((Date.UTC(year, 11, 31) - start) * Math.min(1, share));
  return { value, date: new Date(start + days).toISOString().slice(0, 10) };
}

function partRemark({ partYear }: LatestActual): Bilingual | null {
  if (partYear === null || partYear.share === null) return null;
  return paceRemarks.partYear({ ...partYear, share: partYear.share });
}

/** A sum or mean with a gap: what the known years come to beside an even part of the target, without a tier. */
function someYears(rule: AttainmentRule, plan: Plan, years: readonly YearActual[]): PaceReport {
  const average = mean(years.map(({ value }) => value));
  const due = rule.statistic === "sum" ? rule.target / rule.years.length : rule.target;
  const last = years.at(-1)?.year ?? plan.firstYear;
  const known = years.map(({ year }) => year);
  const missing = rule.years.filter((year) => year <= last && !known.includes(year));
  const isSum = rule.statistic === "sum";
  return {
    ...withRemark(isSum ? paceRemarks.gapOfSum({ known, missing }) : paceRemarks.gapOfMean({ known, missing })),
    index: isSum ? average / due : null,
  };
}

function keptSoFar(rule: AttainmentRule, plan: Plan, years: readonly YearActual[]): PaceReport | null {
  const inPlan = years.filter(({ year }) => year >= plan.firstYear);
  if (inPlan.length === 0) return null;
  const direction = targetDirection(rule.comparison);
  const worst = inPlan.reduce((a, b) => (direction * (b.value - a.value) < 0 ? b : a));
  const last = inPlan.at(-1) ?? worst;
  const span = { from: inPlan[0]?.year ?? 0, to: last.year, count: inPlan.length };
  const broken = inPlan.filter(({ value }) => !isMet(value, rule.comparison, rule.target)).map(({ year }) => year);
  if (broken.length > 0) return withRemark(paceRemarks.broken({ years: broken, kind: rule.kind }));
  const room = (direction * (worst.value - rule.target)) / Math.abs(rule.target);
  return withRemark(room < nearShare ? paceRemarks.keptNarrowly(span) : paceRemarks.kept(span));
}

function withRemark(remark: Bilingual): PaceReport {
  return { index: null, elapsedShare: null, tier: null, wording: null, detail: null, remark };
}
