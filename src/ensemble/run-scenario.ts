import { printUnit } from "../core/print-unit.ts";
import type { Plan } from "../inputs/study.ts";
import { elementName } from "../model/compile-cases.ts";
import type { CompiledModel } from "../model/compiled-model.ts";
import { blockSize, type Kernel } from "../model/kernel.ts";
import type { BoundScenario } from "./bind-scenario.ts";
import type { Sample } from "./draw-sample.ts";
import { centralScenario, type DrawnScenario, drawScenario, kernelInput } from "./draw-scenario.ts";
import type { Ensemble, OutcomeSeries } from "./ensemble.ts";
import { traceNonFinite } from "./trace-non-finite.ts";

/** Numbers of the variables that results hold: the plan's outcomes and whatever the model reports. */
export function outcomeVariables(model: CompiledModel, plan: Plan): readonly number[] {
  const wanted = new Set<string | undefined>(
    plan.indicators.flatMap(({ variable, share }) => [variable ?? undefined, share?.numerator, share?.denominator]),
  );
  for (const { name, report } of model.source.variables) if (report) wanted.add(name);
  return [...model.variables.keys()].filter((number) => wanted.has(model.variables[number]?.name));
}

/**
 * Simulate one scenario on the draws of a sample.
 *
 * @param kernel - any kernel of `bound.model`; all give the same bits.
 * @param onBlock - told after each block how many draws are done.
 */
export function runScenario(
  bound: BoundScenario,
  sample: Sample,
  kernel: Kernel,
  plan: Plan,
  onBlock: (drawsDone: number) => void = () => {},
): Ensemble {
  const ensemble = runDrawnScenario(drawScenario(bound, sample), kernel, plan, onBlock);
  return { ...ensemble, notices: [...ensemble.notices, ...sample.notices] };
}

/** Simulate a scenario on draws that are given. */
export function runDrawnScenario(
  drawn: DrawnScenario,
  kernel: Kernel,
  plan: Plan,
  onBlock: (drawsDone: number) => void = () => {},
): Ensemble {
  const { bound, draws } = drawn;
  const variables = outcomeVariables(bound.model, plan);
  const series = outcomeSeries(bound.model, variables);
  const values = simulate(drawn, kernel, variables, series.length, onBlock);
  return {
    scenario: bound.scenario.id,
    series,
    years: bound.years,
    draws,
    values,
    central: simulate(centralScenario(bound), kernel, variables, series.length, () => {}),
    nonFinite: traceNonFinite(drawn, kernel, variables, values),
    eventsLeftOut: bound.eventsLeftOut,
    notices: bound.notices,
  };
}

function simulate(
  drawn: DrawnScenario,
  kernel: Kernel,
  variables: readonly number[],
  seriesCount: number,
  onBlock: (drawsDone: number) => void,
): Float64Array {
  const { draws, bound } = drawn;
  const yearCount = bound.years.length;
  const values = new Float64Array(seriesCount * yearCount * draws);
  const firstSeries = seriesStarts(bound.model, variables);
  for (let start = 0; start < draws; start += blockSize) {
    const input = kernelInput(drawn, start);
    kernel.run(input, variables, (variable, year, block) => {
      const elements = block.length / blockSize;
      for (let element = 0; element < elements; element++) {
        const series = (firstSeries.get(variable) as number) + element;
        const from = element * blockSize;
        values.set(block.subarray(from, from + input.draws), (series * yearCount + year) * draws + start);
      }
    });
    onBlock(start + input.draws);
  }
  return values;
}

/** Number of the first series of each variable: elements of a variable are series next to each other. */
function seriesStarts(model: CompiledModel, variables: readonly number[]): ReadonlyMap<number, number> {
  const starts = new Map<number, number>();
  let series = 0;
  for (const variable of variables) {
    starts.set(variable, series);
    series += model.variables[variable]?.size ?? 0;
  }
  return starts;
}

function outcomeSeries(model: CompiledModel, variables: readonly number[]): OutcomeSeries[] {
  return variables.flatMap((number) => {
    const { name, over, size } = model.variables[number] as CompiledModel["variables"][number];
    const unit = printUnit(model.source.variables[number]?.unit ?? { scale: 0, powers: {} });
    return Array.from({ length: size }, (_, element) => {
      const indices = elementName(over, model.dimensions, element).replaceAll(" ", "");
      return { name: over.length > 0 ? `${name}[${indices}]` : name, variable: name, unit };
    });
  });
}
