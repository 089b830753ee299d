import type { Bilingual } from "../core/bilingual.ts";
import type { Feasibility } from "../inputs/feasibility.ts";
import type { Baseline, Indicator, Plan } from "../inputs/study.ts";

/** What the findings of a plan are worded with. */
export interface PlanWords {
  readonly plan: Plan;
  /** Null when the region declares none. */
  readonly feasibility: Feasibility | null;
}

/** Say where one reading of a figure stands: as declared, else the row for the default reading, else its name. */
export function readingPlace(
  { feasibility }: PlanWords,
  indicator: Indicator,
  side: "baseline" | "target",
  reading: string,
): Bilingual {
  const declared = feasibility?.readingPlaces[side][reading];
  if (declared) return declared;
  if (reading === indicator[side]?.default) return indicator.place;
  return { zh: `口径“${reading}”`, en: `the reading “${reading}”` };
}

/** Say when a baseline is of: 2020年底, 2020年, 2016—2020年. */
export function baselineTime({ period, year, from }: Pick<Baseline, "period" | "year" | "from">): Bilingual {
  if (period === "year_end") return { zh: `${year}年底`, en: `the end of ${year}` };
  if (period === "sum" && from !== null) return { zh: `${from}—${year}年`, en: `${from}–${year}` };
  return { zh: `${year}年`, en: `${year}` };
}

/** Years that a baseline covers; null for a balance at a year's end. */
export function baselineYears({ period, year, from }: Pick<Baseline, "period" | "year" | "from">): number | null {
  if (period === "year_end") return null;
  return period === "sum" && from !== null ? year - from + 1 : 1;
}

/** Join texts of both languages, the last one with a word of its own in English. */
export function joined(texts: readonly Bilingual[], zh = "、", en = ", ", enLast = " and "): Bilingual {
  const english = texts.map((text) => text.en);
  const head = english.slice(0, -1).join(en);
  return {
    zh: texts.map((text) => text.zh).join(zh),
    en: english.length > 1 ? `${head}${enLast}${english.at(-1)}` : english.join(""),
  };
}

/** The places of rows, each once, after others that come first. */
export function placesOf(plan: Plan, rows: readonly string[], first: readonly Bilingual[] = []): Bilingual[] {
  const own = plan.indicators.filter(({ id }) => rows.includes(id)).map(({ place }) => place);
  const seen = new Set<string>();
  return [...first, ...own].filter(({ zh }) => !seen.has(zh) && seen.add(zh));
}

/** Rows in order of the plan, each once. */
export function inPlanOrder(plan: Plan, rows: readonly string[]): string[] {
  return plan.indicators.map(({ id }) => id).filter((id) => rows.includes(id));
}
