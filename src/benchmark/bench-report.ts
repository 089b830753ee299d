import type { MachineTools } from "./find-machine-tools.ts";

/** Ways in which the same program is run. */
export type KernelName = "wasm" | "c" | "numpy" | "javascript";

/** Figures of the kernels on one scenario; null where the machine lacks a tool. */
export interface KernelFigures {
  readonly model: string;
  readonly equations: number;
  readonly cells: number;
  readonly draws: number;
  readonly years: number;
  readonly turns: number;
  /** Microseconds of processor time a draw: the median of the turns. */
  readonly microseconds: Readonly<Record<KernelName, number | null>>;
  /** Time of WebAssembly as a share of each other: the median of the ratios of the turns. */
  readonly ratios: Readonly<Record<Exclude<KernelName, "wasm">, number | null>>;
  /** Largest relative difference from WebAssembly of what C and numpy compute. */
  readonly differences: { readonly c: number | null; readonly numpy: number | null };
}

/** What one process of its own used. */
export interface ProcessFigures {
  /** Seconds of processor time, and by the clock. */
  readonly processor: number;
  readonly seconds: number;
  /** Most memory, in MiB. */
  readonly peak: number;
}

/** A whole run: sample, simulate, mean and quantiles of every series and year. */
export interface RunFigures {
  readonly model: string;
  readonly draws: number;
  readonly scenarios: number;
  readonly workers: number;
  readonly turns: number;
  readonly ours: ProcessFigures;
  readonly numpy: ProcessFigures | null;
  /** Our processor time as a share of numpy's: the median of the ratios of the turns. */
  readonly ratio: number | null;
}

/** How long the first draws take in a process that has just begun, in milliseconds. */
export interface ColdFigures {
  readonly model: string;
  readonly compile: number;
  readonly firstThousand: number;
}

/** Kernel time a draw of a synthetic model of some size. */
export interface GrowthFigures {
  readonly what: "draws" | "years" | "equations";
  readonly size: number;
  readonly microseconds: number;
}

/** Start of the command line beside an empty node, in milliseconds. */
export interface StartFigures {
  readonly node: number;
  readonly help: number;
  readonly ratio: number;
}

/** All that `bench` measured; what was not asked for is empty. */
export interface BenchReport {
  readonly machine: MachineTools & { readonly processor: string; readonly cores: number; readonly node: string };
  readonly kernels: readonly KernelFigures[];
  readonly runs: readonly RunFigures[];
  readonly cold: readonly ColdFigures[];
  readonly growth: readonly GrowthFigures[];
  readonly start: StartFigures | null;
}

/** The middle one of some numbers; the upper of two. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;
}
