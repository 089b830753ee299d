import type { Distribution } from "../core/distribution.ts";
import type { CompiledModel } from "../model/compiled-model.ts";
import { blockSize, type KernelInput } from "../model/kernel.ts";
import { applyEffects, type DrawnEffect, freshRow, isSameEffect, type TakeRow, tableEffect } from "./apply-effects.ts";
import type { BoundScenario } from "./bind-scenario.ts";
import type { Sample } from "./draw-sample.ts";
import { centralDrivers, drawDrivers } from "./driver-paths.ts";
import { distributionMedian, rowQuantiles } from "./quantile-function.ts";

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

/** Fills a row with the draws of one assumption or effect. */
type FillDraws = (sample: Sample, out: Float64Array) => void;

/**
 * Turns the uniforms of samples into the draws of one scenario's assumptions and effects.
 *
 * What it draws is overwritten when it draws as many again: fresh memory is slow.
 */
export class ScenarioDrawer {
  readonly #bound: BoundScenario;
  readonly #assumptions: readonly FillDraws[];
  /** For each effect what fills a row, or one number for all draws. */
  readonly #effects: readonly (number | FillDraws)[];
  #rows: { readonly draws: number; readonly assumptions: Float64Array[]; readonly effects: Float64Array[] };

  /** Building tabulates the quantile functions; keep it. */
  constructor(bound: BoundScenario) {
    this.#bound = bound;
    this.#assumptions = bound.marginals.map(({ name, central, distribution }) =>
      distribution ? drawsOf(name, distribution) : (_, out) => void out.fill(central ?? Number.NaN),
    );
    this.#effects = bound.effects.map(({ key, value }) => (typeof value === "number" ? value : drawsOf(key, value)));
    this.#rows = { draws: 0, assumptions: [], effects: [] };
  }

  /** The draws of a sample. */
  draw(sample: Sample): DrawnScenario {
    const { draws } = sample;
    const { model, effects, years } = this.#bound;
    if (this.#rows.draws !== draws) this.#makeRows(draws);
    const { assumptions, effects: sizes } = this.#rows;
    for (const [place, fill] of this.#assumptions.entries()) fill(sample, assumptions[place] as Float64Array);
    return {
      bound: this.#bound,
      draws,
      assumptions,
      effects: effects.map((effect, place) => {
        const fill = this.#effects[place] as number | FillDraws;
        if (typeof fill === "number") return { effect, size: fill };
        const size = sizes[place] as Float64Array;
        fill(sample, size);
        return { effect, size };
      }),
      noise: model.noises.map((name) => years.map((year) => sample.noise(name, year))),
      drivers: drawDrivers(this.#bound, sample),
    };
  }

  #makeRows(draws: number): void {
    const rows = (count: number) => Array.from({ length: count }, () => new Float64Array(draws));
    this.#rows = { draws, assumptions: rows(this.#assumptions.length), effects: rows(this.#effects.length) };
  }
}

function drawsOf(name: string, distribution: Distribution): FillDraws {
  const fill = rowQuantiles(distribution);
  return (sample, out) => {
    const uniforms = sample.uniforms.get(name) ?? new Float64Array(out.length).fill(Number.NaN);
    fill({ uniforms, scores: () => sample.scores(name), rows: sample.rows }, out);
  };
}

/** Turn the uniforms of a sample into the draws of a scenario's assumptions and effects. */
export function drawScenario(bound: BoundScenario, sample: Sample): DrawnScenario {
  return new ScenarioDrawer(bound).draw(sample);
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

/**
 * Cut one block out of a drawn scenario, levers and events applied year by year.
 *
 * @param takeRow - gives the rows of what levers and events change; fresh ones when left out.
 */
export function kernelInput(drawn: DrawnScenario, start: number, takeRow: TakeRow = freshRow): KernelInput {
  const { bound, draws } = drawn;
  const end = Math.min(start + blockSize, draws);
  const acting = effectsByTarget(drawn.effects);
  return {
    draws: end - start,
    from: 0,
    until: bound.years.length - 1,
    assumptions: bound.model.assumptions.map((name, number) => pathOf(drawn, number, start, acting.get(name), takeRow)),
    tableEffects: bound.model.tables.map(({ name }) => tablePathOf(drawn, start, acting.get(name), takeRow)),
    noise: drawn.noise.map((byYear) => byYear.map((values) => values.subarray(start, end))),
    drivers: drawn.drivers.map((byYear) => byYear?.map((values) => values?.subarray(start, end))),
    switches: bound.switches,
    observed: bound.observed,
  };
}

/** One assumption's draws in a block, year by year, with what acts on it; the same array in years with the same. */
export function assumptionPath(drawn: DrawnScenario, number: number, start: number): readonly Float64Array[] {
  const name = drawn.bound.model.assumptions[number] as string;
  return pathOf(drawn, number, start, effectsByTarget(drawn.effects).get(name), freshRow);
}

/** What acts on one table in a block, year by year; undefined when nothing ever does. */
export function tableEffectPath(
  drawn: DrawnScenario,
  number: number,
  start: number,
): KernelInput["tableEffects"][number] {
  const { name } = drawn.bound.model.tables[number] as CompiledModel["tables"][number];
  return tablePathOf(drawn, start, effectsByTarget(drawn.effects).get(name), freshRow);
}

function pathOf(
  drawn: DrawnScenario,
  number: number,
  start: number,
  effects: readonly DrawnEffect[] | undefined,
  takeRow: TakeRow,
): readonly Float64Array[] {
  const { bound, draws } = drawn;
  const block = (drawn.assumptions[number] as Float64Array).subarray(start, Math.min(start + blockSize, draws));
  if (effects === undefined) return bound.years.map(() => block);
  const acting = effectsInBlock(effects, start, draws);
  const path: Float64Array[] = [];
  for (const year of bound.years.keys()) {
    const isSame = year > 0 && isSameEffect(effects, year);
    path.push(isSame ? (path[year - 1] as Float64Array) : applyEffects(block, acting, year, takeRow));
  }
  return path;
}

function tablePathOf(
  { bound, draws }: DrawnScenario,
  start: number,
  effects: readonly DrawnEffect[] | undefined,
  takeRow: TakeRow,
): KernelInput["tableEffects"][number] {
  if (effects === undefined) return undefined;
  const acting = effectsInBlock(effects, start, draws);
  const size = Math.min(start + blockSize, draws) - start;
  return bound.years.map((_, year) => tableEffect(acting, year, size, takeRow));
}

function effectsByTarget(effects: readonly DrawnEffect[]): ReadonlyMap<string, DrawnEffect[]> {
  const byTarget = new Map<string, DrawnEffect[]>();
  for (const drawn of effects) {
    const others = byTarget.get(drawn.effect.target);
    if (others) others.push(drawn);
    else byTarget.set(drawn.effect.target, [drawn]);
  }
  return byTarget;
}

function effectsInBlock(effects: readonly DrawnEffect[], start: number, draws: number): DrawnEffect[] {
  const end = Math.min(start + blockSize, draws);
  return effects.map(({ effect, size }) => ({
    effect,
    size: typeof size === "number" ? size : size.subarray(start, end),
  }));
}
