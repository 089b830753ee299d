import type { BoundScenario } from "../ensemble/bind-scenario.ts";
import { outcomeVariables } from "../ensemble/run-scenario.ts";
import type { SimulationPlan } from "../ensemble/simulation.ts";
import type { Plan } from "../inputs/study.ts";
import { acceptsVectors } from "../kernel/make-kernel.ts";
import { compileProgram } from "../kernel/wasm-kernel.ts";
import type { CompiledModel } from "../model/compiled-model.ts";
import { neededVariables } from "../model/run-block.ts";

/** A compiled model with the scenarios laid over it. */
export interface BoundModel {
  readonly model: CompiledModel;
  readonly bound: readonly BoundScenario[];
}

/** Nanoseconds that one value of a variable takes, drawing and summarising included; rough, and enough for a choice. */
const nanosecondsAValue = 2;

/** Plan the simulation of the outcomes of a study's plan: compile the program that all threads share. */
export function simulationPlan({ model, bound }: BoundModel, plan: Plan): SimulationPlan {
  const variables = outcomeVariables(model, plan);
  const years = Math.max(1, ...bound.map((one) => one.years.length));
  const program = acceptsVectors() ? compileProgram(model, variables, years) : null;
  return { model, scenarios: bound, variables, program };
}

/** Estimate how long one thread works at a simulation. */
export function secondsOfWork({ model, scenarios, variables }: SimulationPlan): number {
  const values = [...neededVariables(model, variables)].reduce((sum, n) => sum + (model.variables[n]?.size ?? 0), 0);
  const drawYears = scenarios.reduce((sum, { scenario, years }) => sum + scenario.run.draws * years.length, 0);
  return values * drawYears * nanosecondsAValue * 1e-9;
}
