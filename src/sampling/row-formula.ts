import { exp } from "../core/exp-ln.ts";
import { normalQuantile } from "../core/normal.ts";
import { type CubicTable, cubicAt } from "./cubic-table.ts";

/** How each number x of a row becomes a value. */
export type RowFormula =
  /** start + scale x */
  | { readonly kind: "linear"; readonly start: number; readonly scale: number }
  /** factor exp(scale x) */
  | { readonly kind: "exponential"; readonly factor: number; readonly scale: number }
  /** Quantile of a triangular distribution. */
  | { readonly kind: "triangular"; readonly lower: number; readonly mode: number; readonly upper: number }
  | CutNormal
  /** start + scale table(x) */
  | { readonly kind: "tabulated"; readonly start: number; readonly scale: number; readonly table: CubicTable }
  /** The value behind the last bound that is below x; one value more than bounds, which ascend. */
  | { readonly kind: "steps"; readonly bounds: Float64Array; readonly values: Float64Array }
  /** Anything else: never in WebAssembly. */
  | { readonly kind: "function"; readonly evaluate: (x: number) => number };

/**
 * Quantile of a normal distribution that is cut off, with p = `below` + x `mass`: of p itself as far as `split`, from
 * there on of what is left above, `beyond` + (1 − x) `mass` but at most `cap`, so that neither tail loses its digits.
 */
export interface CutNormal {
  readonly kind: "cut_normal";
  readonly mean: number;
  readonly sd: number;
  readonly lower: number;
  readonly upper: number;
  readonly below: number;
  readonly beyond: number;
  readonly mass: number;
  readonly split: number;
  readonly cap: number;
}

/** Make the function that turns one number of a row into its value: what every other way must agree with. */
export function rowFunction(formula: RowFormula): (x: number) => number {
  switch (formula.kind) {
    case "linear": {
      const { start, scale } = formula;
      return (x) => start + scale * x;
    }
    case "exponential": {
      const { factor, scale } = formula;
      return (x) => factor * exp(scale * x);
    }
    case "triangular":
      return triangularQuantile(formula);
    case "cut_normal":
      return cutNormalQuantile(formula);
    case "tabulated": {
      const { start, scale, table } = formula;
      return (x) => start + scale * cubicAt(table, x);
    }
    case "steps": {
      const { bounds, values } = formula;
      return (x) => {
        let place = 0;
        while (place < bounds.length && x > (bounds[place] as number)) place += 1;
        return values[place] as number;
      };
    }
    case "function":
      return formula.evaluate;
  }
}

function triangularQuantile({
  lower,
  mode,
  upper,
}: Extract<RowFormula, { kind: "triangular" }>): (x: number) => number {
  const width = upper - lower;
  const modeShare = (mode - lower) / width;
  return (x) =>
    x < modeShare
      ? Math.min(mode, lower + Math.sqrt(x * width * (mode - lower)))
      : Math.max(mode, upper - Math.sqrt((1 - x) * width * (upper - mode)));
}

function cutNormalQuantile({ mean, sd, lower, upper, ...cut }: CutNormal): (x: number) => number {
  const { below, beyond, mass, split, cap } = cut;
  return (x) => {
    if (x <= 0) return lower;
    if (x >= 1) return upper;
    const p = below + x * mass;
    const z = p <= split ? normalQuantile(p) : -normalQuantile(Math.min(cap, beyond + (1 - x) * mass));
    return Math.max(lower, Math.min(upper, mean + sd * z));
  };
}
