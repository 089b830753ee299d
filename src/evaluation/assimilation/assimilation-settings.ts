import type { Observation } from "../../inputs/study.ts";
import type { EvidenceKind } from "./assimilation.ts";

/** Sizes of errors and limits of the methods; everything marked as an assumption is one. */
export interface AssimilationSettings {
  /**
   * Standard deviation of what the model may be off, by kind: a share of the figure for levels and flows, a difference
   * in the unit for rates. Assumptions.
   */
  readonly discrepancy: Readonly<Record<EvidenceKind, number>>;
  /** Standard deviation of measurement by grade of the source, in the same terms. Assumptions. */
  readonly measurement: Readonly<Record<"relative" | "absolute", Readonly<Record<Observation["grade"], number>>>>;
  /** Degrees of freedom of Student's t for the errors, so that one odd figure does not rule; Infinity: normal errors. */
  readonly degreesOfFreedom: number;
  /** Below so many effective draws importance weights are not used. */
  readonly fewestEffectiveDraws: number;
  /** Members of the sequential methods, at most as many as draws. */
  readonly temperingMembers: number;
  readonly smootherMembers: number;
  /** Steps of ES-MDA, each taking in the figures with errors √steps times as wide. */
  readonly smootherSteps: number;
  /** Factor on the spread between those steps, against the loss of spread of a finite ensemble. */
  readonly inflation: number;
  /** Years after which half of the model's departure from the last figure is left, from 1 to 2. */
  readonly halfLife: number;
  /** Contraction from which on data are said to inform an assumption. */
  readonly leastContraction: number;
}

/**
 * The settings that hold when none are given.
 *
 * Discrepancies are the middle of what METHODS of such evaluations allow (0.5–2 % of stocks, 0.3–0.8 percentage points,
 * 3–5 % of flows); measurement by grade is an assumption of this project.
 */
export const defaultAssimilationSettings: AssimilationSettings = {
  discrepancy: { level: 0.01, flow: 0.04, rate: 0.005 },
  measurement: {
    relative: { A: 0.001, B: 0.005, C: 0.01, D: 0.03 },
    absolute: { A: 0.0005, B: 0.001, C: 0.003, D: 0.01 },
  },
  degreesOfFreedom: 4,
  fewestEffectiveDraws: 100,
  temperingMembers: 1024,
  smootherMembers: 500,
  smootherSteps: 4,
  inflation: 1.02,
  halfLife: 1.5,
  leastContraction: 0.1,
};
