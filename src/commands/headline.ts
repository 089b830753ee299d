import type { Language } from "../core/bilingual.ts";
import type { Indicator, Plan } from "../inputs/study.ts";
import type { ScenarioReport } from "../progress/assessment-report.ts";
import { areAllDecided } from "../reachability/decided.ts";
import type { Verdict } from "../reachability/verdict.ts";
import { chanceWording } from "../reachability/wording.ts";
import { type TextSink, textColumns } from "./command-io.ts";
import { sayIn } from "./messages.ts";
import { isAssessed, percentText } from "./verdict-figures.ts";
import { paintFor } from "./verdict-paint.ts";
import { wrapToWidth } from "./wrap-to-width.ts";

/**
 * Write what leaders quote of one scenario: how many rows are met, then the binding rows by name, then what is warned of.
 *
 * Chances are in tenths; the exact ones stand in the table.
 */
export function headline(report: ScenarioReport, plan: Plan, language: Language, sink: TextSink): string {
  const [first, ...others] = [
    countText(report, language),
    bindingText(report, plan, language),
    alertText(report, plan, language),
  ].filter((text) => text !== "");
  if (first === undefined) return "";
  const wrapped = (text: string) => wrapToWidth(text, textColumns(sink));
  const lines = [...wrapped(first).map(paintFor(sink).bold), ...others.flatMap(wrapped)];
  return `${lines.join("\n")}\n\n`;
}

function countText({ rowsMet, verdicts }: ScenarioReport, language: Language): string {
  if (rowsMet === null) return factCountText(verdicts, language);
  const { rows, met, completionRate } = rowsMet;
  const facts = verdicts.filter(({ fact }) => fact !== null);
  const factsMet = facts.filter(({ fact }) => fact?.met).length;
  const span = (lower: number, upper: number) => `${lower}${language === "zh" ? "—" : "–"}${upper}`;
  const say = sayIn(language);
  const rates = {
    rows: verdicts.length,
    rate: rateText(completionRate.median),
    rateSpan: `${rateText(completionRate.lower)}${language === "zh" ? "—" : "–"}${rateText(completionRate.upper)}`,
  };
  if (facts.length === 0) {
    return say("rowsMet", { ...rates, assessed: rows, met: met.median, metSpan: span(met.lower, met.upper) });
  }
  // Facts are met on every draw alike, so what is left of the count is that of the open rows.
  return say("rowsMetBesides", {
    ...rates,
    decided: facts.length,
    decidedMet: factsMet,
    open: rows - facts.length,
    met: met.median - factsMet,
    metSpan: span(met.lower - factsMet, met.upper - factsMet),
  });
}

/** The count of rows that observations have decided, where nothing is left to estimate. */
function factCountText(verdicts: readonly Verdict[], language: Language): string {
  if (!areAllDecided(verdicts)) return "";
  const facts = verdicts.filter(({ fact }) => fact !== null);
  const met = facts.filter(({ fact }) => fact?.met).length;
  return sayIn(language)("metCount", {
    met,
    decided: facts.length,
    rows: verdicts.length,
    rate: `${((100 * met) / facts.length).toFixed(1).replace(/\.0$/, "")}%`,
  });
}

/** A rate of rows is exact: it may be 0 % or 100 %. */
function rateText(rate: number): string {
  return `${Math.round(rate * 100)}%`;
}

function bindingText(report: ScenarioReport, plan: Plan, language: Language): string {
  const binding = report.verdicts.filter((verdict) => verdict.attribute === "binding" && isAssessed(verdict));
  if (binding.length === 0) return "";
  const isChinese = language === "zh";
  const said = binding.map((verdict) => {
    const { probability, wording } = verdict;
    const chance = probability === null ? [] : [chanceWording(probability)[language]];
    const alert = alertOf(report, verdict)?.wording?.[language];
    const parts = [wording[language], ...chance, ...(alert === undefined ? [] : [alert])];
    const name = indicatorOf(plan, verdict).label[language];
    return isChinese ? `${name}（${parts.join("，")}）` : `${name} (${parts.join(", ")})`;
  });
  const end = isChinese ? "。" : ".";
  return `${sayIn(language)("bindingRow")}${isChinese ? "：" : ": "}${said.join(isChinese ? "；" : "; ")}${end}`;
}

/** Warned rows with what decides, the serious ones first; then the indicative rows to watch. */
function alertText(report: ScenarioReport, plan: Plan, language: Language): string {
  const say = sayIn(language);
  const isChinese = language === "zh";
  const texts = (["serious_warning", "warning", "watch"] as const).flatMap((level) => {
    const rows = report.verdicts.filter((verdict) => alertOf(report, verdict)?.level === level);
    const [first] = rows;
    if (first === undefined) return [];
    const title = alertOf(report, first)?.wording?.[language] ?? "";
    const said = rows.map((verdict) => {
      const name = indicatorOf(plan, verdict).label[language];
      const by = alertOf(report, verdict)?.decidedBy ?? null;
      const why = by === null ? "" : say(by === "pace" ? "byPace" : "byChance");
      return why === "" ? name : isChinese ? `${name}（${why}）` : `${name} (${why})`;
    });
    const capital = isChinese ? title : title.charAt(0).toUpperCase() + title.slice(1);
    return [`${capital}${isChinese ? "：" : ": "}${said.join(isChinese ? "、" : ", ")}${isChinese ? "。" : "."}`];
  });
  return texts.join(isChinese ? "" : " ");
}

/**
 * Write the chances of rows together under one scenario: binding rows, all rows, named sets, and the pairs that hang
 * together most.
 */
export function togetherLines(
  { joint, verdicts }: ScenarioReport,
  plan: Plan,
  sets: Readonly<Record<string, { readonly label: Readonly<Record<Language, string>> }>>,
  language: Language,
): string[] {
  const say = sayIn(language);
  const isChinese = language === "zh";
  const named = Object.entries(joint.sets).flatMap(([set, chance]): [string, number][] => {
    return chance === null ? [] : [[sets[set]?.label[language] ?? set, chance]];
  });
  // Where a row has been missed already, all together is no question of chance any more.
  const missed = verdicts.filter(({ fact }) => fact?.met === false);
  const isBindingMissed = missed.some(({ attribute }) => attribute === "binding");
  const groups: [string, number | null][] = [
    [say("bindingRows"), isBindingMissed ? null : joint.binding],
    [say("allRows"), missed.length > 0 ? null : joint.all],
    ...named,
  ];
  const chances = groups.flatMap(([name, chance]) => (chance === null ? [] : [`${name} ${percentText(chance)}`]));
  const name = (id: string) => plan.indicators.find((row) => row.id === id)?.label[language] ?? id;
  const pairs = (sign: 1 | -1) =>
    joint.pairs
      .filter(({ excess }) => sign * excess >= leastExcess)
      .toSorted((a, b) => sign * (b.excess - a.excess))
      .slice(0, mostPairs)
      .map(({ first, second, excess }) => {
        const points = Math.round(Math.abs(excess) * 100);
        return say("pair", { first: name(first), second: name(second), points });
      })
      .join(isChinese ? "；" : "; ");
  const [hurt, help] = [pairs(-1), pairs(1)];
  return [
    ...(chances.length > 0 ? [say("metTogether", { chances: chances.join(isChinese ? "，" : ", ") })] : []),
    ...(hurt === "" ? [] : [say("pairsHurt", { pairs: hurt })]),
    ...(help === "" ? [] : [say("pairsHelp", { pairs: help })]),
  ];
}

/** Pairs that a table names, and the least that they change the chance of both: half a point shows as one. */
const mostPairs = 3;
const leastExcess = 0.005;

function alertOf({ progress }: ScenarioReport, { indicator }: Verdict) {
  return progress.find((row) => row.indicator === indicator)?.alert;
}

function indicatorOf(plan: Plan, { indicator: id }: Verdict): Indicator {
  const indicator = plan.indicators.find((row) => row.id === id);
  if (indicator === undefined) throw new RangeError(`headline: the plan must hold the row; got ${id}`);
  return indicator;
}
