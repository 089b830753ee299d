import type { Ensemble } from "../ensemble/ensemble.ts";
import { outcomeSeries } from "../ensemble/run-scenario.ts";
import { batchCount, batchDraws, firstDrawOf, type Simulation } from "../ensemble/simulation.ts";
import { fillStatistics } from "../reachability/draw-statistics.ts";
import type { TalliedTarget } from "../reachability/target-tally.ts";
import type { RowTally } from "../tally/row-tally.ts";

/** A series whose running sums are wanted. */
export interface RunningSum {
  /** Place of the series among those that are simulated. */
  readonly series: number;
  /** Place of the first year that is added; the sum is 0 before. */
  readonly from: number;
}

/**
 * Batches that are simulated and counted together.
 *
 * Counting a row touches all of its cells, so it is done for many draws at a time; but fresh memory for many draws costs
 * more than it saves, and threads are to be done at about the same time.
 */
const batchesInPiece = 2;

/** Pieces of a run with some draws. */
export function pieceCount(draws: number): number {
  return Math.ceil(batchCount(draws) / batchesInPiece);
}

/** The draws of some pieces, until the next ones are simulated. */
export interface StreamedDraws {
  /** Number of the first batch. */
  readonly batch: number;
  /** Without a central run (NaN throughout). */
  readonly ensemble: Ensemble;
  /** Draws row by row, those of the series and years first, then those of the running sums, then room for others. */
  readonly rows: Float64Array;
  /** Number in the run of the first draw. */
  readonly first: number;
  /** For each batch in which some outcome is not finite, the first draws of such blocks in it. */
  readonly faulty: readonly { readonly batch: number; readonly starts: readonly number[] }[];
}

/** Fill the last rows of some draws with the statistics of targets. */
export function fillTargetRows({ rows, ensemble }: StreamedDraws, targets: readonly TalliedTarget[]): void {
  const { draws } = ensemble;
  const first = rows.length - targets.length * draws;
  for (const [place, { variable, rule }] of targets.entries()) {
    const row = rows.subarray(first + place * draws, first + (place + 1) * draws);
    fillStatistics(ensemble, variable, rule, row);
  }
}

/** Simulates a scenario piece by piece, in the memory in which its draws are counted. */
export class DrawStream {
  readonly tally: RowTally;
  readonly #simulation: Simulation;
  readonly #scenario: number;
  readonly #sums: readonly RunningSum[];
  readonly #described: Omit<Ensemble, "draws" | "values">;
  readonly #rowCount: number;

  /**
   * @param others - rows that the caller fills.
   * @param pieces - how many pieces there is to be room for.
   */
  constructor(simulation: Simulation, scenario: number, sums: readonly RunningSum[], others: number, pieces = 1) {
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
    const rows = this.#rowCount + sums.length * bound.years.length + others;
    this.tally = simulation.tallyOf(rows, pieces * batchesInPiece * batchDraws);
  }

  /** Simulate a piece, or several that follow each other. */
  run(piece: number, pieces = 1): StreamedDraws {
    const batch = piece * batchesInPiece;
    const first = firstDrawOf(batch);
    const draws = Math.min(pieces * batchesInPiece * batchDraws, this.#simulation.drawsOf(this.#scenario) - first);
    const rows = this.tally.draws(draws);
    const values = rows.subarray(0, this.#rowCount * draws);
    const faulty: { batch: number; starts: number[] }[] = [];
    for (let done = 0; done < draws; done += batchDraws) {
      const ofBatch = batch + done / batchDraws;
      const starts = this.#simulation.run(this.#scenario, ofBatch, { values, stride: draws, first: done });
      if (starts.length > 0) faulty.push({ batch: ofBatch, starts });
    }
    this.#addSums(rows, draws);
    return { batch, ensemble: { ...this.#described, draws, values }, rows, first, faulty };
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
