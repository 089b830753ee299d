import type { CompiledModel, CompiledVariable } from "../model/compiled-model.ts";
import { blockSize, type Kernel } from "../model/kernel.ts";
import { type DrawnScenario, kernelInput } from "./draw-scenario.ts";

/** Where the draws of a batch go: to `values[row × stride + first]` on, rows series by series and year by year. */
export interface BatchTarget {
  readonly values: Float64Array;
  readonly stride: number;
  readonly first: number;
}

/**
 * Simulate the draws of a drawn scenario block by block.
 *
 * @param target - where they go.
 * @param onBlock - told after each block how many draws are done.
 * @returns first draw of each block in which some outcome is not finite in a year in which it is not blank by design.
 */
export function simulateDraws(
  drawn: DrawnScenario,
  kernel: Kernel,
  variables: readonly number[],
  { values, stride, first }: BatchTarget,
  onBlock: (drawsDone: number) => void = () => {},
): number[] {
  const { draws, bound } = drawn;
  const yearCount = bound.years.length;
  const firstSeries = seriesStarts(bound.model, variables);
  const faulty: number[] = [];
  for (let start = 0; start < draws; start += blockSize) {
    const input = kernelInput(drawn, start);
    let isSound = true;
    kernel.run(input, variables, (variable, year, block) => {
      const { initial, size } = bound.model.variables[variable] as CompiledVariable;
      const isBlank = year === 0 && initial === null;
      for (let element = 0; element < size; element++) {
        const row = ((firstSeries.get(variable) as number) + element) * yearCount + year;
        const from = element * blockSize;
        const part = block.subarray(from, from + input.draws);
        values.set(part, row * stride + first + start);
        if (isSound && !isBlank && !allFinite(part)) isSound = false;
      }
    });
    if (!isSound) faulty.push(start);
    onBlock(start + input.draws);
  }
  return faulty;
}

function allFinite(values: Float64Array): boolean {
  // x − x is 0 for every finite number and NaN for all others.
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += (values[i] as number) - (values[i] as number);
  return sum === 0;
}

/** Number of the first series of each variable: elements of a variable are series next to each other. */
function seriesStarts(model: CompiledModel, variables: readonly number[]): ReadonlyMap<number, number> {
  const starts = new Map<number, number>();
  let series = 0;
  for (const variable of variables) {
    starts.set(variable, series);
    series += model.variables[variable]?.size ?? 0;
  }
  return starts;
}
