import type { Distribution } from "../core/distribution.ts";
import { exp } from "../core/exp-ln.ts";
import { normalQuantile } from "../core/normal.ts";
import { betaQuantile, betaScoreQuantile, exactBetaQuantile } from "./beta-quantile.ts";
import { truncatedNormalMean, truncatedNormalQuantile } from "./truncated-normal.ts";

type Kind<K extends Distribution["kind"]> = Extract<Distribution, { kind: K }>;

/** Read a PERT distribution as the beta distribution that it stands for. */
function pertAsBeta({ lower, mode, upper }: Kind<"pert">): Kind<"beta"> {
  const width = upper - lower;
  return {
    kind: "beta",
    a: 1 + (4 * (mode - lower)) / width,
    b: 1 + (4 * (upper - mode)) / width,
    lower,
    upper,
  };
}

function triangularQuantile({ lower, mode, upper }: Kind<"triangular">): (u: number) => number {
  const width = upper - lower;
  const modeShare = (mode - lower) / width;
  return (u) =>
    u < modeShare
      ? Math.min(mode, lower + Math.sqrt(u * width * (mode - lower)))
      : Math.max(mode, upper - Math.sqrt((1 - u) * width * (upper - mode)));
}

/** Outcomes that can happen, from the lowest value up. */
function possibleOutcomes(d: Kind<"discrete">): { readonly value: number; readonly probability: number }[] {
  return d.outcomes.filter((outcome) => outcome.probability > 0).sort((a, b) => a.value - b.value);
}

function discreteQuantile(d: Kind<"discrete">): (u: number) => number {
  const outcomes = possibleOutcomes(d);
  const values = outcomes.map((outcome) => outcome.value);
  let sum = 0;
  // The last outcome takes whatever rounding leaves of 1.
  const cumulated = outcomes.slice(0, -1).map((outcome) => {
    sum += outcome.probability;
    return sum;
  });
  return (u) => {
    let place = 0;
    while (place < cumulated.length && u > cumulated[place]) place += 1;
    return values[place];
  };
}

function scaledBetaQuantile({ a, b, lower, upper }: Kind<"beta">): (u: number) => number {
  const unit = betaQuantile(a, b);
  return (u) => lower + (upper - lower) * unit(u);
}

/**
 * Build the quantile function of a distribution: what turns a uniform draw into a value.
 *
 * Building costs up to some milliseconds for `pert` and `beta`, which are tabulated; keep the function.
 *
 * @param d - with parameters as the model language allows them (positive widths, ordered limits).
 * @returns monotone function of u in (0, 1), in the unit of the distribution's parameters; `pert` and `beta` are
 *   within 1e-9 of their range, all others exact to rounding.
 * @see PERT after Malcolm et al. (1959): shapes 1 + 4 (m − a)/(b − a), 1 + 4 (b − m)/(b − a).
 * @example
 * quantileFunction({ kind: "triangular", lower: 0, mode: 1, upper: 2 })(0.125); // 0.5
 */
export function quantileFunction(d: Distribution): (u: number) => number {
  switch (d.kind) {
    case "normal":
      return (u) => d.mean + d.sd * normalQuantile(u);
    case "truncated_normal":
      return truncatedNormalQuantile(d.mean, d.sd, d.lower, d.upper);
    case "lognormal":
      return (u) => d.median * exp(d.sigma * normalQuantile(u));
    case "uniform":
      return (u) => d.lower + u * (d.upper - d.lower);
    case "triangular":
      return triangularQuantile(d);
    case "pert":
      return scaledBetaQuantile(pertAsBeta(d));
    case "beta":
      return scaledBetaQuantile(d);
    case "discrete":
      return discreteQuantile(d);
  }
}

/** The draws that a row of values is made from: uniforms, and their normal scores when they are wanted. */
export interface RowDraws {
  readonly uniforms: Float64Array;
  readonly scores: () => Float64Array;
}

/**
 * Build what turns a row of uniform draws into values: {@link quantileFunction} row by row, with the same bits.
 *
 * Building costs what the function costs; keep it.
 */
export function rowQuantiles(d: Distribution): (draws: RowDraws, out: Float64Array) => void {
  switch (d.kind) {
    case "normal":
      return ({ scores }, out) => fill(out, scores(), (z) => d.mean + d.sd * z);
    case "lognormal":
      return ({ scores }, out) => fill(out, scores(), (z) => d.median * exp(d.sigma * z));
    case "uniform": {
      const width = d.upper - d.lower;
      return ({ uniforms }, out) => {
        for (let i = 0; i < out.length; i++) out[i] = d.lower + (uniforms[i] as number) * width;
      };
    }
    case "pert":
    case "beta": {
      const { a, b, lower, upper } = d.kind === "pert" ? pertAsBeta(d) : d;
      const unit = betaScoreQuantile(a, b);
      return ({ scores }, out) => fill(out, scores(), (z) => lower + (upper - lower) * unit(z));
    }
    default: {
      const quantile = quantileFunction(d);
      return ({ uniforms }, out) => fill(out, uniforms, quantile);
    }
  }
}

function fill(out: Float64Array, row: Float64Array, value: (x: number) => number): void {
  for (let i = 0; i < out.length; i++) out[i] = value(row[i] as number);
}

/**
 * Compute the median of a distribution: the value of a central run when the file gives none.
 *
 * @returns in the unit of the parameters; of a discrete distribution the lowest value that is reached with at least
 *   probability ½.
 */
export function distributionMedian(d: Distribution): number {
  if (d.kind === "pert") return distributionMedian(pertAsBeta(d));
  if (d.kind === "beta") return d.lower + (d.upper - d.lower) * exactBetaQuantile(d.a, d.b, 0);
  return quantileFunction(d)(0.5);
}

/** Compute the mean of a distribution, in the unit of its parameters. */
export function distributionMean(d: Distribution): number {
  switch (d.kind) {
    case "normal":
      return d.mean;
    case "truncated_normal":
      return truncatedNormalMean(d.mean, d.sd, d.lower, d.upper);
    case "lognormal":
      return d.median * exp((d.sigma * d.sigma) / 2);
    case "uniform":
      return d.lower + (d.upper - d.lower) / 2;
    case "triangular":
      return (d.lower + d.mode + d.upper) / 3;
    case "pert":
      return (d.lower + 4 * d.mode + d.upper) / 6;
    case "beta":
      return d.lower + ((d.upper - d.lower) * d.a) / (d.a + d.b);
    case "discrete":
      return d.outcomes.reduce((sum, outcome) => sum + outcome.value * outcome.probability, 0);
  }
}

/** Tell between which values a distribution lies; an open side is infinite. */
export function distributionRange(d: Distribution): { readonly lower: number; readonly upper: number } {
  switch (d.kind) {
    case "normal":
      return { lower: -Infinity, upper: Infinity };
    case "lognormal":
      return { lower: 0, upper: Infinity };
    case "discrete": {
      const outcomes = possibleOutcomes(d);
      return { lower: outcomes[0].value, upper: outcomes[outcomes.length - 1].value };
    }
    default:
      return { lower: d.lower, upper: d.upper };
  }
}
