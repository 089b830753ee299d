import type { BoundScenario } from "../../ensemble/bind-scenario.ts";
import type { DrawnScenario } from "../../ensemble/draw-scenario.ts";
import type { Ensemble } from "../../ensemble/ensemble.ts";
import { effectiveDraws } from "../../reachability/draw-weights.ts";
import type { Contraction, Evidence } from "./assimilation.ts";
import { contractionWords } from "./assimilation-words.ts";
import { causesOf } from "./causal-reach.ts";
import { variableOf } from "./scenario-space.ts";
import { type WeightedMoments, weightedMoments } from "./weighted-moments.ts";

/** Draws of a scenario's assumptions before and after figures were taken in. */
export interface BeforeAndAfter {
  readonly bound: BoundScenario;
  readonly ensemble: Ensemble;
  readonly evidence: readonly Evidence[];
  readonly before: DrawnScenario;
  readonly after: DrawnScenario;
  /** Of the draws after; absent: all equal. */
  readonly weights?: Float64Array;
  /** Draws of which the ones after stand for as many independent ones. */
  readonly effective: number;
}

/**
 * Measure how far figures narrowed each assumption: 1 − variance after ÷ variance before.
 *
 * An assumption from which nothing leads to a figure has contraction 0 by the structure of the model, whatever chance
 * did to its draws.
 *
 * @param least - contraction from which on the data are said to inform an assumption.
 * @returns one entry for every assumption with a distribution, in order of name.
 */
export function contractionsOf(parts: BeforeAndAfter, least: number): Contraction[] {
  const { bound, before, after, weights, evidence } = parts;
  const causes = evidence.map(({ series }) => causesOf(bound.model, variableOf(parts, series).number).inputs);
  const labels = new Map(bound.model.source.assumptions.map(({ name, label }) => [name, label]));
  return bound.marginals.flatMap(({ name, distribution }, place): Contraction[] => {
    if (distribution === null) return [];
    const connected = causes.some((inputs) => inputs.has(name));
    const then = spreadOf(before.assumptions[place]);
    const now = connected ? spreadOf(after.assumptions[place], weights) : then;
    const left = then.variance > 0 ? now.variance / then.variance : 1;
    const contraction = connected ? 1 - left : 0;
    // The variance of a variance of n normal draws is 2 ÷ (n − 1) of its square.
    const standardError = connected ? left * Math.sqrt(2 / Math.max(1, parts.effective - 1)) : 0;
    const informed = contraction >= least && contraction > 2 * standardError;
    return [
      {
        assumption: name,
        label: labels.get(name) ?? { zh: name, en: name },
        contraction,
        standardError,
        meanBefore: then.mean,
        meanAfter: now.mean,
        standardDeviationBefore: Math.sqrt(then.variance),
        standardDeviationAfter: Math.sqrt(now.variance),
        connected,
        informed,
        wording: wordingOf(contraction, connected, informed),
      },
    ];
  });
}

function wordingOf(contraction: number, connected: boolean, informed: boolean): Contraction["wording"] {
  if (!connected) return contractionWords.notConnected();
  return informed
    ? contractionWords.informed({ percent: Math.round(100 * contraction) })
    : contractionWords.notInformed();
}

/** Moments of draws, the variance as a sample's. */
function spreadOf(values: Float64Array, weights?: Float64Array): WeightedMoments {
  const { mean, variance } = weightedMoments(values, weights);
  const effective = effectiveDraws(values.length, weights);
  return { mean, variance: (variance * effective) / Math.max(1, effective - 1) };
}
