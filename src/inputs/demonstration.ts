import type { Bilingual } from "../core/bilingual.ts";
import type { Study } from "./study.ts";

/** What is put beside every name that an output of invented figures bears. */
const mark: Bilingual = { zh: "（示例）", en: " (demonstration)" };

/** The word alone, for tables and files that hold no names. */
export const demonstrationWord: Bilingual = { zh: "示例", en: "demonstration" };

/**
 * Mark a study of invented figures: the names of plan, place and scenarios say so.
 *
 * Every table, chart and document of the toolkit bears one of these names, so that none can be taken for real.
 */
export function markDemonstration(study: Study): Study {
  const { plan, scenarios } = study;
  return {
    ...study,
    plan: { ...plan, label: markName(plan.label), place: markName(plan.place) },
    scenarios: scenarios.map((scenario) => ({ ...scenario, label: markName(scenario.label) })),
  };
}

/** A name with the mark. */
export function markName({ zh, en }: Bilingual): Bilingual {
  return { zh: `${zh}${mark.zh}`, en: `${en}${mark.en}` };
}
