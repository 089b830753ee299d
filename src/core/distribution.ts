/** A probability distribution as a scenario or model file states it. */
export type Distribution =
  | { readonly kind: "normal"; readonly mean: number; readonly sd: number }
  | {
      readonly kind: "truncated_normal";
      readonly mean: number;
      readonly sd: number;
      readonly lower: number;
      readonly upper: number;
    }
  | { readonly kind: "lognormal"; readonly median: number; readonly sigma: number }
  | { readonly kind: "uniform"; readonly lower: number; readonly upper: number }
  | { readonly kind: "triangular"; readonly lower: number; readonly mode: number; readonly upper: number }
  | { readonly kind: "pert"; readonly lower: number; readonly mode: number; readonly upper: number }
  | {
      readonly kind: "beta";
      readonly a: number;
      readonly b: number;
      readonly lower: number;
      readonly upper: number;
    }
  | {
      readonly kind: "discrete";
      /** Values with their probabilities, which sum to 1 within 1e-9. */
      readonly outcomes: readonly { readonly value: number; readonly probability: number }[];
    };
