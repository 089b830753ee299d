import type { Scenario } from "../../inputs/study.ts";

/**
 * Give a scenario as it could have been written at a date: events decided later are left out, and drivers are forecast
 * from what was known then.
 *
 * @param date - ISO.
 */
export function scenarioKnownAt(scenario: Scenario, date: string): Scenario {
  const { knownAsOf } = scenario;
  return { ...scenario, knownAsOf: knownAsOf !== null && knownAsOf < date ? knownAsOf : date };
}
