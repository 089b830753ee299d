import type { TableEffect } from "../model/kernel.ts";
import type { ActiveEffect } from "./bind-scenario.ts";

/** An effect with its size in every draw of a block: one number for all, or one a draw. */
export interface DrawnEffect {
  readonly effect: ActiveEffect;
  readonly size: number | Float64Array;
}

/** Gives rows of some draws that nobody else holds: fresh ones, or such as are done with. */
export type TakeRow = (draws: number) => Float64Array;

/** Rows of fresh memory. */
export const freshRow: TakeRow = (draws) => new Float64Array(draws);

/**
 * Apply levers and events to one assumption in one year: all multiplications, then all additions, then the setting.
 *
 * With k the intensity and x the size at full intensity: × (1 + k(x − 1)); + kx; (1 − k)v + kx.
 *
 * @param values - the assumption's draws without effects; not changed.
 * @param year - place on the time axis.
 * @returns `values` itself when nothing acts in this year, so that a lever at 0 changes no bit.
 */
export function applyEffects(
  values: Float64Array,
  effects: readonly DrawnEffect[],
  year: number,
  takeRow: TakeRow = freshRow,
): Float64Array {
  const acting = effects.filter(({ effect }) => effect.path[year] !== 0);
  if (acting.length === 0) return values;
  const changed = takeRow(values.length);
  changed.set(values);
  for (const operation of ["multiply", "add", "set"] as const) {
    for (const { effect, size } of acting) {
      if (effect.operation === operation) applyOne(changed, operation, effect.path[year] as number, size);
    }
  }
  return changed;
}

/** Whether effects do in some year, base year aside, what they did the year before. */
export function isSameEffect(effects: readonly DrawnEffect[], year: number): boolean {
  return effects.every(({ effect }) => effect.path[year] === effect.path[year - 1]);
}

/**
 * Combine the levers and events that act on a table in one year.
 *
 * @returns undefined when nothing acts in this year.
 */
export function tableEffect(
  effects: readonly DrawnEffect[],
  year: number,
  draws: number,
  takeRow: TakeRow = freshRow,
): TableEffect | undefined {
  const acting = effects.filter(({ effect }) => effect.path[year] !== 0);
  if (acting.length === 0) return undefined;
  const [multiply, add] = [takeRow(draws).fill(1), takeRow(draws).fill(0)];
  const [keep, set] = [takeRow(draws).fill(1), takeRow(draws).fill(0)];
  for (const { effect, size } of acting) {
    const k = effect.path[year] as number;
    if (effect.operation === "multiply") applyOne(multiply, "multiply", k, size);
    else if (effect.operation === "add") applyOne(add, "add", k, size);
    else {
      keep.fill(1 - k);
      applyOne(set, "add", k, size);
    }
  }
  return { multiply, add, keep, set };
}

function applyOne(
  values: Float64Array,
  operation: ActiveEffect["operation"],
  k: number,
  size: number | Float64Array,
): void {
  if (typeof size === "number") {
    // One size for all draws, in the same operations as below.
    for (let i = 0; i < values.length; i++) values[i] = applied(operation, values[i] as number, k, size);
  } else if (operation === "multiply") {
    for (let i = 0; i < values.length; i++) values[i] = (values[i] as number) * (1 + k * ((size[i] as number) - 1));
  } else if (operation === "add") {
    for (let i = 0; i < values.length; i++) values[i] = (values[i] as number) + k * (size[i] as number);
  } else {
    for (let i = 0; i < values.length; i++) values[i] = (1 - k) * (values[i] as number) + k * (size[i] as number);
  }
}

function applied(operation: ActiveEffect["operation"], value: number, k: number, size: number): number {
  if (operation === "multiply") return value * (1 + k * (size - 1));
  return operation === "add" ? value + k * size : (1 - k) * value + k * size;
}
