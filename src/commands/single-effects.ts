import type { Issue } from "../core/issue.ts";
import { bindScenario } from "../ensemble/bind-scenario.ts";
import { drawSample } from "../ensemble/draw-sample.ts";
import { runScenario } from "../ensemble/run-scenario.ts";
import type { Scenario, Study } from "../inputs/study.ts";
import { makeKernel } from "../kernel/make-kernel.ts";
import type { CompiledModel } from "../model/compiled-model.ts";
import { assessScenario } from "../reachability/assess-scenario.ts";
import type { ScenarioDifference } from "./scenario-differences.ts";

/** What one difference, laid alone over the first scenario, does to the probability of each target. */
export interface SingleEffect {
  readonly difference: ScenarioDifference;
  /** Change of probability by indicator; null when the difference cannot stand alone. */
  readonly changes: Readonly<Record<string, number>> | null;
  /** Why it cannot stand alone. */
  readonly issues: readonly Issue[];
}

/** Effects of all differences one at a time, of all together, and what is left between the two. */
export interface SingleEffects {
  readonly draws: number;
  readonly effects: readonly SingleEffect[];
  readonly together: Readonly<Record<string, number>>;
  /** together − the sum of the single effects, by indicator. */
  readonly interaction: Readonly<Record<string, number>>;
}

/** Most draws of a step: enough to rank differences, and quick even when there are many of them. */
const drawsLimit = 2048;

/**
 * Lay each difference of a second scenario over the first alone and measure what it does.
 *
 * All steps run on the settings and random numbers of the first scenario.
 *
 * @param informationDate - ISO date, as of the run that is explained.
 * @param onProgress - told after each step how much is done, 0 … 1.
 */
export function singleEffects(
  study: Study,
  model: CompiledModel,
  first: Scenario,
  differences: readonly ScenarioDifference[],
  informationDate: string,
  onProgress: (share: number) => void = () => {},
): SingleEffects {
  const draws = Math.min(first.run.draws, drawsLimit);
  const start: Scenario = { ...first, run: { ...first.run, draws } };
  const probabilities = probabilityRunner(study, model, start, informationDate);
  const applied = differences.filter(({ kind }) => kind !== "run");
  const from = probabilities(start);
  const effects = applied.map((difference, place): SingleEffect => {
    const to = probabilities(difference.apply(start));
    onProgress((place + 1) / (applied.length + 1));
    if (!from.ok || !to.ok) return { difference, changes: null, issues: to.ok ? [] : to.issues };
    return { difference, changes: changesBetween(from.value, to.value), issues: [] };
  });
  const all = probabilities(applied.reduce((scenario, { apply }) => apply(scenario), start));
  const together = from.ok && all.ok ? changesBetween(from.value, all.value) : {};
  const interaction = Object.fromEntries(
    Object.entries(together).map(([indicator, change]) => {
      const singles = effects.reduce((sum, { changes }) => sum + (changes?.[indicator] ?? 0), 0);
      return [indicator, change - singles];
    }),
  );
  return { draws, effects, together, interaction };
}

/** Makes a function that runs a variant of one scenario on the same random numbers as all others. */
function probabilityRunner(study: Study, model: CompiledModel, start: Scenario, informationDate: string) {
  const { plan, observations } = study;
  const sample = drawSample(study.model, start.run);
  const kernel = makeKernel(model);
  return (scenario: Scenario) => {
    const bound = bindScenario(study, model, scenario);
    if (!bound.ok) return bound;
    const ensemble = runScenario(bound.value, sample, kernel, plan);
    const { verdicts } = assessScenario({ plan, observations, scenario, ensemble, informationDate });
    const value = verdicts.flatMap(({ indicator, probability }): [string, number][] =>
      probability === null ? [] : [[indicator, probability]],
    );
    return { ok: true as const, value: new Map(value) };
  };
}

function changesBetween(from: ReadonlyMap<string, number>, to: ReadonlyMap<string, number>): Record<string, number> {
  return Object.fromEntries(
    [...from].flatMap(([indicator, probability]) => {
      const after = to.get(indicator);
      return after === undefined ? [] : [[indicator, after - probability]];
    }),
  );
}
