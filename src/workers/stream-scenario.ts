import type { Ensemble, EnsembleSummary } from "../ensemble/ensemble.ts";
import { describeEnsemble } from "../ensemble/run-scenario.ts";
import { summaryWidth } from "../ensemble/series-summary.ts";
import { gridOf, rowGrids, summariseCounts } from "../ensemble/series-tally.ts";
import { batchCount, type Simulation } from "../ensemble/simulation.ts";
import type { Plan, Scenario } from "../inputs/study.ts";
import { attainmentRule } from "../reachability/attainment.ts";
import { drawStatistics } from "../reachability/draw-statistics.ts";
import type { TargetEstimate } from "../reachability/estimate-target.ts";
import { joinCounts, type TalliedTarget } from "../reachability/target-tally.ts";
import { DrawStream, type RunningSum } from "./draw-stream.ts";
import type { JobResult } from "./job.ts";
import { type JobStep, type Memory, sharedWork, shareOfPieces } from "./job-step.ts";

/** An ensemble that kept no draws, and what they said of each row of the plan. */
export interface StreamedScenario {
  readonly ensemble: Ensemble;
  /** By indicator, for every row with a target that the simulation holds. */
  readonly estimates: ReadonlyMap<string, TargetEstimate>;
}

/** Batches by whose draws the grids of the sketches are chosen. */
const pilotBatches = 4;

/**
 * The way of a scenario whose draws are too many to keep, without the work: they are counted as they come and forgotten.
 *
 * Moments, chances and years are exact, quantiles estimated from sketches. Memory: 32 KiB a series and year in each thread,
 * and one byte a draw for each row of the plan with a target.
 *
 * @param onShare - told how much of it is done, 0 … 1.
 */
export function* streamScenario(
  simulation: Simulation,
  place: number,
  plan: Plan,
  memory: Memory,
  onShare: (share: number) => void,
): Generator<JobStep, StreamedScenario, readonly JobResult[]> {
  const { scenarios, variables } = simulation.plan;
  const bound = scenarios[place] as (typeof scenarios)[number];
  const { draws } = bound.scenario.run;
  const described = describeEnsemble(bound, variables, simulation.kernelOf(place));
  const wanted = wantedSums(plan, described);
  const sums = wanted.map(({ sum }) => sum);
  const { grids, targets } = chooseGrids(new DrawStream(simulation, place, sums), plan, bound.scenario);
  const marks = targets.map(() => new Uint8Array(memory(draws)));
  const pieces = batchCount(draws);
  const found = yield {
    job: { kind: "stream", scenario: place, sums, grids, targets, marks, ...sharedWork(pieces, memory) },
    onPiece: shareOfPieces(pieces, onShare),
  };
  const streamed = found.flatMap((one) => one.streamed ?? []);
  const table = summariseCounts(
    streamed.map(({ series }) => series),
    grids,
  );
  const ensemble: Ensemble = {
    ...described,
    draws,
    values: null,
    summary: summaryOf(
      table,
      wanted.map(({ variable }) => variable),
      described.years.length,
    ),
    nonFinite: [],
  };
  // The statistic of the central run: an ensemble of that run alone.
  const central: Ensemble = { ...ensemble, draws: 1, values: described.central };
  const estimates = targets.map((target, number): [string, TargetEstimate] => {
    const parts = streamed.flatMap((one) => one.targets[number] ?? []);
    const { central: value } = drawStatistics(central, target.variable, target.rule);
    return [target.indicator, joinCounts(target, parts, marks[number] as Uint8Array, value)];
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

function chooseGrids(stream: DrawStream, plan: Plan, scenario: Scenario) {
  const { rows, ensemble } = stream.run(0, pilotBatches);
  const { series, years, draws } = ensemble;
  const targets = plan.indicators.flatMap((indicator): TalliedTarget[] => {
    const { id, variable } = indicator;
    const rule = attainmentRule(indicator, plan.firstYear, scenario.readings);
    const isSimulated =
      rule?.years.every((year) => years.includes(year)) && series.some(({ name }) => name === variable);
    if (!rule || variable === null || !isSimulated) return [];
    const grid = gridOf(drawStatistics(ensemble, variable, rule).draws);
    return [{ indicator: id, variable, rule, firstYear: plan.firstYear, grid }];
  });
  return { grids: rowGrids(rows, stream.rowCount, draws), targets };
}

/** Cut the rows of the series and those of each running sum apart. */
function summaryOf(table: Float64Array, summed: readonly string[], years: number): EnsembleSummary {
  const size = years * summaryWidth;
  const firstSum = table.length - summed.length * size;
  const runningSums = summed.map((variable, place): [string, Float64Array] => {
    const start = firstSum + place * size;
    return [variable, table.subarray(start, start + size)];
  });
  return { table: table.subarray(0, firstSum), isExact: false, runningSums: new Map(runningSums) };
}
