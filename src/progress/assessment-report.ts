import type { Ensemble } from "../ensemble/ensemble.ts";
import { type Corridor, scenarioCorridors, withoutTripWires } from "../reachability/corridor.ts";
import type { RunIdentity, ScenarioVerdicts } from "../reachability/verdict.ts";
import { type ProgressInput, type RowProgress, scenarioProgress } from "./row-progress.ts";

/** Verdicts of one scenario with what has been measured of the rows, and the way to each target where it was asked for. */
export interface ScenarioReport extends ScenarioVerdicts {
  readonly progress: readonly RowProgress[];
  readonly milestones?: readonly Corridor[];
}

/** How precisely the chances of a run are known. */
export interface RunPrecision {
  /** Half-width of the 95 % interval that was asked of every chance. */
  readonly halfWidth: number;
  /** Largest half-width of the run. */
  readonly reached: number;
  readonly isReached: boolean;
}

/** The public JSON of `planreach assess --json`. */
export interface AssessmentReport {
  readonly run: RunIdentity;
  /** Present when draws were added until the chances were known closely enough. */
  readonly precision?: RunPrecision;
  readonly scenarios: readonly ScenarioReport[];
}

/** Add to the verdicts of a scenario what was measured and, if wanted, its milestones with trip-wires. */
export function reportScenario(
  input: ProgressInput & { readonly ensemble: Ensemble },
  verdicts: ScenarioVerdicts,
  withMilestones: boolean,
): ScenarioReport {
  const { plan, ensemble, scenario } = input;
  const progress = scenarioProgress(input, verdicts.verdicts);
  if (!withMilestones) return { ...verdicts, progress };
  const decided = new Set(verdicts.verdicts.flatMap(({ indicator, fact }) => (fact === null ? [] : [indicator])));
  const milestones = scenarioCorridors(plan, ensemble, scenario.readings).map((corridor) => {
    return decided.has(corridor.indicator) ? withoutTripWires(corridor) : corridor;
  });
  return { ...verdicts, progress, milestones };
}
