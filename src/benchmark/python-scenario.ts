import { type DrawnScenario, kernelInput } from "../ensemble/draw-scenario.ts";
import type { CompiledModel } from "../model/compiled-model.ts";
import { blockSize, type Kernel, type KernelInput, type TableEffect } from "../model/kernel.ts";

/** A model under one scenario as a program of another language sees it. */
export interface PythonScenario {
  /** Lines in front of the program: what it is and where it comes from. */
  readonly title: readonly string[];
  readonly model: CompiledModel;
  /** Variables that are handed on, and the names of their series. */
  readonly wanted: readonly number[];
  readonly names: readonly string[];
  readonly years: readonly number[];
  readonly switches: Int32Array;
  readonly observed: Float64Array;
  /** Assumptions and tables that levers or events move in some year. */
  readonly changing: readonly number[];
  readonly affected: readonly number[];
}

/** Numbers with the lengths of their axes, the last one next to each other. */
export interface NumberArray {
  readonly shape: readonly number[];
  readonly values: Float64Array;
}

/** What the program reads and what it must compute, by the names of the files. */
export interface PythonArrays {
  /** assumption, draw: without levers and events */
  readonly assumptions: NumberArray;
  /** assumption that changes, year, draw: with them */
  readonly changes: NumberArray;
  /** table that they act on, (multiply, add, keep, set), year, draw */
  readonly effects: NumberArray;
  /** shock, year, draw: standard normal */
  readonly noise: NumberArray;
  /** result, year, draw: as the toolkit computes it */
  readonly results: NumberArray;
}

/** Say what a program of a drawn scenario must be told. */
export function pythonScenario(
  drawn: DrawnScenario,
  wanted: readonly number[],
  names: readonly string[],
  title: readonly string[],
): PythonScenario {
  const { model, years, switches, observed, effects } = drawn.bound;
  const targets = new Set(effects.map(({ target }) => target));
  const places = (all: readonly string[]) => all.flatMap((name, place) => (targets.has(name) ? [place] : []));
  const changing = places(model.assumptions);
  const affected = places(model.tables.map(({ name }) => name));
  return { title, model, wanted, names, years, switches, observed, changing, affected };
}

/** Lay out the numbers of a drawn scenario for its program, results of a kernel included. */
export function pythonArrays(drawn: DrawnScenario, scenario: PythonScenario, kernel: Kernel): PythonArrays {
  const { draws } = drawn;
  const { model, years, changing, affected } = scenario;
  const arrays = {
    assumptions: emptyArray([model.assumptions.length, draws]),
    changes: emptyArray([changing.length, years.length, draws]),
    effects: emptyArray([affected.length, 4, years.length, draws]),
    noise: emptyArray([model.noises.length, years.length, draws]),
    results: emptyArray([scenario.names.length, years.length, draws]),
  };
  drawn.assumptions.forEach((values, i) => void arrays.assumptions.values.set(values, i * draws));
  drawn.noise.flat().forEach((values, i) => void arrays.noise.values.set(values, i * draws));
  for (let start = 0; start < draws; start += blockSize) {
    const input = kernelInput(drawn, start);
    const put = (array: NumberArray, row: number, values: Float64Array) =>
      array.values.set(values, row * draws + start);
    changing.forEach((assumption, i) => {
      input.assumptions[assumption]?.forEach(
        (values, year) => void put(arrays.changes, i * years.length + year, values),
      );
    });
    affected.forEach((table, i) => {
      years.forEach((_, year) => {
        const parts = effectParts(input.tableEffects[table]?.[year], input);
        parts.forEach((values, part) => void put(arrays.effects, (i * 4 + part) * years.length + year, values));
      });
    });
    kernel.run(input, scenario.wanted, (variable, year, values) => {
      const first = firstResult(scenario, variable);
      for (let element = 0; element * blockSize < values.length; element++) {
        const row = (first + element) * years.length + year;
        put(arrays.results, row, values.subarray(element * blockSize, element * blockSize + input.draws));
      }
    });
  }
  return arrays;
}

/** A table's effect in one year; one that changes nothing in years in which nothing acts. */
function effectParts(effect: TableEffect | undefined, { draws }: KernelInput): readonly Float64Array[] {
  if (effect) return [effect.multiply, effect.add, effect.keep, effect.set];
  return [1, 0, 1, 0].map((value) => new Float64Array(draws).fill(value));
}

function firstResult({ model, wanted }: PythonScenario, variable: number): number {
  const before = wanted.slice(0, wanted.indexOf(variable));
  return before.reduce((sum, one) => sum + (model.variables[one]?.size ?? 0), 0);
}

function emptyArray(shape: readonly number[]): NumberArray {
  return { shape, values: new Float64Array(shape.reduce((product, length) => product * length, 1)) };
}
