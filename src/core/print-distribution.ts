import type { Distribution } from "./distribution.ts";

/**
 * Print a distribution as model and scenario files write it; `beta` on 0 … 1 leaves its bounds out.
 *
 * Parsing the printed text gives the same distribution.
 */
export function printDistribution(distribution: Distribution): string {
  const d = distribution;
  switch (d.kind) {
    case "normal":
      return printCall(d.kind, [d.mean, d.sd]);
    case "truncated_normal":
      return printCall(d.kind, [d.mean, d.sd, d.lower, d.upper]);
    case "lognormal":
      return printCall(d.kind, [d.median, d.sigma]);
    case "uniform":
      return printCall(d.kind, [d.lower, d.upper]);
    case "triangular":
    case "pert":
      return printCall(d.kind, [d.lower, d.mode, d.upper]);
    case "beta":
      return printCall(d.kind, d.lower === 0 && d.upper === 1 ? [d.a, d.b] : [d.a, d.b, d.lower, d.upper]);
    case "discrete":
      return printCall(
        d.kind,
        d.outcomes.map(({ value, probability }) => `[${value}, ${probability}]`),
      );
  }
}

function printCall(kind: string, parameters: readonly (number | string)[]): string {
  return `${kind}(${parameters.join(", ")})`;
}
