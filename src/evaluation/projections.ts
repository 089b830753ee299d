import type { Ensemble } from "../ensemble/ensemble.ts";
import type { Assimilation } from "./assimilation/assimilation.ts";
import type { RevisionSwitches } from "./revision-parts.ts";

/** The projections that an evaluation compares, all of one scenario and on the same random numbers. */
export interface Projections {
  /** Made without actuals, with the events known at the end of the base year. */
  readonly frozen: Ensemble;
  /** How the actuals moved it; null when every row is decided, and nothing is left to project. */
  readonly assimilation: Assimilation | null;
  /** After the actuals, corrected by what hindcasts showed; what open rows are judged by. */
  readonly updated: Ensemble;
  /** With some parts of the update in force, before the correction. */
  readonly partly: (on: RevisionSwitches) => Ensemble;
}
