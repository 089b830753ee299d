import type { BinaryOperator as WrittenOperator } from "../core/expression.ts";
import type { Node } from "../model/compiled-model.ts";
import type { Places } from "../model/index-places.ts";

/**
 * A compiled model lowered to what a machine does for one draw: no name, no dimension, no case left.
 *
 * Values live in cells. A cell holds one number a draw; cells that last year's values are read from stand in a frame,
 * of which there are two that change places every year. What is the same in all draws is not computed draw by draw:
 * it is a uniform, worked out beforehand.
 */
export interface Program {
  /** Cells that are not read by `prev`, those of the assumptions first. */
  readonly fixedCells: number;
  /** Cells of one frame. */
  readonly frameCells: number;
  /** Cells that belong together, those of one variable for instance, in order of place. */
  readonly cells: { readonly fixed: readonly CellRange[]; readonly frame: readonly CellRange[] };
  /** Number of the assumption in each of the first fixed cells. */
  readonly assumptions: readonly number[];
  /** Where each variable stands; undefined for those that no wanted one needs. */
  readonly homes: readonly (Home | undefined)[];
  readonly uniforms: readonly Uniform[];
  /** Length of the table of uniforms that hold for all years, and of one year's table of those that do not. */
  readonly uniformCount: number;
  readonly yearUniformCount: number;
  /** Places in a year's table that say whether something acts in that year. */
  readonly flags: readonly Flag[];
  /** Numbers a draw that come anew each year. */
  readonly rows: readonly Row[];
  /** Variables that are handed on, in the order of their first result. */
  readonly outcomes: readonly Outcome[];
  /** What is done in the base year: one block an equation, in order. */
  readonly base: readonly Block[];
  /** What is done once, after the base year and before the next. */
  readonly steady: readonly Block[];
  /** What is done in every later year. */
  readonly year: readonly Block[];
}

/** Statements that stay together: those of one equation. */
export type Block = readonly Statement[];

export interface CellRange {
  readonly place: number;
  readonly size: number;
}

/** Where the elements of a variable stand. */
export interface Home {
  readonly size: number;
  readonly region: "frame" | "fixed";
  /** First of its cells. */
  readonly place: number;
  /** First of the fixed cells with its base-year values, its own for a constant; null when nobody reads them. */
  readonly basePlace: number | null;
}

/** Numbers or conditions that are the same in every draw: `node` at each of `instances`, next to each other. */
export interface Uniform {
  readonly node: Node;
  readonly isCondition: boolean;
  readonly instances: readonly Places[];
  readonly isYearly: boolean;
  /** First place in the table of all years or of a year. */
  readonly place: number;
}

/** A condition that the input decides year by year. */
export interface Flag {
  readonly source: { readonly kind: "effect"; readonly table: number } | { readonly kind: "driver"; variable: number };
  readonly place: number;
}

/** One number a draw and year. */
export type Row =
  | { readonly kind: "noise"; readonly noise: number }
  | { readonly kind: "driver"; readonly variable: number }
  | { readonly kind: "effect"; readonly table: number; readonly part: "multiply" | "add" | "keep" | "set" };

/** A variable that is handed on: `size` results from number `first` on. */
export interface Outcome {
  readonly variable: number;
  readonly first: number;
  readonly size: number;
}

/** Number of a value that is named within a block. */
export type Name = number;

/** Cells of this year's frame, of last year's, or fixed ones. */
export type Region = "now" | "previous" | "fixed";

/** A place, and how it moves with the turns of the loop around it: by a stream, or not at all. */
export interface Moving {
  readonly place: number;
  readonly stream: number | null;
}

/** A cell of each draw. */
export interface Cell extends Moving {
  readonly region: Region;
}

export type UnaryOperator = "negate" | "abs" | "sqrt" | "floor" | "exp" | "ln";
export type BinaryOperator = "+" | "-" | "*" | "/" | "min" | "max";
export type Comparison = Extract<WrittenOperator, "<" | "<=" | ">" | ">=" | "==" | "!=">;

/** A number a draw. */
export type Value =
  | { readonly kind: "literal"; readonly value: number }
  | ({ readonly kind: "uniform"; readonly isYearly: boolean } & Moving)
  | ({ readonly kind: "cell" } & Cell)
  | { readonly kind: "row"; readonly row: number }
  | { readonly kind: "name"; readonly name: Name }
  | { readonly kind: "unary"; readonly operator: UnaryOperator; readonly operand: Value }
  | { readonly kind: "binary"; readonly operator: BinaryOperator; readonly left: Value; readonly right: Value }
  /** Repeated multiplication; `exponent` is 2 or more. */
  | { readonly kind: "power"; readonly base: Value; readonly exponent: number }
  /** Look-up in hinge form, see `lookup` in `../model/arithmetic.ts`. */
  | { readonly kind: "lookup"; readonly points: Points; readonly argument: Value }
  | { readonly kind: "choose"; readonly mask: Mask; readonly whenTrue: Value; readonly whenFalse: Value };

export interface Points {
  readonly x: Float64Array;
  readonly y0: number;
  readonly slopeChanges: Float64Array;
}

/** A condition that is the same in every draw. */
export type UniformCondition = { readonly isYearly: boolean } & Moving;

/** A condition a draw. */
export type Mask =
  | ({ readonly kind: "uniform" } & UniformCondition)
  | { readonly kind: "compare"; readonly operator: Comparison; readonly left: Value; readonly right: Value }
  | { readonly kind: "and" | "or"; readonly left: Mask; readonly right: Mask }
  | { readonly kind: "not"; readonly operand: Mask };

export type Statement =
  /** Give a name a value; a name may be given one in both arms of a branch, or anew in every turn of a loop. */
  | { readonly kind: "name"; readonly name: Name; readonly value: Value }
  | { readonly kind: "add"; readonly name: Name; readonly value: Value }
  | { readonly kind: "store"; readonly cell: Cell; readonly value: Value }
  | { readonly kind: "report"; readonly outcome: Outcome; readonly cell: Cell }
  | { readonly kind: "loop"; readonly loop: Loop; readonly body: readonly Statement[] }
  | {
      readonly kind: "branch";
      readonly condition: UniformCondition;
      readonly whenTrue: readonly Statement[];
      readonly whenFalse: readonly Statement[];
    };

/** What the places of a stream count. */
export type StreamBase = Region | "uniform" | "yearUniform" | "bounds";

/** Places that move together through the turns of a loop. */
export interface Stream {
  readonly base: StreamBase;
  /** Added every turn within a segment. */
  readonly stride: number;
}

/** Turns in which every stream moves by its stride. */
export interface Segment {
  readonly turns: number;
  /** Place of each stream in the first turn, relative to its place in the first turn of the loop. */
  readonly starts: readonly number[];
}

/** A loop over elements, cut into segments so that within one every place moves by a fixed stride. */
export interface Loop {
  readonly streams: readonly Stream[];
  /** Number of a stream that moves every turn, so that its place says when a segment is over. */
  readonly clock: number;
  readonly segments: readonly Segment[];
  /** Inside another loop: turn t of that one runs the segments `bounds[t]` until `bounds[t + 1]`. */
  readonly inner: { readonly bounds: readonly number[]; readonly outerStream: number | null } | null;
}
