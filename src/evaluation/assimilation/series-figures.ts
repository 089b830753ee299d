import type { Bilingual } from "../../core/bilingual.ts";
import { type Unit, unitsEqual } from "../../core/unit.ts";
import type { Observation } from "../../inputs/study.ts";
import { wasKnownBy } from "../../inputs/vintage.ts";
import { boundsIn, isOnChangedDefinition, preferredObservation } from "../../reachability/observed-evidence.ts";
import type { Evidence } from "./assimilation.ts";
import { evidenceReasons } from "./assimilation-words.ts";

/** A figure of one year, or of a sum of years, in the unit that is wanted. */
export interface SeriesFigure extends Pick<Evidence, "from" | "year" | "value" | "grade" | "source" | "asOf"> {
  readonly basis: Observation["basis"];
}

/** The figures of one series that were known at a date. */
export interface KnownFigures {
  /** In order of year, sums after years. */
  readonly figures: readonly SeriesFigure[];
  readonly leftOut: readonly { readonly year: number; readonly reason: Bilingual; readonly source: string }[];
  /** Most decimal places of any figure, in the unit that is wanted. */
  readonly decimals: number;
}

/**
 * Choose the figures of a series that were known at a date: of several for one year the one to rely on.
 *
 * Figures of another scope than the latest, or on another definition, are not joined with it.
 */
export function knownFigures(
  observations: readonly Observation[],
  series: string,
  region: string,
  unit: Unit,
  asOf: string,
): KnownFigures {
  const measured = observations.filter(
    (one) => one.series === series && one.region === region && (one.type === "reported" || one.type === "estimated"),
  );
  const known = measured.filter((one) => wasKnownBy(one, asOf));
  const latest = preferredObservation(known.filter(({ year }) => year === Math.max(...known.map((one) => one.year))));
  const usable: Observation[] = [];
  const leftOut: { year: number; reason: Bilingual; source: string }[] = [];
  for (const one of known) {
    const reason = whyUnusable(one, unit, latest);
    if (reason === null) usable.push(one);
    else leftOut.push({ year: one.year, reason, source: one.source });
  }
  const periods = [...new Set(usable.map(periodOf))].sort();
  const chosen = periods.map((period) =>
    preferredObservation(usable.filter((one) => periodOf(one) === period)),
  ) as Observation[];
  return {
    figures: chosen.map((one) => figureOf(one, unit)),
    leftOut,
    decimals: Math.max(0, ...usable.map((one) => decimalsOf(one, unit))),
  };
}

function whyUnusable(one: Observation, unit: Unit, latest: Observation | undefined): Bilingual | null {
  if (!unitsEqual({ ...one.unit, scale: unit.scale }, unit)) return evidenceReasons.otherUnit(one.unitText);
  if (isOnChangedDefinition(one)) return evidenceReasons.otherDefinition(one.definition);
  if (latest && one.scope !== latest.scope) return evidenceReasons.otherScope(one.scope);
  if (one.period === "sum") return one.month === 12 && one.basis !== "mean" ? null : evidenceReasons.partOfYear();
  const isWhole =
    one.period === "year" || (one.month === 12 && (one.basis === "period_end" || one.basis === "year_to_date"));
  return isWhole ? null : evidenceReasons.partOfYear();
}

/** Sorts years before the sums that end in them. */
function periodOf({ year, period, from }: Observation): string {
  return period === "sum" ? `${year} sum from ${from}` : `${year}`;
}

function figureOf(one: Observation, unit: Unit): SeriesFigure {
  const { lower, upper } = boundsIn(unit, one);
  const { year, basis, grade, source, asOf } = one;
  const from = one.period === "sum" ? (one.from ?? year) : year;
  return { from, year, value: lower === upper ? lower : { lower, upper }, basis, grade, source, asOf };
}

/** Decimal places of a figure's own digits, moved as its unit is. */
function decimalsOf({ value, unit: own }: Observation, unit: Unit): number {
  if (typeof value !== "number") return 0;
  const [digits, exponent = "0"] = String(value).split("e");
  const printed = (digits.split(".")[1]?.length ?? 0) - Number(exponent);
  return printed - (own.scale - unit.scale);
}

/**
 * Turn sums over several years into increments: what years with figures of their own have already told is taken off.
 *
 * Of sums that end in different years the later is told from the earlier. A sum of which every year is known by
 * itself is dropped, and so is one that leaves a gap in the middle.
 */
export function incrementsOf(figures: readonly SeriesFigure[]): SeriesFigure[] {
  const told: SeriesFigure[] = figures.filter(({ from, year }) => from === year);
  const sums = figures.filter(({ from, year }) => from < year).sort((a, b) => a.year - b.year || b.from - a.from);
  for (const sum of sums) {
    const { value } = sum;
    const inside = told.filter(({ from, year }) => from >= sum.from && year <= sum.year);
    const first = Math.max(sum.from, ...inside.map(({ year }) => year + 1));
    const covered = inside.reduce((years, { from, year }) => years + year - from + 1, 0);
    const isPlain = typeof value === "number" && inside.every((one) => typeof one.value === "number");
    if (first > sum.year || covered !== first - sum.from || !isPlain) continue;
    const before = inside.reduce((total, one) => total + (one.value as number), 0);
    told.push({ ...sum, from: first, value: value - before });
  }
  return told.sort((a, b) => a.year - b.year || a.from - b.from);
}
