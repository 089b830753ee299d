import type { Distribution } from "../core/distribution.ts";
import { exp } from "../core/exp-ln.ts";
import { normalQuantile } from "../core/normal.ts";
import type { RandomRows } from "../sampling/random-rows.ts";
import { type RowFormula, rowFunction } from "../sampling/row-formula.ts";
import { betaQuantile, betaScoreTable, exactBetaQuantile } from "./beta-quantile.ts";
import { truncatedNormalFormula, truncatedNormalMean } from "./truncated-normal.ts";

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

/** Outcomes that can happen, from the lowest value up. */
function possibleOutcomes(d: Kind<"discrete">): { readonly value: number; readonly probability: number }[] {
  return d.outcomes.filter((outcome) => outcome.probability > 0).sort((a, b) => a.value - b.value);
}

function stepsOf(d: Kind<"discrete">): RowFormula {
  const outcomes = possibleOutcomes(d);
  let sum = 0;
  // The last outcome takes whatever rounding leaves of 1.
  const bounds = Float64Array.from(outcomes.slice(0, -1), (outcome) => {
    sum += outcome.probability;
    return sum;
  });
  return { kind: "steps", bounds, values: Float64Array.from(outcomes, (outcome) => outcome.value) };
}

/** How a distribution's values follow from uniform draws or from their normal scores. */
interface Marginal {
  readonly from: "uniforms" | "scores";
  readonly formula: RowFormula;
}

function marginalOf(d: Distribution): Marginal {
  switch (d.kind) {
    case "normal":
      return { from: "scores", formula: { kind: "linear", start: d.mean, scale: d.sd } };
    case "lognormal":
      return { from: "scores", formula: { kind: "exponential", factor: d.median, scale: d.sigma } };
    case "pert":
    case "beta": {
      const { a, b, lower, upper } = d.kind === "pert" ? pertAsBeta(d) : d;
      const table = betaScoreTable(a, b);
      return { from: "scores", formula: { kind: "tabulated", start: lower, scale: upper - lower, table } };
    }
    case "truncated_normal":
      return { from: "uniforms", formula: truncatedNormalFormula(d.mean, d.sd, d.lower, d.upper) };
    case "uniform":
      return { from: "uniforms", formula: { kind: "linear", start: d.lower, scale: d.upper - d.lower } };
    case "triangular":
      return { from: "uniforms", formula: d };
    case "discrete":
      return { from: "uniforms", formula: stepsOf(d) };
  }
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
  if (d.kind === "pert") return quantileFunction(pertAsBeta(d));
  if (d.kind === "beta") {
    const unit = betaQuantile(d.a, d.b);
    return (u) => d.lower + (d.upper - d.lower) * unit(u);
  }
  const { from, formula } = marginalOf(d);
  const evaluate = rowFunction(formula);
  return from === "scores" ? (u) => evaluate(normalQuantile(u)) : evaluate;
}

/** The draws that a row of values is made from: uniforms, and their normal scores when they are wanted. */
export interface RowDraws {
  readonly uniforms: Float64Array;
  readonly scores: () => Float64Array;
  /** Does the work. */
  readonly rows: RandomRows;
}

/**
 * Build what turns a row of uniform draws into values: {@link quantileFunction} row by row, with the same bits.
 *
 * Building costs what the function costs; keep it.
 */
export function rowQuantiles(d: Distribution): (draws: RowDraws, out: Float64Array) => void {
  const { from, formula } = marginalOf(d);
  return ({ uniforms, scores, rows }, out) => {
    rows.transform(out, from === "scores" ? scores() : uniforms, formula);
  };
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
