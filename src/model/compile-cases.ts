import { fileSpan, makeIssue } from "../core/issue.ts";
import type { Case, Formula, VariableSource } from "../inputs/study.ts";
import type { CompiledCase, CompiledDimension, Node } from "./compiled-model.ts";
import {
  elementAt,
  forEachElement,
  holdsAt,
  noPlaces,
  type Places,
  readsIndicesOnly,
  sizeOver,
} from "./index-places.ts";
import type { Namespace, Report } from "./namespace.ts";
import { resolveCondition, resolveNumber } from "./resolve-expression.ts";
import { fault, type Scope } from "./scope.ts";
import { childNodes, visitNodes } from "./visit-nodes.ts";

/** A formula that computes some elements of a variable. */
interface ResolvedCase {
  readonly node: Node;
  /** Which elements it computes, by row-major place. */
  readonly computes: Uint8Array;
}

/** Resolves the formulas of one variable over its dimensions. */
export interface CaseCompiler {
  readonly name: string;
  readonly over: readonly number[];
  readonly namespace: Namespace;
  readonly report: Report;
  /** Dimensions of every variable and table, to check where indices point. */
  readonly overOf: (node: Extract<Node, { kind: "variable" | "table" }>) => readonly number[];
}

/** Compile the cases of an equation: which formula computes which elements, every index inside its dimension. */
export function compileCases(cases: readonly Case[], compiler: CaseCompiler): readonly CompiledCase[] {
  return resolveCases(cases, compiler).map(({ node, computes }) => ({ node, elements: placesOf(computes) }));
}

/**
 * Compile a stock's inflow and outflow to `prev(x) + inflow - outflow`.
 *
 * @param variable - the stock's own number.
 */
export function compileStock(
  source: VariableSource,
  variable: number,
  compiler: CaseCompiler,
): readonly CompiledCase[] {
  const { namespace } = compiler;
  const indices = compiler.over.map((dimension) => ({ kind: "current", dimension, offset: 0 }) as const);
  const previous: Node = { kind: "variable", variable, moment: "previous", indices };
  const everything = new Uint8Array(sizeOver(compiler.over, namespace.dimensions)).fill(1);
  let parts: { node: Node; computes: Uint8Array }[] = [{ node: previous, computes: everything }];
  for (const [cases, operator] of [
    [source.inflow, "+"],
    [source.outflow, "-"],
  ] as const) {
    if (!cases) continue;
    const flows = resolveCases(cases, compiler);
    parts = parts.flatMap((part) =>
      flows.map((flow) => ({
        node: { kind: "arithmetic", operator, left: part.node, right: flow.node } as const,
        computes: part.computes.map((computes, element) => computes & (flow.computes[element] as number)),
      })),
    );
  }
  return parts
    .map(({ node, computes }) => ({ node, elements: placesOf(computes) }))
    .filter(({ elements }) => elements.length > 0);
}

function resolveCases(cases: readonly Case[], compiler: CaseCompiler): ResolvedCase[] {
  const { name, over, namespace, report } = compiler;
  const { dimensions } = namespace;
  const taken = new Uint8Array(sizeOver(over, dimensions));
  const resolved = cases.map(({ when, value }) => {
    const scope: Scope = { namespace, report, formula: value, bound: over };
    const condition = when && resolveStatic(when, { ...scope, formula: when });
    const computes = takeElements(condition, over, dimensions, taken);
    if (!computes.includes(1)) report(makeIssue("model/case-never-used", (when ?? value).at, { name }));
    const node = resolveNumber(value.expression, scope);
    if (sumsAreStatic(node, scope)) checkPlaces(node, computes, scope, compiler);
    return { node, computes };
  });
  reportLeftOut(cases, taken, compiler);
  return resolved;
}

/** A condition on indices alone, so that which case an element takes is known before anything runs. */
function resolveStatic(when: Formula, scope: Scope): Node {
  const condition = resolveCondition(when.expression, scope);
  if (!readsIndicesOnly(condition)) fault(scope, when.expression.range, "model/case-reads-values", {});
  return condition;
}

function sumsAreStatic(node: Node, scope: Scope): boolean {
  let areStatic = true;
  visitNodes(node, (inner) => {
    if (inner.kind !== "sum" || !inner.where || readsIndicesOnly(inner.where)) return;
    fault(scope, scope.formula.expression.range, "model/case-reads-values", {});
    areStatic = false;
  });
  return areStatic;
}

function takeElements(
  condition: Node | null,
  over: readonly number[],
  dimensions: readonly CompiledDimension[],
  taken: Uint8Array,
): Uint8Array {
  const computes = new Uint8Array(taken.length);
  forEachElement(over, dimensions, noPlaces(dimensions), (places, element) => {
    if (taken[element] || (condition && !holdsAt(condition, dimensions, places))) return;
    taken[element] = 1;
    computes[element] = 1;
  });
  return computes;
}

function reportLeftOut(cases: readonly Case[], taken: Uint8Array, compiler: CaseCompiler): void {
  const element = taken.indexOf(0);
  if (element < 0) return;
  const last = cases[cases.length - 1];
  const at = last ? (last.when ?? last.value).at : fileSpan("");
  const name = elementName(compiler.over, compiler.namespace.dimensions, element);
  compiler.report(makeIssue("model/cases-not-exhaustive", at, { name: compiler.name, element: name }));
}

/** Names of an element's indices, as they stand in brackets: `female, 17`. */
export function elementName(
  over: readonly number[],
  dimensions: readonly CompiledDimension[],
  element: number,
): string {
  const names: string[] = [];
  let rest = element;
  for (const dimension of [...over].reverse()) {
    const elements = dimensions[dimension]?.elements ?? [];
    names.unshift(elements[rest % elements.length] ?? "");
    rest = Math.floor(rest / elements.length);
  }
  return names.join(", ");
}

/** Report the first element for which some index of its formula points outside its dimension. */
function checkPlaces(node: Node, computes: Uint8Array, scope: Scope, compiler: CaseCompiler): void {
  const { dimensions } = scope.namespace;
  let isReported = false;
  forEachElement(compiler.over, dimensions, noPlaces(dimensions), (places, element) => {
    if (isReported || !computes[element] || !pointsOutside(node, places, dimensions, compiler.overOf)) return;
    isReported = true;
    fault(scope, scope.formula.expression.range, "model/index-points-outside", {
      name: compiler.name,
      element: elementName(compiler.over, dimensions, element),
    });
  });
}

function pointsOutside(
  node: Node,
  places: Places,
  dimensions: readonly CompiledDimension[],
  overOf: CaseCompiler["overOf"],
): boolean {
  if (node.kind === "variable" || node.kind === "table") {
    return elementAt(node.indices, overOf(node), dimensions, places) < 0;
  }
  if (node.kind !== "sum") return childNodes(node).some((child) => pointsOutside(child, places, dimensions, overOf));
  let isOutside = false;
  forEachElement(node.over, dimensions, places, (inner) => {
    if (isOutside || (node.where && !holdsAt(node.where, dimensions, inner))) return;
    isOutside = pointsOutside(node.body, inner, dimensions, overOf);
  });
  return isOutside;
}

function placesOf(computes: Uint8Array): Int32Array {
  return Int32Array.from([...computes.keys()].filter((element) => computes[element]));
}
