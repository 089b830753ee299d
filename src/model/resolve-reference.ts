import type { Expression, TextRange } from "../core/expression.ts";
import { nearestName } from "../core/nearest-name.ts";
import type { Moment, Node } from "./compiled-model.ts";
import type { Meaning } from "./namespace.ts";
import { resolveBareIndices, resolveIndices } from "./resolve-indices.ts";
import { fault, hasArguments, notANumber, type Scope } from "./scope.ts";

/** Resolve a bare name to what it stands for. */
export function resolveName(name: string, range: TextRange, scope: Scope): Node {
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

/** Resolve a dimension's name to the surrounding index as a number. */
export function resolveIndexValue(
  meaning: Extract<Meaning, { kind: "dimension" }>,
  name: string,
  range: TextRange,
  scope: Scope,
): Node {
  if (!scope.bound.includes(meaning.number)) return fault(scope, range, "model/index-not-bound", { name });
  return { kind: "index", dimension: meaning.number };
}

/** Resolve `name[index, …]`. */
export function resolveElement(
  expression: Extract<Expression, { kind: "element" }>,
  moment: Moment,
  scope: Scope,
): Node {
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

/** `prev(x)` and `base(x)` look at a name or an element, so that every equation reads as a spreadsheet cell. */
export function resolveMoment(call: Extract<Expression, { kind: "call" }>, moment: Moment, scope: Scope): Node {
  const [argument] = call.arguments;
  if (!hasArguments(call, scope) || !argument) return notANumber;
  if (argument.kind === "element") return resolveElement(argument, moment, scope);
  const meaning = argument.kind === "name" ? scope.namespace.meanings.get(argument.name) : undefined;
  if (argument.kind === "name" && !meaning) return unknownName(argument.name, argument.range, scope);
  if (argument.kind !== "name" || meaning?.kind !== "variable") {
    return fault(scope, argument.range, "model/previous-of-expression", { name: call.name });
  }
  return resolveReference(meaning, moment, argument.name, argument.range, undefined, scope);
}

/** Resolve `observed(id)`: a row of the plan or a series of the observations. */
export function resolveObserved(call: Extract<Expression, { kind: "call" }>, scope: Scope): Node {
  const [argument] = call.arguments;
  if (!hasArguments(call, scope) || !argument) return notANumber;
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
