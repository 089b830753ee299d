import { blockSize, type KernelInput } from "../model/kernel.ts";
import { applyEffects, type DrawnEffect, tableEffect } from "./apply-effects.ts";
import type { BoundScenario } from "./bind-scenario.ts";
import { drawNoise, type Sample } from "./draw-sample.ts";
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
  };
}

/** Cut one block out of a drawn scenario, levers and events applied year by year. */
export function kernelInput(drawn: DrawnScenario, start: number): KernelInput {
  const { bound, draws } = drawn;
  const end = Math.min(start + blockSize, draws);
  const effects = drawn.effects.map(({ effect, size }) => ({
    effect,
    size: typeof size === "number" ? size : size.subarray(start, end),
  }));
  const actingOn = (name: string) => effects.filter(({ effect }) => effect.target === name);
  const places = bound.years.map((_, year) => year);
  return {
    draws: end - start,
    from: 0,
    until: bound.years.length - 1,
    assumptions: drawn.assumptions.map((values, number) => {
      const block = values.subarray(start, end);
      const acting = actingOn(bound.model.assumptions[number] as string);
      return places.map((year) => applyEffects(block, acting, year));
    }),
    tableEffects: bound.model.tables.map(({ name }) => {
      const acting = actingOn(name);
      return acting.length > 0 ? places.map((year) => tableEffect(acting, year, end - start)) : undefined;
    }),
    noise: drawn.noise.map((byYear) => byYear.map((values) => values.subarray(start, end))),
    drivers: [],
    switches: bound.switches,
    observed: bound.observed,
  };
}
