import { mainScenarioId } from "../inputs/main-scenario.ts";
import type { ScenarioOutput } from "./run-output.ts";

/**
 * Find the scenario that a run is told by: `baseline`, or the first when it was not run.
 *
 * @throws RangeError when there is none.
 */
export function mainResult<T extends Pick<ScenarioOutput, "scenario">>(results: readonly T[]): T {
  const main = results.find(({ scenario }) => scenario.id === mainScenarioId) ?? results[0];
  if (main === undefined) throw new RangeError("mainResult: a run must have a scenario; got none");
  return main;
}
