import { makeKernel } from "../kernel/make-kernel.ts";
import type { WasmProgram } from "../kernel/wasm-kernel.ts";
import { makeWasmKernel } from "../kernel/wasm-kernel.ts";
import type { CompiledModel } from "../model/compiled-model.ts";
import { blockSize, type Kernel } from "../model/kernel.ts";
import type { BoundScenario } from "./bind-scenario.ts";
import { type Sample, Sampler } from "./draw-sample.ts";
import { type DrawnScenario, ScenarioDrawer } from "./draw-scenario.ts";
import { type BatchTarget, simulateDraws } from "./simulate-draws.ts";

/** Draws that are drawn, simulated and summed together: four blocks, however many workers there are. */
export const batchDraws = 4 * blockSize;

/** What the scenarios of one run need to be simulated: plain data, which a worker can be sent. */
export interface SimulationPlan {
  readonly model: CompiledModel;
  /** All of this model. */
  readonly scenarios: readonly BoundScenario[];
  /** Numbers of the variables whose draws are wanted. */
  readonly variables: readonly number[];
  /** The kernel's program, compiled once for all threads; null: each makes the kernel that the machine allows. */
  readonly program: WasmProgram | null;
}

/** Simulates the scenarios of one run batch by batch, in any order: a batch's numbers depend on nothing else. */
export class Simulation {
  readonly plan: SimulationPlan;
  readonly kernel: Kernel;
  readonly #samplers = new Map<string, Sampler>();
  readonly #drawers: ScenarioDrawer[] = [];

  constructor(plan: SimulationPlan) {
    this.plan = plan;
    this.kernel = plan.program ? makeWasmKernel(plan.model, { program: plan.program }) : makeKernel(plan.model);
  }

  /** Rows of draws of a scenario: one a series and year. */
  rowCount(scenario: number): number {
    const { model, variables } = this.plan;
    const series = variables.reduce((count, number) => count + (model.variables[number]?.size ?? 0), 0);
    return series * this.#scenario(scenario).years.length;
  }

  /** Draws of a scenario. */
  drawsOf(scenario: number): number {
    return this.#scenario(scenario).scenario.run.draws;
  }

  /** The random numbers of a batch. */
  sample(scenario: number, batch: number): Sample {
    const { draws, seed, sampling } = this.#scenario(scenario).scenario.run;
    const key = `${draws} ${seed} ${sampling}`;
    const sampler = this.#samplers.get(key) ?? new Sampler(this.plan.model.source, { draws, seed, sampling });
    this.#samplers.set(key, sampler);
    return sampler.batch(batch, batchDraws);
  }

  /** The draws of a batch of one scenario. */
  draw(scenario: number, batch: number): DrawnScenario {
    this.#drawers[scenario] ??= new ScenarioDrawer(this.#scenario(scenario));
    return (this.#drawers[scenario] as ScenarioDrawer).draw(this.sample(scenario, batch));
  }

  /**
   * Simulate a batch of one scenario.
   *
   * @returns first draw in the batch of each block in which some outcome is not finite.
   */
  run(scenario: number, batch: number, target: BatchTarget): number[] {
    return simulateDraws(this.draw(scenario, batch), this.kernel, this.plan.variables, target);
  }

  #scenario(scenario: number): BoundScenario {
    return this.plan.scenarios[scenario] as BoundScenario;
  }
}

/** Number in the run of a batch's first draw. */
export function firstDrawOf(batch: number): number {
  return batch * batchDraws;
}

/** Number of batches that some draws make. */
export function batchCount(draws: number): number {
  return Math.ceil(draws / batchDraws);
}
