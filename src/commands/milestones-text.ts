import { formatFigure } from "../charts/format-figure.ts";
import type { Language } from "../core/bilingual.ts";
import { rowObservations, yearlyActuals } from "../evaluation/row-actuals.ts";
import type { Indicator, Study } from "../inputs/study.ts";
import type { ScenarioReport } from "../progress/assessment-report.ts";
import type { Corridor, CorridorYear } from "../reachability/corridor.ts";
import { areAllDecided } from "../reachability/decided.ts";
import type { ShareAmount, Verdict } from "../reachability/verdict.ts";
import { unitWords } from "../report/unit-words.ts";
import { type TextSink, textColumns } from "./command-io.ts";
import { type Say, sayIn } from "./messages.ts";
import { textTable } from "./text-table.ts";
import { percentText } from "./verdict-figures.ts";
import { paintFor } from "./verdict-paint.ts";
import { wrapToWidth } from "./wrap-to-width.ts";

/** Write the way to every target year by year, with the values beyond which it is lost, and what shares need. */
export function milestonesText(
  report: ScenarioReport,
  study: Study,
  informationDate: string,
  language: Language,
  sink: TextSink,
): string {
  const say = sayIn(language);
  const paint = paintFor(sink);
  const { plan } = study;
  const corridors = report.milestones ?? [];
  const areFacts = areAllDecided(report.verdicts);
  const title = paint.bold(
    say(areFacts ? "factMilestonesTitle" : "milestonesTitle", { scenario: report.label[language] }),
  );
  if (corridors.length === 0) return `${title}\n${say("noTargets")}\n`;
  const years = [...new Set(corridors.flatMap((corridor) => corridor.years.map(({ year }) => year)))].sort();
  const right = { align: "right" as const };
  const columns = [
    { header: say("row") },
    { header: say("indicator"), wraps: true },
    { header: say("milestoneLine") },
    ...years.map((year) => ({ header: String(year), ...right })),
    { header: say("perYear"), ...right },
    { header: say("growth"), ...right },
    ...(areFacts ? [] : [{ header: say("firstMet"), ...right }]),
  ];
  const rows = corridors.flatMap((corridor) => {
    const indicator = plan.indicators.find(({ id }) => id === corridor.indicator);
    const verdict = report.verdicts.find((one) => one.indicator === corridor.indicator);
    if (indicator === undefined || verdict === undefined) return [];
    return corridorRows(corridor, indicator, verdict, years, { study, informationDate, language, areFacts });
  });
  const legend = [
    say("neededLegend"),
    ...(report.verdicts.some(({ fact }) => fact !== null) ? [say("actualLegend")] : []),
    ...(areFacts ? [] : [say("tripWireLegend", { percent: percentText(plan.assessment.tripWires.stillMet) })]),
  ].join(language === "zh" ? "" : " ");
  const notes = wrapToWidth(legend, textColumns(sink)).map(paint.dim);
  const needs = report.verdicts.flatMap((verdict) => {
    const text = shareText(verdict, study, language);
    return text === "" ? [] : wrapToWidth(text, textColumns(sink));
  });
  const parts = [title, "", textTable(columns, rows, sink.columns).trimEnd(), ...notes];
  return `${[...parts, ...(needs.length > 0 ? ["", ...needs] : [])].join("\n")}\n`;
}

interface CorridorContext {
  readonly study: Study;
  readonly informationDate: string;
  readonly language: Language;
  /** Whether every row is decided, and no column tells what is simulated. */
  readonly areFacts: boolean;
}

function corridorRows(
  { years }: Corridor,
  indicator: Indicator,
  verdict: Verdict,
  shown: readonly number[],
  context: CorridorContext,
): string[][] {
  const { language, areFacts } = context;
  const say = sayIn(language);
  const of = (year: number) => years.find((one) => one.year === year);
  const needed = shown.map((year) => {
    const value = of(year)?.needed ?? null;
    return value === null ? "–" : formatFigure(value, indicator.display, language);
  });
  const first = [
    indicator.row ?? "",
    indicator.attribute === "binding" ? `${indicator.label[language]}*` : indicator.label[language],
    say("neededLine"),
    ...needed,
    verdict.requiredPerYear === null ? "–" : changeText(verdict.requiredPerYear, indicator, language),
    verdict.requiredGrowth === null ? "–" : growthText(verdict.requiredGrowth, language),
    ...(areFacts ? [] : [firstMetText(verdict, say)]),
  ];
  const blank = ["", "", ...(areFacts ? [] : [""])];
  if (verdict.fact !== null)
    return [first, ["", "", say("actualLine"), ...actualCells(indicator, shown, context), ...blank]];
  if (!years.some(({ tripWire }) => tripWire !== null && tripWire.status !== "never")) return [first];
  const wires = shown.map((year) => wireText(of(year), indicator, language));
  return [first, ["", "", say("tripWireLine"), ...wires, ...blank]];
}

/** What came in each year; of a row that is summed, the sum so far, until a year is missing. */
function actualCells(
  indicator: Indicator,
  shown: readonly number[],
  { study: { plan, observations }, informationDate, language }: CorridorContext,
): string[] {
  const known = rowObservations(indicator, plan.observedAs, { plan, observations, informationDate });
  const actuals = yearlyActuals(indicator, known, shown[0] ?? plan.firstYear, shown.at(-1) ?? plan.lastYear);
  const isSum = indicator.target?.kind === "cumulative";
  let sum = 0;
  return shown.map((year) => {
    const value = actuals.find((actual) => actual.year === year)?.value ?? Number.NaN;
    sum += value;
    const told = isSum ? sum : value;
    return Number.isFinite(told) ? formatFigure(told, indicator.display, language) : "–";
  });
}

function wireText(year: CorridorYear | undefined, { display }: Indicator, language: Language): string {
  const wire = year?.tripWire ?? null;
  if (wire === null) return "";
  if (wire.status === "lost_anyway") return "×";
  return wire.value === null
    ? "–"
    : `${wire.side === "below" ? "<" : ">"} ${formatFigure(wire.value, display, language)}`;
}

/** A change in the row's unit: points of a percent row. */
export function changeText(change: number, { display }: Indicator, language: Language): string {
  if (!display.percent) return formatFigure(change, display, language);
  // One decimal more than the row: a change is smaller than what changes.
  const figure = formatFigure(change * 100, { percent: false, decimals: display.decimals + 1 }, language);
  return sayIn(language)("points", { figure });
}

/** A growth a year as percent with one decimal. */
export function growthText(growth: number, language: Language): string {
  return formatFigure(growth, { percent: true, decimals: 1 }, language);
}

function firstMetText({ firstYearMet }: Verdict, say: Say): string {
  if (firstYearMet === null) return "–";
  const last = Math.max(...Object.keys(firstYearMet.by).map(Number));
  return firstYearMet.median === null ? say("afterYear", { year: last }) : String(firstYearMet.median);
}

function shareText(verdict: Verdict, { plan, model }: Study, language: Language): string {
  const { shareNeeds, comparison, label } = verdict;
  if (shareNeeds === null || comparison === null) return "";
  const say = sayIn(language);
  const isChinese = language === "zh";
  const amount = ({ variable, needed, median }: ShareAmount) => {
    const found = model.variables.find(({ name }) => name === variable);
    const unit = found ? unitWords({ ...found, display: { percent: false, decimals: 2 } })[language] : "";
    const figure = (value: number) => {
      const text = formatFigure(value, { percent: false, decimals: 2 }, language);
      return isChinese ? `${text} ${unit}` : text;
    };
    const name = found?.label[language] ?? variable;
    return { name: isChinese ? name : `${name} (${unit})`, needed: figure(needed), median: figure(median) };
  };
  const isFloor = comparison.startsWith(">");
  const { total } = shareNeeds;
  const chance = (value: number | null) => (value === null ? "–" : percentText(value));
  const parts = [
    say("shareNumerator", amount(shareNeeds.numerator)),
    say(isFloor ? "shareDenominatorMost" : "shareDenominatorLeast", amount(shareNeeds.denominator)),
    ...(total === null
      ? []
      : [
          say("shareWithTotal", {
            total: plan.indicators.find(({ id }) => id === total.indicator)?.label[language] ?? total.indicator,
            whenMet: chance(total.whenMet),
            whenMissed: chance(total.whenMissed),
          }),
        ]),
  ];
  return isChinese ? `${label.zh}：${parts.join("；")}。` : `${label.en}: ${parts.join("; ")}.`;
}
