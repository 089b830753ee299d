import type { CompiledDimension, Index, Node } from "./compiled-model.ts";

/** Position along each dimension that the surroundings of a formula fix: places[dimension], −1 where nothing does. */
export type Places = Int32Array;

/** No index fixed. */
export function noPlaces(dimensions: readonly CompiledDimension[]): Places {
  return new Int32Array(dimensions.length).fill(-1);
}

/** Number of elements over some dimensions: the product of their sizes, 1 for none. */
export function sizeOver(over: readonly number[], dimensions: readonly CompiledDimension[]): number {
  return over.reduce((size, d) => size * (dimensions[d]?.elements.length ?? 0), 1);
}

/**
 * Visit every element over some dimensions in row-major order.
 *
 * @param places - the indices fixed outside; the visited dimensions are set in a copy that each visit gets.
 */
export function forEachElement(
  over: readonly number[],
  dimensions: readonly CompiledDimension[],
  places: Places,
  visit: (places: Places, element: number) => void,
): void {
  const size = sizeOver(over, dimensions);
  for (let element = 0; element < size; element++) {
    const here = places.slice();
    let rest = element;
    for (let i = over.length - 1; i >= 0; i--) {
      const dimension = over[i] as number;
      const length = dimensions[dimension]?.elements.length ?? 1;
      here[dimension] = rest % length;
      rest = Math.floor(rest / length);
    }
    visit(here, element);
  }
}

/** Position that an index points at; −1 when it lies outside its dimension or outside every band. */
function positionOf(index: Index, length: number, dimensions: readonly CompiledDimension[], places: Places): number {
  let position: number;
  switch (index.kind) {
    case "fixed":
      return index.position;
    case "current":
      position = (places[index.dimension] as number) + index.offset;
      break;
    case "band": {
      const band = dimensions[index.dimension]?.bands?.bandOf[places[index.of] as number] ?? -1;
      if (band < 0) return -1;
      position = band + index.offset;
    }
  }
  return position >= 0 && position < length ? position : -1;
}

/** Row-major place of an element of a variable or table; −1 when an index lies outside. */
export function elementAt(
  indices: readonly Index[],
  over: readonly number[],
  dimensions: readonly CompiledDimension[],
  places: Places,
): number {
  let element = 0;
  for (let i = 0; i < indices.length; i++) {
    const length = dimensions[over[i] as number]?.elements.length ?? 0;
    const position = positionOf(indices[i] as Index, length, dimensions, places);
    if (position < 0) return -1;
    element = element * length + position;
  }
  return element;
}

/** Value of the surrounding index of a dimension: its integer, or its place among named elements. */
export function indexValue(dimension: number, dimensions: readonly CompiledDimension[], places: Places): number {
  return (dimensions[dimension]?.first ?? 0) + (places[dimension] as number);
}

/** Whether a condition of a case or a `where` reads nothing but indices and numbers. */
export function readsIndicesOnly(node: Node): boolean {
  switch (node.kind) {
    case "number":
    case "index":
      return true;
    case "negate":
    case "not":
      return readsIndicesOnly(node.operand);
    case "arithmetic":
    case "compare":
    case "and":
    case "or":
      return readsIndicesOnly(node.left) && readsIndicesOnly(node.right);
    default:
      return false;
  }
}

/** Whether a condition that reads indices only holds at the given places. */
export function holdsAt(condition: Node, dimensions: readonly CompiledDimension[], places: Places): boolean {
  switch (condition.kind) {
    case "and":
      return holdsAt(condition.left, dimensions, places) && holdsAt(condition.right, dimensions, places);
    case "or":
      return holdsAt(condition.left, dimensions, places) || holdsAt(condition.right, dimensions, places);
    case "not":
      return !holdsAt(condition.operand, dimensions, places);
    case "compare":
      return compares(
        condition.operator,
        numberAt(condition.left, dimensions, places),
        numberAt(condition.right, dimensions, places),
      );
    default:
      return false;
  }
}

/** Compare two numbers as IEEE 754 does: every comparison with NaN but `!=` is false. */
export function compares(operator: "<" | "<=" | ">" | ">=" | "==" | "!=", left: number, right: number): boolean {
  switch (operator) {
    case "<":
      return left < right;
    case "<=":
      return left <= right;
    case ">":
      return left > right;
    case ">=":
      return left >= right;
    case "==":
      return left === right;
    case "!=":
      return left !== right;
  }
}

function numberAt(node: Node, dimensions: readonly CompiledDimension[], places: Places): number {
  switch (node.kind) {
    case "number":
      return node.value;
    case "index":
      return indexValue(node.dimension, dimensions, places);
    case "negate":
      return -numberAt(node.operand, dimensions, places);
    case "arithmetic": {
      const left = numberAt(node.left, dimensions, places);
      const right = numberAt(node.right, dimensions, places);
      if (node.operator === "+") return left + right;
      if (node.operator === "-") return left - right;
      return node.operator === "*" ? left * right : left / right;
    }
    default:
      return Number.NaN;
  }
}
