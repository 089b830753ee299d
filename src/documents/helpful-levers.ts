import type { Bilingual } from "../core/bilingual.ts";
import { targetInForce } from "../inputs/readings.ts";
import type { Scenario, Study } from "../inputs/study.ts";
import { makeKernel } from "../kernel/make-kernel.ts";
import type { CompiledModel } from "../model/compiled-model.ts";
import { targetDirection } from "../reachability/attainment.ts";
import { measureAllEffects } from "../reachability/row-effects.ts";

/** Draws of a lever: a direction and a rank need no more. */
const drawsLimit = 256;

/**
 * Find the levers that move each row towards its target when they alone are fully turned up, the farthest first.
 *
 * Sizes of levers are assumptions that nobody has evaluated, so only order and direction are handed on.
 *
 * @returns labels of levers by indicator; rows without a target are left out.
 */
export function helpfulLevers(
  study: Study,
  model: CompiledModel,
  scenario: Scenario,
): Readonly<Record<string, readonly Bilingual[]>> {
  const quick: Scenario = { ...scenario, run: { ...scenario.run, draws: Math.min(scenario.run.draws, drawsLimit) } };
  const { levers } = study.model;
  const measures = levers.map(({ name }) => ({ kind: "lever", name }) as const);
  const measured = measureAllEffects(study, makeKernel(model), quick, measures);
  // A scenario that has run can be laid over the model, with levers or without.
  if (!measured.ok) throw new RangeError(`helpfulLevers: the scenario must have been run; got ${scenario.id}`);
  const effects = levers.map((lever, place) => ({ lever, rows: measured.value[place] ?? [] }));
  const entries = study.plan.indicators.flatMap((indicator): [string, Bilingual[]][] => {
    const target = targetInForce(indicator, scenario.readings);
    if (target === null) return [];
    const wanted = targetDirection(target.comparison) === 1 ? "up" : "down";
    const helpful = effects.flatMap(({ lever, rows }) => {
      const row = rows.find((one) => one.indicator === indicator.id);
      return row?.direction === wanted ? [{ label: lever.label, size: Math.abs(row.median) }] : [];
    });
    return [[indicator.id, helpful.toSorted((a, b) => b.size - a.size).map(({ label }) => label)]];
  });
  return Object.fromEntries(entries);
}
