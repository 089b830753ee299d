import { ln } from "../../core/exp-ln.ts";
import type { Evidence } from "./assimilation.ts";
import { type ErrorDistribution, errorDistribution, logSumExp } from "./error-distribution.ts";

/** One row a figure, one number a draw: what the model says where the figure stands. */
export type Predictions = readonly Float64Array[];

/** Computes the logarithm of the likelihood of all figures, one number a draw; −Infinity where a draw is not finite. */
export type LogLikelihood = (predictions: Predictions) => Float64Array;

/** Points at which a shared error is tried, in standard deviations from where it is expected. */
const biasPoints = Array.from({ length: 25 }, (_, i) => (i - 12) / 2);

/**
 * Build the likelihood of figures: errors are independent but for the one that figures of a series with two baselines
 * share, which is integrated over.
 *
 * A figure has Student's t density about the model's value; an interval has the probability that the error carries
 * the value into it.
 */
export function logLikelihoodOf(evidence: readonly Evidence[], degreesOfFreedom: number): LogLikelihood {
  const errors = errorDistribution(degreesOfFreedom);
  const single = evidence.flatMap(({ bias }, place) => (bias > 0 ? [] : [place]));
  const groups = new Map<string, number[]>();
  for (const [place, { bias, series }] of evidence.entries()) {
    if (bias > 0) groups.set(series, [...(groups.get(series) ?? []), place]);
  }
  return (predictions) => {
    const draws = predictions[0]?.length ?? 0;
    const total = new Float64Array(draws);
    for (let draw = 0; draw < draws; draw++) {
      let sum = 0;
      for (const place of single) sum += logDensityOf(evidence[place], predictions[place][draw], errors);
      for (const places of groups.values()) sum += sharedError(evidence, predictions, places, draw, errors);
      total[draw] = Number.isNaN(sum) ? -Infinity : sum;
    }
    return total;
  };
}

function logDensityOf({ value, error }: Evidence, predicted: number, errors: ErrorDistribution): number {
  const { total } = error;
  if (typeof value === "number") return errors.logDensity((value - predicted) / total) - ln(total);
  if (!Number.isFinite(predicted)) return Number.NaN;
  return errors.logProbability((value.lower - predicted) / total, (value.upper - predicted) / total);
}

/**
 * ln ∫ Π p(yᵢ − b | predicted) N(b; 0, bias²) db, by the trapezoidal rule on a grid laid where normal errors put b:
 * exact to many digits for them, close for Student's t.
 */
function sharedError(
  evidence: readonly Evidence[],
  predictions: Predictions,
  places: readonly number[],
  draw: number,
  errors: ErrorDistribution,
): number {
  const { bias } = evidence[places[0]];
  let precision = 1 / bias ** 2;
  let pull = 0;
  for (const place of places) {
    const { error } = evidence[place];
    precision += 1 / error.total ** 2;
    pull += innovationOf(evidence[place], predictions[place][draw]) / error.total ** 2;
  }
  const width = 1 / Math.sqrt(precision);
  const terms = biasPoints.map((point) => {
    const shift = pull / precision + point * width;
    let sum = -0.5 * (shift / bias) ** 2;
    for (const place of places) sum += logDensityOf(evidence[place], predictions[place][draw] + shift, errors);
    return sum;
  });
  return logSumExp(terms) + ln((0.5 * width) / (bias * Math.sqrt(2 * Math.PI)));
}

/** Figure − prediction; for an interval the way to its nearer end, 0 inside it. */
export function innovationOf({ value }: Pick<Evidence, "value">, predicted: number): number {
  if (typeof value === "number") return value - predicted;
  return Math.min(Math.max(predicted, value.lower), value.upper) - predicted;
}
