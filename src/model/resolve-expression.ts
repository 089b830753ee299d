import type { Expression, TextRange } from "../core/expression.ts";
import { nearestName } from "../core/nearest-name.ts";
import type { FunctionName, Moment, Node, ShapeName } from "./compiled-model.ts";
import type { Meaning } from "./namespace.ts";
import { resolveBareIndices, resolveIndices } from "./resolve-indices.ts";
import { fault, notANumber, type Scope } from "./scope.ts";

const plainFunctions: Readonly<Record<FunctionName, readonly [least: number, most: number]>> = {
  min: [2, 64],
  max: [2, 64],
  abs: [1, 1],
  exp: [1, 1],
  ln: [1, 1],
  sqrt: [1, 1],
  floor: [1, 1],
  clamp: [3, 3],
  logit: [1, 1],
  logistic: [1, 1],
};

const shapeArity: Readonly<Record<ShapeName, number>> = { step: 1, ramp: 2, pulse: 1, decay: 2 };

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

/** Names that a call may use, for "did you mean". */
const functionNames = [
  ...Object.keys(plainFunctions),
  ...Object.keys(shapeArity),
  ...Object.keys(specialFunctions),
  "sum",
];

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

function resolveName(name: string, range: TextRange, scope: Scope): Node {
  if (name === "year") return { kind: "year" };
  if (name === "base_year") return { kind: "number", value: scope.namespace.baseYear };
  const meaning = scope.namespace.meanings.get(name);
  if (!meaning) return unknownName(name, range, scope);
  switch (meaning.kind) {
    case "assumption":
      return { kind: "assumption", assumption: meaning.number };
    case "variable":
    case "table":
      return resolveReference(meaning, "now", name, range, undefined, scope);
    case "dimension":
      return resolveIndexValue(meaning, name, range, scope);
    case "element":
    case "switch":
      return fault(scope, range, "model/not-a-number", { name, kind: meaning.kind });
  }
}

function unknownName(name: string, range: TextRange, scope: Scope): Node {
  const known = [...scope.namespace.meanings.keys(), "year", "base_year"];
  return fault(scope, range, "model/unknown-name", { name, nearest: nearestName(name, known) });
}

function resolveIndexValue(
  meaning: Extract<Meaning, { kind: "dimension" }>,
  name: string,
  range: TextRange,
  scope: Scope,
): Node {
  if (!scope.bound.includes(meaning.number)) return fault(scope, range, "model/index-not-bound", { name });
  return { kind: "index", dimension: meaning.number };
}

function resolveElement(expression: Extract<Expression, { kind: "element" }>, moment: Moment, scope: Scope): Node {
  const meaning = scope.namespace.meanings.get(expression.name);
  if (!meaning) return unknownName(expression.name, expression.nameRange, scope);
  if (meaning.kind !== "variable" && meaning.kind !== "table") {
    return fault(scope, expression.nameRange, "model/has-no-elements", { name: expression.name });
  }
  return resolveReference(meaning, moment, expression.name, expression.range, expression.indices, scope);
}

function resolveReference(
  meaning: Extract<Meaning, { kind: "variable" | "table" }>,
  moment: Moment,
  name: string,
  range: TextRange,
  indices: readonly Expression[] | undefined,
  scope: Scope,
): Node {
  if (meaning.kind === "table" && meaning.xUnit) return fault(scope, range, "model/table-needs-lookup", { name });
  const resolved = indices
    ? resolveIndices(meaning.over, name, range, indices, scope)
    : resolveBareIndices(meaning.over, name, range, scope);
  if (!resolved) return notANumber;
  return meaning.kind === "table"
    ? { kind: "table", table: meaning.number, indices: resolved }
    : { kind: "variable", variable: meaning.number, moment, indices: resolved };
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

/** Value of an expression that is a plain number, with or without a minus sign. */
export function writtenNumber(expression: Expression): number | undefined {
  if (expression.kind === "number") return expression.value;
  if (expression.kind !== "unary" || expression.operator !== "-") return undefined;
  return expression.operand.kind === "number" ? -expression.operand.value : undefined;
}

function resolveCall(call: Call, scope: Scope): Node {
  const special = Object.hasOwn(specialFunctions, call.name) ? specialFunctions[call.name] : undefined;
  if (special) return special(call, scope);
  if (Object.hasOwn(shapeArity, call.name)) return resolveShape(call, call.name as ShapeName, scope);
  if (!Object.hasOwn(plainFunctions, call.name)) {
    const nearest = nearestName(call.name, functionNames);
    return fault(scope, call.nameRange, "model/unknown-function", { name: call.name, nearest });
  }
  const name = call.name as FunctionName;
  if (!hasArguments(call, plainFunctions[name], scope)) return notANumber;
  return { kind: "call", function: name, arguments: call.arguments.map((a) => resolveNumber(a, scope)) };
}

function hasArguments(call: Call, [least, most]: readonly [number, number], scope: Scope): boolean {
  const count = call.arguments.length;
  if (count >= least && count <= most) return true;
  const expected = least === most ? String(least) : `${least}–${most}`;
  fault(scope, call.range, "model/argument-count", { name: call.name, expected, seen: count });
  return false;
}

function resolveIf(call: Call, scope: Scope): Node {
  const [condition, then, otherwise] = call.arguments;
  if (!hasArguments(call, [3, 3], scope) || !condition || !then || !otherwise) return notANumber;
  return {
    kind: "if",
    condition: resolveCondition(condition, scope),
    // biome-ignore lint/suspicious/noThenProperty: `then` is the standard word for this branch, and nodes are never awaited
    then: resolveNumber(then, scope),
    else: resolveNumber(otherwise, scope),
  };
}

/** `prev(x)` and `base(x)` look at a name or an element, so that every equation reads as a spreadsheet cell. */
function resolveMoment(call: Call, moment: Moment, scope: Scope): Node {
  const [argument] = call.arguments;
  if (!hasArguments(call, [1, 1], scope) || !argument) return notANumber;
  if (argument.kind === "element") return resolveElement(argument, moment, scope);
  const meaning = argument.kind === "name" ? scope.namespace.meanings.get(argument.name) : undefined;
  if (argument.kind === "name" && !meaning) return unknownName(argument.name, argument.range, scope);
  if (argument.kind !== "name" || meaning?.kind !== "variable") {
    return fault(scope, argument.range, "model/previous-of-expression", { name: call.name });
  }
  return resolveReference(meaning, moment, argument.name, argument.range, undefined, scope);
}

function resolveObserved(call: Call, scope: Scope): Node {
  const [argument] = call.arguments;
  if (!hasArguments(call, [1, 1], scope) || !argument) return notANumber;
  const { observable, observed } = scope.namespace;
  if (argument.kind !== "name" || !observable.has(argument.name)) {
    const name = argument.kind === "name" ? argument.name : "…";
    return fault(scope, argument.range, "model/unknown-observed", {
      name,
      nearest: nearestName(name, [...observable.keys()]),
    });
  }
  return { kind: "observed", observed: observed.numberOf(argument.name) };
}

function resolveLookup(call: Call, scope: Scope): Node {
  const [table, argument] = call.arguments;
  if (!hasArguments(call, [2, 2], scope) || !table || !argument) return notANumber;
  const meaning = table.kind === "name" ? scope.namespace.meanings.get(table.name) : undefined;
  if (meaning?.kind !== "table" || !meaning.xUnit) {
    return fault(scope, table.range, "model/lookup-needs-points", {});
  }
  return { kind: "lookup", table: meaning.number, argument: resolveNumber(argument, scope) };
}

function resolveNoise(call: Call, scope: Scope): Node {
  const [name, sd] = call.arguments;
  if (!hasArguments(call, [2, 2], scope) || !name || !sd) return notANumber;
  if (name.kind !== "name") return fault(scope, name.range, "model/noise-needs-name", {});
  return { kind: "noise", noise: scope.namespace.noises.numberOf(name.name), sd: resolveNumber(sd, scope) };
}

function resolveShape(call: Call, shape: ShapeName, scope: Scope): Node {
  if (!hasArguments(call, [shapeArity[shape], shapeArity[shape]], scope)) return notANumber;
  const values = call.arguments.map((argument) => constantValue(argument, scope.namespace.baseYear));
  const missing = values.indexOf(undefined);
  const argument = call.arguments[missing];
  if (argument) return fault(scope, argument.range, "model/constant-argument", { name: call.name });
  return { kind: "shape", shape, arguments: values as number[] };
}

/** Value of an argument made of numbers and `base_year` alone; undefined for anything else. */
function constantValue(expression: Expression, baseYear: number): number | undefined {
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

function namedDimensions(expression: Extract<Expression, { kind: "sum" }>, scope: Scope): number[] {
  const numbers: number[] = [];
  for (const { name, range } of expression.over) {
    const meaning = scope.namespace.meanings.get(name);
    if (meaning?.kind !== "dimension") {
      fault(scope, range, "model/unknown-dimension", { name });
    } else if (scope.bound.includes(meaning.number) || numbers.includes(meaning.number)) {
      fault(scope, range, "model/dimension-bound-twice", { name });
    } else {
      numbers.push(meaning.number);
    }
  }
  return numbers;
}

/** Dimensions of the bare names in an expression that the surroundings do not fix, in order of declaration. */
function freeDimensions(body: Expression, scope: Scope): number[] {
  const { namespace, bound } = scope;
  const isFixed = (d: number) => bound.includes(d) || bound.includes(namespace.dimensions[d]?.bands?.of ?? -1);
  const free = new Set<number>();
  const visit = (expression: Expression): void => {
    if (expression.kind === "name") {
      const meaning = namespace.meanings.get(expression.name);
      if (meaning?.kind !== "variable" && meaning?.kind !== "table") return;
      for (const dimension of meaning.over) if (!isFixed(dimension)) free.add(dimension);
    }
    for (const child of childrenOf(expression)) visit(child);
  };
  visit(body);
  // A band follows from the index it groups, so it is not summed over beside it.
  const summed = [...free].filter((d) => !free.has(namespace.dimensions[d]?.bands?.of ?? -1));
  return summed.sort((a, b) => a - b);
}

function childrenOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case "unary":
      return [expression.operand];
    case "binary":
      return [expression.left, expression.right];
    case "call":
      return expression.arguments;
    default:
      return [];
  }
}
