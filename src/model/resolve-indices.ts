import type { Expression, TextRange } from "../core/expression.ts";
import type { Index } from "./compiled-model.ts";
import { fault, type Scope } from "./scope.ts";

/**
 * Indices of a bare name: the same element as the surroundings, or the band of the surrounding index.
 *
 * @returns undefined when the surroundings do not say which element; the fault is reported.
 */
export function resolveBareIndices(
  over: readonly number[],
  name: string,
  range: TextRange,
  scope: Scope,
): readonly Index[] | undefined {
  const indices = over.map((dimension) => surroundingIndex(dimension, 0, scope));
  const missing = over.filter((_, i) => !indices[i]).map((d) => scope.namespace.dimensions[d]?.name);
  if (missing.length > 0) {
    fault(scope, range, "model/element-not-said", { name, dimensions: missing.join(", ") });
    return undefined;
  }
  return indices as Index[];
}

/** Indices written in brackets; undefined when one is faulty, which is reported. */
export function resolveIndices(
  over: readonly number[],
  name: string,
  range: TextRange,
  written: readonly Expression[],
  scope: Scope,
): readonly Index[] | undefined {
  if (written.length !== over.length) {
    const dimensions = over.map((d) => scope.namespace.dimensions[d]?.name).join(", ");
    fault(scope, range, "model/index-count", { name, expected: over.length, seen: written.length, dimensions });
    return undefined;
  }
  const indices = written.map((expression, i) => resolveIndex(over[i] ?? -1, expression, scope));
  return indices.every((index) => index !== undefined) ? (indices as Index[]) : undefined;
}

/** One index: an element, a number, the surrounding index, or the surrounding index plus or minus a whole number. */
function resolveIndex(dimension: number, written: Expression, scope: Scope): Index | undefined {
  const { first, elements, name } = scope.namespace.dimensions[dimension] ?? { first: null, elements: [], name: "" };
  if (written.kind === "number" && first !== null && Number.isInteger(written.value)) {
    const position = written.value - first;
    if (position >= 0 && position < elements.length) return { kind: "fixed", position };
    const limits = `${elements[0]}…${elements[elements.length - 1]}`;
    fault(scope, written.range, "model/index-outside", { index: String(written.value), dimension: name, limits });
    return undefined;
  }
  const { base, offset } = splitOffset(written);
  const index = base.kind === "name" ? namedIndex(dimension, base.name, offset, scope) : undefined;
  if (!index) fault(scope, written.range, "model/index-form", { dimension: name });
  return index;
}

function namedIndex(dimension: number, name: string, offset: number, scope: Scope): Index | undefined {
  const meaning = scope.namespace.meanings.get(name);
  if (meaning?.kind === "element" && meaning.dimension === dimension && offset === 0) {
    return { kind: "fixed", position: meaning.position };
  }
  if (meaning?.kind === "dimension" && meaning.number === dimension) return surroundingIndex(dimension, offset, scope);
  return undefined;
}

/** The surrounding index of a dimension, or the band that holds the surrounding index of the grouped dimension. */
function surroundingIndex(dimension: number, offset: number, scope: Scope): Index | undefined {
  if (scope.bound.includes(dimension)) return { kind: "current", dimension, offset };
  const bands = scope.namespace.dimensions[dimension]?.bands;
  if (bands && scope.bound.includes(bands.of)) return { kind: "band", dimension, of: bands.of, offset };
  return undefined;
}

function splitOffset(written: Expression): { base: Expression; offset: number } {
  if (written.kind !== "binary" || written.right.kind !== "number" || !Number.isInteger(written.right.value)) {
    return { base: written, offset: 0 };
  }
  if (written.operator === "+") return { base: written.left, offset: written.right.value };
  if (written.operator === "-") return { base: written.left, offset: -written.right.value };
  return { base: written, offset: 0 };
}
