import { comparisonSign } from "../../charts/format-figure.ts";
import type { Indicator } from "../../inputs/study.ts";
import { elementName } from "../../model/compile-cases.ts";
import { type AttainmentRule, attainmentRule, targetDirection } from "../../reachability/attainment.ts";
import type { Verdict } from "../../reachability/verdict.ts";
import { chanceWording } from "../../reachability/wording.ts";
import { type Book, yearColumns } from "./book.ts";
import { columnName, referTo } from "./cell-place.ts";
import { formatOfEstimate, formatOfIndicator } from "./number-format.ts";
import {
  anyNumber,
  type DraftCell,
  type DraftRow,
  firstRow,
  type Highlight,
  type SheetDraft,
  textCell,
} from "./sheet-draft.ts";
import { statisticWords } from "./statistic-words.ts";

/** Columns that formulas of this sheet refer to. */
const column = { target: 6, engine: 8, live: 9, met: 11, firstYear: 14 } as const;

/** Draft the sheet that holds the projection against the targets, live. */
export function targetsSheet(book: Book): SheetDraft {
  const { words, run, result } = book;
  const { say, sheets, language } = words;
  const { indicators } = run.study.plan;
  return {
    name: sheets.targets,
    heading: [`${sheets.targets} · ${result.scenario.label[language]}`, say("targetsNote")],
    columns: [
      { title: say("row"), width: 5 },
      { title: say("indicator"), width: 24 },
      { title: say("attribute"), width: 8 },
      { title: say("unit"), width: 8 },
      { title: say("condition"), width: 6 },
      { title: say("target"), width: 9 },
      { title: say("statistic"), width: 17 },
      { title: say("engineValue"), width: 10 },
      { title: say("liveValue"), width: 10 },
      { title: say("change"), width: 8 },
      { title: say("judgement"), width: 8 },
      { title: say("chance"), width: 14 },
      { title: say("actual"), width: 8 },
      ...yearColumns(book).map((column) => ({ ...column, width: 8 })),
    ],
    rows: indicators.map((indicator, place) => targetRow(indicator, firstRow + place, book)),
    frozenColumns: 2,
    // Up to the plan's last year: the years after it are for the screen.
    printedColumns: column.firstYear + book.central.bound.years.indexOf(run.study.plan.lastYear),
    highlights: judgementLooks(indicators.length, book),
  };
}

function judgementLooks(count: number, { words }: Book): Highlight[] {
  const area = [firstRow, column.met, firstRow + count - 1, column.met] as const;
  const cell = `${columnName(column.met)}${firstRow}`;
  return [
    { area, formula: `${cell}="${words.say("met")}"`, look: "good" },
    { area, formula: `${cell}="${words.say("missed")}"`, look: "bad" },
  ];
}

function targetRow(indicator: Indicator, row: number, book: Book): DraftRow {
  const { run, result, words } = book;
  const { say, language } = words;
  const verdict = result.verdicts.verdicts.find((one) => one.indicator === indicator.id) as Verdict;
  const rule = attainmentRule(indicator, run.study.plan.firstYear, result.scenario.readings);
  const path = pathCells(indicator, book);
  const target: DraftCell | null = rule && {
    value: rule.target,
    look: "plan",
    format: formatOfIndicator(indicator),
    entry: anyNumber,
  };
  return {
    cells: [
      textCell(indicator.row ?? ""),
      textCell(indicator.label[language]),
      textCell(say(indicator.attribute), "note"),
      textCell(indicator.display.percent ? "%" : indicator.unitText),
      textCell(rule ? comparisonSign(rule.comparison) : ""),
      target,
      textCell(rule ? statisticWords(verdict, run.study.plan)[language] : "", "note"),
      ...liveCells(indicator, rule, verdict, row, book),
      textCell(chanceText(verdict, book), "remark"),
      verdict.fact && { value: verdict.fact.value, look: "data", format: formatOfEstimate(indicator) },
      ...path,
    ],
  };
}

/** The chance that the simulation gives, or why there is none. */
function chanceText({ probability, wording, reason }: Verdict, { words }: Book): string {
  if (probability !== null) return chanceWording(probability)[words.language];
  return [wording, reason]
    .flatMap((text) => (text ? [text[words.language]] : []))
    .join(words.language === "zh" ? "：" : ": ");
}

function liveCells(
  indicator: Indicator,
  rule: AttainmentRule | null,
  { central }: Verdict,
  row: number,
  book: Book,
): (DraftCell | null)[] {
  if (!rule || !central) return [null, null, null, null];
  const { say } = book.words;
  const format = formatOfEstimate(indicator);
  const at = (place: number) => `${columnName(place)}${row}`;
  const live = statisticFormula(rule, row, book);
  const verdict = central.met ? say("met") : say("missed");
  return [
    { value: central.value, look: "note", format },
    { value: central.value, formula: live, look: "figure", format },
    { value: 0, formula: `${at(column.live)}-${at(column.engine)}`, look: "result", format },
    {
      value: verdict,
      formula: judgementFormula(rule, at(column.live), at(column.target), [say("met"), say("missed")]),
      look: "result",
    },
  ];
}

/** The statistic of the row over the years that the target counts, as `attainmentStatistic` computes it. */
function statisticFormula(rule: AttainmentRule, row: number, { central }: Book): string {
  const places = rule.years.map((year) => column.firstYear + central.bound.years.indexOf(year));
  const cells = places.map((place) => `${columnName(place)}${row}`);
  const range = `${cells[0]}:${cells.at(-1)}`;
  switch (rule.statistic) {
    case "end_year":
      return cells.at(-1) ?? "";
    case "sum":
      return `SUM(${range})`;
    case "period_mean":
      return `AVERAGE(${range})`;
    case "worst_year":
      return targetDirection(rule.comparison) === 1 ? `MIN(${range})` : `MAX(${range})`;
    case "geometric_mean":
      return `(${cells.map((cell) => `MAX(0,1+${cell})`).join("*")})^(1/${cells.length})-1`;
  }
}

/** As `isMet`: what differs from the target by rounding alone counts as equal. */
function judgementFormula(
  { comparison }: AttainmentRule,
  live: string,
  target: string,
  [met, missed]: readonly [string, string],
): string {
  const lead = targetDirection(comparison) === 1 ? `${live}-${target}` : `${target}-${live}`;
  const rounding = `1E-12*ABS(${target})`;
  const holds = comparison === ">" || comparison === "<" ? `${lead}>${rounding}` : `${lead}>=-${rounding}`;
  return `IF(${holds},"${met}","${missed}")`;
}

function pathCells(indicator: Indicator, book: Book): (DraftCell | null)[] {
  const { plan, central, words } = book;
  const place = placeOf(indicator.variable, book);
  return central.bound.years.map((_, year) => {
    const value = place === null ? Number.NaN : central.valueOf(place.variable, place.element, year);
    if (place === null || !Number.isFinite(value)) return null;
    const formula = referTo(plan.variable(place.variable, place.element, year), null, "none", words.sheets);
    return { value, formula, look: "result", format: formatOfEstimate(indicator) };
  });
}

/** The element that an outcome of the plan names, such as `jobs` or `jobs[north]`. */
function placeOf(outcome: string | null, { plan }: Book): { variable: number; element: number } | null {
  const { model } = plan;
  const [name, indices] = (outcome ?? "").replace("]", "").split("[");
  const variable = model.variables.findIndex((one) => one.name === name);
  const found = model.variables[variable];
  if (!found) return null;
  const elements = Array.from({ length: found.size }, (_, element) =>
    elementName(found.over, model.dimensions, element).replaceAll(" ", ""),
  );
  const element = indices === undefined ? 0 : elements.indexOf(indices.replaceAll(" ", ""));
  return element < 0 ? null : { variable, element };
}
