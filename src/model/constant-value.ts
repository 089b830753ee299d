import type { Expression } from "../core/expression.ts";

/** Value of an argument made of numbers and `base_year` alone; undefined for anything else. */
export function constantValue(expression: Expression, baseYear: number): number | undefined {
  if (expression.kind === "number") return expression.value;
  if (expression.kind === "name") return expression.name === "base_year" ? baseYear : undefined;
  if (expression.kind === "unary" && expression.operator === "-") {
    const operand = constantValue(expression.operand, baseYear);
    return operand === undefined ? undefined : -operand;
  }
  if (expression.kind !== "binary" || (expression.operator !== "+" && expression.operator !== "-")) return undefined;
  const left = constantValue(expression.left, baseYear);
  const right = constantValue(expression.right, baseYear);
  if (left === undefined || right === undefined) return undefined;
  return expression.operator === "+" ? left + right : left - right;
}

/** Value of an expression that is a plain number, with or without a minus sign. */
export function writtenNumber(expression: Expression): number | undefined {
  if (expression.kind === "number") return expression.value;
  if (expression.kind !== "unary" || expression.operator !== "-") return undefined;
  return expression.operand.kind === "number" ? -expression.operand.value : undefined;
}
