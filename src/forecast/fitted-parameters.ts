import type { QuantityKind } from "./forecast.ts";

/** The pools of past errors: what grows, and what stays between bounds. */
export type ErrorPool = "amounts" | "proportions";

/** The pool that a kind of quantity belongs to. */
export function errorPool(kind: QuantityKind): ErrorPool {
  return kind === "level" || kind === "flow" ? "amounts" : "proportions";
}

/**
 * Every number of the forecasts that was chosen by looking at errors on past series, besides the calibration table.
 *
 * They were chosen once, by hand, among two to five values each, on the series that the calibration table names: those
 * of the median on all of them, those of the intervals with the series tested held out.
 *
 * AutoETS (`@bsull/augurs`) is no voice of the combination: mixed in where a series has 7 values or more, with weight
 * 0.1, 0.25 and 1/3, it changes the MASE of M3 by −0.5, −0.9 and −0.9 %, of the tourism series by +0.2, +0.7 and +1.1 %,
 * of their short ends by +0.2, +1.0 and +1.7 % and of percentages by 0.0, +0.2 and +0.5 %. A module of WebAssembly
 * and a choice of model by the data are not worth that.
 */
export const fittedParameters = {
  /** κ of the weight t²/(t² + κ) that a trend of significance t gets. */
  trendShrinkage: { amounts: 2, proportions: 8 },
  /** λ of the weight n/(n + λ) that a trend seen in n values gets. */
  lengthShrinkage: 2,
  /** Share of theta in the combination; the rest is the shrunken drift. */
  thetaShare: 1 / 3,
  /** Weight of a change in the error scale, against that of the change a year later. */
  recency: 0.85,
  /** A change that every series is credited with, as a share of its mean size, so that no scale is 0. */
  creditedChange: { usual: 0.01, fewValues: 0.05 },
  /** By how much at most the error scale is lowered where no trend is seen; amounts of 13 values and more only. */
  trendlessCalm: 0.3,
  /** Weight of a series' last origin in the calibration, against each earlier one. */
  lastOriginWeight: 8,
  /** Share of the equal-tailed quantiles in the calibration; the rest are symmetric, as a share turned round is one. */
  equalTailedShare: { amounts: 0.5, proportions: 0 },
  /** Origins of sibling series that weigh as much as the pool. */
  siblingOrigins: 100,
  /** Factor on widths where the pool holds no series of the kind: rates without bounds. */
  unlikePool: 1.1,
} as const;
