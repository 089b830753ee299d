import { bindScenario } from "../ensemble/bind-scenario.ts";
import { drawSample } from "../ensemble/draw-sample.ts";
import { type DrawnScenario, drawScenario } from "../ensemble/draw-scenario.ts";
import type { Ensemble } from "../ensemble/ensemble.ts";
import type { Scenario, Study } from "../inputs/study.ts";
import type { CompiledModel } from "../model/compiled-model.ts";
import type { Kernel } from "../model/kernel.ts";
import { attainmentRule } from "../reachability/attainment.ts";
import { drawStatistics, whyNoStatistics } from "../reachability/draw-statistics.ts";
import { type Driver, rankDrivers, rankInputs } from "./drivers.ts";
import { makeTornado, type Tornado } from "./tornado.ts";

/** A scenario that was run, as `runStudy` gives it. */
export interface RunScenario {
  readonly study: Study;
  readonly model: CompiledModel;
  /** With the draws, seed and sampling that it was run with. */
  readonly scenario: Scenario;
  readonly ensemble: Ensemble;
}

/**
 * Name what each row of the plan goes with under a scenario, strongest first, on the draws already run.
 *
 * The draws are made again from their seed, nothing is simulated again.
 *
 * @returns drivers by indicator, for every row with a target that the ensemble holds.
 */
export function verdictDrivers(run: RunScenario): Readonly<Record<string, readonly Driver[]>> {
  const { study, scenario, ensemble } = run;
  const inputs = rankInputs(study, drawAgain(run));
  const entries = study.plan.indicators.flatMap((indicator): [string, Driver[]][] => {
    const rule = attainmentRule(indicator, study.plan.firstYear, scenario.readings);
    const { id, variable } = indicator;
    if (!rule || variable === null || whyNoStatistics(ensemble, variable, rule.years) !== null) return [];
    return [[id, rankDrivers(inputs, drawStatistics(ensemble, variable, rule).draws, rule.comparison)]];
  });
  return Object.fromEntries(entries);
}

/** What {@link rowTornado} needs. */
export interface TornadoRequest extends Omit<RunScenario, "ensemble"> {
  readonly kernel: Kernel;
  readonly indicator: string;
}

/**
 * Make the tornado of one row of the plan under a scenario; see `makeTornado`.
 *
 * @returns null when the row has no target or nothing models it.
 * @throws RangeError when the plan has no such row.
 */
export function rowTornado({ kernel, indicator, ...run }: TornadoRequest): Tornado | null {
  const { study, scenario } = run;
  const row = study.plan.indicators.find(({ id }) => id === indicator);
  if (!row) throw new RangeError(`rowTornado: the plan must hold the indicator; got ${indicator}`);
  const rule = attainmentRule(row, study.plan.firstYear, scenario.readings);
  if (!rule || row.variable === null) return null;
  return makeTornado(study, drawAgain(run), kernel, { variable: row.variable, rule });
}

function drawAgain({ study, model, scenario }: Omit<RunScenario, "ensemble">): DrawnScenario {
  const bound = bindScenario(study, model, scenario);
  if (!bound.ok) throw new TypeError(`drawAgain: the scenario must bind to the model; got ${scenario.id}`);
  return drawScenario(bound.value, drawSample(study.model, scenario.run));
}
