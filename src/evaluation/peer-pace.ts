import { mean } from "simple-statistics";
import type { Bilingual } from "../core/bilingual.ts";
import { baselineFigure, type ChosenReadings } from "../inputs/readings.ts";
import type { Indicator, Observation, Peer } from "../inputs/study.ts";
import { yearsAt } from "../progress/elapsed-time.ts";
import { yearlyGrowth } from "../progress/progress-conventions.ts";
import { type AttainmentRule, attainmentStatistic, isMet } from "../reachability/attainment.ts";
import type { PeerPace } from "./evaluation.ts";
import { numberIn, type ObservedWorld, rowObservations, yearlyActuals } from "./row-actuals.ts";
import { baselineYearly, isGrowing } from "./row-scale.ts";

/** How fast a peer's series moved, and between which times. */
export interface Pace {
  /** Growth a year for amounts, change a year for shares and rates, the mean itself for growth rates. */
  readonly yearly: number;
  readonly from: number;
  readonly to: number;
}

/** The figures of a peer that its pace may be measured on: those of whole years and year ends, and the latest balance. */
interface PeerFigure {
  readonly time: number;
  readonly value: number;
}

/**
 * Carry a row from its baseline to its target at the pace that a peer has had since the base year (对标).
 *
 * Amounts grow as the peer's did, shares and rates move by as many points a year, sums take the peer's yearly amount in
 * proportion to that of the baseline's years, mean growths are the peer's own.
 */
export function peerPace(
  indicator: Indicator,
  rule: AttainmentRule,
  readings: ChosenReadings,
  peer: Peer,
  world: ObservedWorld,
): PeerPace {
  const known = rowObservations(indicator, peer.region, world);
  const described = { region: peer.region, label: peer.label };
  const figure = baselineFigure(indicator, readings);
  if (rule.kind !== "mean_growth" && typeof figure !== "number") {
    return { ...described, ...without(peerReasons.noBaseline) };
  }
  const pace = paceOfPeer(indicator, rule, known, world);
  if (pace === null) {
    return { ...described, ...without(known.length === 0 ? peerReasons.notObserved : peerReasons.tooFew) };
  }
  const value = attainmentStatistic(
    rule.years.map((year) => atPace(indicator, rule, readings, pace, year)),
    rule,
  );
  const { from, to, yearly } = pace;
  return { ...described, value, met: isMet(value, rule.comparison, rule.target), from, to, yearly, reason: null };
}

/** The row in one year at a pace from its baseline. */
export function atPace(
  indicator: Indicator,
  rule: AttainmentRule,
  readings: ChosenReadings,
  { yearly }: Pace,
  year: number,
): number {
  if (rule.kind === "mean_growth") return yearly;
  const start = baselineYearly(indicator, readings) ?? Number.NaN;
  if (rule.kind === "cumulative") return start * (1 + yearly);
  const years = year - indicator.baseline.year;
  if (isGrowing(indicator)) return start * (1 + yearly) ** years;
  return Math.max(0, Math.min(1, start + yearly * years));
}

/** Measure a peer's pace on what is known up to a year; null when it takes two figures and there are not. */
export function paceOfPeer(
  indicator: Indicator,
  rule: AttainmentRule,
  known: readonly Observation[],
  world: ObservedWorld,
): Pace | null {
  const { plan } = world;
  if (rule.kind === "mean_growth") {
    const years = yearlyActuals(indicator, known, plan.firstYear, plan.lastYear);
    const last = years.at(-1);
    if (last === undefined) return null;
    const yearly = attainmentStatistic(
      years.map(({ value }) => value),
      rule,
    );
    return { yearly, from: years[0]?.year ?? 0, to: last.year };
  }
  return rule.kind === "cumulative" ? paceOfSums(indicator, known, world) : paceOfLevels(indicator, known);
}

/** Mean of the plan's years so far ÷ mean of the baseline's years, less 1. */
function paceOfSums(indicator: Indicator, known: readonly Observation[], { plan }: ObservedWorld): Pace | null {
  const { baseline } = indicator;
  const from = baseline.from ?? baseline.year;
  const before = meanOfYears(indicator, known, from, baseline.year);
  const years = yearlyActuals(indicator, known, plan.firstYear, plan.lastYear);
  const last = years.at(-1);
  if (before === null || before <= 0 || last === undefined) return null;
  const after = mean(years.map(({ value }) => value));
  return { yearly: after / before - 1, from: baseline.year, to: last.year };
}

function meanOfYears(indicator: Indicator, known: readonly Observation[], from: number, to: number): number | null {
  const whole = known.find(
    (one) => one.period === "sum" && one.from === from && one.year === to && one.basis !== "mean",
  );
  const sum = whole === undefined ? null : numberIn(indicator, whole);
  if (sum !== null) return sum / (to - from + 1);
  const years = yearlyActuals(indicator, known, from, to);
  return years.length === to - from + 1 ? mean(years.map(({ value }) => value)) : null;
}

function paceOfLevels(indicator: Indicator, known: readonly Observation[]): Pace | null {
  const figures = levels(indicator, known).filter(({ time }) => time >= indicator.baseline.year);
  const [first, last] = [figures[0], figures.at(-1)];
  if (first === undefined || last === undefined || last.time - first.time < 0.5) return null;
  const years = last.time - first.time;
  if (!isGrowing(indicator)) return { yearly: (last.value - first.value) / years, from: first.time, to: last.time };
  if (first.value <= 0 || last.value <= 0) return null;
  return { yearly: yearlyGrowth(first.value, last.value, years), from: first.time, to: last.time };
}

function levels(indicator: Indicator, known: readonly Observation[]): PeerFigure[] {
  const whole = yearlyActuals(
    indicator,
    known,
    indicator.baseline.year,
    Math.max(indicator.baseline.year, ...known.map(({ year }) => year)),
  );
  const yearly = whole.map(({ year, value }): PeerFigure => ({ time: year, value }));
  const balances = known.flatMap((one): PeerFigure[] => {
    const value = one.basis === "period_end" && one.month < 12 ? numberIn(indicator, one) : null;
    return value === null ? [] : [{ time: yearsAt(one.asOf), value }];
  });
  return [...yearly, ...balances].sort((a, b) => a.time - b.time || a.value - b.value);
}

const peerReasons = {
  notObserved: { zh: "没有该地区的这一数列", en: "not observed there" },
  tooFew: { zh: "该地区基期以后可比的数不足两个", en: "fewer than two comparable figures there since the base year" },
  noBaseline: { zh: "本行基期不是一个数", en: "the row's baseline is no single figure" },
} as const satisfies Record<string, Bilingual>;

function without(reason: Bilingual): Omit<PeerPace, "region" | "label"> {
  return { value: null, met: null, from: null, to: null, yearly: null, reason };
}
