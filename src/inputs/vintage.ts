import type { Bilingual } from "../core/bilingual.ts";
import { parseDate } from "../core/parse-year.ts";
import type { Observation } from "./study.ts";

/** How final a published figure is: 快报, 年报, 审定; each replaces those before it. */
export type Release = "flash" | "annual" | "audited";

/** What the `vintage` of an observation says. */
export interface Vintage {
  /** Null when the source does not say. */
  readonly release: Release | null;
  /** ISO date from which on the figure was known: the last day of a year or month that stands alone; null if unknown. */
  readonly published: string | null;
}

/** Releases as an evaluator writes them. */
const releaseNames: Readonly<Record<string, Release>> = {
  快报: "flash",
  年报: "annual",
  审定: "audited",
  flash: "flash",
  annual: "annual",
  audited: "audited",
};

/** What releases are called. */
export const releaseWords: Readonly<Record<Release, Bilingual>> = {
  flash: { zh: "快报", en: "flash" },
  annual: { zh: "年报", en: "annual report" },
  audited: { zh: "审定", en: "audited" },
};

const vintagePattern = /^(快报|年报|审定|flash|annual|audited)?\s*(\d{4}(?:-\d{2}){0,2})?$/;

/**
 * Parse a vintage: a release, the date it came out, or both, such as `快报 2023-01-20`.
 *
 * A text of another form, such as `unknown` or an edition, says neither.
 *
 * @returns null for a date that the calendar does not have.
 */
export function parseVintage(text: string): Vintage | null {
  const match = vintagePattern.exec(text);
  if (match === null) return { release: null, published: null };
  const [, release, date] = match;
  const published = date === undefined ? null : lastDay(date);
  if (published !== null && !parseDate(published).ok) return null;
  return { release: release === undefined ? null : (releaseNames[release] ?? null), published };
}

/** The vintage of an observation; one that cannot be read says nothing. */
export function vintageOf({ vintage }: Pick<Observation, "vintage">): Vintage {
  return parseVintage(vintage) ?? { release: null, published: null };
}

/**
 * Tell whether a figure was known at a date: its period was over, and it had come out.
 *
 * A figure without a date of publication is taken to be known at the end of its period.
 *
 * @param date - ISO.
 */
export function wasKnownBy(observation: Pick<Observation, "asOf" | "vintage">, date: string): boolean {
  return knownSince(observation) <= date;
}

/** ISO date from which on a figure is known. */
export function knownSince(observation: Pick<Observation, "asOf" | "vintage">): string {
  const { published } = vintageOf(observation);
  return published !== null && published > observation.asOf ? published : observation.asOf;
}

/**
 * Order observations of the same thing, the one to rely on first: 审定 before 年报 before 快报, then the latest to come
 * out, the best grade, the latest date, and last source and value, so that their order in the file decides nothing.
 */
export function comparePreference(a: Observation, b: Observation): number {
  const [first, second] = [vintageOf(a), vintageOf(b)];
  return (
    compareReleases(first.release, second.release) ||
    codePointOrder(second.published ?? "", first.published ?? "") ||
    codePointOrder(a.grade, b.grade) ||
    codePointOrder(b.asOf, a.asOf) ||
    codePointOrder(a.source, b.source) ||
    codePointOrder(JSON.stringify(a.value), JSON.stringify(b.value))
  );
}

/** A figure that does not say how final it is counts as one of an annual report. */
function compareReleases(a: Release | null, b: Release | null): number {
  const ranks = { flash: 0, annual: 1, audited: 2 } as const;
  return ranks[b ?? "annual"] - ranks[a ?? "annual"];
}

function codePointOrder(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** The last day of a year or month, or the day itself. */
function lastDay(date: string): string {
  const [year = "", month = "12", day] = date.split("-");
  if (day !== undefined) return date;
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return `${year}-${month}-${last}`;
}
