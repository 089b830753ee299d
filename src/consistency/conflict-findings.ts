import type { Bilingual } from "../core/bilingual.ts";
import type { FeasibilityVariable } from "../inputs/feasibility.ts";
import type { ConflictFinding, ConflictMember, Loosening } from "./consistency-report.ts";
import { comparisonText, type FigureForm, figureText } from "./figure-text.ts";
import { findingTexts } from "./finding-texts.ts";
import type { CapacityRequirement, Requirement, TargetRequirement } from "./plan-program.ts";
import { inPlanOrder, joined, type PlanWords, placesOf } from "./plan-words.ts";
import type { Conflict } from "./try-definitions.ts";

/** Decimals in which limits are shown. */
const limitDecimals = 2;

/** Put a conflict into words. */
export function conflictFinding(words: PlanWords, conflict: Conflict): ConflictFinding {
  const { plan } = words;
  const { requirements, loosenings } = conflict;
  const options = decidingOptions(words, conflict);
  const rows = inPlanOrder(plan, [...requirements.flatMap(rowsOf), ...options.flatMap(({ rows }) => rows)]);
  const textOf = (loosening: Loosening) =>
    looseningText(
      requirements.find(({ kind, name }) => kind === loosening.kind && name === loosening.name)!,
      loosening,
    );
  return {
    kind: "conflict",
    id: `conflict:${[...requirements.map(({ name }) => name)].join("+")}`,
    rows,
    places: placesOf(plan, rows),
    sentence: findingTexts.conflict({
      targets: requirements.flatMap((member) => (member.kind === "target" ? [targetText(member)] : [])),
      capacities: requirements.flatMap((member) => (member.kind === "capacity" ? [capacityText(words, member)] : [])),
      under: options.map(({ text }) => text),
      loosenings: loosenings.map(textOf),
    }),
    members: requirements.map(memberOf),
    under: Object.fromEntries(options.map(({ definition, options: names }) => [definition, names])),
    loosenings,
    restsOn: conflict.restsOn.map(({ name, source }) => ({ relation: name, source })),
  };
}

interface DecidingOptions {
  readonly definition: string;
  readonly options: readonly string[];
  readonly rows: readonly string[];
  readonly text: Bilingual;
}

/** The options under which a conflict arises, of the definitions that make a difference to it. */
function decidingOptions({ plan, feasibility }: PlanWords, { choices }: Conflict): DecidingOptions[] {
  return (feasibility?.definitions ?? []).flatMap(({ name, label, options }) => {
    const chosen = options.filter((option) => choices.some((choice) => choice[name] === option.name));
    if (chosen.length === options.length) return [];
    const labels = joined(
      chosen.map((option) => {
        const places = joined(placesOf(plan, option.rows));
        if (places.zh === "") return { zh: `“${option.label.zh}”`, en: `“${option.label.en}”` };
        return { zh: `“${option.label.zh}”（${places.zh}）`, en: `“${option.label.en}” (${places.en})` };
      }),
      "或",
      ", ",
      " or ",
    );
    return [
      {
        definition: name,
        options: chosen.map((option) => option.name),
        rows: chosen.flatMap((option) => option.rows),
        text: { zh: `“${label.zh}”为${labels.zh}`, en: `“${label.en}” as ${labels.en}` },
      },
    ];
  });
}

function rowsOf(member: Requirement): readonly string[] {
  return member.kind === "target" ? [member.name] : member.capacity.rows;
}

function memberOf(member: Requirement): ConflictMember {
  const { kind, name } = member;
  return member.kind === "target"
    ? { kind, name, label: member.indicator.label, source: null }
    : { kind, name, label: member.capacity.label, source: member.capacity.source };
}

function targetText({ indicator, direction, isStrict, target }: TargetRequirement): Bilingual {
  const comparison = direction === 1 ? (isStrict ? ">" : ">=") : isStrict ? "<" : "<=";
  const asked = comparisonText(comparison, target, indicator);
  return {
    zh: `${indicator.place.zh}“${indicator.label.zh}”${asked.zh}`,
    en: `“${indicator.label.en}” ${asked.en} (${indicator.place.en})`,
  };
}

function capacityText({ plan }: PlanWords, { capacity, limit, direction }: CapacityRequirement): Bilingual {
  const { label, rows } = capacity;
  const bound = limit && comparisonText(direction === 1 ? "<=" : ">=", limit.value, formOf(limit.variable));
  const places = placesOf(plan, rows);
  return {
    zh: `${label.zh}（${[bound?.zh, ...places.map(({ zh }) => zh)].filter(Boolean).join("，")}）`.replace("（）", ""),
    en: `${label.en} (${[bound?.en, ...places.map(({ en }) => en)].filter(Boolean).join("; ")})`.replace(" ()", ""),
  };
}

/** Rounded so that the printed loosening is enough. */
function looseningText(member: Requirement, { amount, to }: Loosening): Bilingual {
  if (member.kind === "target") {
    const text = figureText(to ?? member.target, member.indicator, member.direction === 1 ? "down" : "up");
    const { zh, en } = member.indicator.label;
    return member.direction === 1
      ? { zh: `“${zh}”降到${text.zh}`, en: `“${en}” down to ${text.en}` }
      : { zh: `“${zh}”升到${text.zh}`, en: `“${en}” up to ${text.en}` };
  }
  const { zh, en } = member.capacity.label;
  if (member.limit === null || to === null) {
    const text = String(Number(amount.toPrecision(3)));
    return { zh: `${zh}放宽${text}`, en: `${en} by ${text}` };
  }
  const text = figureText(to, formOf(member.limit.variable), member.direction === 1 ? "up" : "down");
  return member.direction === 1
    ? { zh: `${zh}增到${text.zh}`, en: `${en} up to ${text.en}` }
    : { zh: `${zh}降到${text.zh}`, en: `${en} down to ${text.en}` };
}

function formOf({ unit, unitText }: FeasibilityVariable): FigureForm {
  return { unit, unitText, display: { percent: false, decimals: limitDecimals } };
}
