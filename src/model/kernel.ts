import type { CompiledModel } from "./compiled-model.ts";

/** Draws in one block: small enough for its state to stay in the processor's cache. */
export const blockSize = 256;

/** What levers and events do to a table in one year: value × multiply + add, then × keep + set. One entry a draw. */
export interface TableEffect {
  readonly multiply: Float64Array;
  readonly add: Float64Array;
  readonly keep: Float64Array;
  readonly set: Float64Array;
}

/** All that one block of draws needs; the kernel draws nothing itself. Years are places on the time axis, base is 0. */
export interface KernelInput {
  /** Draws in this block, 1 … {@link blockSize}. */
  readonly draws: number;
  /** First and last place computed; `from` is 0 unless `state` is given. */
  readonly from: number;
  readonly until: number;
  /** assumptions[assumption][year] holds one value a draw, levers and events already applied. */
  readonly assumptions: readonly (readonly Float64Array[])[];
  /** tableEffects[table][year]; undefined: the table as it stands. */
  readonly tableEffects: readonly (readonly (TableEffect | undefined)[] | undefined)[];
  /** noise[noise][year]: standard normal draws. */
  readonly noise: readonly (readonly Float64Array[])[];
  /** drivers[variable][year] replaces the variable's equation where it is given. */
  readonly drivers: readonly (readonly (Float64Array | undefined)[] | undefined)[];
  /** Chosen option of each switch. */
  readonly switches: Int32Array;
  /** Value of each `observed(…)` under the chosen readings. */
  readonly observed: Float64Array;
  /** State at the end of year `from − 1`, of a run that handed on the same variables. */
  readonly state?: KernelState;
}

/** Values of every variable at the end of one year and in the base year, slot by slot, `blockSize` draws each. */
export interface KernelState {
  readonly last: Float64Array;
  readonly base: Float64Array;
}

/**
 * Receives the values of one variable's elements for one year: `values[element × blockSize + draw]`.
 *
 * What stands behind the last draw is left over and means nothing.
 */
export type KernelSink = (variable: number, year: number, values: Float64Array) => void;

/** Runs blocks of draws of one compiled model. Same input, same bits, whatever the kernel. */
export interface Kernel {
  readonly model: CompiledModel;
  /**
   * Simulate one block.
   *
   * @param input - the block's assumptions, shocks, drivers and switches.
   * @param variables - numbers of the variables that `sink` wants; the kernel may skip what they do not need.
   * @param sink - called once a variable and year, while the values are valid; it must copy what it keeps.
   */
  run(input: KernelInput, variables: readonly number[], sink: KernelSink): void;
  /**
   * Simulate one block and keep the values of every variable that `variables` need, which takes longer.
   *
   * @returns the state at the end of `input.until`.
   */
  runToState(input: KernelInput, variables: readonly number[], sink: KernelSink): KernelState;
}
