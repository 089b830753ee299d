import type { CompiledCase, CompiledModel, Moment, Node } from "./compiled-model.ts";
import { someNode, visitNodes } from "./visit-nodes.ts";

/** Numbers of the variables that some formulas read at one moment, each once. */
export function variablesRead(cases: readonly CompiledCase[] | null, moment: Moment): readonly number[] {
  const read = new Set<number>();
  for (const { node } of cases ?? []) {
    visitNodes(node, (n) => {
      if (n.kind === "variable" && n.moment === moment) read.add(n.variable);
    });
  }
  return [...read];
}

/** What keeps formulas from being computed in the base year: last year's values or a yearly shock. */
export function readsTime(cases: readonly CompiledCase[]): "prev" | "noise" | undefined {
  const reads = (kind: "prev" | "noise") =>
    cases.some(({ node }) =>
      someNode(node, (n) => (kind === "noise" ? n.kind === "noise" : n.kind === "variable" && n.moment === "previous")),
    );
  if (reads("prev")) return "prev";
  return reads("noise") ? "noise" : undefined;
}

/** Whether a formula reads a node of a kind, in any of the cases. */
function casesRead(cases: readonly CompiledCase[] | null, test: (node: Node) => boolean): boolean {
  return cases?.some(({ node }) => someNode(node, test)) ?? false;
}

/**
 * Numbers of the variables that change when some assumptions or tables do, directly or through other variables.
 *
 * @param assumptions - numbers of the changed assumptions.
 * @param tables - numbers of the changed tables.
 */
export function variablesReached(
  model: CompiledModel,
  assumptions: ReadonlySet<number>,
  tables: ReadonlySet<number>,
): ReadonlySet<number> {
  const reached = new Set<number>();
  const isChanged = (node: Node) =>
    (node.kind === "assumption" && assumptions.has(node.assumption)) ||
    ((node.kind === "table" || node.kind === "lookup") && tables.has(node.table)) ||
    (node.kind === "variable" && reached.has(node.variable));
  // Each pass finds at least one more variable, or is the last.
  for (let before = -1; before < reached.size; ) {
    before = reached.size;
    for (const [number, { initial, equation }] of model.variables.entries()) {
      if (!reached.has(number) && (casesRead(initial, isChanged) || casesRead(equation, isChanged)))
        reached.add(number);
    }
  }
  return reached;
}
