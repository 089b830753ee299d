import type { CompiledModel, Node } from "../../model/compiled-model.ts";
import { neededVariables } from "../../model/run-block.ts";
import { visitNodes } from "../../model/visit-nodes.ts";

/** Everything drawn that can change one variable, by the structure of the model. */
export interface CausesOfVariable {
  /** Names of assumptions and tables, which share one space of names. */
  readonly inputs: ReadonlySet<string>;
  /** Names of yearly shocks. */
  readonly noises: ReadonlySet<string>;
}

/**
 * Find what leads to a variable: every assumption, table and shock that its formulas read, directly or through others,
 * in this year or an earlier one, whatever a switch or condition chooses.
 *
 * A correlated assumption leads wherever the ones it is correlated with lead.
 */
export function causesOf(model: CompiledModel, variable: number): CausesOfVariable {
  const inputs = new Set<string>();
  const noises = new Set<string>();
  const note = (node: Node) => {
    if (node.kind === "assumption") inputs.add(model.assumptions[node.assumption]);
    if (node.kind === "table" || node.kind === "lookup") inputs.add(model.tables[node.table].name);
    if (node.kind === "noise") noises.add(model.noises[node.noise]);
  };
  for (const number of neededVariables(model, [variable])) {
    const { initial, equation } = model.variables[number];
    for (const { node } of [...(initial ?? []), ...(equation ?? [])]) visitNodes(node, note);
  }
  addCorrelated(inputs, model);
  return { inputs, noises };
}

function addCorrelated(inputs: Set<string>, { source }: CompiledModel): void {
  // Each pass finds at least one more name, or is the last.
  for (let before = -1; before < inputs.size; ) {
    before = inputs.size;
    for (const { first, second } of source.correlations) {
      if (inputs.has(first)) inputs.add(second);
      if (inputs.has(second)) inputs.add(first);
    }
  }
}
