import type { Bilingual } from "../../core/bilingual.ts";
import type { Ensemble } from "../../ensemble/ensemble.ts";
import type { Observation } from "../../inputs/study.ts";

/** What a series counts, for how far a model may be off beside the errors of measurement. */
export type EvidenceKind = "level" | "flow" | "rate";

/** One figure that draws are held against, in the unit of its series. */
export interface Evidence {
  /** Name of the series of the ensemble: `skilled`, `population[north]`. */
  readonly series: string;
  /** Id of the row of the plan that the figure belongs to; null for a series that is no row. */
  readonly indicator: string | null;
  readonly kind: EvidenceKind;
  /** First year of an increment that covers several; the same as `year` otherwise. */
  readonly from: number;
  readonly year: number;
  /** The figure, or the interval that it is known to lie in; an open end is infinite. */
  readonly value: number | { readonly lower: number; readonly upper: number };
  readonly error: ObservationError;
  /**
   * Standard deviation of an error that all figures of the series share, from rows with two baselines; 0 for none.
   */
  readonly bias: number;
  readonly source: string;
  readonly grade: Observation["grade"];
  readonly asOf: string;
}

/** Standard deviation of a figure about the model's value, with its parts; all in the unit of the series. */
export interface ObservationError {
  /** √(rounding² + measurement² + discrepancy²). */
  readonly total: number;
  /** Of rounding to the last printed digit: the digit's width ÷ √12. */
  readonly rounding: number;
  readonly measurement: number;
  /** What the model may be off though its inputs are right. */
  readonly discrepancy: number;
}

/** How well figures fit draws that agree with them as far as the stated errors let them. */
export interface Misfit {
  /** Figures that are points; intervals do not count. */
  readonly figures: number;
  /** How many parameters the figures decide, in effect: 0 … figures. */
  readonly parameters: number;
  /** What the model's discrepancy was widened by; 1: the figures fit. */
  readonly factor: number;
}

/** A figure that was not used, and why. */
export interface EvidenceLeftOut {
  readonly series: string;
  readonly indicator: string | null;
  readonly year: number;
  readonly reason: Bilingual;
  readonly source: string;
}

/** How draws came to agree with what was observed; `prior`: they did not have to. */
export type AssimilationMethod = "prior" | "importance" | "tempered_smc" | "es_mda";

/** How well the importance weights of the prior draws stand for the posterior. */
export interface WeightDiagnostics {
  /** 1 ÷ Σw² of the smoothed weights: 1 … draws. */
  readonly effectiveDraws: number;
  /** Shape k̂ of the Pareto tail of the weights. */
  readonly paretoShape: number;
  /** Highest k̂ at which the weights are used: min(1 − 1 ÷ log₁₀ draws, 0.7). */
  readonly paretoLimit: number;
  readonly good: boolean;
}

/** How tempered sequential Monte Carlo went. */
export interface TemperingDiagnostics {
  /** Powers of the likelihood, ascending to 1. */
  readonly temperatures: readonly number[];
  /** Share of moves accepted in each stage. */
  readonly acceptance: readonly number[];
  /** Draws of the prior that at least one final member descends from. */
  readonly ancestors: number;
}

/** How far observations narrowed one assumption. */
export interface Contraction {
  readonly assumption: string;
  readonly label: Bilingual;
  /** 1 − variance after ÷ variance before; negative when the data widened it; exactly 0 when no path leads to any. */
  readonly contraction: number;
  /** Standard error of the contraction from the finite number of draws. */
  readonly standardError: number;
  readonly meanBefore: number;
  readonly meanAfter: number;
  readonly standardDeviationBefore: number;
  readonly standardDeviationAfter: number;
  /** Some formula leads from the assumption to an observed series. */
  readonly connected: boolean;
  /** A contraction of 0.1 or more that is more than twice its standard error. */
  readonly informed: boolean;
  readonly wording: Bilingual;
}

/** What the model says beside one figure, before and after it was taken in. */
export interface Innovation {
  readonly evidence: Evidence;
  readonly medianBefore: number;
  readonly medianAfter: number;
  /**
   * Figure − posterior median, in the unit of the series; for an interval the way to its nearer end, 0 inside it.
   */
  readonly innovation: number;
  /** Share of prior draws below the figure (or below the middle of what an interval leaves), with half of the ties. */
  readonly priorRank: number;
}

/** What observations up to a date make of an ensemble: what `evaluation/assimilation/` hands on. */
export interface Assimilation {
  readonly scenario: string;
  /** ISO date: nothing later was read. */
  readonly informationDate: string;
  readonly method: AssimilationMethod;
  /** Why this method ran. */
  readonly why: Bilingual;
  /** Null when there was no evidence. */
  readonly weights: WeightDiagnostics | null;
  /** Null unless sequential Monte Carlo was tried. */
  readonly tempering: TemperingDiagnostics | null;
  /** With errors as they were used: the model's discrepancy widened by the misfit's factor. */
  readonly evidence: readonly Evidence[];
  readonly misfit: Misfit;
  readonly leftOut: readonly EvidenceLeftOut[];
  readonly innovations: readonly Innovation[];
  /** Every assumption with a distribution, in order of name. */
  readonly contractions: readonly Contraction[];
  /**
   * Assumptions and shocks agree with the figures; outcomes are the model's own. The difference from the prior
   * ensemble is what was learnt of the parameters.
   */
  readonly posterior: Ensemble;
  /**
   * The same draws, started again from the last figures: observed years hold the figures and their errors, and later
   * years start from them. This is the updated projection; the difference from `posterior` is the level.
   */
  readonly updated: Ensemble;
  readonly notices: readonly Bilingual[];
}
