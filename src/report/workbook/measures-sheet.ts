import type { ActiveEffect } from "../../ensemble/bind-scenario.ts";
import { assumptionPath, tableEffectPath } from "../../ensemble/draw-scenario.ts";
import { type Book, yearColumns } from "./book.ts";
import { type CellPlace, referTo } from "./cell-place.ts";
import { formatBySize } from "./number-format.ts";
import { firstYearColumn, type MeasureRow, sourceOf, type TablePart } from "./place-cells.ts";
import {
  anyNumber,
  type CellEntry,
  type DraftCell,
  type DraftRow,
  type SheetDraft,
  sectionRow,
  textCell,
} from "./sheet-draft.ts";

/** Draft the sheet of levers and events: how strong they are by year, what they do, and what is then in force. */
export function measuresSheet(book: Book): SheetDraft {
  const { words, plan } = book;
  const { say, sheets } = words;
  const rows = plan.rows.measures;
  return {
    name: sheets.measures,
    heading: [sheets.measures, say(rows.length > 0 ? "measuresNote" : "noMeasures")],
    columns: [
      { title: say("measure"), width: 30 },
      { title: say("actsOn"), width: 34 },
      { title: say("operation"), width: 10 },
      { title: say("size"), width: 13 },
      ...yearColumns(book),
    ],
    rows: rows.map((row) => draftRow(row, book)),
    frozenColumns: 4,
  };
}

function draftRow(row: MeasureRow, book: Book): DraftRow {
  const { say } = book.words;
  switch (row.kind) {
    case "section":
      return sectionRow(say(row.part));
    case "intensity":
      return intensityRow(effectAt(row.effect, book), book);
    case "size":
      return sizeRow(row.effect, book);
    case "assumption":
      return assumptionInForce(row.number, book);
    case "table":
      return tableInForce(row.number, row.part, book);
  }
}

function effectAt(number: number, { central }: Book): ActiveEffect {
  return central.bound.effects[number] as ActiveEffect;
}

function intensityRow(effect: ActiveEffect, book: Book): DraftRow {
  const { words } = book;
  const entry: CellEntry = { kind: "number", range: { lower: 0, upper: 1 }, prompt: words.say("intensities") };
  const cells = Array.from(effect.path, (value): DraftCell => ({ value, look: "assumption", format: "0.000", entry }));
  const kind = effect.key.startsWith("lever:") ? "lever" : "event";
  return { cells: [textCell(measureLabel(effect, book)), textCell(words.say(kind), "note"), null, null, ...cells] };
}

function sizeRow(number: number, book: Book): DraftRow {
  const { words, plan, central } = book;
  const effect = effectAt(number, book);
  const size = centralSize(number, book);
  const cells = central.bound.years.map((_, year): DraftCell => {
    const [k, x] = [refer(plan.intensity(effect, year), book), refer(plan.size(effect), book, "column")];
    const intensity = effect.path[year] as number;
    return effect.operation === "multiply"
      ? { value: 1 + intensity * (size - 1), formula: `1+${k}*(${x}-1)`, look: "result", format: "0.0000" }
      : { value: intensity * size, formula: `${k}*${x}`, look: "result", format: "0.0000" };
  });
  return {
    cells: [
      textCell(measureLabel(effect, book)),
      textCell(targetLabel(effect.target, book)),
      textCell(words.say(effect.operation)),
      { value: size, look: "assumption", format: "0.0000", entry: anyNumber },
      ...cells,
    ],
  };
}

function assumptionInForce(number: number, book: Book): DraftRow {
  const { central, plan } = book;
  const name = plan.model.assumptions[number] ?? "";
  const path = assumptionPath(central.drawn, number, 0).map((values) => values[0] as number);
  const format = formatBySize(path);
  const acting = actingOn(name, book);
  const own = refer(plan.ownValue(number), book, "all");
  const cells = path.map((value, year): DraftCell => {
    const by = (operation: ActiveEffect["operation"]) =>
      acting
        .filter((one) => one.effect.operation === operation)
        .map(({ row }) => refer({ ...row, column: at(year) }, book));
    const changed = [[own, ...by("multiply")].join("*"), ...by("add")].join("+");
    const setting = acting.find(({ effect }) => effect.operation === "set");
    if (!setting) return { value, formula: changed, look: "result", format };
    const k = refer(plan.intensity(setting.effect, year), book);
    return { value, formula: `(1-${k})*(${changed})+${by("set")[0]}`, look: "result", format };
  });
  return { cells: [textCell(targetLabel(name, book)), textCell(name, "note"), null, null, ...cells] };
}

function tableInForce(number: number, part: TablePart, book: Book): DraftRow {
  const { central, plan, words } = book;
  const name = plan.model.tables[number]?.name ?? "";
  const path = tableEffectPath(central.drawn, number, 0) ?? [];
  const acting = actingOn(name, book).filter(({ effect }) => effect.operation === (part === "keep" ? "set" : part));
  const cells = central.bound.years.map((_, year): DraftCell => {
    const whenNothingActs = part === "multiply" || part === "keep" ? 1 : 0;
    const value = path[year]?.[part][0] ?? whenNothingActs;
    const rows = acting.map(({ row }) => refer({ ...row, column: at(year) }, book));
    const intensity = acting[0] ? refer(plan.intensity(acting[0].effect, year), book) : "0";
    const formula = part === "keep" ? `1-${intensity}` : rows.join(part === "multiply" ? "*" : "+");
    return { value, formula, look: "result", format: "0.0000" };
  });
  return {
    cells: [textCell(targetLabel(name, book)), textCell(name, "note"), textCell(words.say(part)), null, ...cells],
  };
}

/** The effects on an assumption or table, with a cell of the row in which each is computed by year. */
function actingOn(target: string, { central, plan }: Book): { effect: ActiveEffect; row: CellPlace }[] {
  return central.bound.effects
    .filter((effect) => effect.target === target)
    .map((effect) => ({ effect, row: plan.size(effect) }));
}

function at(year: number): number {
  return firstYearColumn + year;
}

function refer(place: CellPlace, { words }: Book, anchor: "none" | "column" | "all" = "none"): string {
  return referTo(place, "measures", anchor, words.sheets);
}

function centralSize(number: number, { central }: Book): number {
  return central.drawn.effects[number]?.size as number;
}

function measureLabel(effect: ActiveEffect, { plan, words }: Book): string {
  const name = sourceOf(effect).split(":")[1] ?? "";
  const { levers, events } = plan.model.source;
  return [...levers, ...events].find((one) => one.name === name)?.label[words.language] ?? name;
}

function targetLabel(name: string, { plan, words }: Book): string {
  const { assumptions, tables } = plan.model.source;
  return [...assumptions, ...tables].find((one) => one.name === name)?.label?.[words.language] ?? name;
}
