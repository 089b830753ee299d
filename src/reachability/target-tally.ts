import { countNonFinite } from "../core/finite-values.ts";
import type { Ensemble } from "../ensemble/ensemble.ts";
import { type AttainmentRule, markMet, shortfall } from "./attainment.ts";
import { fillStatistics } from "./draw-statistics.ts";
import { namedQuantiles, type TargetEstimate } from "./estimate-target.ts";
import { eachYearMet, firstYearOf } from "./first-year-met.ts";

/** A target that draws are held against while they are simulated and forgotten. */
export interface TalliedTarget {
  readonly indicator: string;
  readonly variable: string;
  readonly rule: AttainmentRule;
  /** First year of the plan. */
  readonly firstYear: number;
}

/** What one thread counted of the batches that it ran: plain data, which a worker can send. */
export interface TargetCounts {
  /** Draws that have met the target by each year; null for kinds that have no such year. */
  readonly metBy: ReadonlyMap<number, number> | null;
  readonly nonFinite: number;
  /** For each batch the sum of the shortfalls. */
  readonly shortfalls: readonly { readonly batch: number; readonly sum: number }[];
}

/** Holds draws against a target batch by batch, and forgets all of them but whether they met it. */
export class TargetTally {
  readonly #target: TalliedTarget;
  readonly #metBy = new Map<number, number>();
  readonly #shortfalls: { batch: number; sum: number }[] = [];
  #hasYears = true;
  #nonFinite = 0;

  constructor(target: TalliedTarget) {
    this.#target = target;
  }

  /**
   * @param batch - number of the first batch.
   * @param ensemble - the draws of some batches that follow each other, without weights.
   * @param batchDraws - draws of each batch but the last.
   * @param statistics - receives the statistic of each draw.
   * @param marks - receives 1 for each draw that meets the target.
   */
  add(batch: number, ensemble: Ensemble, batchDraws: number, statistics: Float64Array, marks: Uint8Array): void {
    const { variable, rule, firstYear } = this.#target;
    fillStatistics(ensemble, variable, rule, statistics);
    markMet(marks, statistics, rule);
    this.#nonFinite += countNonFinite(statistics);
    for (let first = 0; first < statistics.length; first += batchDraws) {
      const sum = sumOfShortfalls(statistics.subarray(first, first + batchDraws), rule);
      this.#shortfalls.push({ batch: batch + first / batchDraws, sum });
    }
    this.#hasYears = eachYearMet(ensemble, variable, rule, firstYear, (year, hit) => {
      let met = 0;
      for (let draw = 0; draw < hit.length; draw++) met += hit[draw] as number;
      this.#metBy.set(year, (this.#metBy.get(year) ?? 0) + met);
    });
  }

  counts(): TargetCounts {
    const metBy = this.#hasYears ? this.#metBy : null;
    return { metBy, nonFinite: this.#nonFinite, shortfalls: this.#shortfalls };
  }
}

function sumOfShortfalls(statistics: Float64Array, { comparison, target }: AttainmentRule): number {
  let sum = 0;
  for (let draw = 0; draw < statistics.length; draw++) {
    const value = statistics[draw] as number;
    if (value - value === 0) sum += shortfall(value, comparison, target);
  }
  return sum;
}

/**
 * Put together what threads counted of one target.
 *
 * All of it is as exact as from draws that are kept; the shortfalls are added batch by batch, which may change the last
 * digits of their mean.
 *
 * @param marks - of all draws.
 * @param central - statistic of the central run.
 * @param quantileAt - quantile of the statistic at a probability, from what was counted of it.
 */
export function joinCounts(
  parts: readonly TargetCounts[],
  marks: Uint8Array,
  central: number,
  quantileAt: (probability: number) => number,
): TargetEstimate {
  const metBy = new Map<number, number>();
  for (const part of parts) {
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
    quantiles: finite > 0 ? namedQuantiles(quantileAt) : null,
    expectedShortfall: finite > 0 ? missing / finite : null,
    firstYearMet: years.length > 0 ? firstYearOf(years.map(([year, met]) => [year, met / marks.length])) : null,
    nonFiniteRuns,
  };
}
