import type { CompiledCase, CompiledModel, CompiledVariable } from "./compiled-model.ts";
import { neededVariables } from "./run-block.ts";

/**
 * Cut a model down to what some variables need, when the values of others are given.
 *
 * Numbers stay the same, so that inputs, drivers and sinks of the whole model serve; what is not needed has no elements
 * and no place in the state. Made for running a small part of a large model very often. Identities are left out.
 *
 * @param wanted - numbers of the variables that a sink will ask for.
 * @param given - numbers of scalar variables for which every run has a driver in every year.
 */
export function pruneModel(model: CompiledModel, wanted: readonly number[], given: ReadonlySet<number>): CompiledModel {
  const cut = model.variables.map(
    (variable, number): CompiledVariable => (given.has(number) ? withoutFormulas(variable) : variable),
  );
  const needed = neededVariables({ ...model, variables: cut }, wanted);
  let slots = 0;
  const variables = cut.map((variable, number): CompiledVariable => {
    if (!needed.has(number)) return { ...variable, size: 0, slot: 0, initial: null, equation: null };
    const slot = slots;
    slots += variable.size;
    return { ...variable, slot };
  });
  const isNeeded = (number: number) => needed.has(number);
  const { baseOrder, yearOrder } = model;
  return {
    ...model,
    variables,
    identities: [],
    baseOrder: baseOrder.filter(isNeeded),
    yearOrder: yearOrder.filter(isNeeded),
  };
}

/** A variable that reads nothing: blank wherever its driver should be missing. */
function withoutFormulas(variable: CompiledVariable): CompiledVariable {
  const blank: readonly CompiledCase[] = [{ elements: Int32Array.of(0), node: { kind: "number", value: Number.NaN } }];
  return { ...variable, initial: variable.initial && blank, equation: variable.equation && blank };
}
