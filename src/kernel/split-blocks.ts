import type { Block, Cell, Mask, Program, Statement, Value } from "../program/program.ts";

/** Blocks that make one function; long functions take long to be optimised. */
export type Part = readonly Block[];

/** A program's blocks, cut into functions. */
export interface Parts {
  readonly base: readonly Part[];
  readonly steady: readonly Part[];
  readonly year: readonly Part[];
  /** Fixed cells that no function reads but those that have just computed them: they need not be stored. */
  readonly passing: ReadonlySet<number>;
}

/** Cells that the formulas of one function read, about. */
const partWeight = 600;

/** Cut a program into functions of a bearable length. */
export function splitBlocks(program: Program, keepsState: boolean): Parts {
  const base = cut(program.base);
  const steady = cut(program.steady);
  const year = cut(program.year);
  const passing = keepsState ? new Set<number>() : passingCells(program, [...base, ...steady, ...year]);
  return { base, steady, year, passing };
}

function cut(blocks: readonly Block[]): Part[] {
  const parts: Block[][] = [];
  let weight = Number.POSITIVE_INFINITY;
  for (const block of blocks) {
    if (weight > partWeight) {
      parts.push([]);
      weight = 0;
    }
    weight += block.flatMap(cellsRead).length;
    parts[parts.length - 1]?.push(block);
  }
  return parts;
}

function passingCells(program: Program, parts: readonly Part[]): ReadonlySet<number> {
  const passing = new Set<number>();
  for (const home of program.homes) if (home?.size === 1 && home.region === "fixed") passing.add(home.place);
  for (const part of parts) {
    const stored = new Set(fixedPlaces(part.flat().flatMap(cellsStored)));
    for (const place of fixedPlaces(part.flat().flatMap(cellsRead))) if (!stored.has(place)) passing.delete(place);
  }
  return passing;
}

function fixedPlaces(cells: readonly Cell[]): number[] {
  return cells.flatMap(({ region, place }) => (region === "fixed" ? [place] : []));
}

function cellsStored(statement: Statement): Cell[] {
  switch (statement.kind) {
    case "store":
      return [statement.cell];
    case "loop":
      return statement.body.flatMap(cellsStored);
    case "branch":
      return [...statement.whenTrue, ...statement.whenFalse].flatMap(cellsStored);
    default:
      return [];
  }
}

/** Cells that a statement reads; the same cell may come several times. */
function cellsRead(statement: Statement): Cell[] {
  switch (statement.kind) {
    case "report":
      return [statement.cell];
    case "loop":
      return statement.body.flatMap(cellsRead);
    case "branch":
      return [...statement.whenTrue, ...statement.whenFalse].flatMap(cellsRead);
    default:
      return cellsOf(statement.value);
  }
}

function cellsOf(value: Value): Cell[] {
  switch (value.kind) {
    case "cell":
      return [value];
    case "unary":
      return cellsOf(value.operand);
    case "power":
      return cellsOf(value.base);
    case "lookup":
      return cellsOf(value.argument);
    case "binary":
      return [...cellsOf(value.left), ...cellsOf(value.right)];
    case "choose":
      return [...cellsOfMask(value.mask), ...cellsOf(value.whenTrue), ...cellsOf(value.whenFalse)];
    default:
      return [];
  }
}

function cellsOfMask(mask: Mask): Cell[] {
  switch (mask.kind) {
    case "uniform":
      return [];
    case "not":
      return cellsOfMask(mask.operand);
    case "compare":
      return [...cellsOf(mask.left), ...cellsOf(mask.right)];
    default:
      return [...cellsOfMask(mask.left), ...cellsOfMask(mask.right)];
  }
}
