import { yearPlace } from "../../model/arithmetic.ts";
import type { CompiledModel, Node } from "../../model/compiled-model.ts";
import { elementAt, type Places } from "../../model/index-places.ts";
import { type Anchor, type CellPlace, referTo, type SheetKey } from "./cell-place.ts";
import type { ExcelText } from "./excel-text.ts";
import { type CellPlan, firstYearColumn } from "./place-cells.ts";
import { headerRow } from "./sheet-draft.ts";
import type { WorkbookWords } from "./workbook-words.ts";

/** Writes how a formula refers to a cell. */
export type Refer = (place: CellPlace, anchor: Anchor) => string;

/** One element of one variable in one year, whose formula is being written. */
export interface Spot {
  readonly plan: CellPlan;
  readonly sheets: WorkbookWords["sheets"];
  /** The sheet on which the formula stands. */
  readonly sheet: SheetKey;
  /** Place on the time axis. */
  readonly year: number;
  readonly places: Places;
  readonly refer: Refer;
  /** Give the terms of a sum rows of their own and write their total, for sums that no formula can hold. */
  readonly totalOfSteps: (node: SumNode, terms: readonly Places[], spot: Spot) => ExcelText;
}

/** A sum over dimensions. */
export type SumNode = Extract<Node, { kind: "sum" }>;

/** Make the usual way to refer: by address, the sheet named where it is another. */
export function referFrom(sheet: SheetKey, sheets: WorkbookWords["sheets"]): Refer {
  return (place, anchor) => referTo(place, sheet, anchor, sheets);
}

/** Nodes that are read from one cell. */
export type LeafNode = Extract<Node, { kind: "variable" | "assumption" | "observed" | "year" | "table" }>;

/** Find the cell that a leaf of a formula is read from. */
export function leafPlace(node: LeafNode, { plan, places, year, sheet }: Spot): CellPlace {
  const { model } = plan;
  switch (node.kind) {
    case "variable": {
      const { over } = model.variables[node.variable] as CompiledModel["variables"][number];
      const element = elementAt(node.indices, over, model.dimensions, places);
      return plan.variable(node.variable, element, readYear(node, plan, year));
    }
    case "assumption":
      return plan.assumption(node.assumption, year);
    case "observed":
      return plan.observed(node.observed);
    case "year":
      return { sheet, row: headerRow, column: firstYearColumn + year };
    case "table": {
      const { content } = model.tables[node.table] as CompiledModel["tables"][number];
      if (content.kind === "points") throw new TypeError("leafPlace: a table of points was read as values");
      const element = elementAt(node.indices, content.over, model.dimensions, places);
      const column = content.kind === "years" ? yearPlace(content, model.baseYear + year) : 0;
      return plan.tableValue(node.table, element, column);
    }
  }
}

/** Constants are read in the base year, so that changing that one cell changes them. */
function readYear(node: Extract<Node, { kind: "variable" }>, { model }: CellPlan, year: number): number {
  if (node.moment === "base" || model.variables[node.variable]?.kind === "constant") return 0;
  return node.moment === "previous" ? year - 1 : year;
}

/** What moves from year to year is referred to so that a formula can be copied to the next year. */
export function leafAnchor(node: LeafNode, plan: CellPlan): Anchor {
  if (node.kind === "year") return "none";
  if (node.kind === "variable") return readYear(node, plan, Number.NaN) === 0 ? "column" : "none";
  if (node.kind === "assumption") return plan.assumption(node.assumption, 0).sheet === "measures" ? "none" : "all";
  return "all";
}
