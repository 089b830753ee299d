import { countNonFinite } from "../core/finite-values.ts";
import { addToSketch, type SketchGrid, sketchCells, sketchQuantile } from "../core/quantile-sketch.ts";
import type { Ensemble } from "../ensemble/ensemble.ts";
import { type AttainmentRule, shortfall } from "./attainment.ts";
import { drawStatistics, metDraws } from "./draw-statistics.ts";
import { namedQuantiles, type TargetEstimate } from "./estimate-target.ts";
import { eachYearMet, firstYearOf } from "./first-year-met.ts";

/** A target that draws are held against while they are simulated and forgotten. */
export interface TalliedTarget {
  readonly indicator: string;
  readonly variable: string;
  readonly rule: AttainmentRule;
  /** First year of the plan. */
  readonly firstYear: number;
  /** Of the statistic, the same in every thread. */
  readonly grid: SketchGrid;
}

/** What one thread counted of the batches that it ran: plain data, which a worker can send. */
export interface TargetCounts {
  readonly cells: Uint32Array;
  /** Draws that have met the target by each year; null for kinds that have no such year. */
  readonly metBy: ReadonlyMap<number, number> | null;
  readonly nonFinite: number;
  /** For each batch the sum of the shortfalls. */
  readonly shortfalls: readonly { readonly batch: number; readonly sum: number }[];
}

/** Holds draws against a target batch by batch, and forgets all of them but whether they met it. */
export class TargetTally {
  readonly #target: TalliedTarget;
  readonly #cells = new Uint32Array(sketchCells);
  readonly #metBy = new Map<number, number>();
  readonly #shortfalls: { batch: number; sum: number }[] = [];
  #hasYears = true;
  #nonFinite = 0;

  constructor(target: TalliedTarget) {
    this.#target = target;
  }

  /**
   * @param ensemble - the draws of one batch, without weights.
   * @param marks - receives 1 for each draw that meets the target.
   */
  add(batch: number, ensemble: Ensemble, marks: Uint8Array): void {
    const { variable, rule, firstYear, grid } = this.#target;
    const { draws } = drawStatistics(ensemble, variable, rule);
    marks.set(metDraws(draws, rule));
    addToSketch(this.#cells, grid, draws);
    this.#nonFinite += countNonFinite(draws);
    let sum = 0;
    for (const value of draws) if (Number.isFinite(value)) sum += shortfall(value, rule.comparison, rule.target);
    this.#shortfalls.push({ batch, sum });
    this.#hasYears = eachYearMet(ensemble, variable, rule, firstYear, (year, hit) => {
      const met = hit.reduce((count, mark) => count + mark, 0);
      this.#metBy.set(year, (this.#metBy.get(year) ?? 0) + met);
    });
  }

  counts(): TargetCounts {
    const metBy = this.#hasYears ? this.#metBy : null;
    return { cells: this.#cells, metBy, nonFinite: this.#nonFinite, shortfalls: this.#shortfalls };
  }
}

/**
 * Put together what threads counted of one target.
 *
 * Everything but the quantiles is as exact as from draws that are kept; the shortfalls are added batch by batch, which
 * may change the last digits of their mean.
 *
 * @param marks - of all draws.
 * @param central - statistic of the central run.
 */
export function joinCounts(
  { grid }: TalliedTarget,
  parts: readonly TargetCounts[],
  marks: Uint8Array,
  central: number,
): TargetEstimate {
  const cells = new Uint32Array(sketchCells);
  const metBy = new Map<number, number>();
  for (const part of parts) {
    for (let cell = 0; cell < sketchCells; cell++) cells[cell] += part.cells[cell] as number;
    for (const [year, met] of part.metBy ?? []) metBy.set(year, (metBy.get(year) ?? 0) + met);
  }
  const nonFiniteRuns = parts.reduce((sum, part) => sum + part.nonFinite, 0);
  const finite = marks.length - nonFiniteRuns;
  const shortfalls = parts.flatMap((part) => part.shortfalls).sort((a, b) => a.batch - b.batch);
  const missing = shortfalls.reduce((total, { sum }) => total + sum, 0);
  const years = [...metBy].sort(([a], [b]) => a - b);
  return {
    marks,
    central,
    quantiles: finite > 0 ? namedQuantiles((p) => sketchQuantile(cells, grid, p)) : null,
    expectedShortfall: finite > 0 ? missing / finite : null,
    firstYearMet: years.length > 0 ? firstYearOf(years.map(([year, met]) => [year, met / marks.length])) : null,
    nonFiniteRuns,
  };
}
