import { printUnit } from "../core/print-unit.ts";
import type { Plan } from "../inputs/study.ts";
import { elementName } from "../model/compile-cases.ts";
import type { CompiledModel } from "../model/compiled-model.ts";
import type { Kernel } from "../model/kernel.ts";
import type { BoundScenario } from "./bind-scenario.ts";
import type { Sample } from "./draw-sample.ts";
import { centralScenario, type DrawnScenario, drawScenario } from "./draw-scenario.ts";
import type { Ensemble, OutcomeSeries } from "./ensemble.ts";
import { simulateDraws } from "./simulate-draws.ts";
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
  const described = describeEnsemble(bound, variables, kernel);
  const values = new Float64Array(described.series.length * bound.years.length * draws);
  const faulty = simulateDraws(drawn, kernel, variables, { values, stride: draws, first: 0 }, onBlock);
  return { ...described, draws, values, nonFinite: traceNonFinite([{ drawn, faulty }], kernel, variables) };
}

/** All of an ensemble but what its draws decide; the central run is simulated for it. */
export function describeEnsemble(
  bound: BoundScenario,
  variables: readonly number[],
  kernel: Kernel,
): Omit<Ensemble, "draws" | "values" | "nonFinite"> {
  const series = outcomeSeries(bound.model, variables);
  const central = new Float64Array(series.length * bound.years.length);
  simulateDraws(centralScenario(bound), kernel, variables, { values: central, stride: 1, first: 0 });
  return {
    scenario: bound.scenario.id,
    series,
    years: bound.years,
    central,
    eventsLeftOut: bound.eventsLeftOut,
    notices: bound.notices,
  };
}

/** The series of some variables: one an element, those of a variable next to each other. */
export function outcomeSeries(model: CompiledModel, variables: readonly number[]): OutcomeSeries[] {
  return variables.flatMap((number) => {
    const { name, over, size } = model.variables[number] as CompiledModel["variables"][number];
    const unit = printUnit(model.source.variables[number]?.unit ?? { scale: 0, powers: {} });
    return Array.from({ length: size }, (_, element) => {
      const indices = elementName(over, model.dimensions, element).replaceAll(" ", "");
      return { name: over.length > 0 ? `${name}[${indices}]` : name, variable: name, unit };
    });
  });
}
