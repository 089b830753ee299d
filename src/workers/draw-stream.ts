import type { Ensemble } from "../ensemble/ensemble.ts";
import { outcomeSeries } from "../ensemble/run-scenario.ts";
import { batchDraws, firstDrawOf, type Simulation } from "../ensemble/simulation.ts";

/** A series whose running sums are wanted. */
export interface RunningSum {
  /** Place of the series among those that are simulated. */
  readonly series: number;
  /** Place of the first year that is added; the sum is 0 before. */
  readonly from: number;
}

/** The draws of some batches, until the next ones are simulated. */
export interface StreamedDraws {
  /** Without a central run (NaN throughout). */
  readonly ensemble: Ensemble;
  /** Draws row by row, those of the series and years first, then those of the running sums. */
  readonly rows: Float64Array;
  /** Number in the run of the first draw. */
  readonly first: number;
  /** First draws of the blocks in which some outcome is not finite. */
  readonly faulty: number[];
}

/** Simulates a scenario some batches at a time, in one memory. */
export class DrawStream {
  readonly #simulation: Simulation;
  readonly #scenario: number;
  readonly #sums: readonly RunningSum[];
  readonly #described: Omit<Ensemble, "draws" | "values">;
  readonly #rowCount: number;
  #memory: Float64Array = new Float64Array(0);

  constructor(simulation: Simulation, scenario: number, sums: readonly RunningSum[]) {
    this.#simulation = simulation;
    this.#scenario = scenario;
    this.#sums = sums;
    this.#rowCount = simulation.rowCount(scenario);
    const { model, variables, scenarios } = simulation.plan;
    const bound = scenarios[scenario] as (typeof scenarios)[number];
    this.#described = {
      scenario: bound.scenario.id,
      series: outcomeSeries(model, variables),
      years: bound.years,
      central: new Float64Array(this.#rowCount).fill(Number.NaN),
      nonFinite: [],
      eventsLeftOut: bound.eventsLeftOut,
      notices: bound.notices,
    };
  }

  /** Rows of draws, those of the running sums included. */
  get rowCount(): number {
    return this.#rowCount + this.#sums.length * this.#described.years.length;
  }

  /** Simulate consecutive batches. */
  run(batch: number, count: number): StreamedDraws {
    const first = firstDrawOf(batch);
    const draws = Math.min(count * batchDraws, this.#simulation.drawsOf(this.#scenario) - first);
    const length = this.rowCount * draws;
    if (this.#memory.length < length) this.#memory = new Float64Array(length);
    const rows = this.#memory.subarray(0, length);
    const values = rows.subarray(0, this.#rowCount * draws);
    const faulty: number[] = [];
    for (let done = 0; done < draws; done += batchDraws) {
      const target = { values, stride: draws, first: done };
      const starts = this.#simulation.run(this.#scenario, batch + done / batchDraws, target);
      for (const start of starts) faulty.push(done + start);
    }
    this.#addSums(rows, draws);
    return { ensemble: { ...this.#described, draws, values }, rows, first, faulty };
  }

  #addSums(rows: Float64Array, draws: number): void {
    const { years } = this.#described;
    const row = (number: number) => rows.subarray(number * draws, (number + 1) * draws);
    for (const [place, { series, from }] of this.#sums.entries()) {
      let last: Float64Array = new Float64Array(draws);
      for (const year of years.keys()) {
        const sum = row(this.#rowCount + place * years.length + year);
        const values = row(series * years.length + year);
        for (let i = 0; i < draws; i++) sum[i] = year < from ? 0 : (last[i] as number) + (values[i] as number);
        last = sum;
      }
    }
  }
}
