import type { Assessment } from "./study.ts";

/** Cut-offs and tolerances where a plan gives none of its own; all but the probability classes are conventions of ours. */
export const defaultAssessment: Assessment = {
  probabilityClasses: [0.9, 0.66, 0.33, 0.1],
  nearlyMetTolerance: 0.02,
  paceClasses: [1.05, 0.95, 0.6],
  warningProbabilities: { warning: 0.9, serious: 0.33, watch: 0.5 },
  nearLimit: 0.1,
  atRiskMargin: 0.05,
  unprecedentedGrowth: 0.15,
  holdProbability: 0.8,
  tripWires: { stillMet: 0.1, draws: 100 },
  wording: {},
};
