import type { Ensemble, EnsembleSummary } from "../ensemble/ensemble.ts";
import { describeEnsemble } from "../ensemble/run-scenario.ts";
import { summaryProbabilities, summaryRow, summaryWidth } from "../ensemble/series-summary.ts";
import { rowGrids, setQuantiles, summariseCounts } from "../ensemble/series-tally.ts";
import type { Simulation } from "../ensemble/simulation.ts";
import type { Plan, Scenario } from "../inputs/study.ts";
import { attainmentRule } from "../reachability/attainment.ts";
import { centralStatistic } from "../reachability/draw-statistics.ts";
import type { TargetEstimate } from "../reachability/estimate-target.ts";
import { joinCounts, type TalliedTarget } from "../reachability/target-tally.ts";
import { DrawStream, fillTargetRows, pieceCount, type RunningSum } from "./draw-stream.ts";
import { findQuantiles } from "./find-quantiles.ts";
import type { JobResult } from "./job.ts";
import { type JobStep, type StepOptions, sharedWork, shareOfPieces } from "./job-step.ts";
import { StreamShare } from "./stream-share.ts";

/** An ensemble that kept no draws, and what they said of each row of the plan. */
export interface StreamedScenario {
  readonly ensemble: Ensemble;
  /** By indicator, for every row with a target that the simulation holds. */
  readonly estimates: ReadonlyMap<string, TargetEstimate>;
}

/** Pieces by whose draws the grids of the sketches are chosen. */
const firstPieces = 2;

/**
 * The way of a scenario whose draws are too many to keep, without the work: they are counted as they come and forgotten.
 *
 * The first pieces are simulated at once: by their draws the grids of the sketches are chosen. Moments, chances and years are
 * exact, quantiles estimated from sketches unless a second pass is asked for. Memory: 32 to 48 KiB a series and year in each thread, and one byte a draw for each
 * row of the plan with a target.
 *
 * @param onShare - told how much of it is done, 0 … 1.
 */
export function* streamScenario(
  simulation: Simulation,
  place: number,
  plan: Plan,
  { memory, exactQuantiles = false }: Pick<StepOptions, "memory" | "exactQuantiles">,
  onShare: (share: number) => void,
): Generator<JobStep, StreamedScenario, readonly JobResult[]> {
  const { scenarios, variables } = simulation.plan;
  const bound = scenarios[place] as (typeof scenarios)[number];
  const { draws } = bound.scenario.run;
  const described = describeEnsemble(bound, variables, simulation.kernelOf(place));
  const wanted = wantedSums(plan, described);
  const targets = talliedTargets(plan, described, bound.scenario);
  const sums = wanted.map(({ sum }) => sum);
  const stream = new DrawStream(simulation, place, sums, targets.length, firstPieces);
  const first = stream.run(0, firstPieces);
  fillTargetRows(first, targets);
  const grids = rowGrids(first.rows, stream.tally.rows, first.ensemble.draws);
  const marks = targets.map(() => new Uint8Array(memory(draws)));
  const share = new StreamShare(stream, { grids, targets, marks });
  share.count(first);
  const rows = { scenario: place, sums, grids, targets };
  const work = sharedWork(pieceCount(draws), memory, Math.min(firstPieces, pieceCount(draws)));
  const counting = exactQuantiles ? 0.5 : 1;
  const found = yield {
    job: { kind: "stream", ...rows, marks, ...work },
    onPiece: shareOfPieces(work, (done) => onShare(counting * done)),
    share,
  };
  const streamed = found.flatMap((one) => one.streamed ?? []);
  const counts = streamed.map(({ series }) => series);
  const table = summariseCounts(counts, grids);
  if (exactQuantiles) {
    const onRound = (done: number) => onShare(counting + (1 - counting) * done);
    setQuantiles(table, yield* findQuantiles(rows, counts, work.pieces, memory, onRound));
  }
  const tables = cutTable(
    table,
    exactQuantiles,
    wanted.map(({ variable }) => variable),
    described.years.length,
    targets.length,
  );
  const ensemble: Ensemble = { ...described, draws, values: null, summary: tables.summary, nonFinite: [] };
  // The statistic of the central run: an ensemble of that run alone.
  const central: Ensemble = { ...ensemble, draws: 1, values: described.central };
  const estimates = targets.map(({ indicator, variable, rule }, number): [string, TargetEstimate] => {
    const parts = streamed.flatMap((one) => one.targets[number] ?? []);
    const { quantiles } = summaryRow(tables.targets, number);
    const quantileAt = (p: number) => quantiles[summaryProbabilities.indexOf(p)] as number;
    const value = centralStatistic(central, variable, rule);
    return [indicator, joinCounts(parts, marks[number] as Uint8Array, value, quantileAt)];
  });
  return { ensemble, estimates: new Map(estimates) };
}

/** The running sums that charts of cumulative rows show. */
function wantedSums(
  plan: Plan,
  { series, years }: Pick<Ensemble, "series" | "years">,
): { readonly variable: string; readonly sum: RunningSum }[] {
  const cumulative = plan.indicators.filter(({ target }) => target?.kind === "cumulative");
  const names = new Set(cumulative.map(({ variable }) => variable));
  const from = years.indexOf(plan.firstYear);
  return series.flatMap(({ name }, place) =>
    names.has(name) && from >= 0 ? [{ variable: name, sum: { series: place, from } }] : [],
  );
}

/** The rows of the plan with a target that the simulation holds. */
function talliedTargets(
  plan: Plan,
  { series, years }: Pick<Ensemble, "series" | "years">,
  scenario: Scenario,
): readonly TalliedTarget[] {
  return plan.indicators.flatMap((indicator): TalliedTarget[] => {
    const { id, variable } = indicator;
    const rule = attainmentRule(indicator, plan.firstYear, scenario.readings);
    const isSimulated =
      rule?.years.every((year) => years.includes(year)) && series.some(({ name }) => name === variable);
    return rule && variable !== null && isSimulated
      ? [{ indicator: id, variable, rule, firstYear: plan.firstYear }]
      : [];
  });
}

/** Cut the rows of the series, of each running sum and of the targets apart. */
function cutTable(
  table: Float64Array,
  isExact: boolean,
  summed: readonly string[],
  years: number,
  targets: number,
): { readonly summary: EnsembleSummary; readonly targets: Float64Array } {
  const size = years * summaryWidth;
  const firstTarget = table.length - targets * summaryWidth;
  const firstSum = firstTarget - summed.length * size;
  const runningSums = summed.map((variable, place): [string, Float64Array] => {
    const start = firstSum + place * size;
    return [variable, table.subarray(start, start + size)];
  });
  return {
    summary: { table: table.subarray(0, firstSum), isExact, runningSums: new Map(runningSums) },
    targets: table.subarray(firstTarget),
  };
}
