/** Half-open range of UTF-16 offsets inside a formula's text. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

export type ArithmeticOperator = "+" | "-" | "*" | "/" | "^";
export type ComparisonOperator = "<" | "<=" | ">" | ">=" | "==" | "!=";
export type LogicalOperator = "and" | "or";
export type BinaryOperator = ArithmeticOperator | ComparisonOperator | LogicalOperator;

/** A dimension that a `sum(… over …)` runs over. */
export interface SumDimension {
  readonly name: string;
  readonly range: TextRange;
}

/** The tree of a formula as it was written: names are not yet resolved, units not yet checked. */
export type Expression =
  | { readonly kind: "number"; readonly value: number; readonly range: TextRange }
  | { readonly kind: "name"; readonly name: string; readonly range: TextRange }
  | {
      readonly kind: "element";
      readonly name: string;
      readonly nameRange: TextRange;
      readonly indices: readonly Expression[];
      readonly range: TextRange;
    }
  | {
      readonly kind: "unary";
      readonly operator: "-" | "not";
      readonly operand: Expression;
      readonly range: TextRange;
    }
  | {
      readonly kind: "binary";
      readonly operator: BinaryOperator;
      readonly operatorRange: TextRange;
      readonly left: Expression;
      readonly right: Expression;
      readonly range: TextRange;
    }
  | {
      readonly kind: "call";
      readonly name: string;
      readonly nameRange: TextRange;
      readonly arguments: readonly Expression[];
      readonly range: TextRange;
    }
  | {
      readonly kind: "sum";
      readonly body: Expression;
      /** Empty for `sum(x)`: every dimension of x that the surrounding equation does not bind. */
      readonly over: readonly SumDimension[];
      readonly where?: Expression;
      readonly range: TextRange;
    };

/** A fault found while reading a formula, a distribution or a unit; `range` is inside the text that was read. */
export interface ParseFault {
  readonly range: TextRange;
  /** What was met, for the message: the offending character or word, or "end of text". */
  readonly found: string;
  /** What could have stood there. */
  readonly expected: { readonly zh: string; readonly en: string };
}

/** What a parser of the model language returns. */
export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: ParseFault };
