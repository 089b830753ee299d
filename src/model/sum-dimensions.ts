import type { Expression } from "../core/expression.ts";
import { fault, type Scope } from "./scope.ts";

/** Dimensions that a sum names after `over`; unknown ones and those fixed already are reported. */
export function namedDimensions(expression: Extract<Expression, { kind: "sum" }>, scope: Scope): number[] {
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
export function freeDimensions(body: Expression, scope: Scope): number[] {
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
