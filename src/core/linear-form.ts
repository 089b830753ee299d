import type { Expression, TextRange } from "./expression.ts";

/** A formula that is linear in its names: constant + Σ coefficient × name. */
export interface LinearForm {
  readonly constant: number;
  /** Only names whose coefficient is not 0. */
  readonly coefficients: ReadonlyMap<string, number>;
}

/** Why a formula has no linear form, with the place inside its text. */
export interface LinearFault {
  readonly kind: "not_linear" | "unknown_name" | "unknown_call" | "no_figure";
  readonly range: TextRange;
  /** What stands there: a name, the name of a call or its argument, or an operator. */
  readonly found: string;
}

/** What the names of a formula stand for. */
export interface LinearNames {
  /** Whether a name is a variable of the linear form. */
  readonly isVariable: (name: string) => boolean;
  /**
   * Value of a call with one name, such as `baseline(id)`: a number, null when there is none for this name, undefined
   * when there is no such call.
   */
  readonly call: (name: string, argument: string) => number | null | undefined;
}

/** The linear form of a formula, or the first thing that stands in its way. */
export type LinearResult =
  | { readonly ok: true; readonly value: LinearForm }
  | { readonly ok: false; readonly fault: LinearFault };

/**
 * Read a formula as a linear form in its variables.
 *
 * Sums, differences, products with a constant and quotients by a constant other than 0 are linear; powers, functions,
 * comparisons and conditions are not.
 *
 * @example
 * linearForm(parsed("2 * (a - 3) / 4"), names); // constant −1.5, a → 0.5
 */
export function linearForm(expression: Expression, names: LinearNames): LinearResult {
  switch (expression.kind) {
    case "number":
      return constant(expression.value);
    case "name":
      return names.isVariable(expression.name)
        ? { ok: true, value: { constant: 0, coefficients: new Map([[expression.name, 1]]) } }
        : failed("unknown_name", expression.range, expression.name);
    case "call":
      return callForm(expression, names);
    case "unary": {
      if (expression.operator === "not") return failed("not_linear", expression.range, "not");
      const operand = linearForm(expression.operand, names);
      return operand.ok ? { ok: true, value: scaleForm(operand.value, -1) } : operand;
    }
    case "binary":
      return binaryForm(expression, names);
    default:
      return failed("not_linear", expression.range, expression.kind === "element" ? expression.name : "sum");
  }
}

/** Add two linear forms, the second multiplied by a factor. */
export function addForms(a: LinearForm, b: LinearForm, factor = 1): LinearForm {
  const coefficients = new Map(a.coefficients);
  for (const [name, value] of b.coefficients) {
    const total = (coefficients.get(name) ?? 0) + factor * value;
    if (total === 0) coefficients.delete(name);
    else coefficients.set(name, total);
  }
  return { constant: a.constant + factor * b.constant, coefficients };
}

/** Multiply a linear form by a number. */
export function scaleForm(form: LinearForm, factor: number): LinearForm {
  return addForms({ constant: 0, coefficients: new Map() }, form, factor);
}

/** Value of a linear form at a point; names that the point lacks count as 0. */
export function evaluateForm(form: LinearForm, point: ReadonlyMap<string, number>): number {
  let value = form.constant;
  for (const [name, coefficient] of form.coefficients) value += coefficient * (point.get(name) ?? 0);
  return value;
}

function callForm(call: Extract<Expression, { kind: "call" }>, names: LinearNames): LinearResult {
  const [argument, ...others] = call.arguments;
  if (argument?.kind !== "name" || others.length > 0) return failed("unknown_call", call.nameRange, call.name);
  const value = names.call(call.name, argument.name);
  if (value === undefined) return failed("unknown_call", call.nameRange, call.name);
  return value === null ? failed("no_figure", argument.range, argument.name) : constant(value);
}

function binaryForm(expression: Extract<Expression, { kind: "binary" }>, names: LinearNames): LinearResult {
  const { operator } = expression;
  const left = linearForm(expression.left, names);
  if (!left.ok) return left;
  const right = linearForm(expression.right, names);
  if (!right.ok) return right;
  const isConstant = (form: LinearForm) => form.coefficients.size === 0;
  if (operator === "+") return { ok: true, value: addForms(left.value, right.value) };
  if (operator === "-") return { ok: true, value: addForms(left.value, right.value, -1) };
  if (operator === "*" && isConstant(right.value)) {
    return { ok: true, value: scaleForm(left.value, right.value.constant) };
  }
  if (operator === "*" && isConstant(left.value)) {
    return { ok: true, value: scaleForm(right.value, left.value.constant) };
  }
  if (operator === "/" && isConstant(right.value) && right.value.constant !== 0) {
    return { ok: true, value: divideForm(left.value, right.value.constant) };
  }
  return failed("not_linear", expression.operatorRange, operator);
}

/** Dividing each number rounds once; multiplying by an inverse would round twice. */
function divideForm(form: LinearForm, divisor: number): LinearForm {
  const coefficients = new Map([...form.coefficients].map(([name, value]) => [name, value / divisor]));
  return { constant: form.constant / divisor, coefficients };
}

function constant(value: number): LinearResult {
  return { ok: true, value: { constant: value, coefficients: new Map() } };
}

function failed(kind: LinearFault["kind"], range: TextRange, found: string): LinearResult {
  return { ok: false, fault: { kind, range, found } };
}
