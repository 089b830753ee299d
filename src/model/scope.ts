import type { TextRange } from "../core/expression.ts";
import { makeIssue } from "../core/issue.ts";
import type { IssueCode, IssueParameters } from "../core/issue-texts.ts";
import { formulaSpan } from "../inputs/formula-span.ts";
import type { Formula } from "../inputs/study.ts";
import type { Node } from "./compiled-model.ts";
import type { Namespace, Report } from "./namespace.ts";

/** What surrounds the expression being resolved. */
export interface Scope {
  readonly namespace: Namespace;
  readonly formula: Formula;
  readonly report: Report;
  /** Dimensions whose index the surroundings fix: those of the equation, then those of each `sum`. */
  readonly bound: readonly number[];
}

/** Stands where a faulty part was; a model with an issue is never run. */
export const notANumber: Node = { kind: "number", value: Number.NaN };

/** Raise an issue at a part of the formula, and give the node that stands in for the faulty part. */
export function fault<C extends IssueCode>(
  scope: Scope,
  range: TextRange,
  code: C,
  parameters: IssueParameters<C>,
): Node {
  scope.report(makeIssue(code, formulaSpan(scope.formula, range), parameters));
  return notANumber;
}
