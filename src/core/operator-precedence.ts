import type { BinaryOperator, Expression } from "./expression.ts";

/** How tightly each kind of operation binds, loosest first; one table for reading and printing formulas. */
export const precedence = {
  or: 1,
  and: 2,
  not: 3,
  comparison: 4,
  additive: 5,
  multiplicative: 6,
  negation: 7,
  power: 8,
  atom: 9,
} as const;

/** Every operator between two operands with how tightly it binds. */
export const binaryPrecedence: ReadonlyMap<string, number> = new Map<BinaryOperator, number>([
  ["or", precedence.or],
  ["and", precedence.and],
  ["<", precedence.comparison],
  ["<=", precedence.comparison],
  [">", precedence.comparison],
  [">=", precedence.comparison],
  ["==", precedence.comparison],
  ["!=", precedence.comparison],
  ["+", precedence.additive],
  ["-", precedence.additive],
  ["*", precedence.multiplicative],
  ["/", precedence.multiplicative],
  ["^", precedence.power],
]);

/** Words that cannot be names. */
export const reservedWords: ReadonlySet<string> = new Set(["and", "or", "not", "sum", "over", "where", "if"]);

/** Say how tightly the outermost operation of a formula binds. */
export function expressionPrecedence(expression: Expression): number {
  switch (expression.kind) {
    case "binary":
      return binaryPrecedence.get(expression.operator)!;
    case "unary":
      return expression.operator === "not" ? precedence.not : precedence.negation;
    default:
      return precedence.atom;
  }
}
