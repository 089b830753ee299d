/** Id of the scenario that everything is told by when no other is named. */
export const mainScenarioId = "baseline";

/** Find the scenario that everything is told by: `baseline`, or the first where there is none of that id. */
export function mainScenario<T extends { readonly id: string }>(scenarios: readonly T[]): T | undefined {
  return scenarios.find(({ id }) => id === mainScenarioId) ?? scenarios[0];
}
