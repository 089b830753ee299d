import { normalQuantile } from "../core/normal.ts";
import { fillUniforms, streamKey } from "../core/philox.ts";
import type { ModelSource, RunSettings } from "../inputs/study.ts";
import { effectKey } from "./bind-scenario.ts";
import { correlate } from "./copula.ts";
import { drawUniforms } from "./uniforms.ts";

/** The random numbers of a run, which all its scenarios share. */
export interface Sample {
  readonly draws: number;
  readonly seed: number;
  /** Uniforms by assumption name or effect key, correlated as the model says. */
  readonly uniforms: ReadonlyMap<string, Float64Array>;
  readonly notices: readonly { readonly zh: string; readonly en: string }[];
}

/**
 * Draw the uniforms of every assumption and every effect of a model, used by a scenario or not.
 *
 * The list depends on the model alone: assumptions in order of name, then effects in order of key. So a scenario that
 * fixes an assumption or adds an event changes no other draw.
 */
export function drawSample(model: ModelSource, settings: SampleSettings): Sample {
  const { draws, seed } = settings;
  const uniforms = drawIndependent(model, settings);
  const { repaired, largestChange } = correlate(uniforms, model.correlations);
  return { draws, seed, uniforms, notices: repaired ? [repairNotice(largestChange)] : [] };
}

/** What decides the random numbers of a model. */
export type SampleSettings = Pick<RunSettings, "draws" | "seed" | "sampling">;

/** The uniforms of a sample before they are correlated, in a map that belongs to the caller. */
export function drawIndependent(model: ModelSource, { draws, seed, sampling }: SampleSettings) {
  const assumptions = model.assumptions.map((a) => a.name).sort();
  const effects = [
    ...model.events.flatMap(({ name, effects }) => effects.map(({ target }) => effectKey("event", name, target))),
    ...model.levers.flatMap(({ name, effects }) => effects.map(({ target }) => effectKey("lever", name, target))),
  ].sort();
  return drawUniforms({ method: sampling, seed, names: [...assumptions, ...effects], draws });
}

function repairNotice(largestChange: number): { zh: string; en: string } {
  const change = largestChange.toFixed(3);
  return {
    zh: `给定的相关系数彼此矛盾（矩阵不是正定的），已改成一个可行的矩阵，最大改动 ${change}。`,
    en: `the given correlations contradict each other (the matrix is not positive definite); a feasible matrix is used instead, largest change ${change}.`,
  };
}

/**
 * Standard normal draws of one yearly shock.
 *
 * @returns one array of `draws` numbers for each year; the base year's is there but never read.
 */
export function drawNoise(name: string, sample: Sample, years: readonly number[]): Float64Array[] {
  const key = streamKey(sample.seed, `noise:${name}`);
  return years.map((year) => {
    const values = new Float64Array(sample.draws);
    fillUniforms(values, key, 0, year);
    for (let i = 0; i < values.length; i++) values[i] = normalQuantile(values[i] as number);
    return values;
  });
}
