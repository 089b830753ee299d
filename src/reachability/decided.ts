import type { ScenarioVerdicts, Verdict } from "./verdict.ts";

/** Tell whether a row is still left to the simulation: it has a chance, or an outlook where no target is set yet. */
export function isOpen({ fact, probability, quantiles }: Pick<Verdict, "fact" | "probability" | "quantiles">): boolean {
  return fact === null && (probability !== null || quantiles !== null);
}

/** Tell whether observations have decided every row that can be judged, so that nothing is estimated any more. */
export function areAllDecided(verdicts: readonly Pick<Verdict, "fact" | "probability" | "quantiles">[]): boolean {
  return verdicts.some(({ fact }) => fact !== null) && !verdicts.some(isOpen);
}

/** Tell whether observations have decided every row under every scenario. */
export function areScenariosDecided(scenarios: readonly Pick<ScenarioVerdicts, "verdicts">[]): boolean {
  return scenarios.every(({ verdicts }) => areAllDecided(verdicts));
}
