import type { Unit } from "../core/unit.ts";
import { unitsEqual } from "../core/unit.ts";
import type { Indicator, Observation } from "../inputs/study.ts";
import { comparePreference, knownSince as sinceWhen, wasKnownBy } from "../inputs/vintage.ts";
import type { AnnualSeries, QuantityKind } from "./forecast.ts";

/** Which figures make a series. */
export interface SeriesQuery {
  /** Id, as in the observations. */
  readonly series: string;
  /** The place, as in the observations. */
  readonly region: string;
  /**
   * ISO date: figures of a later date or vintage are not read; a vintage that names a year or month alone is taken to
   * be of its last day.
   */
  readonly asOf: string;
  /** Last year that is read; all when left out. */
  readonly until?: number | undefined;
}

/** A series of the observations, year by year. */
export interface ObservedSeries extends AnnualSeries {
  readonly unit: Unit;
  readonly unitText: string;
  readonly basis: Observation["basis"];
  /** Sources of the figures, each once, in order of year. */
  readonly sources: readonly string[];
}

/** How the definition of a figure begins that was made on another one than those before. */
const changedMark = /^\s*(?:changed\s*[:：]|口径调整)/i;

/**
 * Collect the yearly figures of a series as they were known at a date.
 *
 * A year is known by a figure of the whole year or of its end; of several known by then 审定 holds before 年报 before
 * 快报, then the latest vintage. A vintage that is no date is taken to be as old as its figure. Ranges, projections
 * and targets are not read. Figures on a changed definition are never joined with those before: the series is that of
 * the latest figure's definition, scope and unit.
 *
 * @returns null when nothing is known.
 */
export function observedSeries(observations: readonly Observation[], query: SeriesQuery): ObservedSeries | null {
  const known = observations
    .filter((one) => isOf(one, query) && wasKnownBy(one, query.asOf) && one.year <= (query.until ?? Infinity))
    .sort((a, b) => a.year - b.year || comparePreference(b, a));
  const latest = known.at(-1);
  if (!latest) return null;
  const joined = known.filter((one) => belongTogether(one, latest));
  // The preferred figure of a year stands last, so it is the one that stays.
  const byYear = new Map(joined.map((one) => [one.year, one]));
  const chosen = [...byYear.values()];
  return {
    years: chosen.map(({ year }) => year),
    values: chosen.map(({ value }) => value as number),
    unit: latest.unit,
    unitText: latest.unitText,
    basis: latest.basis,
    sources: [...new Set(chosen.map(({ source }) => source))],
  };
}

/** Siblings need more values than this, so that they can be gone back over. */
const fewestOfSibling = 4;

/** Collect the same series as observed in other places, in units of the same kind. */
export function siblingsOf(
  observations: readonly Observation[],
  { series, region, asOf }: SeriesQuery,
  { unit }: Pick<ObservedSeries, "unit">,
): ObservedSeries[] {
  const places = [...new Set(observations.filter((one) => one.series === series).map((one) => one.region))];
  return places.flatMap((place) => {
    if (place === region) return [];
    const sibling = observedSeries(observations, { series, region: place, asOf });
    const isAlike = sibling !== null && Object.keys(sibling.unit.powers).join() === Object.keys(unit.powers).join();
    return isAlike && sibling.years.length > fewestOfSibling ? [sibling] : [];
  });
}

/**
 * Give the date from which on everything that is observed of a series, in any place, is known.
 *
 * @returns an ISO date, the latest of dates and vintages; null for a series that is not observed.
 */
export function knownSince(observations: readonly Observation[], series: string): string | null {
  const dates = observations.filter((one) => one.series === series).map(sinceWhen);
  return dates.sort(compareTexts).at(-1) ?? null;
}

function isOf(one: Observation, { series, region }: SeriesQuery): boolean {
  const isWhole =
    one.period === "year" ||
    (one.period !== "sum" && one.month === 12 && /^(period_end|year_to_date)$/.test(one.basis));
  const isMeasured = one.type === "reported" || one.type === "estimated";
  return one.series === series && one.region === region && isWhole && isMeasured && typeof one.value === "number";
}

function belongTogether(a: Observation, b: Observation): boolean {
  return (
    a.scope === b.scope &&
    unitsEqual(a.unit, b.unit) &&
    changedMark.test(a.definition) === changedMark.test(b.definition)
  );
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/**
 * Tell what kind of quantity a series is, from its unit, how it is measured and the row of the plan that it decides.
 *
 * Figures with a unit are levels at the end of a period, else flows. Without one they are a share where the plan has
 * a row of shares, ceilings or values to maintain that lie between 0 and 1, else a rate.
 */
export function kindOfSeries(
  { unit, basis, values }: Pick<ObservedSeries, "unit" | "basis" | "values">,
  indicator: Pick<Indicator, "target"> | undefined,
): QuantityKind {
  if (Object.keys(unit.powers).length > 0) return basis === "period_end" || basis === "mean" ? "level" : "flow";
  const isGrowth = indicator?.target?.kind === "mean_growth";
  const isInside = values.every((value) => value >= 0 && value <= 1);
  return indicator?.target && !isGrowth && isInside ? "share" : "rate";
}
