import { type DrawnScenario, kernelInput } from "../ensemble/draw-scenario.ts";
import { blockSize, type KernelInput } from "../model/kernel.ts";
import { lowerModel } from "../program/lower-model.ts";
import type { Flag, Program, Row } from "../program/program.ts";
import { writeUniforms } from "../program/uniform-values.ts";

/** One scenario of a model as another language computes it: the program, how much of it, and the numbers it reads. */
export interface Yardstick {
  readonly program: Program;
  readonly draws: number;
  readonly years: number;
  /** Places, among the program's assumptions, of those that come anew each year. */
  readonly changing: readonly number[];
  readonly arrays: YardstickArrays;
}

/** What the program reads, the draws of a row next to each other. */
export interface YardstickArrays {
  /** assumption, draw */
  readonly assumptions: Float64Array;
  /** changing assumption, year, draw */
  readonly changes: Float64Array;
  /** row, year, draw; 0 where there is none */
  readonly rows: Float64Array;
  readonly uniforms: Float64Array;
  /** year, uniform; a condition is 0 where it does not hold */
  readonly yearUniforms: Float64Array;
}

/** Lower a model and put the numbers of a drawn scenario in order, so that a program of any language can run it. */
export function makeYardstick(drawn: DrawnScenario, variables: readonly number[]): Yardstick {
  const { draws, bound } = drawn;
  const inputs: KernelInput[] = [];
  for (let start = 0; start < draws; start += blockSize) inputs.push(kernelInput(drawn, start));
  const [first] = inputs as [KernelInput];
  const changed = placesWhere(first.assumptions, (byYear) => byYear.some((values) => values !== byYear[0]));
  const tables = placesWhere(first.tableEffects, (byYear) => byYear !== undefined);
  const changeable = { assumptions: new Set(changed), tables: new Set(tables), drivers: new Set<number>() };
  const program = lowerModel(bound.model, { wanted: variables, changeable, keepsState: false });
  const changing = placesWhere(program.assumptions, (assumption) => changeable.assumptions.has(assumption));
  const years = bound.years.length;
  const arrays = {
    assumptions: gather(inputs, draws, program.assumptions, 1, (input, a) => input.assumptions[a]?.[0]),
    changes: gather(inputs, draws, changing, years, (input, place, year) => {
      return input.assumptions[program.assumptions[place] as number]?.[year];
    }),
    rows: gather(inputs, draws, program.rows, years, rowOf),
    uniforms: uniformTable(drawn, program, null, first),
    yearUniforms: joined(bound.years.map((_, year) => uniformTable(drawn, program, year, first))),
  };
  return { program, draws, years, changing, arrays };
}

function gather<T>(
  inputs: readonly KernelInput[],
  draws: number,
  entries: readonly T[],
  years: number,
  valuesOf: (input: KernelInput, entry: T, year: number) => Float64Array | undefined,
): Float64Array {
  const all = new Float64Array(entries.length * years * draws);
  entries.forEach((entry, i) => {
    for (let year = 0; year < years; year++) {
      inputs.forEach((input, block) => {
        const values = valuesOf(input, entry, year);
        if (values) all.set(values, (i * years + year) * draws + block * blockSize);
      });
    }
  });
  return all;
}

function rowOf(input: KernelInput, row: Row, year: number): Float64Array | undefined {
  if (row.kind === "noise") return input.noise[row.noise]?.[year];
  if (row.kind === "driver") return input.drivers[row.variable]?.[year];
  return input.tableEffects[row.table]?.[year]?.[row.part];
}

/** @param year - place on the time axis; null for what holds in all years. */
function uniformTable(
  { bound }: DrawnScenario,
  program: Program,
  year: number | null,
  input: KernelInput,
): Float64Array {
  const numbers = new Float64Array(year === null ? program.uniformCount : program.yearUniformCount);
  const settings = {
    calendarYear: bound.years[year ?? -1] ?? Number.NaN,
    switches: bound.switches,
    observed: bound.observed,
  };
  const chosen = program.uniforms.filter(({ isYearly }) => isYearly === (year !== null));
  writeUniforms(chosen, bound.model, settings, { numbers, words: new Int32Array(numbers.buffer) });
  if (year !== null) for (const flag of program.flags) numbers[flag.place] = acts(flag, input, year) ? 1 : 0;
  return numbers;
}

function acts({ source }: Flag, { drivers, tableEffects }: KernelInput, year: number): boolean {
  const path = source.kind === "driver" ? drivers[source.variable]?.[year] : tableEffects[source.table]?.[year];
  return path !== undefined;
}

function joined(tables: readonly Float64Array[]): Float64Array {
  return Float64Array.from(tables.flatMap((table) => [...table]));
}

function placesWhere<T>(entries: readonly T[], test: (entry: T) => boolean): number[] {
  return entries.flatMap((entry, place) => (test(entry) ? [place] : []));
}
