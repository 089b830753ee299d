import type { Expression, TextRange } from "../core/expression.ts";
import { functionArity } from "../core/function-arity.ts";
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

/** Whether a call has as many arguments as its function takes; if not, that is reported. */
export function hasArguments(call: Extract<Expression, { kind: "call" }>, scope: Scope): boolean {
  const { least, most } = functionArity.get(call.name) ?? { least: 0, most: Number.POSITIVE_INFINITY };
  const count = call.arguments.length;
  if (count >= least && count <= most) return true;
  const expected = least === most ? String(least) : `${least}+`;
  fault(scope, call.range, "model/argument-count", { name: call.name, expected, seen: count });
  return false;
}
