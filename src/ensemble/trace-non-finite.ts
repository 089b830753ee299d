import type { CompiledModel } from "../model/compiled-model.ts";
import { blockSize, type Kernel } from "../model/kernel.ts";
import { neededVariables } from "../model/run-block.ts";
import { type DrawnScenario, kernelInput } from "./draw-scenario.ts";
import type { NonFinite } from "./ensemble.ts";

/**
 * Find the equation in which each draw that is not finite began to be so.
 *
 * Only blocks with such a draw are run again, this time watching every equation they need.
 *
 * @param variables - the outcomes that were simulated.
 * @param values - their draws, series by series and year by year; outcomes blank in the base year are NaN there by
 *   design and not counted.
 * @returns one entry an equation, in order of name.
 */
export function traceNonFinite(
  drawn: DrawnScenario,
  kernel: Kernel,
  variables: readonly number[],
  values: Float64Array,
): NonFinite[] {
  const found = new Map<string, NonFinite>();
  for (const start of faultyBlocks(drawn, variables, values)) {
    for (const { equation, year } of traceBlock(drawn, kernel, variables, start)) {
      const known = found.get(equation);
      const firstYear = Math.min(year, known?.firstYear ?? year);
      found.set(equation, { equation, firstYear, draws: (known?.draws ?? 0) + 1 });
    }
  }
  return [...found.values()].sort((a, b) => (a.equation < b.equation ? -1 : 1));
}

/** First draws of the blocks in which some outcome is not finite in a year in which it should be. */
function faultyBlocks(drawn: DrawnScenario, variables: readonly number[], values: Float64Array): number[] {
  const { bound, draws } = drawn;
  const faulty = new Set<number>();
  let place = 0;
  for (const number of variables) {
    const { size, initial } = bound.model.variables[number] as CompiledModel["variables"][number];
    for (let row = 0; row < size * bound.years.length; row++) {
      const isBlank = initial === null && row % bound.years.length === 0;
      for (let draw = 0; draw < draws && !isBlank; draw++) {
        if (!Number.isFinite(values[place + draw])) faulty.add(draw - (draw % blockSize));
      }
      place += draws;
    }
  }
  return [...faulty].sort((a, b) => a - b);
}

/** For each draw of a block that stops being finite: the equation and calendar year in which it began. */
function traceBlock(
  drawn: DrawnScenario,
  kernel: Kernel,
  variables: readonly number[],
  start: number,
): { equation: string; year: number }[] {
  const { model, years } = drawn.bound;
  const input = kernelInput(drawn, start);
  const needed = neededVariables(model, variables);
  // In the order of computation, so that the first variable met is the one in which it began.
  const watched = [...new Set([...model.baseOrder, ...model.yearOrder])].filter((number) => needed.has(number));
  const inYear = new Map(model.yearOrder.map((number, i) => [number, i]));
  watched.sort((a, b) => (inYear.get(a) ?? -1) - (inYear.get(b) ?? -1));
  const began: ({ equation: string; year: number } | undefined)[] = new Array(input.draws);
  kernel.run(input, watched, (number, year, block) => {
    const { name, initial } = model.variables[number] as CompiledModel["variables"][number];
    if (year === 0 && initial === null) return;
    for (let i = 0; i < block.length; i++) {
      const draw = i % blockSize;
      if (draw < input.draws && !Number.isFinite(block[i])) {
        began[draw] ??= { equation: name, year: years[year] as number };
      }
    }
  });
  return began.filter((b) => b !== undefined);
}
