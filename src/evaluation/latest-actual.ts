import type { Indicator, Observation } from "../inputs/study.ts";
import { releaseWords, vintageOf } from "../inputs/vintage.ts";
import { type AttainmentRule, attainmentStatistic } from "../reachability/attainment.ts";
import { preferredObservation } from "../reachability/observed-evidence.ts";
import type { LatestActual, PartYear } from "./evaluation.ts";
import { numberIn, type ObservedWorld, rowObservations, yearlyActuals } from "./row-actuals.ts";

/**
 * Find the latest that is known of a row after its base year.
 *
 * A level is the latest balance, of whatever month. A sum is that of the plan's years so far, without a gap, with the
 * running total of the year that follows; a mean growth needs every year so far. Rows to be kept have their latest
 * yearly figure.
 *
 * @returns null when nothing after the base year is known, or a year is missing in between.
 */
export function latestActual(indicator: Indicator, rule: AttainmentRule, world: ObservedWorld): LatestActual | null {
  const known = rowObservations(indicator, world.plan.observedAs, world);
  if (rule.statistic === "sum") return latestSum(indicator, known, world);
  if (rule.statistic === "geometric_mean") return latestMean(indicator, rule, known, world);
  return latestLevel(indicator, rule, known);
}

function latestLevel(indicator: Indicator, rule: AttainmentRule, known: readonly Observation[]): LatestActual | null {
  const target = rule.years.at(-1) ?? 0;
  const after = known.filter(
    (one) =>
      one.period !== "sum" &&
      one.year > indicator.baseline.year &&
      one.year <= target &&
      numberIn(indicator, one) !== null &&
      (one.basis !== "year_to_date" || one.month === 12),
  );
  const last = Math.max(...after.map(({ year, month }) => year * 12 + month));
  const latest = preferredObservation(after.filter(({ year, month }) => year * 12 + month === last));
  const value = latest === undefined ? null : numberIn(indicator, latest);
  return latest === undefined || value === null ? null : describe(indicator, value, latest.asOf, null, [latest]);
}

function latestSum(indicator: Indicator, known: readonly Observation[], world: ObservedWorld): LatestActual | null {
  const { firstYear, lastYear } = world.plan;
  const whole = preferredWholeSum(known, firstYear);
  const start = whole === undefined ? firstYear : whole.year + 1;
  const years = withoutGap(yearlyActuals(indicator, known, start, lastYear), start);
  const next = start + years.length;
  const part = next > lastYear ? undefined : latestPart(known, next);
  const used = [...(whole ? [whole] : []), ...years.map(({ observation }) => observation), ...(part ? [part] : [])];
  if (used.length === 0) return null;
  const value = used.reduce((sum, one) => sum + (numberIn(indicator, one) ?? Number.NaN), 0);
  if (!Number.isFinite(value)) return null;
  const partYear = part === undefined ? null : describePart(indicator, known, part);
  return describe(indicator, value, used.at(-1)?.asOf ?? "", partYear, used);
}

function latestMean(
  indicator: Indicator,
  rule: AttainmentRule,
  known: readonly Observation[],
  { plan }: ObservedWorld,
): LatestActual | null {
  const years = withoutGap(yearlyActuals(indicator, known, plan.firstYear, plan.lastYear), plan.firstYear);
  const last = years.at(-1);
  if (last === undefined) return null;
  const value = attainmentStatistic(
    years.map((one) => one.value),
    rule,
  );
  return describe(
    indicator,
    value,
    `${last.year}-12-31`,
    null,
    years.map(({ observation }) => observation),
  );
}

/** One figure for the plan's years from the first on, the longest. */
function preferredWholeSum(known: readonly Observation[], firstYear: number): Observation | undefined {
  const sums = known.filter((one) => one.period === "sum" && one.from === firstYear && typeof one.value === "number");
  const last = Math.max(...sums.map(({ year }) => year));
  return preferredObservation(sums.filter(({ year }) => year === last));
}

function withoutGap<T extends { readonly year: number }>(years: readonly T[], from: number): T[] {
  const gap = years.findIndex(({ year }, place) => year !== from + place);
  return gap < 0 ? [...years] : years.slice(0, gap);
}

/** The running total of a year up to the latest month. */
function latestPart(known: readonly Observation[], year: number): Observation | undefined {
  const parts = known.filter((one) => isPart(one) && one.year === year);
  const last = Math.max(...parts.map(({ month }) => month));
  return preferredObservation(parts.filter(({ month }) => month === last));
}

function isPart({ basis, month, value }: Observation): boolean {
  return basis === "year_to_date" && month < 12 && typeof value === "number";
}

/**
 * Hold a running total against the same months of earlier years: which share of a whole year had come by then.
 *
 * Never a linear share of time: campaigns and seasons put more of a year into its first half, or less.
 */
function describePart(indicator: Indicator, known: readonly Observation[], part: Observation): PartYear {
  const earlier = yearlyActuals(indicator, known, part.year - 5, part.year - 1).flatMap(({ year, value }) => {
    const same = preferredObservation(
      known.filter((one) => isPart(one) && one.year === year && one.month === part.month),
    );
    const total = same === undefined ? null : numberIn(indicator, same);
    return total === null || value <= 0 ? [] : [{ year, share: total / value }];
  });
  return {
    year: part.year,
    month: part.month,
    share: earlier.length === 0 ? null : earlier.reduce((sum, { share }) => sum + share, 0) / earlier.length,
    from: earlier.map(({ year }) => year),
  };
}

function describe(
  { unit }: Pick<Indicator, "unit">,
  value: number,
  date: string,
  partYear: PartYear | null,
  used: readonly Observation[],
): LatestActual {
  const decimals = used.flatMap((one) =>
    one.decimals === undefined ? [] : [Math.max(0, one.decimals + unit.scale - one.unit.scale)],
  );
  const releases = used.flatMap((one) => vintageOf(one).release ?? []);
  const order = Object.keys(releaseWords);
  return {
    value,
    date,
    partYear,
    releases: [...new Set(releases)].sort((a, b) => order.indexOf(a) - order.indexOf(b)),
    sources: [...new Set(used.map(({ source }) => source))],
    grade: used.map(({ grade }) => grade).reduce((worst, grade) => (grade > worst ? grade : worst)),
    isInternal: used.some(({ disclosure }) => disclosure === "internal"),
    decimals: decimals.length === 0 ? null : Math.min(...decimals),
  };
}
