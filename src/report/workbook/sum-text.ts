import { powerKind } from "../../model/arithmetic.ts";
import type { FunctionName, Node } from "../../model/compiled-model.ts";
import { forEachElement, holdsAt, indexValue, type Places } from "../../model/index-places.ts";
import { childNodes, visitNodes } from "../../model/visit-nodes.ts";
import type { CellPlace } from "./cell-place.ts";
import { arithmeticText, atom, callText, type ExcelText, excelNumber, tightness } from "./excel-text.ts";
import { type LeafNode, leafPlace, type Refer, type Spot, type SumNode } from "./formula-spot.ts";

/** Writes any formula; handed in, because the terms of a sum may be sums themselves. */
type Write = (node: Node, spot: Spot) => ExcelText;

/** Longest sum written into the formula that asks for it; Excel allows 8,192 characters, and people far less. */
const longestSum = 1500;

/** Functions that Excel computes cell by cell inside SUMPRODUCT; MIN, MAX and IF take a range as a whole. */
const cellByCell: ReadonlySet<FunctionName> = new Set(["abs", "exp", "ln", "sqrt", "logit", "logistic"]);

/**
 * Write a sum over dimensions: as SUM or SUMPRODUCT over the ranges in which its terms stand, else term by term, and
 * when that gets too long, as the total of rows of its own.
 */
export function sumText(node: SumNode, spot: Spot, write: Write): ExcelText {
  const terms = termsOf(node, spot);
  if (terms.length === 0) return excelNumber(0);
  const total = isCellByCell(node.body)
    ? runsOf(node.body, terms, spot)
        .map((run) => runText(node.body, run, spot, write))
        .reduce((sum, part) => arithmeticText("+", sum, part))
    : termsText(node.body, terms, spot, write);
  return total.text.length <= longestSum ? total : spot.totalOfSteps(node, terms, spot);
}

function termsOf({ over, where }: SumNode, { plan, places }: Spot): Places[] {
  const { dimensions } = plan.model;
  const terms: Places[] = [];
  forEachElement(over, dimensions, places, (here) => {
    if (!where || holdsAt(where, dimensions, here)) terms.push(here);
  });
  return terms;
}

function isCellByCell(node: Node): boolean {
  switch (node.kind) {
    case "sum":
    case "lookup":
    case "if":
    case "noise":
      return false;
    case "power":
      return node.exponent.kind === "number" && powerKind(node.exponent.value) !== "general" && isCellByCell(node.base);
    case "call":
      return cellByCell.has(node.function) && node.arguments.every(isCellByCell);
    default:
      return childNodes(node).every(isCellByCell);
  }
}

/** Terms that follow each other in the sheets: each leaf stays where it is or moves down by one row a term. */
interface Run {
  readonly terms: readonly Places[];
}

function runsOf(body: Node, terms: readonly Places[], spot: Spot): Run[] {
  const leaves = leavesOf(body);
  const positions = terms.map((places) => leaves.map((leaf) => positionOf(leaf, { ...spot, places })));
  const runs: { start: number; length: number }[] = [];
  for (let term = 0; term < terms.length; term++) {
    const run = runs.at(-1);
    if (run && continues(positions, run, term)) run.length += 1;
    else runs.push({ start: term, length: 1 });
  }
  return runs.map(({ start, length }) => ({ terms: terms.slice(start, start + length) }));
}

/** A column, and the row in it; an index that is written as a number stands in a column of its own and never moves. */
type Position = readonly [column: string, row: number];

function positionOf(leaf: Node, spot: Spot): Position {
  if (leaf.kind === "index") return [`#${indexValue(leaf.dimension, spot.plan.model.dimensions, spot.places)}`, 0];
  const { sheet, column, row } = leafPlace(leaf as LeafNode, spot);
  return [`${sheet} ${column}`, row];
}

function continues(
  positions: readonly (readonly Position[])[],
  { start, length }: { readonly start: number; readonly length: number },
  term: number,
): boolean {
  const positionsOf = (place: number) => positions[place] as readonly Position[];
  return positionsOf(term).every(([column, row], leaf) => {
    const [firstColumn, firstRow] = positionsOf(start)[leaf] as Position;
    const step = row - (positionsOf(term - 1)[leaf] as Position)[1];
    const isSteady = length === 1 || row - firstRow === step * length;
    return column === firstColumn && (step === 0 || step === 1) && isSteady;
  });
}

function leavesOf(body: Node): Node[] {
  const leaves: Node[] = [];
  visitNodes(body, (node) => {
    if (["variable", "assumption", "observed", "year", "table", "index"].includes(node.kind)) leaves.push(node);
  });
  return leaves;
}

function runText(body: Node, { terms }: Run, spot: Spot, write: Write): ExcelText {
  const [first, last] = [terms[0], terms.at(-1)] as [Places, Places];
  if (terms.length === 1) return write(body, { ...spot, places: first });
  const ends = rangeEnds(body, first, last, spot);
  if (ends === null) return termsText(body, terms, spot, write);
  const refer: Refer = (place, anchor) => {
    const start = spot.refer(place, anchor);
    const end = ends.get(keyOf(place)) ?? place;
    return end.row === place.row ? start : `${start}:${spot.refer(end, anchor).split("!").at(-1)}`;
  };
  const text = write(body, { ...spot, places: first, refer });
  if (!text.text.includes(":")) return arithmeticText("*", excelNumber(terms.length), text);
  const isOneRange = (body.kind === "variable" || body.kind === "table") && text.tightness === tightness.atom;
  return callText(isOneRange ? "SUM" : "SUMPRODUCT", atom(text.text));
}

/** Where the range of each leaf ends, by its first cell; null when two leaves part from the same cell. */
function rangeEnds(body: Node, first: Places, last: Places, spot: Spot): ReadonlyMap<string, CellPlace> | null {
  const ends = new Map<string, CellPlace>();
  for (const leaf of leavesOf(body)) {
    if (leaf.kind === "index") continue;
    const key = keyOf(leafPlace(leaf as LeafNode, { ...spot, places: first }));
    const end = leafPlace(leaf as LeafNode, { ...spot, places: last });
    const other = ends.get(key);
    if (other && other.row !== end.row) return null;
    ends.set(key, end);
  }
  return ends;
}

function termsText(body: Node, terms: readonly Places[], spot: Spot, write: Write): ExcelText {
  return terms.map((places) => write(body, { ...spot, places })).reduce((sum, part) => arithmeticText("+", sum, part));
}

function keyOf({ sheet, row, column }: CellPlace): string {
  return `${sheet} ${row} ${column}`;
}
