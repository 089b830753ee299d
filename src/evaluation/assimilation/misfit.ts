import { quantiles } from "../../core/quantiles.ts";
import { type Ensemble, seriesDraws } from "../../ensemble/ensemble.ts";
import type { Evidence, Misfit } from "./assimilation.ts";
import { varianceFactor } from "./error-distribution.ts";
import { innovationOf } from "./log-likelihood.ts";
import { weightedMoments } from "./weighted-moments.ts";

/** What an ensemble says where a figure stands, one number a draw: the sum over the years of an increment. */
export function predictedBy({ series, from, year }: Evidence, ensemble: Ensemble): Float64Array {
  const total = new Float64Array(ensemble.draws);
  for (let each = from; each <= year; each++) {
    const draws = seriesDraws(ensemble, series, each) as Float64Array;
    for (let i = 0; i < total.length; i++) total[i] += draws[i];
  }
  return total;
}

/**
 * Estimate how much wider errors must be than was stated for the figures to be what they are, from what draws that
 * agree with them still leave: s² = Σ w r² ÷ (n − p), with r the residual of a figure in stated errors, w = (ν + 1) ÷
 * (ν + r²) its weight under Student's t, and p the number of parameters that the figures decide, Σ var(prediction) ÷
 * error². So a shock that nobody told the model of makes later intervals wider instead of being taken for a trend.
 *
 * @param posterior - draws that agree with the figures under the errors as stated.
 * @returns a factor of at least 1: a few figures that fit well do not prove a model better than assumed.
 * @see Lange, Little & Taylor (1989), Robust statistical modeling using the t distribution, JASA 84; Spiegelhalter et
 *   al. (2002), Bayesian measures of model complexity and fit, JRSS B 64, for p.
 */
export function estimateMisfit(evidence: readonly Evidence[], posterior: Ensemble, degreesOfFreedom: number): Misfit {
  const points = evidence.filter(({ value }) => typeof value === "number");
  let parameters = 0;
  let squares = 0;
  for (const one of points) {
    const predicted = predictedBy(one, posterior);
    const [median] = quantiles(predicted, [0.5], posterior.weights);
    const stated = one.error.total ** 2 + one.bias ** 2;
    const square = innovationOf(one, median) ** 2 / stated;
    squares += square / varianceFactor(square, degreesOfFreedom);
    parameters += weightedMoments(predicted, posterior.weights).variance / stated;
  }
  const free = Math.max(1, points.length - parameters);
  return { figures: points.length, parameters, factor: Math.sqrt(Math.max(1, squares / free)) };
}

/** Make the model's discrepancy so many times as wide, and with it the whole error of each figure. */
export function widenErrors(evidence: readonly Evidence[], factor: number): Evidence[] {
  return evidence.map((one) => {
    const { rounding, measurement } = one.error;
    const discrepancy = factor * one.error.discrepancy;
    const total = Math.sqrt(rounding ** 2 + measurement ** 2 + discrepancy ** 2);
    return { ...one, error: { rounding, measurement, discrepancy, total } };
  });
}
