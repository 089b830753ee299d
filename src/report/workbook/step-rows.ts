import { elementName } from "../../model/compile-cases.ts";
import type { CompiledModel } from "../../model/compiled-model.ts";
import { elementAt, type Places } from "../../model/index-places.ts";
import { evaluateNumber } from "../../model/tree-kernel.ts";
import { type Book, unitOf, yearColumns } from "./book.ts";
import { type CellPlace, referToRange } from "./cell-place.ts";
import { formulaText } from "./excel-formula.ts";
import { atom, callText, type ExcelText } from "./excel-text.ts";
import { referFrom, type Spot, type SumNode } from "./formula-spot.ts";
import { formatBySize } from "./number-format.ts";
import { firstYearColumn } from "./place-cells.ts";
import { type DraftCell, firstRow, type SheetDraft, textCell } from "./sheet-draft.ts";

/** Which element of which variable asks for a sum. */
interface Asker {
  readonly variable: number;
  readonly element: number;
}

interface StepRow {
  readonly asker: Asker;
  readonly term: string;
  /** By place on the time axis. */
  readonly years: (DraftCell | null)[];
}

/** Rows of the terms of sums that are too long for one formula, filled while the projection is written. */
export class StepRows {
  readonly #book: Book;
  readonly #rows: StepRow[] = [];
  /** First row of the terms of a sum, by the sum and the indices around it. */
  readonly #starts = new Map<SumNode, Map<string, number>>();

  constructor(book: Book) {
    this.#book = book;
  }

  /** Write the terms of a sum in a year into rows of their own, and their total as a formula for the cell that asks. */
  totalOf(asker: Asker, node: SumNode, terms: readonly Places[], spot: Spot): ExcelText {
    const { words, central, plan } = this.#book;
    const start = this.#startOf(asker, node, terms, spot);
    const state = central.stateIn(spot.year);
    const refer = referFrom("steps", words.sheets);
    for (const [i, places] of terms.entries()) {
      const formula = formulaText(node.body, { ...spot, sheet: "steps", refer, places }).text;
      const value = evaluateNumber(node.body, { model: plan.model, state, places, draw: 0 });
      (this.#rows[start + i] as StepRow).years[spot.year] = { value, formula, look: "figure" };
    }
    const column = firstYearColumn + spot.year;
    const first: CellPlace = { sheet: "steps", row: firstRow + start, column };
    const last = { ...first, row: first.row + terms.length - 1 };
    return callText("SUM", atom(referToRange(first, last, spot.sheet, "none", words.sheets)));
  }

  /** Draft the sheet of these rows, once every formula of the projection is written. */
  sheet(): SheetDraft {
    const { words } = this.#book;
    const { say, sheets } = words;
    const rows = this.#rows.map((row) => this.#draft(row));
    return {
      name: sheets.steps,
      heading: [sheets.steps, say(rows.length > 0 ? "stepsNote" : "noSteps")],
      columns: [
        { title: say("variable"), width: 34 },
        { title: say("element"), width: 12 },
        { title: say("term"), width: 14 },
        { title: say("unit"), width: 10 },
        ...yearColumns(this.#book),
      ],
      rows,
      frozenColumns: 4,
    };
  }

  #startOf(asker: Asker, node: SumNode, terms: readonly Places[], { places }: Spot): number {
    const { dimensions } = this.#book.plan.model;
    const starts = this.#starts.get(node) ?? new Map<string, number>();
    this.#starts.set(node, starts);
    const key = places.join();
    const known = starts.get(key);
    if (known !== undefined) return known;
    const start = this.#rows.length;
    starts.set(key, start);
    for (const term of terms) {
      const indices = node.over.map((dimension) => ({ kind: "current", dimension, offset: 0 }) as const);
      const name = elementName(node.over, dimensions, elementAt(indices, node.over, dimensions, term));
      this.#rows.push({ asker, term: name, years: this.#book.central.bound.years.map(() => null) });
    }
    return start;
  }

  #draft({ asker, term, years }: StepRow) {
    const { plan, words } = this.#book;
    const { model } = plan;
    const { over } = model.variables[asker.variable] as CompiledModel["variables"][number];
    const source = model.source.variables[asker.variable] as CompiledModel["source"]["variables"][number];
    const element = over.length > 0 ? elementName(over, model.dimensions, asker.element) : "";
    const format = formatBySize(years.map((cell) => Number(cell?.value ?? Number.NaN)));
    const cells = years.map((cell) => cell && { ...cell, format });
    return {
      cells: [
        textCell(source.label[words.language]),
        textCell(element),
        textCell(term),
        textCell(unitOf(source, words)),
        ...cells,
      ],
    };
  }
}
