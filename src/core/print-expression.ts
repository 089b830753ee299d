import type { Expression } from "./expression.ts";
import { binaryPrecedence, expressionPrecedence, precedence } from "./operator-precedence.ts";

type Binary = Extract<Expression, { kind: "binary" }>;
type Sum = Extract<Expression, { kind: "sum" }>;

/**
 * Print a formula in its canonical form: the fewest brackets, one space around operators, none around `^`.
 *
 * Parsing the printed text gives the same tree, ranges aside.
 *
 * @throws RangeError when a number is negative or not finite, which no formula can say.
 * @example
 * printExpression(parsed("(a*b)+((c))")); // "a * b + c"
 */
export function printExpression(expression: Expression): string {
  switch (expression.kind) {
    case "number":
      return printNumber(expression.value);
    case "name":
      return expression.name;
    case "element":
      return `${expression.name}[${printList(expression.indices)}]`;
    case "call":
      return `${expression.name}(${printList(expression.arguments)})`;
    case "sum":
      return printSum(expression);
    case "unary":
      return expression.operator === "not"
        ? `not ${printOperand(expression.operand, precedence.not)}`
        : `-${printOperand(expression.operand, precedence.negation)}`;
    case "binary":
      return printBinary(expression);
  }
}

/** Print an operand, in brackets when its own operation binds less tightly than `minimum`. */
function printOperand(operand: Expression, minimum: number): string {
  const text = printExpression(operand);
  return expressionPrecedence(operand) < minimum ? `(${text})` : text;
}

function printBinary(expression: Binary): string {
  const own = binaryPrecedence.get(expression.operator)!;
  if (own === precedence.power) {
    return `${printOperand(expression.left, precedence.atom)}^${printExponent(expression.right)}`;
  }
  // Comparisons are never chained, so a comparison on the left needs brackets too.
  const left = printOperand(expression.left, own === precedence.comparison ? own + 1 : own);
  return `${left} ${expression.operator} ${printOperand(expression.right, own + 1)}`;
}

/** Print an exponent: minus signs may stand bare in front of it, everything else looser than an atom is bracketed. */
function printExponent(exponent: Expression): string {
  return exponent.kind === "unary" && exponent.operator === "-"
    ? `-${printExponent(exponent.operand)}`
    : printOperand(exponent, precedence.atom);
}

function printSum(sum: Sum): string {
  const over = sum.over.length === 0 ? "" : ` over ${sum.over.map((dimension) => dimension.name).join(", ")}`;
  const where = sum.where === undefined ? "" : ` where ${printExpression(sum.where)}`;
  return `sum(${printExpression(sum.body)}${over}${where})`;
}

function printList(items: readonly Expression[]): string {
  return items.map(printExpression).join(", ");
}

function printNumber(value: number): string {
  if (!Number.isFinite(value) || value < 0 || Object.is(value, -0)) {
    throw new RangeError(`printExpression: a number must be finite and not negative; got ${value}`);
  }
  return String(value);
}
