import type { Bilingual } from "../core/bilingual.ts";
import type { Observation, Plan } from "../inputs/study.ts";
import { knownSince } from "../inputs/vintage.ts";
import type { ObservedEvidence } from "./observed-evidence.ts";
import { yearsText } from "./years-text.ts";

/**
 * Fix the information date (信息截至): nothing later is known to a run.
 *
 * @param observations - of all regions and series; those projected or set as targets say nothing of what is known.
 * @param plan - when nothing was measured, the end of its base year is what is known.
 * @param asOf - ISO date that the person gave; it wins.
 * @returns an ISO date, from the inputs alone and never from the clock.
 * @throws RangeError when `asOf` is no date of the calendar.
 */
export function informationDate(
  observations: readonly Pick<Observation, "type" | "asOf" | "vintage">[],
  plan: Pick<Plan, "baseYear">,
  asOf?: string,
): string {
  if (asOf !== undefined) {
    if (!isCalendarDate(asOf)) throw new RangeError(`informationDate: asOf must be a date YYYY-MM-DD; got ${asOf}`);
    return asOf;
  }
  const measured = observations.filter((o) => o.type === "reported" || o.type === "estimated").map(knownSince);
  return measured.reduce((latest, date) => (date > latest ? date : latest), measured[0] ?? yearEnd(plan.baseYear));
}

/** Tell whether a year has ended by an ISO date: from its 31 December on. */
export function isPast(year: number, informationDate: string): boolean {
  return informationDate >= yearEnd(year);
}

/**
 * Write the heading of a row that is no fact: a forecast, or a retrospective estimate of a year that has ended.
 *
 * @param targetYear - the year that decides the tense.
 * @param evidence - what was observed, so that the heading says truly what is missing; null when nobody looked.
 */
export function standingHeading(
  targetYear: number,
  informationDate: string,
  evidence: ObservedEvidence | null,
): Bilingual {
  if (!isPast(targetYear, informationDate)) return { zh: "预测", en: "Forecast" };
  if (evidence === null) return { zh: "回溯测算", en: "Retrospective estimate" };
  if (evidence.kind !== "missing") {
    return {
      zh: `回溯测算：${targetYear}年实际值只有范围，不足以判定`,
      en: `Retrospective estimate: the actual value for ${targetYear} is a range that does not decide`,
    };
  }
  const text = yearsText(evidence.years.includes(targetYear) ? [targetYear] : evidence.years);
  return {
    zh: `回溯测算：${text.zh}实际值未收集`,
    en: `Retrospective estimate: no actual value for ${text.en} has been collected`,
  };
}

function yearEnd(year: number): string {
  return `${String(year).padStart(4, "0")}-12-31`;
}

function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(text);
}
