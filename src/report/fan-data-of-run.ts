import type { FanChartData } from "../charts/chart-data.ts";
import { fanChartData } from "./chart-data-from-ensemble.ts";
import type { RunOutput } from "./run-output.ts";

/**
 * Prepare the fan chart of one row of the plan under one scenario of a run.
 *
 * @param run - what `runStudy` gives.
 * @param scenario - id of a scenario that was run.
 * @param indicator - id of a row that the model simulates.
 * @throws RangeError when the run has no such scenario, the plan no such row, or nothing models it.
 */
export function fanDataOfRun(
  { study, results }: Pick<RunOutput, "study" | "results">,
  scenario: string,
  indicator: string,
): FanChartData {
  const result = results.find((one) => one.scenario.id === scenario);
  if (result === undefined) throw new RangeError(`fanDataOfRun: scenario must have been run; got ${scenario}`);
  const row = study.plan.indicators.find(({ id }) => id === indicator);
  const verdict = result.verdicts.verdicts.find((one) => one.indicator === indicator);
  if (row === undefined || verdict === undefined) {
    throw new RangeError(`fanDataOfRun: indicator must be a row of the plan; got ${indicator}`);
  }
  const { plan, observations } = study;
  const { ensemble, identity } = result;
  const data = fanChartData({
    ensemble,
    indicator: row,
    verdict,
    plan,
    observations,
    scenario: result.scenario,
    runIdentity: identity,
  });
  if (data === null) throw new RangeError(`fanDataOfRun: the model must simulate the indicator; got ${indicator}`);
  return data;
}
