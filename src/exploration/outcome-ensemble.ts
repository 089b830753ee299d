import { type DrawnScenario, kernelInput } from "../ensemble/draw-scenario.ts";
import type { Ensemble } from "../ensemble/ensemble.ts";
import type { CompiledModel } from "../model/compiled-model.ts";
import { blockSize, type Kernel, type KernelInput } from "../model/kernel.ts";

/**
 * Simulate a few outcomes of a drawn scenario, and nothing that they do not need.
 *
 * @param outcomes - scalar variables by name.
 * @param inputOf - the input of the block that begins at a draw; defaults to that of the drawn scenario.
 * @returns an ensemble of these outcomes only, without units and without a central run (NaN throughout).
 * @throws RangeError when an outcome is no scalar variable of the model.
 */
export function outcomeEnsemble(
  drawn: DrawnScenario,
  kernel: Kernel,
  outcomes: readonly string[],
  inputOf: (start: number) => KernelInput = (start) => kernelInput(drawn, start),
): Ensemble {
  const { draws, bound } = drawn;
  const variables = scalarNumbers(bound.model, outcomes);
  const yearCount = bound.years.length;
  const values = new Float64Array(variables.length * yearCount * draws);
  for (let start = 0; start < draws; start += blockSize) {
    const input = inputOf(start);
    kernel.run(input, variables, (variable, year, block) => {
      const series = variables.indexOf(variable);
      values.set(block.subarray(0, input.draws), (series * yearCount + year) * draws + start);
    });
  }
  return {
    scenario: bound.scenario.id,
    series: outcomes.map((name) => ({ name, variable: name, unit: "" })),
    years: bound.years,
    draws,
    values,
    central: new Float64Array(variables.length * yearCount).fill(Number.NaN),
    nonFinite: [],
    eventsLeftOut: bound.eventsLeftOut,
    notices: [],
  };
}

/**
 * Numbers of scalar variables by their names.
 *
 * @throws RangeError when a name is no scalar variable of the model.
 */
export function scalarNumbers(model: CompiledModel, names: readonly string[]): number[] {
  return names.map((name) => {
    const number = model.variables.findIndex((variable) => variable.name === name && variable.size === 1);
    if (number < 0) throw new RangeError(`scalarNumbers: names must be scalar variables of the model; got ${name}`);
    return number;
  });
}
