import { createHash } from "node:crypto";
import type { Issue, Result } from "./core/issue.ts";
import { type BoundScenario, bindScenario } from "./ensemble/bind-scenario.ts";
import { drawSample, type Sample } from "./ensemble/draw-sample.ts";
import type { Ensemble } from "./ensemble/ensemble.ts";
import { runScenario } from "./ensemble/run-scenario.ts";
import type { RunSettings, Scenario, Study } from "./inputs/study.ts";
import { makeKernel } from "./kernel/make-kernel.ts";
import { compileModel } from "./model/compile-model.ts";
import type { CompiledModel } from "./model/compiled-model.ts";
import { type AssessmentReport, type RunPrecision, reportScenario } from "./progress/assessment-report.ts";
import { assessScenario } from "./reachability/assess-scenario.ts";
import { drawUntilPrecise, type StopRule } from "./reachability/draw-until-precise.ts";
import { binomialError } from "./reachability/draw-weights.ts";
import { informationDate } from "./reachability/standing.ts";
import type { RunIdentity, ScenarioVerdicts } from "./reachability/verdict.ts";

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
  /** Told after each block of draws: how much of the whole run is done, 0 … 1. */
  readonly onProgress?: (share: number) => void;
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
  const { model, bound } = prepared.value;
  const date = informationDate(study.observations, study.plan, options.asOf);
  const samples = new SampleStore(study);
  const kernel = makeKernel(model);
  const results = bound.map((one, i): ScenarioResult => {
    const sample = samples.get(one.scenario.run);
    const ensemble = runScenario(one, sample, kernel, study.plan, (done) => {
      options.onProgress?.((i + done / sample.draws) / bound.length);
    });
    const { scenario } = one;
    const { observations, plan } = study;
    const verdicts = assessScenario({
      plan,
      observations,
      scenario,
      ensemble,
      informationDate: date,
      sets: study.seek.sets,
    });
    return { scenario, identity: runIdentity(study, [scenario], date), ensemble, verdicts };
  });
  const identity = runIdentity(
    study,
    bound.map(({ scenario }) => scenario),
    date,
  );
  return { ok: true, warnings: prepared.warnings, value: { study, model, identity, results } };
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

function chosenScenarios(study: Study, { scenarios, draws, seed }: RunOptions): Scenario[] {
  const ids = scenarios ?? study.scenarios.map(({ id }) => id);
  return ids.map((id) => {
    const scenario = study.scenarios.find((s) => s.id === id);
    if (!scenario) throw new RangeError(`runStudy: scenarios must exist; got ${id}`);
    const run = { ...scenario.run, draws: draws ?? scenario.run.draws, seed: seed ?? scenario.run.seed };
    return { ...scenario, run };
  });
}

/** Samples by their settings, each drawn once. */
class SampleStore {
  readonly #study: Study;
  readonly #samples = new Map<string, Sample>();

  constructor(study: Study) {
    this.#study = study;
  }

  get(settings: RunSettings): Sample {
    const key = `${settings.draws} ${settings.seed} ${settings.sampling}`;
    const sample = this.#samples.get(key) ?? drawSample(this.#study.model, settings);
    this.#samples.set(key, sample);
    return sample;
  }
}

/** Hash over everything that decides the numbers: input files, settings and the version of the numbers. */
function runIdentity(study: Study, scenarios: readonly Scenario[], date: string): RunIdentity {
  const settings = scenarios.map(({ id, run }) => ({ id, ...run }));
  // The scenarios' own order says nothing about their numbers.
  settings.sort((a, b) => (a.id < b.id ? -1 : 1));
  const content = JSON.stringify({ version: numbersVersion, region: study.region, files: study.files, settings, date });
  const [first] = scenarios;
  return {
    hash: createHash("sha256").update(content).digest("hex").slice(0, 12),
    seed: first?.run.seed ?? 0,
    draws: first?.run.draws ?? 0,
    informationDate: date,
  };
}
