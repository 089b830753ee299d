import { createHash } from "node:crypto";
import type { Result } from "../core/issue.ts";
import type { Ensemble, EnsembleSummary } from "../ensemble/ensemble.ts";
import { summariseRow, summaryWidth } from "../ensemble/series-summary.ts";
import type { Simulation } from "../ensemble/simulation.ts";
import type { Province } from "../inputs/province.ts";
import type { Study } from "../inputs/study.ts";
import { assessScenario } from "../reachability/assess-scenario.ts";
import { informationDate } from "../reachability/standing.ts";
import type { RunIdentity } from "../reachability/verdict.ts";
import { canStartWorkers, type RunOptions, runIdentity, type WorkerOptions } from "../run-study.ts";
import type { StepOptions } from "../workers/job-step.ts";
import { type LayOut, runAlone, runTogether, type Steps } from "../workers/run-steps.ts";
import { mostDrawBytes, ScenarioSteps } from "../workers/scenario-steps.ts";
import { secondsOfWork } from "../workers/simulation-plan.ts";
import { type PlacedScenario, type PreparedProvince, prepareProvince } from "./prepare-province.ts";
import type { ProvinceResult, ProvinceRun, RegionResult } from "./province-run.ts";
import { ProvinceSum } from "./province-sum.ts";

/**
 * Run all regions of a province together and add them up draw by draw.
 *
 * Assumptions marked `shared: true` are keyed by name, so that all regions move together, and keep the dimensions of the
 * sampling design; everything else is keyed by region and name, on Philox streams of its own under `sobol`. So a region's
 * numbers hang on no other region, nor on the order of the list; but they are other ones than in a run of it alone.
 *
 * @param options - as for `runStudy`; the regions' draws are never kept, `keepDraws` is about those of the province.
 * @returns the run, or every issue of the model and of each region's scenarios.
 * @throws RangeError when a scenario is asked for that a region does not have, or the draws of one region do not fit into
 *   `drawBytes`.
 */
export function runProvince(province: Province, options: RunOptions = {}): Result<ProvinceRun> {
  const prepared = prepareProvince(province, options);
  if (!prepared.ok) return prepared;
  const value = runAlone(prepared.value.plan, layOut(province, prepared.value, options));
  return { ok: true, warnings: prepared.warnings, value };
}

/**
 * Run a province as {@link runProvince} does, to the last bit, with the work shared among worker threads.
 *
 * @throws as runProvince does, and the error of a worker that fails.
 */
export async function runProvinceOnWorkers(province: Province, options: WorkerOptions): Promise<Result<ProvinceRun>> {
  const prepared = prepareProvince(province, options);
  if (!prepared.ok) return prepared;
  const { plan } = prepared.value;
  const { workers, leastWork = 0.3 } = options;
  if (workers < 2 || !canStartWorkers || secondsOfWork(plan) < leastWork) return runProvince(province, options);
  const value = await runTogether(plan, workers, layOut(province, prepared.value, options));
  return { ok: true, warnings: prepared.warnings, value };
}

function layOut(province: Province, prepared: PreparedProvince, options: RunOptions): LayOut<ProvinceRun> {
  return (simulation, memory) => runSteps(province, prepared, simulation, { ...options, memory });
}

function* runSteps(
  province: Province,
  { outcomes, plan, placed }: PreparedProvince,
  simulation: Simulation,
  options: RunOptions & StepOptions,
): Steps<ProvinceRun> {
  const [first] = province.studies as readonly [Study, ...Study[]];
  checkDraws(simulation, options.drawBytes ?? mostDrawBytes);
  // Region after region in one memory.
  const runner = new ScenarioSteps(simulation, first.plan, { ...options, keepDraws: false });
  const results: ProvinceResult[] = [];
  let done = 0;
  for (const regions of placed) {
    const found: RegionResult[] = [];
    let sum: ProvinceSum | undefined;
    for (const { study, scenario, place } of regions) {
      const onShare = (share: number) => options.onProgress?.((done + share) / plan.scenarios.length);
      const { ensemble } = yield* runner.run(place, onShare);
      done += 1;
      sum ??= new ProvinceSum(outcomes, ensemble);
      sum.add(study.region, ensemble);
      const date = informationDate(study.observations, study.plan, options.asOf);
      const { observations, seek } = study;
      const input = { plan: study.plan, observations, scenario, ensemble, informationDate: date, sets: seek.sets };
      const identity = runIdentity(study, [scenario], date, { keyed: "region" });
      const verdicts = assessScenario(input);
      found.push({ region: study.region, identity, ensemble: { ...ensemble, values: null }, verdicts });
    }
    if (sum) results.push(provinceResult(province, regions, found, sum, options.keepDraws ?? true));
  }
  const identity = joinIdentities(
    province,
    results.map((result) => result.identity),
  );
  return { province, outcomes, identity, results };
}

function checkDraws(simulation: Simulation, most: number): void {
  for (const place of simulation.plan.scenarios.keys()) {
    const bytes = simulation.rowCount(place) * simulation.drawsOf(place) * Float64Array.BYTES_PER_ELEMENT;
    if (bytes <= most) continue;
    throw new RangeError(`runProvince: the draws of a region must fit into ${most} bytes; got ${bytes}`);
  }
}

function provinceResult(
  province: Province,
  regions: readonly PlacedScenario[],
  found: readonly RegionResult[],
  sum: ProvinceSum,
  keepsDraws: boolean,
): ProvinceResult {
  const { scenario } = regions[0] as PlacedScenario;
  const ensemble = sum.finish();
  const togetherness = sum.togetherness();
  const identity = joinIdentities(
    province,
    found.map((region) => region.identity),
  );
  const kept = keepsDraws ? ensemble : { ...ensemble, values: null, summary: summariseEnsemble(ensemble) };
  return { scenario, identity, ensemble: kept, togetherness, regions: found };
}

/** Summarise every series and year of an ensemble that kept its draws. */
function summariseEnsemble({ values, draws }: Ensemble): EnsembleSummary {
  const rows = (values as Float64Array).length / draws;
  const table = new Float64Array(rows * summaryWidth);
  for (let row = 0; row < rows; row++) {
    const summary = table.subarray(row * summaryWidth, (row + 1) * summaryWidth);
    summariseRow((values as Float64Array).subarray(row * draws, (row + 1) * draws), summary);
  }
  return { table, isExact: true, runningSums: new Map() };
}

/** The identity of a whole: what its parts are identified by, and the province's own file. */
function joinIdentities(province: Province, parts: readonly RunIdentity[]): RunIdentity {
  const content = JSON.stringify({
    province: province.name,
    file: province.file,
    parts: parts.map(({ hash }) => hash),
  });
  const [first] = parts;
  return {
    hash: createHash("sha256").update(content).digest("hex").slice(0, 12),
    seed: first?.seed ?? 0,
    draws: first?.draws ?? 0,
    informationDate:
      parts
        .map(({ informationDate: date }) => date)
        .sort()
        .at(-1) ?? "",
  };
}
