import type { BinaryOperator } from "../core/expression.ts";
import type { IdentitySource, ModelSource, VariableKind } from "../inputs/study.ts";

/** A model whose names, units and order are checked; every kernel runs this and nothing else. */
export interface CompiledModel {
  readonly source: ModelSource;
  readonly baseYear: number;
  readonly dimensions: readonly CompiledDimension[];
  /** Every equation, hidden sides of identities last; a variable's place here is its number. */
  readonly variables: readonly CompiledVariable[];
  /** Names of the assumptions in code-point order; a place here is the number that a node reads. */
  readonly assumptions: readonly string[];
  readonly tables: readonly CompiledTable[];
  readonly switches: readonly CompiledSwitch[];
  /** Names of the yearly shocks, in the order in which formulas name them. */
  readonly noises: readonly string[];
  /** Names that `observed(…)` asks for, in the order in which formulas name them. */
  readonly observed: readonly string[];
  /** Order in which variables are computed in the base year; blanks are left out. */
  readonly baseOrder: readonly number[];
  /** Order in which variables are computed in every later year; constants are left out. */
  readonly yearOrder: readonly number[];
  readonly identities: readonly CompiledIdentity[];
}

export interface CompiledDimension {
  readonly name: string;
  readonly elements: readonly string[];
  /** First integer of a numeric dimension; null for named elements. */
  readonly first: number | null;
  /** Banded: the dimension it groups, and for each of its elements' positions the band, or −1 outside all bands. */
  readonly bands: { readonly of: number; readonly bandOf: Int32Array } | null;
}

export interface CompiledVariable {
  readonly name: string;
  readonly kind: VariableKind;
  /** Dimension numbers, outermost first; empty for a scalar. */
  readonly over: readonly number[];
  /** Product of the sizes of `over`; 1 for a scalar. */
  readonly size: number;
  /** First place of its elements in the state vector. */
  readonly slot: number;
  /** How it is computed in the base year; null: blank there. */
  readonly initial: readonly CompiledCase[] | null;
  /** How it is computed in later years; null for a constant. */
  readonly equation: readonly CompiledCase[] | null;
  /** Some formula reads `base(x)`. */
  readonly isBaseRead: boolean;
  /** A side of an identity: computed only when identities are checked. */
  readonly isHidden: boolean;
}

/** One formula and the elements (places in row-major order) that it computes. */
export interface CompiledCase {
  readonly elements: Int32Array;
  readonly node: Node;
}

export interface CompiledTable {
  readonly name: string;
  readonly content:
    | { readonly kind: "values"; readonly over: readonly number[]; readonly values: Float64Array }
    | {
        readonly kind: "years";
        /** Numbers of the dimensions besides the year, which is outermost. */
        readonly over: readonly number[];
        readonly size: number;
        /** Calendar years, ascending; outside them the nearest holds. */
        readonly years: readonly number[];
        readonly values: Float64Array;
      }
    | {
        readonly kind: "points";
        readonly x: Float64Array;
        /** Value at x₀, then the change of slope at each x. */
        readonly y0: number;
        readonly slopeChanges: Float64Array;
      };
}

export interface CompiledSwitch {
  readonly name: string;
  readonly options: readonly string[];
  readonly default: number;
}

export interface CompiledIdentity {
  readonly source: IdentitySource;
  readonly left: number;
  readonly right: number;
  /** The identity holds from the base year on; false when a side is blank there. */
  readonly holdsInBase: boolean;
}

/**
 * Where an element stands along one dimension, relative to the indices that surround the formula.
 *
 * `fixed` is a place; `current` is the surrounding index of dimension `dimension` plus an offset; `band` is the band
 * of the surrounding index of the dimension that `dimension` groups.
 */
export type Index =
  | { readonly kind: "fixed"; readonly position: number }
  | { readonly kind: "current"; readonly dimension: number; readonly offset: number }
  | { readonly kind: "band"; readonly dimension: number; readonly of: number; readonly offset: number };

export type Moment = "now" | "previous" | "base";

export type FunctionName = "min" | "max" | "abs" | "exp" | "ln" | "sqrt" | "floor" | "clamp" | "logit" | "logistic";

export type ShapeName = "step" | "ramp" | "pulse" | "decay";

/**
 * A resolved formula. Names have become numbers of the tables in {@link CompiledModel}; conditions are nodes of their
 * own (`compare`, `and`, `or`, `not`, `switch`) and never stand where a number is wanted.
 */
export type Node =
  | { readonly kind: "number"; readonly value: number }
  | {
      readonly kind: "variable";
      readonly variable: number;
      readonly moment: Moment;
      readonly indices: readonly Index[];
    }
  | { readonly kind: "assumption"; readonly assumption: number }
  | { readonly kind: "table"; readonly table: number; readonly indices: readonly Index[] }
  | { readonly kind: "lookup"; readonly table: number; readonly argument: Node }
  /** The surrounding index of a numeric dimension as a number: its integer, not its place. */
  | { readonly kind: "index"; readonly dimension: number }
  | { readonly kind: "year" }
  | { readonly kind: "observed"; readonly observed: number }
  | { readonly kind: "noise"; readonly noise: number; readonly sd: Node }
  /** A function of the year with constant arguments. */
  | { readonly kind: "shape"; readonly shape: ShapeName; readonly arguments: readonly number[] }
  | { readonly kind: "negate"; readonly operand: Node }
  | { readonly kind: "arithmetic"; readonly operator: "+" | "-" | "*" | "/"; readonly left: Node; readonly right: Node }
  | { readonly kind: "power"; readonly base: Node; readonly exponent: Node }
  | { readonly kind: "call"; readonly function: FunctionName; readonly arguments: readonly Node[] }
  | { readonly kind: "if"; readonly condition: Node; readonly then: Node; readonly else: Node }
  | {
      readonly kind: "compare";
      readonly operator: Extract<BinaryOperator, "<" | "<=" | ">" | ">=" | "==" | "!=">;
      readonly left: Node;
      readonly right: Node;
    }
  | { readonly kind: "and" | "or"; readonly left: Node; readonly right: Node }
  | { readonly kind: "not"; readonly operand: Node }
  | { readonly kind: "switch"; readonly switch: number; readonly option: number }
  /** Sum over dimensions, outermost first, of the elements where `where` holds; `where` reads indices only. */
  | { readonly kind: "sum"; readonly over: readonly number[]; readonly where: Node | null; readonly body: Node };
