import type { BinaryOperator, Expression, TextRange } from "../core/expression.ts";
import { makeIssue } from "../core/issue.ts";
import type { IssueCode, IssueParameters } from "../core/issue-texts.ts";
import { printUnit } from "../core/print-unit.ts";
import { divideUnits, isDimensionless, multiplyUnits, powerUnit, type Unit, unitsEqual } from "../core/unit.ts";
import { formulaSpan } from "../inputs/formula-span.ts";
import type { Formula } from "../inputs/study.ts";
import { writtenNumber } from "./constant-value.ts";
import type { Meaning, Namespace, Report } from "./namespace.ts";

/** A unit, `any` for a plain 0 that fits everywhere, or `unknown` after a fault that is already reported. */
type Inferred = Unit | "any" | "unknown";

interface UnitScope {
  readonly namespace: Namespace;
  readonly formula: Formula;
  readonly report: Report;
}

const dimensionless: Unit = { scale: 0, powers: {} };

/** Check that a formula gives the declared unit of a variable; every mismatch is reported at its operator. */
export function checkFormulaUnit(
  formula: Formula,
  name: string,
  declared: Unit,
  namespace: Namespace,
  report: Report,
): void {
  const scope: UnitScope = { namespace, formula, report };
  const seen = inferUnit(formula.expression, scope);
  if (typeof seen === "string" || unitsEqual(seen, declared)) return;
  const parameters = { name, declared: printUnit(declared), seen: printUnit(seen) };
  report(makeIssue("unit/mismatch", formula.at, parameters));
}

/** Check that a condition compares like with like. */
export function checkConditionUnits(formula: Formula, namespace: Namespace, report: Report): void {
  inferUnit(formula.expression, { namespace, formula, report });
}

function inferUnit(expression: Expression, scope: UnitScope): Inferred {
  switch (expression.kind) {
    case "number":
      return expression.value === 0 ? "any" : dimensionless;
    case "name":
      return unitOfName(expression.name, scope);
    case "element":
      return unitOfName(expression.name, scope);
    case "unary":
      return inferUnit(expression.operand, scope);
    case "binary":
      return inferBinary(expression, scope);
    case "call":
      return inferCall(expression, scope);
    case "sum":
      if (expression.where) inferUnit(expression.where, scope);
      return inferUnit(expression.body, scope);
  }
}

function unitOfName(name: string, scope: UnitScope): Inferred {
  if (name === "year" || name === "base_year") return dimensionless;
  const meaning = scope.namespace.meanings.get(name);
  if (!meaning) return "unknown";
  return hasUnit(meaning) ? meaning.unit : dimensionless;
}

function hasUnit(meaning: Meaning): meaning is Extract<Meaning, { unit: Unit }> {
  return meaning.kind === "variable" || meaning.kind === "assumption" || meaning.kind === "table";
}

function inferBinary(expression: Extract<Expression, { kind: "binary" }>, scope: UnitScope): Inferred {
  const { operator, operatorRange } = expression;
  if (operator === "^") return inferPower(expression, scope);
  const left = inferUnit(expression.left, scope);
  const right = inferUnit(expression.right, scope);
  switch (operator) {
    case "*":
    case "/":
      return multiplied(left, right, operator);
    case "and":
    case "or":
      return dimensionless;
    case "+":
    case "-":
      return sameUnit([left, right], operatorRange, operator, scope);
    default:
      sameUnit([left, right], operatorRange, operator, scope);
      return dimensionless;
  }
}

function multiplied(left: Inferred, right: Inferred, operator: "*" | "/"): Inferred {
  if (left === "unknown" || right === "unknown") return "unknown";
  // A plain 0 times anything is still a 0 that fits everywhere.
  if (left === "any") return "any";
  if (right === "any") return operator === "*" ? "any" : "unknown";
  return operator === "*" ? multiplyUnits(left, right) : divideUnits(left, right);
}

function sameUnit(
  units: readonly Inferred[],
  range: TextRange,
  operator: BinaryOperator | string,
  scope: UnitScope,
): Inferred {
  const known = units.filter((unit): unit is Unit => typeof unit !== "string");
  const [first] = known;
  if (!first) return units.includes("unknown") ? "unknown" : "any";
  const other = known.find((unit) => !unitsEqual(unit, first));
  if (!other) return first;
  report(scope, range, "unit/operands", { operator, left: printUnit(first), right: printUnit(other) });
  return "unknown";
}

function inferPower(expression: Extract<Expression, { kind: "binary" }>, scope: UnitScope): Inferred {
  const base = inferUnit(expression.left, scope);
  const exponent = writtenNumber(expression.right);
  if (exponent === undefined) {
    needDimensionless(base, expression.left.range, "^", scope);
    needDimensionless(inferUnit(expression.right, scope), expression.right.range, "^", scope);
    return dimensionless;
  }
  if (typeof base === "string") return base;
  if (Number.isInteger(exponent) || exponent === 0.5) return powerUnit(base, exponent);
  needDimensionless(base, expression.left.range, "^", scope);
  return dimensionless;
}

function needDimensionless(unit: Inferred, range: TextRange, where: string, scope: UnitScope): void {
  if (typeof unit === "string" || isDimensionless(unit)) return;
  report(scope, range, "unit/not-dimensionless", { where, seen: printUnit(unit) });
}

function inferCall(call: Extract<Expression, { kind: "call" }>, scope: UnitScope): Inferred {
  const [first, second] = call.arguments;
  if (!first) return "unknown";
  switch (call.name) {
    case "observed":
      return (first.kind === "name" && scope.namespace.observable.get(first.name)) || "unknown";
    case "lookup":
      return inferLookup(first, second, scope);
    case "noise":
      return second ? inferUnit(second, scope) : "unknown";
    case "if":
      inferUnit(first, scope);
      return sameUnit(inferAll(call.arguments.slice(1), scope), call.nameRange, "if", scope);
    case "min":
    case "max":
    case "clamp":
      return sameUnit(inferAll(call.arguments, scope), call.nameRange, call.name, scope);
    case "prev":
    case "base":
    case "abs":
    case "floor":
      return inferUnit(first, scope);
    case "sqrt": {
      const unit = inferUnit(first, scope);
      return typeof unit === "string" ? unit : powerUnit(unit, 0.5);
    }
    default:
      for (const argument of call.arguments) {
        needDimensionless(inferUnit(argument, scope), argument.range, call.name, scope);
      }
      return dimensionless;
  }
}

function inferAll(expressions: readonly Expression[], scope: UnitScope): Inferred[] {
  return expressions.map((expression) => inferUnit(expression, scope));
}

function inferLookup(table: Expression, argument: Expression | undefined, scope: UnitScope): Inferred {
  const meaning = table.kind === "name" ? scope.namespace.meanings.get(table.name) : undefined;
  if (meaning?.kind !== "table" || !meaning.xUnit || !argument || table.kind !== "name") return "unknown";
  const seen = inferUnit(argument, scope);
  if (typeof seen !== "string" && !unitsEqual(seen, meaning.xUnit)) {
    const parameters = { name: table.name, expected: printUnit(meaning.xUnit), seen: printUnit(seen) };
    report(scope, argument.range, "unit/lookup", parameters);
  }
  return meaning.unit;
}

function report<C extends IssueCode>(
  scope: UnitScope,
  range: TextRange,
  code: C,
  parameters: IssueParameters<C>,
): void {
  scope.report(makeIssue(code, formulaSpan(scope.formula, range), parameters));
}
