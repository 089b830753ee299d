import type { Bilingual, Language } from "../core/bilingual.ts";
import type { Plan, Study } from "../inputs/study.ts";
import type { ScenarioReport } from "../progress/assessment-report.ts";
import { areAllDecided } from "../reachability/decided.ts";
import type { Verdict } from "../reachability/verdict.ts";
import type { ScenarioResult } from "../run-study.ts";
import { type TextSink, textColumns } from "./command-io.ts";
import { headline, togetherLines } from "./headline.ts";
import { sayIn } from "./messages.ts";
import { type TableCell, textTable } from "./text-table.ts";
import { chanceText, hasFigures, middleText, statisticText, targetText } from "./verdict-figures.ts";
import { paintClass, paintFor } from "./verdict-paint.ts";
import { wrapToWidth } from "./wrap-to-width.ts";

/**
 * Lay out what one scenario means for the plan: what leaders quote, a row a target, and the chances of rows together.
 *
 * Rows that could not be assessed stand below the table, drawn together by reason.
 */
export function reachabilityTable(
  result: ScenarioResult,
  report: ScenarioReport,
  { plan, seek }: Pick<Study, "plan" | "seek">,
  language: Language,
  sink: TextSink,
): string {
  const { verdicts } = result.verdicts;
  const shown = verdicts.filter(hasFigures);
  const parts = [heading(result, language, sink), headline(report, plan, language, sink)];
  if (shown.length > 0) parts.push(targetTable(shown, plan, language, sink));
  parts.push(
    ...notes(result, language)
      .flatMap((line) => wrapToWidth(line, textColumns(sink)))
      .map((line) => `${line}\n`),
  );
  parts.push(...reasonList(verdicts, plan, language, sink));
  const together = togetherLines(report, plan, seek.sets, language).flatMap((line) =>
    wrapToWidth(line, textColumns(sink)),
  );
  if (together.length > 0) parts.push(`\n${together.join("\n")}\n`);
  return parts.join("");
}

function heading({ scenario, identity, verdicts }: ScenarioResult, language: Language, sink: TextSink): string {
  const say = sayIn(language);
  const paint = paintFor(sink);
  const separator = language === "zh" ? "　" : "  ·  ";
  const origin = [
    standingText(verdicts.verdicts, language),
    say("informationDate", { date: identity.informationDate }),
    say("run", identity),
  ];
  const title = paint.bold(`${scenario.label[language]} (${scenario.id})`);
  const lines = wrapToWidth(origin.filter((text) => text !== "").join(separator), textColumns(sink)).map(paint.dim);
  return `${title}\n${lines.join("\n")}\n\n`;
}

/** The heading that all rows share, else the tenses that occur. */
function standingText(verdicts: readonly Verdict[], language: Language): string {
  const say = sayIn(language);
  const judged = verdicts.filter((verdict) => verdict.standing !== null && hasFigures(verdict));
  const headings = new Set(judged.map(({ heading }) => heading?.[language]));
  if (headings.size === 1) return [...headings][0] ?? "";
  const words = { forecast: say("forecast"), retrospective: say("retrospective"), fact: say("fact") };
  return [...new Set(judged.map(({ standing }) => (standing === null ? "" : words[standing])))].join(" / ");
}

function targetTable(verdicts: readonly Verdict[], plan: Plan, language: Language, sink: TextSink): string {
  const say = sayIn(language);
  const paint = paintFor(sink);
  const isAllDecided = areAllDecided(verdicts);
  const rows = verdicts.map((verdict): (TableCell | string)[] => {
    const indicator = indicatorOf(plan, verdict);
    const isBinding = verdict.attribute === "binding";
    const colour = paintClass(paint, verdict.class);
    return [
      indicator.row ?? "",
      {
        text: isBinding ? `${indicator.label[language]}*` : indicator.label[language],
        ...(isBinding ? { paint: paint.bold } : {}),
      },
      targetText(verdict, indicator, language),
      middleText(verdict, indicator, language),
      { text: statisticText(verdict, plan, language), paint: paint.dim },
      ...(isAllDecided ? [] : [{ text: chanceText(verdict), paint: colour }]),
      { text: verdict.wording[language], paint: colour },
    ];
  });
  const columns = [
    { header: say("row") },
    { header: say("indicator"), wraps: true },
    { header: say("target"), wraps: true },
    { header: isAllDecided ? say("observedValue") : say("median"), align: "right" },
    { header: say("statistic"), wraps: true },
    ...(isAllDecided ? [] : [{ header: say("chance"), align: "right" } as const]),
    { header: say("verdict"), wraps: true },
  ] as const;
  return `${textTable(columns, rows, sink.columns)}${verdicts.some((v) => v.attribute === "binding") ? `${paint.dim(say("bindingMark"))}\n` : ""}`;
}

/** What the reader must know besides the numbers: events left out, draws that are no numbers, coarse estimates. */
function notes({ scenario, ensemble, verdicts }: ScenarioResult, language: Language): string[] {
  const say = sayIn(language);
  const lines = ensemble.notices.map((notice) => notice[language]);
  if (verdicts.verdicts.some((verdict) => verdict.alternativeClass !== null)) lines.push(say("widerBand"));
  if (ensemble.eventsLeftOut.length > 0) {
    const names = ensemble.eventsLeftOut.join(language === "zh" ? "、" : ", ");
    lines.push(say("eventsLeftOut", { names, date: scenario.knownAsOf ?? "" }));
  }
  for (const { draws, equation, firstYear } of ensemble.nonFinite) {
    lines.push(say("nonFinite", { draws, equation, year: firstYear }));
  }
  return lines;
}

/** Rows without a verdict by their reason: one line a reason, with the rows it holds for. */
function reasonList(verdicts: readonly Verdict[], plan: Plan, language: Language, sink: TextSink): string[] {
  const say = sayIn(language);
  const left = verdicts.filter((verdict) => !hasFigures(verdict));
  if (left.length === 0) return [];
  const byReason = new Map<string, string[]>();
  for (const verdict of left) {
    const { row, label } = indicatorOf(plan, verdict);
    const reason = reasonText(verdict.reason, verdict.wording, language);
    const name = row === null ? label[language] : `${row} ${label[language]}`;
    byReason.set(reason, [...(byReason.get(reason) ?? []), name]);
  }
  const lines = [...byReason].flatMap(([reason, names]) => {
    const text = `${reason}${language === "zh" ? "" : " "}${names.join(language === "zh" ? "；" : "; ")}`;
    return wrapToWidth(text, textColumns(sink) - 2).map((line) => `  ${line}`);
  });
  return [`\n${say("notAssessed", { count: left.length })}\n`, `${paintFor(sink).dim(lines.join("\n"))}\n`];
}

function reasonText(reason: Bilingual | null, wording: Bilingual, language: Language): string {
  const text = (reason ?? wording)[language].replace(/[。.]$/, "");
  return `${text}${language === "zh" ? "：" : ":"}`;
}

function indicatorOf(plan: Plan, verdict: Verdict) {
  const indicator = plan.indicators.find(({ id }) => id === verdict.indicator);
  if (indicator === undefined)
    throw new RangeError(`reachabilityTable: the plan must hold the row; got ${verdict.indicator}`);
  return indicator;
}
