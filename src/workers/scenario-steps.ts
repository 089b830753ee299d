import type { Ensemble } from "../ensemble/ensemble.ts";
import { describeEnsemble } from "../ensemble/run-scenario.ts";
import { summaryWidth } from "../ensemble/series-summary.ts";
import { batchCount, type Simulation } from "../ensemble/simulation.ts";
import { type FaultyDraws, traceNonFinite } from "../ensemble/trace-non-finite.ts";
import { type Job, type JobResult, rowsInPiece } from "./job.ts";

/** Makes memory of some bytes: of this thread alone, or shared with others. */
export type Memory = (bytes: number) => ArrayBufferLike;

export const ownMemory: Memory = (bytes) => new ArrayBuffer(bytes);
export const sharedMemory: Memory = (bytes) => new SharedArrayBuffer(bytes);

/** A job for whoever does the work, and whom to tell after each piece. */
export interface JobStep {
  readonly job: Job;
  readonly onPiece: () => void;
}

/** How the scenarios of a run are simulated. */
export interface StepOptions {
  readonly memory: Memory;
  readonly keepDraws?: boolean;
  readonly summarise?: boolean;
}

const numberBytes = 8;
/** Share of the time that simulating takes where summaries follow; the rest is theirs. */
const simulatingShare = 0.7;

/** The way of a scenario from its draws to its ensemble, without the work: it yields jobs and is handed what they find. */
export class ScenarioSteps {
  readonly #simulation: Simulation;
  readonly #options: StepOptions;
  /** Memory of the draws of the last scenario, to be used again where draws are not kept: fresh memory is slow. */
  #slot: Float64Array = new Float64Array(0);

  constructor(simulation: Simulation, options: StepOptions) {
    this.#simulation = simulation;
    this.#options = options;
  }

  /**
   * Simulate one scenario.
   *
   * @param onShare - told how much of it is done, 0 … 1.
   * @returns its ensemble, whose draws stand in memory that the next scenario uses again unless draws are kept.
   */
  *run(place: number, onShare: (share: number) => void): Generator<JobStep, Ensemble, readonly JobResult[]> {
    const { plan, kernel } = this.#simulation;
    const bound = plan.scenarios[place] as (typeof plan.scenarios)[number];
    const { draws } = bound.scenario.run;
    const rows = this.#simulation.rowCount(place);
    const values = this.#valuesOf(rows * draws);
    const batches = batchCount(draws);
    const share = this.#options.summarise ? simulatingShare : 1;
    const found = yield {
      job: { kind: "simulate", scenario: place, values, draws, ...this.#shared(batches) },
      onPiece: counter(batches, (done) => onShare(share * done)),
    };
    const table = this.#options.summarise ? this.#numbers(rows * summaryWidth) : null;
    if (table) {
      const pieces = Math.ceil(rows / rowsInPiece);
      yield {
        job: { kind: "summarise", values, draws, table, ...this.#shared(pieces) },
        onPiece: counter(pieces, (done) => onShare(share + (1 - share) * done)),
      };
    }
    const described = describeEnsemble(bound, plan.variables, kernel);
    const { notices } = this.#simulation.sample(place, 0);
    return {
      ...described,
      draws,
      values,
      ...(table ? { summary: { table, isExact: true } } : {}),
      nonFinite: this.#trace(place, found),
      notices: [...described.notices, ...notices],
    };
  }

  #trace(place: number, found: readonly JobResult[]): Ensemble["nonFinite"] {
    const blocks = found.flatMap(({ faulty }) => faulty).sort((a, b) => a.batch - b.batch);
    const simulation = this.#simulation;
    // One batch at a time: the next overwrites it.
    function* parts(): Generator<FaultyDraws> {
      for (const { batch, starts } of blocks) yield { drawn: simulation.draw(place, batch), faulty: starts };
    }
    return traceNonFinite(parts(), simulation.kernel, simulation.plan.variables);
  }

  #valuesOf(length: number): Float64Array {
    if (this.#options.keepDraws ?? true) return this.#numbers(length);
    if (this.#slot.length < length) this.#slot = this.#numbers(length);
    return this.#slot.subarray(0, length);
  }

  #numbers(length: number): Float64Array {
    return new Float64Array(this.#options.memory(length * numberBytes));
  }

  #shared(pieces: number): { pieces: number; next: Int32Array } {
    return { pieces, next: new Int32Array(this.#options.memory(Int32Array.BYTES_PER_ELEMENT)) };
  }
}

/** Counts pieces, and tells each time the share of them that is done. */
function counter(pieces: number, onShare: (share: number) => void): () => void {
  let done = 0;
  return () => onShare(++done / pieces);
}
