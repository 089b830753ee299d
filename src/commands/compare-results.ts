import type { Study } from "../inputs/study.ts";
import type { RunIdentity } from "../reachability/verdict.ts";
import type { ScenarioResult, StudyRun } from "../run-study.ts";
import { type ScenarioDifference, scenarioDifferences } from "./scenario-differences.ts";
import { type SingleEffects, singleEffects } from "./single-effects.ts";
import { type TargetMove, targetMoves } from "./target-moves.ts";

/** Two scenarios side by side: what differs, what it does to each target, and what each difference does alone. */
export interface ScenarioComparison {
  readonly study: Study;
  readonly identity: RunIdentity;
  readonly first: ScenarioResult;
  readonly second: ScenarioResult;
  readonly differences: readonly ScenarioDifference[];
  /** Whether both were run on the same random numbers. */
  readonly isPaired: boolean;
  readonly moves: readonly TargetMove[];
  readonly single: SingleEffects;
}

/**
 * Compare the two scenarios of a run; a run of one scenario holds it against itself.
 *
 * @param onProgress - told while the single differences are tried how much of that is done, 0 … 1.
 */
export function compareResults(run: StudyRun, onProgress: (share: number) => void): ScenarioComparison {
  const { study, model, identity, results } = run;
  const first = results[0]!;
  const second = results[1] ?? first;
  const differences = scenarioDifferences(first.scenario, second.scenario);
  const isPaired = !differences.some(({ kind, name }) => kind === "run" && name !== "until");
  return {
    study,
    identity,
    first,
    second,
    differences,
    isPaired,
    moves: targetMoves(study, first, second, isPaired),
    single: singleEffects(study, model, first.scenario, differences, identity.informationDate, onProgress),
  };
}
