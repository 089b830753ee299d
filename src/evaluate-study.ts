import { createHash } from "node:crypto";
import type { Result } from "./core/issue.ts";
import { type BoundScenario, bindScenario } from "./ensemble/bind-scenario.ts";
import { drawSample, type Sample } from "./ensemble/draw-sample.ts";
import { drawScenario } from "./ensemble/draw-scenario.ts";
import type { Ensemble } from "./ensemble/ensemble.ts";
import { runScenario } from "./ensemble/run-scenario.ts";
import { adjustEnsemble } from "./evaluation/adjust-ensemble.ts";
import { assimilate } from "./evaluation/assimilation/assimilate.ts";
import type { Assimilation } from "./evaluation/assimilation/assimilation.ts";
import { defaultAssimilationSettings } from "./evaluation/assimilation/assimilation-settings.ts";
import { restartFromFigures } from "./evaluation/assimilation/restart.ts";
import { scenarioKnownAt } from "./evaluation/assimilation/scenario-known-at.ts";
import { buildEvaluation } from "./evaluation/build-evaluation.ts";
import { correctionsOf } from "./evaluation/corrections.ts";
import type { Evaluation } from "./evaluation/evaluation.ts";
import { hindcastPairs, type OriginProjection } from "./evaluation/hindcast.ts";
import { honestyReport } from "./evaluation/honesty-report.ts";
import type { Projections } from "./evaluation/projections.ts";
import type { RevisionSwitches } from "./evaluation/revision-parts.ts";
import { type ObservedWorld, rowObservations, yearlyActuals } from "./evaluation/row-actuals.ts";
import { mainScenario } from "./inputs/main-scenario.ts";
import type { Observation, Scenario, Study } from "./inputs/study.ts";
import { makeKernel } from "./kernel/make-kernel.ts";
import type { CompiledModel } from "./model/compiled-model.ts";
import type { Kernel } from "./model/kernel.ts";
import { assessScenario } from "./reachability/assess-scenario.ts";
import { isPast } from "./reachability/standing.ts";
import { prepareStudy, runIdentity } from "./run-study.ts";

/** What an evaluation may be told. */
export interface EvaluationOptions {
  /** ISO date: nothing that came out later is read; not before the end of the plan's base year. */
  readonly asOf: string;
  /** Id of the scenario; `baseline`, or the first by id, when left out. */
  readonly scenario?: string;
  /** Draws and seed, in place of what the scenario says. */
  readonly draws?: number;
  readonly seed?: number;
  /** Told after each projection how much is done, 0 … 1. */
  readonly onProgress?: (share: number) => void;
}

/** An evaluation with the ensembles that it was made from. */
export interface EvaluatedStudy {
  readonly study: Study;
  readonly scenario: Scenario;
  readonly evaluation: Evaluation;
  readonly frozen: Ensemble;
  readonly updated: Ensemble;
}

/**
 * Evaluate a plan at a date: what is decided, how each row stands against time, and what is projected of the rest.
 *
 * The projection made without actuals stays beside the updated one. Earlier projections are held against what came;
 * where they were too narrow, or a naive way was better, the updated one is corrected and the report says so.
 *
 * @returns the evaluation, or every issue of the model and of the scenario laid over it.
 * @throws RangeError when the scenario does not exist, or the date is before the end of the base year or no date.
 */
export function evaluateStudy(study: Study, options: EvaluationOptions): Result<EvaluatedStudy> {
  const { asOf, draws, seed } = options;
  const id = options.scenario ?? mainScenario(study.scenarios)?.id ?? "";
  const prepared = prepareStudy(study, {
    scenarios: [id],
    ...(draws === undefined ? {} : { draws }),
    ...(seed === undefined ? {} : { seed }),
  });
  if (!prepared.ok) return prepared;
  const { model, bound } = prepared.value;
  const workshop = new Workshop(study, model, (bound[0] as BoundScenario).scenario);
  return { ok: true, warnings: prepared.warnings, value: workshop.evaluate(asOf, options.onProgress ?? (() => {})) };
}

/**
 * Tell whether anything has been observed of the rows of a plan since its base year, as far as a date.
 *
 * @param asOf - ISO date; before the end of the base year nothing has.
 */
export function hasActuals({ plan, observations }: Study, asOf: string): boolean {
  return isPast(plan.baseYear, asOf) && hindcastOrigins({ plan, observations, informationDate: asOf }).length > 0;
}

/** Runs one scenario with what was known at different dates, always on the same random numbers. */
class Workshop {
  readonly #study: Study;
  readonly #model: CompiledModel;
  readonly #scenario: Scenario;
  readonly #kernel: Kernel;
  readonly #sample: Sample;

  constructor(study: Study, model: CompiledModel, scenario: Scenario) {
    this.#study = study;
    this.#model = model;
    this.#scenario = scenario;
    this.#kernel = makeKernel(model);
    this.#sample = drawSample(study.model, scenario.run);
  }

  evaluate(asOf: string, onProgress: (share: number) => void): EvaluatedStudy {
    const study = this.#study;
    const { plan, observations } = study;
    const world: ObservedWorld = { plan, observations, informationDate: asOf };
    const scenario = scenarioKnownAt(this.#scenario, asOf);
    const { readings } = scenario;
    const origins = hindcastOrigins(world);
    const steps = origins.length + 2;
    const start = yearEnd(plan.baseYear);
    const before = this.#world(start, asOf, observations);
    const now = this.#world(asOf, asOf, observations);
    onProgress(1 / steps);
    const isOpen = isAnyRowOpen(study, scenario, now.prior, asOf);
    const latest = isOpen ? now.assimilation() : null;
    onProgress(2 / steps);
    const past = origins.map((origin, place): OriginProjection => {
      const ensemble = origin === plan.baseYear ? before.prior : this.#projectionAt(origin, asOf);
      onProgress((place + 3) / steps);
      return { origin, ensemble };
    });
    const honesty = honestyReport(hindcastPairs(past, readings, world), plan.peers);
    const updated =
      latest === null
        ? now.prior
        : adjustEnsemble(latest.updated, correctionsOf(latest.updated, honesty, readings, world));
    const projections: Projections = {
      frozen: before.prior,
      assimilation: latest,
      updated,
      partly: (on) => partOf(on.events ? now : before, on),
    };
    const frozenScenario = scenarioKnownAt(this.#scenario, start);
    const evaluation = buildEvaluation({
      study,
      scenario,
      run: runIdentity(study, [scenario], asOf),
      frozen: runIdentity(withoutActuals(study), [frozenScenario], start),
      projections,
      honesty,
    });
    return { study, scenario, evaluation, frozen: before.prior, updated };
  }

  /** The scenario with the events known at one date and the figures known at another. */
  #world(eventsKnownAt: string, asOf: string, observations: readonly Observation[]): World {
    const bound = this.#bind(eventsKnownAt);
    const { plan } = this.#study;
    const kernel = this.#kernel;
    const sample = this.#sample;
    const prior = runScenario(bound, sample, kernel, plan);
    const assimilation = once(() => assimilate({ plan, observations, bound, sample, kernel, asOf, prior }));
    return {
      prior,
      assimilation,
      // The last figures alone: draws start again from them, but are weighted by nothing.
      levelOnly: once(() => {
        const { evidence } = assimilation();
        const { halfLife } = defaultAssimilationSettings;
        const drawn = drawScenario(bound, sample);
        return evidence.length === 0
          ? prior
          : restartFromFigures({ drawn, kernel, ensemble: prior, evidence, halfLife, seed: sample.seed });
      }),
    };
  }

  /** The updated projection as it would have been made with the figures of years up to an origin. */
  #projectionAt(origin: number, asOf: string): Ensemble {
    const known = this.#study.observations.filter(({ year }) => year <= origin);
    return this.#world(yearEnd(origin), asOf, known).assimilation().updated;
  }

  #bind(eventsKnownAt: string): BoundScenario {
    const bound = bindScenario(this.#study, this.#model, scenarioKnownAt(this.#scenario, eventsKnownAt));
    // It was bound before with more events; leaving some out adds no issue.
    if (!bound.ok) throw new RangeError(`evaluateStudy: the scenario must bind at ${eventsKnownAt}; got issues`);
    return bound.value;
  }
}

/**
 * The study as what the frozen projection was made from: of the observations only those up to the base year, so that its
 * hash stays the same when actuals come in.
 */
function withoutActuals(study: Study): Study {
  const { plan, observations, files } = study;
  const file = observations[0]?.at.file.replaceAll("\\", "/") ?? "";
  const before = observations.filter(({ year }) => year <= plan.baseYear).map(({ at: _, ...rest }) => rest);
  const kept = files.filter(({ path }) => !file.endsWith(path.slice(path.indexOf("/"))));
  const sha256 = createHash("sha256").update(JSON.stringify(before)).digest("hex");
  return { ...study, files: [...kept, { path: `observations until ${plan.baseYear}`, sha256 }] };
}

/** One state of knowledge: the draws before and after the figures. */
interface World {
  readonly prior: Ensemble;
  readonly assimilation: () => Assimilation;
  readonly levelOnly: () => Ensemble;
}

function partOf({ prior, assimilation, levelOnly }: World, { level, parameters }: RevisionSwitches): Ensemble {
  if (parameters) return level ? assimilation().updated : assimilation().posterior;
  return level ? levelOnly() : prior;
}

/** Whether a row is left whose target can still be projected. */
function isAnyRowOpen({ plan, observations }: Study, scenario: Scenario, ensemble: Ensemble, asOf: string): boolean {
  const { verdicts } = assessScenario({ plan, observations, scenario, ensemble, informationDate: asOf });
  return verdicts.some(({ probability, quantiles }) => probability !== null || quantiles !== null);
}

/** Work something out when it is first asked for, and keep it. */
function once<T>(work: () => T): () => T {
  let kept: { readonly value: T } | null = null;
  return () => {
    kept ??= { value: work() };
    return kept.value;
  };
}

/** The base year, and each year with figures that later figures can test a projection from. */
function hindcastOrigins(world: ObservedWorld): number[] {
  const { plan } = world;
  const years = plan.indicators.flatMap((indicator) => {
    const known = rowObservations(indicator, plan.observedAs, world);
    return yearlyActuals(indicator, known, plan.firstYear, plan.lastYear).map(({ year }) => year);
  });
  const observed = [...new Set(years)].sort((a, b) => a - b);
  return observed.length === 0 ? [] : [plan.baseYear, ...observed.slice(0, -1)];
}

function yearEnd(year: number): string {
  return `${year}-12-31`;
}
