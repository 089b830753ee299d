import type { CompiledModel, CompiledVariable } from "../model/compiled-model.ts";
import { blockSize, type Kernel } from "../model/kernel.ts";
import { type DrawnScenario, kernelInput } from "./draw-scenario.ts";
import { RowPool } from "./row-pool.ts";

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
 * @param pool - of rows as long as a block, which are used for each block again.
 * @param onBlock - told after each block how many draws are done.
 * @returns first draw of each block in which some outcome is not finite in a year in which it is not blank by design.
 */
export function simulateDraws(
  drawn: DrawnScenario,
  kernel: Kernel,
  variables: readonly number[],
  { values, stride, first }: BatchTarget,
  onBlock: (drawsDone: number) => void = () => {},
  pool: RowPool = new RowPool(blockSize),
): number[] {
  const { draws, bound } = drawn;
  const yearCount = bound.years.length;
  const firstSeries = seriesStarts(bound.model, variables);
  const faulty: number[] = [];
  for (let start = 0; start < draws; start += blockSize) {
    // The kernel has read the last block's rows.
    pool.reset();
    const input = kernelInput(drawn, start, pool.take);
    let isSound = true;
    kernel.run(input, variables, (variable, year, block) => {
      const { initial, size } = bound.model.variables[variable] as CompiledVariable;
      const isBlank = year === 0 && initial === null;
      for (let element = 0; element < size; element++) {
        const row = ((firstSeries.get(variable) as number) + element) * yearCount + year;
        const isSoundRow = copyRow(block, element * blockSize, values, row * stride + first + start, input.draws);
        if (!isSoundRow && !isBlank) isSound = false;
      }
    });
    if (!isSound) faulty.push(start);
    onBlock(start + input.draws);
  }
  return faulty;
}

/** Copy some numbers. @returns whether all are finite. */
function copyRow(from: Float64Array, start: number, to: Float64Array, place: number, count: number): boolean {
  // x − x is 0 for every finite number and NaN for all others. Two sums, so that neither waits for itself.
  let even = 0;
  let odd = 0;
  let i = 0;
  for (; i + 1 < count; i += 2) {
    const x = from[start + i] as number;
    const y = from[start + i + 1] as number;
    to[place + i] = x;
    to[place + i + 1] = y;
    even += x - x;
    odd += y - y;
  }
  if (i < count) {
    const x = from[start + i] as number;
    to[place + i] = x;
    even += x - x;
  }
  return even + odd === 0;
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
