import type { CompiledModel, Node } from "../model/compiled-model.ts";
import type { Places } from "../model/index-places.ts";
import { evaluateCondition, evaluateNumber, type Here } from "../model/tree-kernel.ts";
import type { Uniform } from "./program.ts";

/** What formulas that are the same in every draw may depend on. */
export interface Settings {
  readonly calendarYear: number;
  readonly switches: Int32Array;
  readonly observed: Float64Array;
}

/** Nothing that a run chooses, for formulas that need none of it. */
const unsettled: Settings = { calendarYear: Number.NaN, switches: new Int32Array(), observed: new Float64Array() };

/** Evaluate a formula that is the same in every draw, year and run. */
export function settledNumber(node: Node, model: CompiledModel, places: Places): number {
  return evaluateNumber(node, hereOf(model, places, unsettled));
}

/** Evaluate a condition that is the same in every draw, year and run. */
export function settledCondition(node: Node, model: CompiledModel, places: Places): boolean {
  return evaluateCondition(node, hereOf(model, places, unsettled));
}

/**
 * Fill a table with the uniforms of all years or of one.
 *
 * The tree kernel evaluates them, so they have its bits.
 *
 * @param write - the table, first as numbers, then as pairs of words: a condition that holds is all ones.
 */
export function writeUniforms(
  uniforms: readonly Uniform[],
  model: CompiledModel,
  settings: Settings,
  write: { readonly numbers: Float64Array; readonly words: Int32Array },
): void {
  for (const { node, isCondition, instances, place } of uniforms) {
    instances.forEach((places, i) => {
      const here = hereOf(model, places, settings);
      if (isCondition) write.words.fill(evaluateCondition(node, here) ? -1 : 0, 2 * (place + i), 2 * (place + i + 1));
      else write.numbers[place + i] = evaluateNumber(node, here);
    });
  }
}

function hereOf(model: CompiledModel, places: Places, { calendarYear, switches, observed }: Settings): Here {
  const nothing = new Float64Array();
  const empty = { draws: 1, from: 0, until: 0, assumptions: [], tableEffects: [], noise: [], drivers: [] };
  const input = { ...empty, switches, observed };
  const state = { now: nothing, previous: nothing, base: nothing, year: 0, calendarYear, input };
  return { model, state, places, draw: 0 };
}
