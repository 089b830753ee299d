import type { CompiledCase, Moment } from "./compiled-model.ts";
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
