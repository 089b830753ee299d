import { createHash } from "node:crypto";
import type { Issue, Result } from "./core/issue.ts";
import { type BoundScenario, bindScenario } from "./ensemble/bind-scenario.ts";
import type { Ensemble } from "./ensemble/ensemble.ts";
import type { Simulation } from "./ensemble/simulation.ts";
import type { Scenario, Study } from "./inputs/study.ts";
import { compileModel } from "./model/compile-model.ts";
import type { CompiledModel } from "./model/compiled-model.ts";
import { type AssessmentReport, type RunPrecision, reportScenario } from "./progress/assessment-report.ts";
import { assessScenario } from "./reachability/assess-scenario.ts";
import { drawUntilPrecise, type StopRule } from "./reachability/draw-until-precise.ts";
import { binomialError } from "./reachability/draw-weights.ts";
import { informationDate } from "./reachability/standing.ts";
import type { RunIdentity, ScenarioVerdicts } from "./reachability/verdict.ts";
import type { StepOptions } from "./workers/job-step.ts";
import { type LayOut, runAlone, runTogether, type Steps } from "./workers/run-steps.ts";
import { ScenarioSteps } from "./workers/scenario-steps.ts";
import { secondsOfWork, simulationPlan } from "./workers/simulation-plan.ts";

/** Version of the numbers: part of every run hash, raised whenever the same inputs give other numbers. */
export const numbersVersion = "1";

/** What a run may be told besides its study. */
export interface RunOptions {
  /** Ids of the scenarios to run; all when left out. */
  readonly scenarios?: readonly string[];
  /** Draws and seed, in place of what the scenarios say. */
  readonly draws?: number;
  readonly seed?: number;
  /** Information date, ISO; the latest date of the observations when left out. */
  readonly asOf?: string;
  /** Whether the ensembles keep their draws; true when left out. Without them one memory serves all scenarios. */
  readonly keepDraws?: boolean;
  /**
   * Bytes of draws of one scenario up to which they are kept, at least while it is assessed; 256 MiB when left out. Of
   * more draws moments and chances are exact, but quantiles are estimated and the draws are forgotten as they come.
   */
  readonly drawBytes?: number;
  /**
   * Whether quantiles are to be exact of more draws, too: every scenario is simulated a second time, or oftener where many
   * draws have one value. False when left out.
   */
  readonly exactQuantiles?: boolean;
  /** Whether to summarise every series and year; false when left out. */
  readonly summarise?: boolean;
  /** Told now and then how much of the whole run is done, 0 … 1. */
  readonly onProgress?: (share: number) => void;
}

/** What a run on workers may be told besides. */
export interface WorkerOptions extends RunOptions {
  /** Threads; 0 and 1: none but this one. */
  readonly workers: number;
  /** Seconds of work, roughly, below which no thread is started; 0.3 when left out, which is what starting some costs. */
  readonly leastWork?: number;
}

/** One scenario's draws and verdicts. */
export interface ScenarioResult {
  readonly scenario: Scenario;
  readonly identity: RunIdentity;
  readonly ensemble: Ensemble;
  readonly verdicts: ScenarioVerdicts;
}

/** A run of a study: every scenario on the same draws. */
export interface StudyRun {
  readonly study: Study;
  readonly model: CompiledModel;
  readonly identity: RunIdentity;
  readonly results: readonly ScenarioResult[];
  /** Present when draws were added until the chances were known closely enough. */
  readonly precision?: RunPrecision;
}

/**
 * Run a study from checked inputs to verdicts: compile, bind, draw, simulate, assess.
 *
 * Scenarios with the same draws, seed and sampling share their random numbers, so that differences between them are
 * differences of the scenarios.
 *
 * @returns the run, or every issue of the model and of each scenario laid over it.
 * @throws RangeError when a scenario is asked for that the study does not have.
 */
export function runStudy(study: Study, options: RunOptions = {}): Result<StudyRun> {
  const prepared = prepareStudy(study, options);
  if (!prepared.ok) return prepared;
  const plan = simulationPlan(prepared.value, study.plan);
  const value = runAlone(plan, layOut(study, prepared.value, options));
  return { ok: true, warnings: prepared.warnings, value };
}

/**
 * Run a study as {@link runStudy} does, to the last bit, with the work shared among worker threads.
 *
 * @throws as runStudy does, and the error of a worker that fails.
 */
export async function runStudyOnWorkers(study: Study, options: WorkerOptions): Promise<Result<StudyRun>> {
  const prepared = prepareStudy(study, options);
  if (!prepared.ok) return prepared;
  const plan = simulationPlan(prepared.value, study.plan);
  const { workers, leastWork = 0.3 } = options;
  const isAlone = workers < 2 || !canStartWorkers || secondsOfWork(plan) < leastWork;
  const way = layOut(study, prepared.value, options);
  const value = isAlone ? runAlone(plan, way) : await runTogether(plan, workers, way);
  return { ok: true, warnings: prepared.warnings, value };
}

/** A worker loads JavaScript: not where the library is run from its TypeScript sources. */
export const canStartWorkers = !import.meta.url.endsWith(".ts");

function layOut(study: Study, prepared: PreparedStudy, options: RunOptions): LayOut<StudyRun> {
  return (simulation, memory) => runSteps(study, prepared, simulation, { ...options, memory });
}

function* runSteps(
  study: Study,
  { model, bound }: PreparedStudy,
  simulation: Simulation,
  options: RunOptions & StepOptions,
): Steps<StudyRun> {
  const { observations, plan } = study;
  const date = informationDate(observations, plan, options.asOf);
  const results: ScenarioResult[] = [];
  const runner = new ScenarioSteps(simulation, plan, options);
  for (const [place, { scenario }] of bound.entries()) {
    const onShare = (share: number) => options.onProgress?.((place + share) / bound.length);
    const simulated = yield* runner.run(place, onShare);
    const input = { plan, observations, scenario, ...simulated, informationDate: date, sets: study.seek.sets };
    const verdicts = assessScenario(input);
    const { ensemble } = simulated;
    const identity = runIdentity(study, [scenario], date, numberTraits([ensemble]));
    const kept = (options.keepDraws ?? true) ? ensemble : { ...ensemble, values: null };
    results.push({ scenario, identity, ensemble: kept, verdicts });
  }
  const scenarios = bound.map(({ scenario }) => scenario);
  const traits = numberTraits(results.map(({ ensemble }) => ensemble));
  return { study, model, identity: runIdentity(study, scenarios, date, traits), results };
}

/** What makes numbers differ besides files, settings and versions: quantiles that are estimates. */
function numberTraits(ensembles: readonly Ensemble[]): Readonly<Record<string, string>> {
  return ensembles.some(({ summary }) => summary?.isExact === false) ? { quantiles: "estimated" } : {};
}

/** A compiled model with the scenarios laid over it, before anything is drawn. */
export interface PreparedStudy {
  readonly model: CompiledModel;
  readonly bound: readonly BoundScenario[];
}

/**
 * Compile a study's model and lay the chosen scenarios over it.
 *
 * @returns both, or every issue met on the way.
 * @throws RangeError when a scenario is asked for that the study does not have.
 */
export function prepareStudy(study: Study, options: RunOptions = {}): Result<PreparedStudy> {
  const compiled = compileModel(study);
  if (!compiled.ok) return compiled;
  const bound = chosenScenarios(study, options).map((scenario) => bindScenario(study, compiled.value, scenario));
  const issues: Issue[] = bound.flatMap((result) => (result.ok ? [] : result.issues));
  if (issues.length > 0) return { ok: false, issues };
  const value = { model: compiled.value, bound: bound.flatMap((result) => (result.ok ? [result.value] : [])) };
  return { ok: true, warnings: compiled.warnings, value };
}

/** What the public report of a run may hold besides verdicts and progress. */
export interface ReportOptions {
  /** Whether to lay out the milestones of every row with their trip-wires. */
  readonly withMilestones?: boolean;
}

/** The public report of a run's verdicts. */
export function assessmentReport(run: StudyRun, { withMilestones = false }: ReportOptions = {}): AssessmentReport {
  const { study, identity, precision } = run;
  const { plan, observations } = study;
  const { informationDate: date } = identity;
  const scenarios = run.results.map(({ scenario, ensemble, verdicts }) =>
    reportScenario({ plan, observations, scenario, ensemble, informationDate: date }, verdicts, withMilestones),
  );
  return { run: identity, ...(precision === undefined ? {} : { precision }), scenarios };
}

/**
 * Run a study with ever more draws until the chance of every row, and of the rows together, is known closely enough.
 *
 * @param options - their draws are not used; progress starts again with each run.
 * @returns the last run, with the precision it reached; or the issues of the first.
 */
export function runUntilPrecise(study: Study, options: RunOptions, rule: StopRule = {}): Result<StudyRun> {
  const precise = drawUntilPrecise(
    (draws) => runStudy(study, { ...options, draws }),
    (run) => (run.ok ? run.value.results.flatMap(({ verdicts }) => chanceErrors(verdicts)) : []),
    rule,
  );
  const { result } = precise;
  if (!result.ok) return result;
  const precision = {
    halfWidth: precise.asked,
    reached: precise.halfWidth,
    isReached: precise.isPrecise,
  };
  return { ...result, value: { ...result.value, precision } };
}

/** Standard errors of every chance that a scenario's verdicts hold. */
function chanceErrors({ verdicts, joint }: ScenarioVerdicts): number[] {
  const runs = verdicts[0]?.runs ?? 1;
  const together = [joint.binding, joint.all, ...Object.values(joint.sets)].filter((chance) => chance !== null);
  return [
    ...verdicts.map(({ standardError }) => standardError ?? 0),
    ...together.map((chance) => binomialError(chance, runs)),
  ];
}

/** Give the value of a result, or throw its issues in one message: for notebooks, where nothing else reads them. */
export function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  const lines = result.issues.map(({ at, message, mend }) => {
    return `${at.file}:${at.line}:${at.column} ${message.zh} ${mend.zh} · ${message.en} ${mend.en}`;
  });
  throw new TypeError(`unwrap: ${lines.length} issue(s)\n${lines.join("\n")}`);
}

/** The scenarios that a run is asked for, with its draws and seed. */
export function chosenScenarios(study: Study, { scenarios, draws, seed, asOf }: RunOptions): Scenario[] {
  const ids = scenarios ?? study.scenarios.map(({ id }) => id);
  return ids.map((id) => {
    const scenario = study.scenarios.find((s) => s.id === id);
    if (!scenario) throw new RangeError(`runStudy: scenarios must exist; got ${id}`);
    const run = { ...scenario.run, draws: draws ?? scenario.run.draws, seed: seed ?? scenario.run.seed };
    return { ...scenario, run, drivers: scenario.drivers.map((use) => ({ ...use, asOf: asOf ?? null })) };
  });
}

/**
 * Identify a run by a hash over everything that decides the numbers: input files, settings and the version of the numbers.
 *
 * @param traits - what makes the numbers other ones besides, such as random numbers that are keyed by region in a province.
 */
export function runIdentity(
  study: Study,
  scenarios: readonly Scenario[],
  date: string,
  traits: Readonly<Record<string, string>> = {},
): RunIdentity {
  const settings = scenarios.map(({ id, run }) => ({ id, ...run }));
  // The scenarios' own order says nothing about their numbers.
  settings.sort((a, b) => (a.id < b.id ? -1 : 1));
  const [first] = scenarios;
  return {
    hash: studyHash(study, { settings, date, ...traits }),
    seed: first?.run.seed ?? 0,
    draws: first?.run.draws ?? 0,
    informationDate: date,
  };
}

/**
 * Hash the input files of a study, the version of the numbers, and whatever settings decide a result besides.
 *
 * @returns twelve hexadecimal digits: the same hash, the same numbers.
 */
export function studyHash({ region, files }: Study, settings: Readonly<Record<string, unknown>>): string {
  const content = JSON.stringify({ version: numbersVersion, region, files, ...settings });
  return createHash("sha256").update(content).digest("hex").slice(0, 12);
}
