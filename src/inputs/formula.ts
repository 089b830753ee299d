import type { Expression } from "../core/expression.ts";
import type { SourceSpan } from "../core/issue.ts";

/** Text of a formula with its tree and its place. */
export interface Formula {
  readonly text: string;
  readonly expression: Expression;
  /** Span of the formula's own text, quotes left out. */
  readonly at: SourceSpan;
}
