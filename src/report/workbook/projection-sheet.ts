import { elementName } from "../../model/compile-cases.ts";
import type { CompiledCase, CompiledModel } from "../../model/compiled-model.ts";
import { explainVariable } from "../../model/explain-variable.ts";
import { forEachElement, noPlaces, type Places } from "../../model/index-places.ts";
import { type Book, unitOf, yearColumns } from "./book.ts";
import { formulaText } from "./excel-formula.ts";
import { referFrom, type Spot } from "./formula-spot.ts";
import { formatBySize } from "./number-format.ts";
import type { ProjectionRow } from "./place-cells.ts";
import { type DraftCell, type DraftRow, type SheetDraft, sectionRow, textCell } from "./sheet-draft.ts";
import type { StepRows } from "./step-rows.ts";

/** Elements up to which a variable is shown unfolded. */
const shownElements = 12;

type Value = Extract<ProjectionRow, { kind: "value" }>;

/** Draft the sheet that computes every variable in every year by the model's own equations. */
export function projectionSheet(book: Book, steps: StepRows): SheetDraft {
  const { words, plan, result } = book;
  const { say, language, sheets } = words;
  return {
    name: sheets.projection,
    heading: [`${sheets.projection} · ${result.scenario.label[language]}`, say("projectionNote")],
    columns: [
      { title: say("variable"), width: 34 },
      { title: say("element"), width: 12 },
      { title: say("unit"), width: 9 },
      { title: say("kind"), width: 9 },
      ...yearColumns(book),
      { title: say("identifier"), width: 28 },
      { title: say("equation"), width: 70 },
    ],
    rows: plan.rows.projection.map((row) => draftRow(row, book, steps)),
    frozenColumns: 4,
    printedColumns: 4 + book.central.bound.years.length,
  };
}

function draftRow(row: ProjectionRow, book: Book, steps: StepRows): DraftRow {
  const { plan, words } = book;
  if (row.kind === "section") {
    const sector = plan.model.source.sectors.find(({ id }) => id === row.sector);
    return sectionRow(sector?.label[words.language] ?? row.sector);
  }
  const { over, size } = plan.model.variables[row.variable] as CompiledModel["variables"][number];
  const isDetail = over.length > 0;
  if (row.kind === "title")
    return { cells: [...nameCells(row.variable, "", book), ...noYears(book), ...textOf(row, book)] };
  const element = isDetail ? elementName(over, plan.model.dimensions, row.element) : "";
  const cells = [...nameCells(row.variable, element, book), ...yearCells(row, book, steps)];
  if (!isDetail) return { cells: [...cells, ...textOf(row, book)] };
  return { cells, isDetail, isFolded: size > shownElements };
}

function nameCells(variable: number, element: string, { plan, words }: Book): DraftCell[] {
  const source = plan.model.source.variables[variable] as CompiledModel["source"]["variables"][number];
  return [
    textCell(source.label[words.language]),
    textCell(element),
    textCell(unitOf(source, words)),
    textCell(words.say(source.kind), "note"),
  ];
}

function noYears({ central }: Book): null[] {
  return central.bound.years.map(() => null);
}

function textOf({ variable }: { readonly variable: number }, { plan }: Book): DraftCell[] {
  const { name } = plan.model.variables[variable] as CompiledModel["variables"][number];
  return [textCell(name, "note"), textCell(equationText(plan.model, name), "note")];
}

/** The formulas of a variable as its file states them, on one line. */
function equationText({ source }: CompiledModel, name: string): string {
  const formulas = explainVariable(source, name)?.formulas ?? [];
  return formulas
    .map(({ part, when, text }) => `${part}${when === null ? "" : ` [${when}]`}: ${text.replace(/\s+/g, " ").trim()}`)
    .join("; ");
}

function yearCells(row: Value, book: Book, steps: StepRows): (DraftCell | null)[] {
  const { central, plan } = book;
  const { bound } = central;
  const values = bound.years.map((_, year) => central.valueOf(row.variable, row.element, year));
  const format = formatBySize(values);
  const places = placesOf(row, plan.model);
  return bound.years.map((_, year) => {
    const formula = cellFormula(row, year, places, book, steps);
    if (formula === null) return null;
    const value = values[year] as number;
    return { value: Number.isFinite(value) ? value : null, formula, look: "figure", format };
  });
}

/** The formula of an element in a year; null where the model leaves it blank. */
function cellFormula(row: Value, year: number, places: Places, book: Book, steps: StepRows): string | null {
  const { plan, words } = book;
  const { kind, initial, equation } = plan.model.variables[row.variable] as CompiledModel["variables"][number];
  const refer = referFrom("projection", words.sheets);
  if (kind === "constant" && year > 0) return refer(plan.variable(row.variable, row.element, 0), "column");
  const used = caseOf(year === 0 ? initial : equation, row.element);
  if (used === undefined) return null;
  const totalOfSteps: Spot["totalOfSteps"] = (node, terms, spot) => steps.totalOf(row, node, terms, spot);
  const spot: Spot = { plan, sheets: words.sheets, sheet: "projection", year, places, refer, totalOfSteps };
  return formulaText(used.node, spot).text;
}

function caseOf(cases: readonly CompiledCase[] | null, element: number): CompiledCase | undefined {
  return cases?.find(({ elements }) => elements.includes(element));
}

function placesOf({ variable, element }: Value, { variables, dimensions }: CompiledModel): Places {
  let found = noPlaces(dimensions);
  forEachElement(variables[variable]?.over ?? [], dimensions, found, (places, number) => {
    if (number === element) found = places;
  });
  return found;
}
