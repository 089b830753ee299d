import type { CompiledModel } from "../model/compiled-model.ts";
import { blockSize, type Kernel } from "../model/kernel.ts";
import { neededVariables } from "../model/run-block.ts";
import { type DrawnScenario, kernelInput } from "./draw-scenario.ts";
import type { NonFinite } from "./ensemble.ts";

/** Draws with the first draw of each block in which some outcome is not finite. */
export interface FaultyDraws {
  readonly drawn: DrawnScenario;
  readonly faulty: readonly number[];
}

/**
 * Find the equation in which each draw that is not finite began to be so.
 *
 * Only blocks with such a draw are run again, this time watching every equation that the outcomes need.
 *
 * @param parts - what a simulation found.
 * @param variables - the outcomes that were simulated.
 * @returns one entry an equation, in order of name.
 */
export function traceNonFinite(
  parts: Iterable<FaultyDraws>,
  kernel: Kernel,
  variables: readonly number[],
): NonFinite[] {
  const found = new Map<string, NonFinite>();
  for (const { drawn, faulty } of parts) {
    for (const start of faulty) {
      for (const { equation, year } of traceBlock(drawn, kernel, variables, start)) {
        const known = found.get(equation);
        const firstYear = Math.min(year, known?.firstYear ?? year);
        found.set(equation, { equation, firstYear, draws: (known?.draws ?? 0) + 1 });
      }
    }
  }
  return [...found.values()].sort((a, b) => (a.equation < b.equation ? -1 : 1));
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
