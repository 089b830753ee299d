import { shiftDecimals } from "../core/shift-decimals.ts";
import { type Unit, unitsEqual } from "../core/unit.ts";
import type { Indicator, Observation, Plan } from "../inputs/study.ts";
import { comparePreference, wasKnownBy } from "../inputs/vintage.ts";
import { type AttainmentRule, attainmentStatistic } from "./attainment.ts";

/** What the observations say about the statistic that decides a row. */
export type ObservedEvidence =
  /** No usable observation for these deciding years. */
  | { readonly kind: "missing"; readonly years: readonly number[] }
  /** An observation that decides is marked as made on another definition than the plan's. */
  | { readonly kind: "changed"; readonly definitions: readonly string[] }
  /** Bounds of the statistic in the row's unit, equal when every value is a number; ±Infinity where open. */
  | {
      readonly kind: "observed";
      readonly lower: number;
      readonly upper: number;
      /** Sources of the deciding observations, each once, in order of year. */
      readonly sources: readonly string[];
    };

/**
 * How an evaluator marks an observation whose definition is no longer the one the plan's row was set on: its
 * `definition` begins with `changed:` or 口径调整. Nothing is guessed from the wording of definitions.
 */
const CHANGED_MARK = /^\s*(?:changed\s*[:：]|口径调整)\s*/i;

/**
 * Collect what was observed, by the information date, of the statistic that decides a row.
 *
 * Counted are reported observations of the row's series for the plan's place, in a unit that differs at most in
 * scale. A year is observed by a whole-year figure, or by one to the end of December (a balance at the period's end or
 * a running total of the year). Sums and means are also observed by one figure that covers exactly the rule's years.
 * Of several figures for one year that were known by then 审定 holds before 年报 before 快报, then the latest to come out,
 * then the better grade.
 */
export function observedEvidence(
  indicator: Pick<Indicator, "series" | "unit">,
  rule: Pick<AttainmentRule, "statistic" | "comparison" | "years">,
  plan: Pick<Plan, "observedAs">,
  observations: readonly Observation[],
  informationDate: string,
): ObservedEvidence {
  const known = knownObservations(indicator, plan.observedAs, observations, informationDate);
  const whole = preferredObservation(known.filter((o) => coversPeriod(o, rule)));
  if (whole !== undefined) return evidenceFrom([whole], indicator.unit, ([value]) => value ?? Number.NaN);
  const yearly = rule.years.map((year) => observationOfYear(known, year));
  const missing = rule.years.filter((_, i) => yearly[i] === undefined);
  if (missing.length > 0) return { kind: "missing", years: missing };
  const deciding = yearly.filter((o) => o !== undefined);
  return evidenceFrom(deciding, indicator.unit, (values) => attainmentStatistic(values, rule));
}

/** Collect what was known by a date of a row's series in a place: reported, in a unit that differs at most in scale. */
export function knownObservations(
  indicator: Pick<Indicator, "series" | "unit">,
  region: string,
  observations: readonly Observation[],
  informationDate: string,
): Observation[] {
  return observations.filter(
    (o) =>
      o.series === indicator.series &&
      o.region === region &&
      o.type === "reported" &&
      wasKnownBy(o, informationDate) &&
      unitsEqual({ ...o.unit, scale: indicator.unit.scale }, indicator.unit),
  );
}

/** The figure to rely on of a whole year, or of its end; undefined when there is none. */
export function observationOfYear(known: readonly Observation[], year: number): Observation | undefined {
  return preferredObservation(known.filter((o) => coversYear(o, year)));
}

/** Whether a figure is marked as made on another definition than the plan's; it is never joined with the others. */
export function isOnChangedDefinition({ definition }: Pick<Observation, "definition">): boolean {
  return CHANGED_MARK.test(definition);
}

function evidenceFrom(
  deciding: readonly Observation[],
  unit: Unit,
  statistic: (values: readonly number[]) => number,
): ObservedEvidence {
  const changed = deciding.filter(isOnChangedDefinition);
  if (changed.length > 0) {
    return { kind: "changed", definitions: distinct(changed.map((o) => o.definition.replace(CHANGED_MARK, ""))) };
  }
  const bounds = deciding.map((o) => boundsIn(unit, o));
  return {
    kind: "observed",
    lower: statistic(bounds.map((b) => b.lower)),
    upper: statistic(bounds.map((b) => b.upper)),
    sources: distinct(deciding.map((o) => o.source)),
  };
}

/** One figure for all the years: a sum for sums, a mean over them for means. */
function coversPeriod(observation: Observation, rule: Pick<AttainmentRule, "statistic" | "years">): boolean {
  if (observation.period !== "sum" || observation.from !== rule.years[0]) return false;
  if (observation.year !== rule.years.at(-1) || observation.month !== 12) return false;
  const isMean = observation.basis === "mean";
  return rule.statistic === "sum" ? !isMean : isMean && isMeanStatistic(rule);
}

function isMeanStatistic(rule: Pick<AttainmentRule, "statistic">): boolean {
  return rule.statistic === "period_mean" || rule.statistic === "geometric_mean";
}

function coversYear(observation: Observation, year: number): boolean {
  if (observation.year !== year || observation.month !== 12 || observation.period === "sum") return false;
  return observation.period === "year" || observation.basis === "period_end" || observation.basis === "year_to_date";
}

/** The one to rely on, the same in whatever order they stand. */
export function preferredObservation(observations: readonly Observation[]): Observation | undefined {
  return observations.toSorted(comparePreference)[0];
}

/** Bounds of a figure in a unit that differs at most in scale: equal for a number, infinite where open. */
export function boundsIn(unit: Unit, observation: Observation): { lower: number; upper: number } {
  const { value } = observation;
  const convert = (x: number) => shiftDecimals(x, observation.unit.scale - unit.scale);
  if (typeof value === "number") return { lower: convert(value), upper: convert(value) };
  return {
    lower: convert(value.min ?? Number.NEGATIVE_INFINITY),
    upper: convert(value.max ?? Number.POSITIVE_INFINITY),
  };
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
