import { SeriesTally } from "../ensemble/series-tally.ts";
import { batchDraws, type Simulation } from "../ensemble/simulation.ts";
import { TargetTally } from "../reachability/target-tally.ts";
import { DrawStream, type StreamedDraws } from "./draw-stream.ts";
import type { JobResult, StreamJob } from "./job.ts";

/** What one thread does of a scenario whose draws are counted and forgotten. */
export class StreamShare {
  readonly #stream: DrawStream;
  readonly #job: Pick<StreamJob, "targets" | "marks">;
  readonly #series: SeriesTally;
  readonly #targets: readonly TargetTally[];
  readonly #faulty: JobResult["faulty"][number][] = [];

  /** @param stream - with room for one row a target. */
  constructor(stream: DrawStream, job: Pick<StreamJob, "grids" | "targets" | "marks">) {
    this.#stream = stream;
    this.#job = job;
    this.#series = new SeriesTally(stream.tally, job.grids);
    this.#targets = job.targets.map((target) => new TargetTally(target));
  }

  /** The share of a thread that has done nothing of a job yet. */
  static of(simulation: Simulation, job: StreamJob): StreamShare {
    return new StreamShare(new DrawStream(simulation, job.scenario, job.sums, job.targets.length), job);
  }

  /** Simulate and count a piece. */
  run(piece: number): void {
    this.count(this.#stream.run(piece));
  }

  /** Count a piece that is simulated. */
  count({ batch, ensemble, rows, first, faulty }: StreamedDraws): void {
    const { draws } = ensemble;
    const { marks } = this.#job;
    const firstTarget = this.#stream.tally.rows - this.#targets.length;
    for (const [place, tally] of this.#targets.entries()) {
      const statistics = rows.subarray((firstTarget + place) * draws, (firstTarget + place + 1) * draws);
      const marksOfPiece = (marks[place] as Uint8Array).subarray(first, first + draws);
      tally.add(batch, ensemble, batchDraws, statistics, marksOfPiece);
    }
    this.#series.add(batch, draws, batchDraws);
    this.#faulty.push(...faulty);
  }

  result(): JobResult {
    const targets = this.#targets.map((tally) => tally.counts());
    return { faulty: this.#faulty, streamed: { series: this.#series.counts(), targets } };
  }
}
