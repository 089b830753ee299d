import type { Bilingual } from "../core/bilingual.ts";
import type { Observation } from "../inputs/study.ts";
import { vintageOf } from "../inputs/vintage.ts";
import type { EvaluationRow } from "./evaluation.ts";
import { type ObservedWorld, rowObservations } from "./row-actuals.ts";

/** Say what a reader must know before anything is quoted: how little there is, and what was left out. */
export function evaluationNotes(
  rows: readonly EvaluationRow[],
  world: ObservedWorld,
  eventsLeftOut: readonly Bilingual[],
): Bilingual[] {
  const used = world.plan.indicators.flatMap((indicator) =>
    rowObservations(indicator, world.plan.observedAs, world).filter(({ year }) => year > world.plan.baseYear),
  );
  return [
    ...(world.plan.isDemonstration ? [demonstrationNote] : []),
    observedNote(rows),
    ...undatedNote(used),
    ...internalNote(used),
    ...(eventsLeftOut.length > 0 ? [eventsNote(eventsLeftOut, world)] : []),
  ];
}

const demonstrationNote: Bilingual = {
  zh: "示例：本评估的“实际值”是编造的，只用来演示，不说明任何地方的情况。",
  en: "Demonstration: the actual values of this evaluation are invented to show how it works and describe no place.",
};

/** How many rows anything has been observed of, and what the others rest on. */
function observedNote(rows: readonly EvaluationRow[]): Bilingual {
  const seen = rows.filter(({ path }) => path.some(({ actual }) => actual !== null));
  const figures = seen.reduce((sum, { path }) => sum + path.filter(({ actual }) => actual !== null).length, 0);
  const rest = rows.length - seen.length;
  if (seen.length === 0) {
    return {
      zh: `${rows.length}项指标在基期以后都没有实际值：以下全部来自模型和假设，说明不了执行情况。`,
      en: `None of the ${rows.length} rows has an actual value after the base year: everything below comes from the model and its assumptions and says nothing of how the plan is carried out.`,
    };
  }
  const names = (key: "zh" | "en", join: string) => seen.map(({ label }) => label[key]).join(join);
  if (rest === 0) {
    return {
      zh: `${rows.length}项指标都有基期以后的实际值，共${figures}个年度数。`,
      en: `All ${rows.length} rows have actual values after the base year, ${figures} yearly figures in all.`,
    };
  }
  const isFew = seen.length <= rest;
  const listed = isFew ? { zh: `（${names("zh", "、")}）`, en: ` (${names("en", "; ")})` } : { zh: "", en: "" };
  return {
    zh: `${rows.length}项指标中${seen.length}项有基期以后的实际值${listed.zh}，共${figures}个年度数；其余${rest}项没有，其测算只来自模型和假设。`,
    en: `${seen.length} of ${rows.length} rows have an actual value after the base year${listed.en}, ${figures} yearly figure(s) in all; the other ${rest} have none, and what is said of them comes from the model and its assumptions alone.`,
  };
}

function undatedNote(used: readonly Observation[]): Bilingual[] {
  const undated = used.filter((one) => vintageOf(one).published === null).length;
  if (undated === 0) return [];
  return [
    {
      zh: `所用数据中有${undated}个没有注明发布日期，按期末即已知晓处理，可能早于实际发布。`,
      en: `${undated} of the figures used bear no date of publication and are taken as known at the end of their period, which may be earlier than they were.`,
    },
  ];
}

function internalNote(used: readonly Observation[]): Bilingual[] {
  const internal = used.filter(({ disclosure }) => disclosure === "internal").length;
  if (internal === 0) return [];
  return [
    {
      zh: `用到${internal}个内部数据，未经同意不得公开。`,
      en: `${internal} internal figure(s) were used; do not publish without consent.`,
    },
  ];
}

function eventsNote(names: readonly Bilingual[], { informationDate }: ObservedWorld): Bilingual {
  return {
    zh: `以下事件在${informationDate}时尚未决定，没有计入：${names.map(({ zh }) => zh).join("、")}。`,
    en: `Not yet decided on ${informationDate} and so left out: ${names.map(({ en }) => en).join("; ")}.`,
  };
}

/** Whether any figure of the plan's rows that was used is internal. */
export function usesInternalFigures(rows: readonly EvaluationRow[]): boolean {
  return rows.some(({ actual }) => actual?.isInternal === true);
}

/** Names of events as a plan's reader knows them. */
export function eventNames(
  ids: readonly string[],
  events: readonly { readonly name: string; readonly label: Bilingual }[],
): Bilingual[] {
  return ids.map((id) => events.find(({ name }) => name === id)?.label ?? { zh: id, en: id });
}
