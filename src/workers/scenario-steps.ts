import type { Ensemble } from "../ensemble/ensemble.ts";
import { describeEnsemble } from "../ensemble/run-scenario.ts";
import { summaryWidth } from "../ensemble/series-summary.ts";
import { batchCount, type Simulation } from "../ensemble/simulation.ts";
import { type FaultyDraws, traceNonFinite } from "../ensemble/trace-non-finite.ts";
import type { Plan } from "../inputs/study.ts";
import type { TargetEstimate } from "../reachability/estimate-target.ts";
import { rowsInPiece } from "./do-job.ts";
import type { JobResult } from "./job.ts";
import { type JobStep, type StepOptions, sharedWork, shareOfPieces } from "./job-step.ts";
import { streamScenario } from "./stream-scenario.ts";

/** What comes of one scenario. */
export interface SimulatedScenario {
  readonly ensemble: Ensemble;
  /** By indicator, where draws were not kept because they are too many. */
  readonly estimates?: ReadonlyMap<string, TargetEstimate>;
}

/** Bytes of draws of one scenario that are kept while it is assessed; more are counted as they come and forgotten. */
export const mostDrawBytes = 256 * 2 ** 20;

const numberBytes = 8;
/** Share of the time that simulating takes where summaries follow; the rest is theirs. */
const simulatingShare = 0.7;

/** The way of a scenario from its draws to its ensemble, without the work: it yields jobs and is handed what they find. */
export class ScenarioSteps {
  readonly #simulation: Simulation;
  readonly #plan: Plan;
  readonly #options: StepOptions;
  /** Memory of the draws of the last scenario, to be used again where draws are not kept: fresh memory is slow. */
  #slot: Float64Array = new Float64Array(0);

  constructor(simulation: Simulation, plan: Plan, options: StepOptions) {
    this.#simulation = simulation;
    this.#plan = plan;
    this.#options = options;
  }

  /**
   * Simulate one scenario.
   *
   * @param onShare - told how much of it is done, 0 … 1.
   * @returns its ensemble, whose draws stand in memory that the next scenario uses again unless draws are kept.
   */
  *run(place: number, onShare: (share: number) => void): Generator<JobStep, SimulatedScenario, readonly JobResult[]> {
    const found: JobResult[] = [];
    const { ensemble, ...rest } = yield* watched(this.#way(place, onShare), found);
    // Where other threads did the last piece, nobody has told of it.
    onShare(1);
    const { notices } = this.#simulation.sample(place, 0);
    return {
      ...rest,
      ensemble: { ...ensemble, nonFinite: this.#trace(place, found), notices: [...ensemble.notices, ...notices] },
    };
  }

  #way(place: number, onShare: (share: number) => void): Generator<JobStep, SimulatedScenario, readonly JobResult[]> {
    const bytes = this.#simulation.rowCount(place) * this.#simulation.drawsOf(place) * numberBytes;
    if (bytes <= (this.#options.drawBytes ?? mostDrawBytes)) return this.#store(place, onShare);
    return streamScenario(this.#simulation, place, this.#plan, this.#options, onShare);
  }

  *#store(
    place: number,
    onShare: (share: number) => void,
  ): Generator<JobStep, SimulatedScenario, readonly JobResult[]> {
    const { plan } = this.#simulation;
    const { memory } = this.#options;
    const bound = plan.scenarios[place] as (typeof plan.scenarios)[number];
    const draws = this.#simulation.drawsOf(place);
    const rows = this.#simulation.rowCount(place);
    const values = this.#valuesOf(rows * draws);
    const share = this.#options.summarise ? simulatingShare : 1;
    const simulating = sharedWork(batchCount(draws), memory);
    yield {
      job: { kind: "simulate", scenario: place, values, draws, ...simulating },
      onPiece: shareOfPieces(simulating, (done) => onShare(share * done)),
    };
    const described = describeEnsemble(bound, plan.variables, this.#simulation.kernelOf(place));
    const ensemble: Ensemble = { ...described, draws, values, nonFinite: [] };
    if (!this.#options.summarise) return { ensemble };
    const table = this.#numbers(rows * summaryWidth);
    const summarising = sharedWork(Math.ceil(rows / rowsInPiece), memory);
    yield {
      job: { kind: "summarise", values, draws, table, ...summarising },
      onPiece: shareOfPieces(summarising, (done) => onShare(share + (1 - share) * done)),
    };
    return { ensemble: { ...ensemble, summary: { table, isExact: true, runningSums: new Map() } } };
  }

  #trace(place: number, found: readonly JobResult[]): Ensemble["nonFinite"] {
    const blocks = found.flatMap(({ faulty }) => faulty).sort((a, b) => a.batch - b.batch);
    const simulation = this.#simulation;
    // One batch at a time: the next overwrites it.
    function* parts(): Generator<FaultyDraws> {
      for (const { batch, starts } of blocks) yield { drawn: simulation.draw(place, batch), faulty: starts };
    }
    return traceNonFinite(parts(), simulation.kernelOf(place), simulation.plan.variables);
  }

  #valuesOf(length: number): Float64Array {
    if (this.#options.keepDraws ?? true) return this.#numbers(length);
    if (this.#slot.length < length) this.#slot = this.#numbers(length);
    return this.#slot.subarray(0, length);
  }

  #numbers(length: number): Float64Array {
    return new Float64Array(this.#options.memory(length * numberBytes));
  }
}

/** Go the way of a scenario and note what each of its jobs found. */
function* watched(
  way: Generator<JobStep, SimulatedScenario, readonly JobResult[]>,
  found: JobResult[],
): Generator<JobStep, SimulatedScenario, readonly JobResult[]> {
  let step = way.next();
  while (!step.done) {
    const results = yield step.value;
    found.push(...results);
    step = way.next(results);
  }
  return step.value;
}
