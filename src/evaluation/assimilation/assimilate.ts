import { quantiles } from "../../core/quantiles.ts";
import type { BoundScenario } from "../../ensemble/bind-scenario.ts";
import type { Sample } from "../../ensemble/draw-sample.ts";
import { type DrawnScenario, drawScenario } from "../../ensemble/draw-scenario.ts";
import { type Ensemble, keptDraws } from "../../ensemble/ensemble.ts";
import { runDrawnScenario, runScenario } from "../../ensemble/run-scenario.ts";
import type { Observation, Plan } from "../../inputs/study.ts";
import type { Kernel } from "../../model/kernel.ts";
import type {
  Assimilation,
  Evidence,
  Innovation,
  Misfit,
  TemperingDiagnostics,
  WeightDiagnostics,
} from "./assimilation.ts";
import { type AssimilationSettings, defaultAssimilationSettings } from "./assimilation-settings.ts";
import { assimilationNotices, methodReasons } from "./assimilation-words.ts";
import { collectEvidence } from "./collect-evidence.ts";
import { contractionsOf } from "./contraction.ts";
import { smoothMembers } from "./ensemble-smoother.ts";
import { innovationOf, logLikelihoodOf } from "./log-likelihood.ts";
import { estimateMisfit, predictedBy, widenErrors } from "./misfit.ts";
import { smoothWeights } from "./pareto-smoothing.ts";
import { restartFromFigures } from "./restart.ts";
import { ScenarioSpace } from "./scenario-space.ts";
import { temperMembers } from "./tempered-smc.ts";

/** What an assimilation is made from. */
export interface AssimilationInput {
  readonly plan: Plan;
  readonly observations: readonly Observation[];
  /** As of the information date: events decided later are left out by `known_as_of`; see `scenarioKnownAt`. */
  readonly bound: BoundScenario;
  readonly sample: Sample;
  /** Of the scenario's whole model. */
  readonly kernel: Kernel;
  /** ISO date: nothing later is read. */
  readonly asOf: string;
  /** The scenario's prior ensemble, if it has been run already; it is run otherwise. */
  readonly prior?: Ensemble;
  readonly settings?: Partial<AssimilationSettings>;
}

/** Draws that agree with the figures, before they start again from the last of them. */
interface Posterior extends Pick<Assimilation, "method" | "why" | "weights" | "tempering"> {
  readonly drawn: DrawnScenario;
  readonly ensemble: Ensemble;
  /** So many independent draws would say as much of a variance. */
  readonly effective: number;
}

/**
 * Update a scenario's projection by what was observed up to a date.
 *
 * The prior draws are weighted by how well they agree with the figures. Where the weights rest on too few draws
 * (effective number, Pareto k̂), draws are moved by tempered sequential Monte Carlo, which has the same limit; where that
 * gets stuck, by an ensemble smoother, which is an approximation and says so. Where the figures lie further off than
 * the errors allow, the errors are widened and the update is made again. Then the projection starts again from the
 * last figures. Nothing but the inputs decides the numbers.
 */
export function assimilate(input: AssimilationInput): Assimilation {
  const { plan, bound, sample, kernel, asOf, observations } = input;
  const { scenario } = bound;
  const settings = { ...defaultAssimilationSettings, ...input.settings };
  const prior = input.prior ?? runScenario(bound, sample, kernel, plan);
  const { source: model } = bound.model;
  const sources = { plan, model, observations, scenario, ensemble: prior, asOf };
  const { evidence: stated, leftOut } = collectEvidence(sources, settings);
  const before = drawScenario(bound, sample);
  const { evidence, misfit, ...found } = withFittingErrors(stated, settings, (figures) =>
    posteriorOf(input, prior, before, figures, settings),
  );
  const { ensemble, drawn, effective, ...how } = found;
  const weights = ensemble.weights ? { weights: ensemble.weights } : {};
  const posterior = withMedians(ensemble);
  const restart = { drawn, kernel, ensemble, evidence, halfLife: settings.halfLife, seed: sample.seed };
  const updated = evidence.length === 0 ? posterior : withMedians(restartFromFigures(restart));
  const change = { bound, ensemble: prior, evidence, before, after: drawn, effective, ...weights };
  return {
    scenario: scenario.id,
    informationDate: asOf,
    ...how,
    evidence,
    misfit,
    leftOut,
    innovations: evidence.map((one) => innovation(one, prior, ensemble)),
    contractions: contractionsOf(change, settings.leastContraction),
    posterior: evidence.length === 0 ? prior : posterior,
    updated: evidence.length === 0 ? prior : updated,
    notices:
      evidence.length === 0
        ? []
        : [assimilationNotices.restart(settings), assimilationNotices.central(), assimilationNotices.errors()],
  };
}

/** Update twice where the first time shows that the stated errors are too narrow for the figures. */
function withFittingErrors(
  stated: readonly Evidence[],
  { degreesOfFreedom }: AssimilationSettings,
  update: (evidence: readonly Evidence[]) => Posterior,
): Posterior & { readonly evidence: readonly Evidence[]; readonly misfit: Misfit } {
  const first = update(stated);
  const misfit = estimateMisfit(stated, first.ensemble, degreesOfFreedom);
  if (misfit.factor === 1) return { ...first, evidence: stated, misfit };
  const evidence = widenErrors(stated, misfit.factor);
  const { why, ...second } = update(evidence);
  return { ...second, why: methodReasons.widened({ why, factor: misfit.factor.toFixed(1) }), evidence, misfit };
}

function posteriorOf(
  input: AssimilationInput,
  prior: Ensemble,
  before: DrawnScenario,
  evidence: readonly Evidence[],
  settings: AssimilationSettings,
): Posterior {
  const nothing = { weights: null, tempering: null };
  if (evidence.length === 0) {
    return {
      method: "prior",
      why: methodReasons.prior(),
      ...nothing,
      drawn: before,
      ensemble: prior,
      effective: prior.draws,
    };
  }
  const likelihood = logLikelihoodOf(evidence, settings.degreesOfFreedom);
  const fits = likelihood(evidence.map((one) => predictedBy(one, prior)));
  const smoothed = fits.some((fit) => fit > -Infinity) ? smoothWeights(fits) : null;
  const weights = weightDiagnostics(smoothed, settings);
  if (smoothed && weights.good) {
    const why = methodReasons.importance(printedWeights(weights));
    const ensemble = { ...prior, weights: smoothed.weights };
    return {
      method: "importance",
      why,
      weights,
      tempering: null,
      drawn: before,
      ensemble,
      effective: weights.effectiveDraws,
    };
  }
  return { weights, ...moveDraws(input, prior, evidence, settings, weights) };
}

function moveDraws(
  { bound, sample, kernel, plan }: AssimilationInput,
  prior: Ensemble,
  evidence: readonly Evidence[],
  settings: AssimilationSettings,
  weights: WeightDiagnostics,
): Omit<Posterior, "weights"> {
  const { seed, draws } = sample;
  const space = new ScenarioSpace({ bound, sample, kernel, ensemble: prior, evidence });
  const likelihood = logLikelihoodOf(evidence, settings.degreesOfFreedom);
  const failed = methodReasons.weightsFailed({ ...printedWeights(weights), fewest: settings.fewestEffectiveDraws });
  const start = space.priorMembers(Math.min(draws, settings.temperingMembers));
  const tempered = temperMembers(space, evidence.length, likelihood, start, seed);
  const { diagnostics: tempering } = tempered;
  const stages = tempering.temperatures.length;
  if (tempered.good) {
    const drawn = space.drawn(tempered.members);
    const why = methodReasons.temperedSmc({ failed, stages, members: drawn.draws });
    const ensemble = runDrawnScenario(drawn, kernel, plan);
    return {
      method: "tempered_smc",
      why,
      tempering,
      drawn,
      ensemble,
      effective: independentMembers(tempering, drawn.draws),
    };
  }
  const members = space.priorMembers(Math.min(draws, settings.smootherMembers));
  const drawn = space.drawn(smoothMembers(space, evidence, members, settings, seed));
  const why = methodReasons.esMda({ failed, stages, members: drawn.draws, steps: settings.smootherSteps });
  const ensemble = runDrawnScenario(drawn, kernel, plan);
  return { method: "es_mda", why, tempering, drawn, ensemble, effective: drawn.draws };
}

/** Members descend from few draws of the prior, but moves set them apart again: the geometric mean of both counts. */
function independentMembers({ ancestors }: TemperingDiagnostics, members: number): number {
  return Math.sqrt(ancestors * members);
}

function weightDiagnostics(
  smoothed: ReturnType<typeof smoothWeights> | null,
  { fewestEffectiveDraws }: AssimilationSettings,
): WeightDiagnostics {
  if (smoothed === null) return { effectiveDraws: 0, paretoShape: Infinity, paretoLimit: 0.7, good: false };
  const { effectiveDraws, paretoShape, paretoLimit } = smoothed;
  const good = effectiveDraws >= fewestEffectiveDraws && paretoShape < paretoLimit;
  return { effectiveDraws, paretoShape, paretoLimit, good };
}

function printedWeights({ effectiveDraws, paretoShape, paretoLimit }: WeightDiagnostics) {
  const shape = Number.isFinite(paretoShape) ? paretoShape.toFixed(2) : paretoShape > 0 ? "∞" : "−∞";
  return { effective: Math.round(effectiveDraws), shape, limit: paretoLimit.toFixed(2) };
}

function innovation(evidence: Evidence, prior: Ensemble, posterior: Ensemble): Innovation {
  const before = predictedBy(evidence, prior);
  const [medianBefore] = quantiles(before, [0.5]);
  const [medianAfter] = quantiles(predictedBy(evidence, posterior), [0.5], posterior.weights);
  const { value } = evidence;
  const point = typeof value === "number" ? value : nearestOf(value, medianBefore);
  let below = 0;
  for (const x of before) below += x < point ? 1 : x === point ? 0.5 : 0;
  return {
    evidence,
    medianBefore,
    medianAfter,
    innovation: innovationOf(evidence, medianAfter),
    priorRank: below / before.length,
  };
}

function nearestOf({ lower, upper }: { readonly lower: number; readonly upper: number }, point: number): number {
  return Math.min(Math.max(point, lower), upper);
}

/** An ensemble whose central line is the median of its draws: after an update no single run is the middle of them. */
function withMedians(ensemble: Ensemble): Ensemble {
  const { draws, weights } = ensemble;
  const values = keptDraws(ensemble);
  const central = Float64Array.from({ length: values.length / draws }, (_, row) => {
    return quantiles(values.subarray(row * draws, (row + 1) * draws), [0.5], weights)[0];
  });
  return { ...ensemble, central };
}
