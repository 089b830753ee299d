import type { BoundScenario } from "../../ensemble/bind-scenario.ts";
import { bindScenario } from "../../ensemble/bind-scenario.ts";
import { centralScenario, type DrawnScenario, kernelInput } from "../../ensemble/draw-scenario.ts";
import type { Scenario, Study } from "../../inputs/study.ts";
import type { CompiledModel } from "../../model/compiled-model.ts";
import { blockSize } from "../../model/kernel.ts";
import type { BlockState } from "../../model/run-block.ts";
import { makeTreeKernel } from "../../model/tree-kernel.ts";

/** Values of every variable in the central run of one scenario: assumptions at their values, no shocks. */
export interface CentralRun {
  readonly bound: BoundScenario;
  readonly drawn: DrawnScenario;
  /** Value of an element in a year by its place on the time axis; NaN where it is blank. */
  readonly valueOf: (variable: number, element: number, year: number) => number;
  /** The state in which formulas of a year are evaluated; every value is there already. */
  readonly stateIn: (year: number) => BlockState;
}

/**
 * Run a scenario once with every assumption at its value, and keep every variable.
 *
 * @throws RangeError when the scenario cannot be laid over the model, which a run of it rules out.
 */
export function runCentral(study: Study, model: CompiledModel, scenario: Scenario): CentralRun {
  const bound = bindScenario(study, model, scenario);
  if (!bound.ok) {
    throw new RangeError(`runCentral: the scenario must have been run; got ${bound.issues[0]?.message.en}`);
  }
  const drawn = centralScenario(bound.value);
  const input = kernelInput(drawn, 0);
  const slots = model.variables.reduce((sum, { size }) => sum + size, 0);
  // Laid out as a kernel lays out a block of which only the first draw is used, so that formulas read it as they do there.
  const years = bound.value.years.map(() => new Float64Array(slots * blockSize).fill(Number.NaN));
  const shown = [...model.variables.keys()].filter((number) => model.variables[number]?.isHidden === false);
  // One draw only: the plain kernel is done before a fast one would be compiled.
  makeTreeKernel(model).run(input, shown, (variable, year, values) => {
    const { slot, size } = model.variables[variable] as CompiledModel["variables"][number];
    for (let element = 0; element < size; element++) {
      (years[year] as Float64Array)[(slot + element) * blockSize] = values[element * blockSize] as number;
    }
  });
  return {
    bound: bound.value,
    drawn,
    valueOf: (variable, element, year) => {
      const slot = (model.variables[variable]?.slot ?? Number.NaN) + element;
      return years[year]?.[slot * blockSize] ?? Number.NaN;
    },
    stateIn: (year) => ({
      now: years[year] as Float64Array,
      previous: years[Math.max(0, year - 1)] as Float64Array,
      base: years[0] as Float64Array,
      year,
      calendarYear: model.baseYear + year,
      input,
    }),
  };
}
