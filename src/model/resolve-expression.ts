import type { Expression } from "../core/expression.ts";
import { functionArity } from "../core/function-arity.ts";
import { nearestName } from "../core/nearest-name.ts";
import type { FunctionName, Node, ShapeName } from "./compiled-model.ts";
import { constantValue, writtenNumber } from "./constant-value.ts";
import type { Meaning } from "./namespace.ts";
import { resolveElement, resolveIndexValue, resolveMoment, resolveName, resolveObserved } from "./resolve-reference.ts";
import { fault, hasArguments, notANumber, type Scope } from "./scope.ts";
import { freeDimensions, namedDimensions } from "./sum-dimensions.ts";

/** Functions of numbers alone. */
const plainFunctions: ReadonlySet<string> = new Set<FunctionName>([
  "min",
  "max",
  "abs",
  "exp",
  "ln",
  "sqrt",
  "floor",
  "clamp",
  "logit",
  "logistic",
]);

/** Functions of the year with constant arguments. */
const shapes: ReadonlySet<string> = new Set<ShapeName>(["step", "ramp", "pulse", "decay"]);

type Call = Extract<Expression, { kind: "call" }>;
type Binary = Extract<Expression, { kind: "binary" }>;

/** Functions that are more than arithmetic on their arguments. */
const specialFunctions: Readonly<Record<string, (call: Call, scope: Scope) => Node>> = {
  if: resolveIf,
  prev: (call, scope) => resolveMoment(call, "previous", scope),
  base: (call, scope) => resolveMoment(call, "base", scope),
  observed: resolveObserved,
  lookup: resolveLookup,
  noise: resolveNoise,
};

/**
 * Resolve an expression that must be a number.
 *
 * @returns its node; faults are reported to `scope.report` and stand as NaN, so that resolving goes on.
 */
export function resolveNumber(expression: Expression, scope: Scope): Node {
  switch (expression.kind) {
    case "number":
      return { kind: "number", value: expression.value };
    case "name":
      return resolveName(expression.name, expression.range, scope);
    case "element":
      return resolveElement(expression, "now", scope);
    case "unary":
      if (expression.operator === "not") return fault(scope, expression.range, "model/number-expected", {});
      return { kind: "negate", operand: resolveNumber(expression.operand, scope) };
    case "binary":
      return resolveArithmetic(expression, scope);
    case "call":
      return resolveCall(expression, scope);
    case "sum":
      return resolveSum(expression, scope);
  }
}

/** Resolve an expression that must be a condition: a comparison, or conditions joined by `and`, `or`, `not`. */
export function resolveCondition(expression: Expression, scope: Scope): Node {
  if (expression.kind === "unary" && expression.operator === "not") {
    return { kind: "not", operand: resolveCondition(expression.operand, scope) };
  }
  if (expression.kind !== "binary") return fault(scope, expression.range, "model/condition-expected", {});
  const { operator } = expression;
  switch (operator) {
    case "and":
    case "or":
      return {
        kind: operator,
        left: resolveCondition(expression.left, scope),
        right: resolveCondition(expression.right, scope),
      };
    case "+":
    case "-":
    case "*":
    case "/":
    case "^":
      return fault(scope, expression.range, "model/condition-expected", {});
    default:
      return (
        resolveSymbolComparison(expression, scope) ?? {
          kind: "compare",
          operator,
          left: resolveNumber(expression.left, scope),
          right: resolveNumber(expression.right, scope),
        }
      );
  }
}

/** `switch == option` and `dimension == element` compare names, not numbers; undefined when this is neither. */
function resolveSymbolComparison(expression: Binary, scope: Scope): Node | undefined {
  const { left, right, operator } = expression;
  if (left.kind !== "name") return undefined;
  const meaning = scope.namespace.meanings.get(left.name);
  if (meaning?.kind === "switch") return resolveSwitch(meaning, expression, scope);
  if (meaning?.kind !== "dimension" || right.kind !== "name") return undefined;
  const element = scope.namespace.meanings.get(right.name);
  if (element?.kind !== "element" || element.dimension !== meaning.number) return undefined;
  if (operator !== "==" && operator !== "!=") {
    return fault(scope, expression.operatorRange, "model/only-equality", { name: left.name });
  }
  const position: Node = { kind: "number", value: element.position };
  return { kind: "compare", operator, left: resolveIndexValue(meaning, left.name, left.range, scope), right: position };
}

function resolveSwitch(meaning: Extract<Meaning, { kind: "switch" }>, expression: Binary, scope: Scope): Node {
  const { right, operator } = expression;
  const name = expression.left.kind === "name" ? expression.left.name : "";
  if (operator !== "==" && operator !== "!=") {
    return fault(scope, expression.operatorRange, "model/only-equality", { name });
  }
  const option = right.kind === "name" ? meaning.options.indexOf(right.name) : -1;
  if (option < 0) {
    return fault(scope, right.range, "model/unknown-option", { name, options: meaning.options.join(", ") });
  }
  const chosen: Node = { kind: "switch", switch: meaning.number, option };
  return operator === "==" ? chosen : { kind: "not", operand: chosen };
}

function resolveArithmetic(expression: Binary, scope: Scope): Node {
  const { operator } = expression;
  switch (operator) {
    case "+":
    case "-":
    case "*":
    case "/":
      return {
        kind: "arithmetic",
        operator,
        left: resolveNumber(expression.left, scope),
        right: resolveNumber(expression.right, scope),
      };
    case "^":
      return {
        kind: "power",
        base: resolveNumber(expression.left, scope),
        exponent: resolveExponent(expression.right, scope),
      };
    default:
      return fault(scope, expression.range, "model/number-expected", {});
  }
}

/** A written exponent becomes one number, `-2` included, since its value decides how the power is computed. */
function resolveExponent(expression: Expression, scope: Scope): Node {
  const value = writtenNumber(expression);
  return value === undefined ? resolveNumber(expression, scope) : { kind: "number", value };
}

function resolveCall(call: Call, scope: Scope): Node {
  const special = Object.hasOwn(specialFunctions, call.name) ? specialFunctions[call.name] : undefined;
  if (special) return special(call, scope);
  if (shapes.has(call.name)) return resolveShape(call, call.name as ShapeName, scope);
  if (!plainFunctions.has(call.name)) {
    const nearest = nearestName(call.name, [...functionArity.keys(), "sum"]);
    return fault(scope, call.nameRange, "model/unknown-function", { name: call.name, nearest });
  }
  const name = call.name as FunctionName;
  if (!hasArguments(call, scope)) return notANumber;
  return { kind: "call", function: name, arguments: call.arguments.map((a) => resolveNumber(a, scope)) };
}

function resolveIf(call: Call, scope: Scope): Node {
  const [condition, then, otherwise] = call.arguments;
  if (!hasArguments(call, scope) || !condition || !then || !otherwise) return notANumber;
  return {
    kind: "if",
    condition: resolveCondition(condition, scope),
    // biome-ignore lint/suspicious/noThenProperty: `then` is the standard word for this branch, and nodes are never awaited
    then: resolveNumber(then, scope),
    else: resolveNumber(otherwise, scope),
  };
}

function resolveLookup(call: Call, scope: Scope): Node {
  const [table, argument] = call.arguments;
  if (!hasArguments(call, scope) || !table || !argument) return notANumber;
  const meaning = table.kind === "name" ? scope.namespace.meanings.get(table.name) : undefined;
  if (meaning?.kind !== "table" || !meaning.xUnit) {
    return fault(scope, table.range, "model/lookup-needs-points", {});
  }
  return { kind: "lookup", table: meaning.number, argument: resolveNumber(argument, scope) };
}

function resolveNoise(call: Call, scope: Scope): Node {
  const [name, sd] = call.arguments;
  if (!hasArguments(call, scope) || !name || !sd) return notANumber;
  if (name.kind !== "name") return fault(scope, name.range, "model/noise-needs-name", {});
  return { kind: "noise", noise: scope.namespace.noises.numberOf(name.name), sd: resolveNumber(sd, scope) };
}

function resolveShape(call: Call, shape: ShapeName, scope: Scope): Node {
  if (!hasArguments(call, scope)) return notANumber;
  const values = call.arguments.map((argument) => constantValue(argument, scope.namespace.baseYear));
  const missing = values.indexOf(undefined);
  const argument = call.arguments[missing];
  if (argument) return fault(scope, argument.range, "model/constant-argument", { name: call.name });
  return { kind: "shape", shape, arguments: values as number[] };
}

function resolveSum(expression: Extract<Expression, { kind: "sum" }>, scope: Scope): Node {
  const over = expression.over.length > 0 ? namedDimensions(expression, scope) : freeDimensions(expression.body, scope);
  if (over.length === 0) return fault(scope, expression.range, "model/sum-over-nothing", {});
  const inner: Scope = { ...scope, bound: [...scope.bound, ...over] };
  return {
    kind: "sum",
    over,
    where: expression.where ? resolveCondition(expression.where, inner) : null,
    body: resolveNumber(expression.body, inner),
  };
}
