import type { CompiledModel } from "../model/compiled-model.ts";
import { blockSize, type KernelInput } from "../model/kernel.ts";
import { applyEffects, type DrawnEffect, tableEffect } from "./apply-effects.ts";
import type { BoundScenario } from "./bind-scenario.ts";
import { drawNoise, type Sample } from "./draw-sample.ts";
import { centralDrivers, drawDrivers } from "./driver-paths.ts";
import { distributionMedian, quantileFunction } from "./quantile-function.ts";

/** The draws of one scenario, ready to be cut into blocks. */
export interface DrawnScenario {
  readonly bound: BoundScenario;
  readonly draws: number;
  /** One array of draws for each assumption of the model. */
  readonly assumptions: readonly Float64Array[];
  /** Effects with their sizes, one number for all draws or one a draw. */
  readonly effects: readonly DrawnEffect[];
  /** noise[noise][year]. */
  readonly noise: readonly (readonly Float64Array[])[];
  /** drivers[variable][year]; undefined where the variable's own equation holds. */
  readonly drivers: KernelInput["drivers"];
}

/** Turn the uniforms of a sample into the draws of a scenario's assumptions and effects. */
export function drawScenario(bound: BoundScenario, sample: Sample): DrawnScenario {
  const { draws, uniforms } = sample;
  const drawnFrom = (name: string, distribution: Parameters<typeof quantileFunction>[0]) => {
    const quantile = quantileFunction(distribution);
    return Float64Array.from(uniforms.get(name) ?? [], (u) => quantile(u));
  };
  return {
    bound,
    draws,
    assumptions: bound.marginals.map(({ name, central, distribution }) =>
      distribution ? drawnFrom(name, distribution) : new Float64Array(draws).fill(central ?? Number.NaN),
    ),
    effects: bound.effects.map((effect) => ({
      effect,
      size: typeof effect.value === "number" ? effect.value : drawnFrom(effect.key, effect.value),
    })),
    noise: bound.model.noises.map((name) => drawNoise(name, sample, bound.years)),
    drivers: drawDrivers(bound, sample),
  };
}

/** The central run: one draw with every assumption and effect at its value or median, and no shock. */
export function centralScenario(bound: BoundScenario): DrawnScenario {
  return {
    bound,
    draws: 1,
    assumptions: bound.marginals.map(({ central, distribution }) =>
      Float64Array.of(central ?? (distribution ? distributionMedian(distribution) : Number.NaN)),
    ),
    effects: bound.effects.map((effect) => ({
      effect,
      size: typeof effect.value === "number" ? effect.value : distributionMedian(effect.value),
    })),
    noise: bound.model.noises.map(() => bound.years.map(() => new Float64Array(1))),
    drivers: centralDrivers(bound),
  };
}

/** Cut one block out of a drawn scenario, levers and events applied year by year. */
export function kernelInput(drawn: DrawnScenario, start: number): KernelInput {
  const { bound, draws } = drawn;
  const end = Math.min(start + blockSize, draws);
  return {
    draws: end - start,
    from: 0,
    until: bound.years.length - 1,
    assumptions: bound.model.assumptions.map((_, number) => assumptionPath(drawn, number, start)),
    tableEffects: bound.model.tables.map((_, number) => tableEffectPath(drawn, number, start)),
    noise: drawn.noise.map((byYear) => byYear.map((values) => values.subarray(start, end))),
    drivers: drawn.drivers.map((byYear) => byYear?.map((values) => values?.subarray(start, end))),
    switches: bound.switches,
    observed: bound.observed,
  };
}

/** One assumption's draws in a block, year by year, with what acts on it; the same array in years in which nothing does. */
export function assumptionPath(drawn: DrawnScenario, number: number, start: number): readonly Float64Array[] {
  const { bound, draws } = drawn;
  const block = (drawn.assumptions[number] as Float64Array).subarray(start, Math.min(start + blockSize, draws));
  const acting = actingOn(drawn, bound.model.assumptions[number] as string, start);
  return bound.years.map((_, year) => applyEffects(block, acting, year));
}

/** What acts on one table in a block, year by year; undefined when nothing ever does. */
export function tableEffectPath(
  drawn: DrawnScenario,
  number: number,
  start: number,
): KernelInput["tableEffects"][number] {
  const { bound, draws } = drawn;
  const acting = actingOn(drawn, (bound.model.tables[number] as CompiledModel["tables"][number]).name, start);
  const size = Math.min(start + blockSize, draws) - start;
  return acting.length > 0 ? bound.years.map((_, year) => tableEffect(acting, year, size)) : undefined;
}

function actingOn({ effects, draws }: DrawnScenario, target: string, start: number): DrawnEffect[] {
  const end = Math.min(start + blockSize, draws);
  return effects
    .filter(({ effect }) => effect.target === target)
    .map(({ effect, size }) => ({ effect, size: typeof size === "number" ? size : size.subarray(start, end) }));
}
