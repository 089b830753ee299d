import { printDistribution } from "../../core/print-distribution.ts";
import { distributionMedian, quantileFunction } from "../../ensemble/quantile-function.ts";
import type { Assumption, Indicator, Observation } from "../../inputs/study.ts";
import { type Book, basisOf, unitOf } from "./book.ts";
import { formatBySize } from "./number-format.ts";
import { type AssumptionRow, entryColumn } from "./place-cells.ts";
import {
  anyNumber,
  type CellEntry,
  type DraftCell,
  type DraftRow,
  firstRow,
  type SheetDraft,
  sectionRow,
  textCell,
} from "./sheet-draft.ts";

/** Probabilities between which a value is no surprise to the simulation. */
const range = [0.001, 0.999] as const;

/**
 * Draft the sheet of what the projection rests on: assumptions with their basis, definitions to choose, base-year figures.
 *
 * @param used - names of the assumptions that some formula reads; the others matter to the simulation only.
 */
export function assumptionsSheet(book: Book, used: ReadonlySet<string>): SheetDraft {
  const { words, plan } = book;
  const { say, sheets } = words;
  const rows = plan.rows.assumptions;
  const last = firstRow + rows.length - 1;
  return {
    name: sheets.assumptions,
    heading: [sheets.assumptions, say("assumptionsNote")],
    columns: [
      { title: say("name"), width: 34 },
      { title: say("identifier"), width: 22 },
      { title: say("unit"), width: 10 },
      { title: say("value"), width: 12 },
      { title: say("original"), width: 10 },
      { title: say("lower"), width: 10 },
      { title: say("upper"), width: 10 },
      { title: say("distribution"), width: 24 },
      { title: say("basis"), width: 8 },
      { title: say("source"), width: 50 },
    ],
    rows: rows.map((row) => draftRow(row, book, used)),
    frozenColumns: 1,
    highlights: [
      { area: [firstRow, entryColumn, last, entryColumn], formula: `D${firstRow}<>E${firstRow}`, look: "changed" },
    ],
  };
}

function draftRow(row: AssumptionRow, book: Book, used: ReadonlySet<string>): DraftRow {
  switch (row.kind) {
    case "section":
      return sectionRow(sectionTitle(row.sector, book));
    case "assumption":
      return assumptionRow(row.number, book, used);
    case "switch":
      return switchRow(row.number, book);
    case "observed":
      return observedRow(row.number, book);
  }
}

function sectionTitle(sector: string, { plan, words }: Book): string {
  if (sector === "switches" || sector === "observed") return words.say(sector);
  return plan.model.source.sectors.find(({ id }) => id === sector)?.label[words.language] ?? sector;
}

function assumptionRow(number: number, book: Book, used: ReadonlySet<string>): DraftRow {
  const { central, plan, words } = book;
  const name = plan.model.assumptions[number] ?? "";
  const source = plan.model.source.assumptions.find((one) => one.name === name) as Assumption;
  const { central: given, distribution } = central.bound.marginals[number] as (typeof central.bound.marginals)[number];
  const value = given ?? (distribution ? distributionMedian(distribution) : Number.NaN);
  const [lower, upper] = distribution ? range.map(quantileFunction(distribution)) : [];
  const basis = basisOf(source.basis, words);
  const format = formatBySize([value]);
  const remarks = [source.source ?? "", used.has(name) ? "" : words.say("onlySimulated")].filter((text) => text !== "");
  const limits = lower === undefined || upper === undefined ? null : { lower, upper };
  const entry: CellEntry = { kind: "number", range: limits, prompt: promptText(limits, book) };
  return {
    cells: [
      textCell(source.label?.[words.language] ?? name),
      textCell(name, "note"),
      textCell(unitOf(source, words)),
      { value, look: used.has(name) ? basis.look : "unused", format, entry },
      { value, look: "note", format },
      numberOrNothing(lower, format),
      numberOrNothing(upper, format),
      textCell(distribution ? printDistribution(distribution) : "", "note"),
      textCell(basis.word),
      textCell(remarks.join(words.language === "zh" ? "；" : "; "), "remark"),
    ],
  };
}

function promptText(limits: { lower: number; upper: number } | null, { words }: Book): string {
  if (limits === null) return words.say("fixedPrompt");
  const { lower, upper } = limits;
  const short = (value: number) => String(Number(value.toPrecision(4)));
  return words.say("numberPrompt").replace("{lower}", short(lower)).replace("{upper}", short(upper));
}

function numberOrNothing(value: number | undefined, format: string): DraftCell | null {
  return value === undefined ? null : { value, look: "note", format };
}

function switchRow(number: number, { central, plan, words }: Book): DraftRow {
  const { name, options } = plan.model.switches[number] as (typeof plan.model.switches)[number];
  const source = plan.model.source.switches.find((one) => one.name === name);
  const value = options[central.bound.switches[number] ?? 0] ?? "";
  return {
    cells: [
      textCell(source?.label?.[words.language] ?? name),
      textCell(name, "note"),
      null,
      { value, look: "definition", entry: { kind: "choice", options, prompt: words.say("choicePrompt") } },
      textCell(value, "note"),
      null,
      null,
      textCell(options.join(", "), "note"),
      textCell(basisOf("definition", words).word),
    ],
  };
}

function observedRow(number: number, { run, central, plan, words }: Book): DraftRow {
  const name = plan.model.observed[number] ?? "";
  const row = run.study.plan.indicators.find(({ id }) => id === name);
  const seen = run.study.observations.find(({ series }) => series === name);
  const value = central.bound.observed[number] ?? Number.NaN;
  const basis = basisOf(row ? "plan" : "data", words);
  const format = formatBySize([value]);
  return {
    cells: [
      textCell(row?.label[words.language] ?? name),
      textCell(name, "note"),
      textCell(figureUnit(row, seen, words)),
      { value, look: basis.look, format, entry: anyNumber },
      { value, look: "note", format },
      null,
      null,
      null,
      textCell(basis.word),
      textCell(row?.place[words.language] ?? seen?.source ?? "", "remark"),
    ],
  };
}

function figureUnit(row: Indicator | undefined, seen: Observation | undefined, words: Book["words"]): string {
  const source = row ?? seen;
  return source ? unitOf(source, words) : "";
}
