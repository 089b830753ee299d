import type { Block, Cell, Mask, Program, Statement, Value } from "./program.ts";

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
    visit(block, () => weight++);
    parts[parts.length - 1]?.push(block);
  }
  return parts;
}

function passingCells(program: Program, parts: readonly Part[]): ReadonlySet<number> {
  const passing = new Set<number>();
  for (const home of program.homes) if (home?.size === 1 && home.region === "fixed") passing.add(home.place);
  for (const part of parts) {
    const stored = new Set<number>();
    const read = new Set<number>();
    for (const block of part) {
      visit(
        block,
        ({ region, place }) => region === "fixed" && read.add(place),
        ({ region, place }) => region === "fixed" && stored.add(place),
      );
    }
    for (const place of read) if (!stored.has(place)) passing.delete(place);
  }
  return passing;
}

/**
 * Visit the statements of a block and all values below them.
 *
 * @param onRead - called with each cell that is read; the same cell may come several times.
 */
function visit(
  statements: readonly Statement[],
  onRead: (cell: Cell) => unknown,
  onStore: (cell: Cell) => unknown = () => {},
): void {
  const onValue = (value: Value): void => {
    switch (value.kind) {
      case "cell":
        onRead(value);
        return;
      case "unary":
        return onValue(value.operand);
      case "power":
        return onValue(value.base);
      case "lookup":
        return onValue(value.argument);
      case "binary":
        onValue(value.left);
        return onValue(value.right);
      case "choose":
        onMask(value.mask);
        onValue(value.then);
        return onValue(value.otherwise);
    }
  };
  const onMask = (mask: Mask): void => {
    if (mask.kind === "not") return onMask(mask.operand);
    if (mask.kind === "uniform") return;
    if (mask.kind === "compare") {
      onValue(mask.left);
      return onValue(mask.right);
    }
    onMask(mask.left);
    onMask(mask.right);
  };
  for (const statement of statements) {
    switch (statement.kind) {
      case "report":
        onRead(statement.cell);
        break;
      case "loop":
        visit(statement.body, onRead, onStore);
        break;
      case "branch":
        visit(statement.then, onRead, onStore);
        visit(statement.otherwise, onRead, onStore);
        break;
      case "store":
        onStore(statement.cell);
        onValue(statement.value);
        break;
      default:
        onValue(statement.value);
    }
  }
}
