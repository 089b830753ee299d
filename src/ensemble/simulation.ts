import { makeKernel } from "../kernel/make-kernel.ts";
import { makeWasmKernel, type RunningProgram, startProgram, type WasmProgram } from "../kernel/wasm-kernel.ts";
import type { CompiledModel } from "../model/compiled-model.ts";
import { blockSize, type Kernel } from "../model/kernel.ts";
import { makeRandomRows } from "../sampling/make-random-rows.ts";
import { TallyMaker } from "../tally/make-row-tally.ts";
import type { RowTally } from "../tally/row-tally.ts";
import type { BoundScenario } from "./bind-scenario.ts";
import { type Sample, Sampler } from "./draw-sample.ts";
import { type DrawnScenario, ScenarioDrawer } from "./draw-scenario.ts";
import { RowPool } from "./row-pool.ts";
import { RowSummariser } from "./row-summariser.ts";
import { type BatchTarget, simulateDraws } from "./simulate-draws.ts";

/** Draws that are drawn, simulated and summed together: four blocks, however many workers there are. */
export const batchDraws = 4 * blockSize;

/** What the scenarios of one run need to be simulated: plain data, which a worker can be sent. */
export interface SimulationPlan {
  readonly model: CompiledModel;
  /** All of this model, or of ones that differ from it in the values of their tables only: those of other regions. */
  readonly scenarios: readonly BoundScenario[];
  /** Numbers of the variables whose draws are wanted. */
  readonly variables: readonly number[];
  /** The kernel's program, compiled once for all threads; null: each makes the kernel that the machine allows. */
  readonly program: WasmProgram | null;
}

/**
 * Simulates the scenarios of one run batch by batch, in any order: a batch's numbers depend on nothing else.
 *
 * One program and one memory serve all regions. What was made for a region is kept until another's turn comes.
 */
export class Simulation {
  readonly plan: SimulationPlan;
  readonly #program: RunningProgram | null;
  readonly #rows = makeRandomRows();
  readonly #pool = new RowPool(blockSize);
  #kernel: Kernel | null = null;
  #tallies: TallyMaker | null = null;
  #tally: RowTally | null = null;
  #summariser: RowSummariser | null = null;
  readonly #samplers = new Map<string, Sampler>();
  #drawers: ScenarioDrawer[] = [];

  constructor(plan: SimulationPlan) {
    this.plan = plan;
    this.#program = plan.program && startProgram(plan.model, plan.program);
  }

  /** The kernel of a scenario's model. */
  kernelOf(scenario: number): Kernel {
    const { model } = this.#scenario(scenario);
    if (this.#kernel?.model === model) return this.#kernel;
    this.#samplers.clear();
    this.#drawers = [];
    this.#kernel = this.#program ? makeWasmKernel(model, { program: this.#program }) : makeKernel(model);
    return this.#kernel;
  }

  /** What summarises rows of some draws: the same as the last time where it has the size. */
  summariserOf(draws: number): RowSummariser {
    this.#tallies ??= new TallyMaker();
    if (this.#summariser?.most !== draws) this.#summariser = new RowSummariser(this.#tallies.make(2, draws));
    return this.#summariser;
  }

  /** Room in which rows of draws are counted: the same as the last time where it is large enough, since fresh memory is slow. */
  tallyOf(rows: number, most: number): RowTally {
    this.#tallies ??= new TallyMaker();
    const known = this.#tally;
    if (known?.rows === rows && known.most >= most) return known;
    this.#tally = this.#tallies.make(rows, most);
    return this.#tally;
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
    const { region, model, scenario: content } = this.#scenario(scenario);
    const { draws, seed, sampling } = content.run;
    const key = `${draws} ${seed} ${sampling} ${region}`;
    const sampler = this.#samplers.get(key) ?? new Sampler(model.source, { draws, seed, sampling }, region, this.#rows);
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
    const kernel = this.kernelOf(scenario);
    return simulateDraws(this.draw(scenario, batch), kernel, this.plan.variables, target, () => {}, this.#pool);
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
