import type { BinaryOperator, UnaryOperator, Value } from "./program.ts";

/** Value of a fixed cell, outside of loops or the same in all turns. */
export function fixedCell(place: number): Value {
  return { kind: "cell", region: "fixed", place, stream: null };
}

/** A number that is known. */
export function literal(value: number): Value {
  return { kind: "literal", value };
}

/** An operation on one number. */
export function unary(operator: UnaryOperator, operand: Value): Value {
  return { kind: "unary", operator, operand };
}

/** An operation on two numbers. */
export function binary(operator: BinaryOperator, left: Value, right: Value): Value {
  return { kind: "binary", operator, left, right };
}

/** An operation; dividing by a power of two is multiplying by its inverse, to the last bit and much faster. */
export function arithmetic(operator: "+" | "-" | "*" | "/", left: Value, right: Value): Value {
  if (operator === "/" && right.kind === "literal" && isPowerOfTwo(right.value)) {
    return binary("*", left, literal(1 / right.value));
  }
  return binary(operator, left, right);
}

/** Whether 1/x is exact. */
function isPowerOfTwo(x: number): boolean {
  const exponent = Math.log2(Math.abs(x));
  return Number.isInteger(exponent) && Math.abs(exponent) < 1000 && 2 ** exponent === Math.abs(x);
}
