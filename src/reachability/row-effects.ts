import type { Result } from "../core/issue.ts";
import { quantiles } from "../core/quantiles.ts";
import { bindScenario } from "../ensemble/bind-scenario.ts";
import { drawSample } from "../ensemble/draw-sample.ts";
import type { Ensemble } from "../ensemble/ensemble.ts";
import { runScenario } from "../ensemble/run-scenario.ts";
import type { Indicator, Scenario, Study } from "../inputs/study.ts";
import type { CompiledModel } from "../model/compiled-model.ts";
import { makeJavascriptKernel } from "../model/javascript-kernel.ts";
import type { Kernel } from "../model/kernel.ts";
import { attainmentRule } from "./attainment.ts";
import { drawStatistics, whyNoStatistics } from "./draw-statistics.ts";
import type { Statistic } from "./verdict.ts";

/** Which way a measure moves a row: one way in at least 95 % of the draws that it moves, both ways, or not at all. */
export type EffectDirection = "up" | "down" | "both" | "none";

/** How far a measure alone moves the number that is held against the target of one row. */
export interface RowEffect {
  readonly indicator: string;
  readonly statistic: Statistic;
  /** Calendar years whose values make the statistic. */
  readonly years: readonly number[];
  readonly direction: EffectDirection;
  /** Median change draw by draw, in the row's unit. */
  readonly median: number;
  /** 95th percentile of the absolute change, in the row's unit. */
  readonly atMost: number;
}

/** A measure to lay alone over a scenario: a policy carried out in full, or a lever at intensity 1. */
export type Measure =
  | { readonly kind: "policy"; readonly number: number }
  | { readonly kind: "lever"; readonly name: string };

/** Share of a row's own size below which a change is rounding. */
const roundingShare = 1e-9;

/**
 * Measure what one policy or lever moves when it alone is carried out in full, on shared random numbers.
 *
 * Both runs are the scenario with every policy and lever taken away; the second adds the measure. Sizes of levers are
 * assumptions that nobody has evaluated: the result says what the model was told, not what a measure has achieved.
 *
 * @param scenario - gives readings, switches, assumptions, events and settings.
 * @returns the rows that are modelled, in the plan's order, or the issues of laying the scenario over the model.
 */
export function measureEffects(
  study: Study,
  model: CompiledModel,
  scenario: Scenario,
  measure: Measure,
): Result<readonly RowEffect[]> {
  const all = measureAllEffects(study, makeJavascriptKernel(model), scenario, [measure]);
  if (!all.ok) return all;
  return { ok: true, warnings: all.warnings, value: all.value[0] ?? [] };
}

/**
 * Measure several measures as {@link measureEffects} does, each alone, against one run without any.
 *
 * @returns effects in the order of the measures, or the issues of the first that cannot be laid over the model.
 */
export function measureAllEffects(
  study: Study,
  kernel: Kernel,
  scenario: Scenario,
  measures: readonly Measure[],
): Result<readonly (readonly RowEffect[])[]> {
  const without: Scenario = { ...scenario, levers: {}, policies: {} };
  const sample = drawSample(study.model, scenario.run);
  const ensembles: Ensemble[] = [];
  for (const each of [without, ...measures.map((measure) => onlyWith(without, measure))]) {
    const bound = bindScenario(study, kernel.model, each);
    if (!bound.ok) return bound;
    ensembles.push(runScenario(bound.value, sample, kernel, study.plan));
  }
  const [from, ...others] = ensembles as [Ensemble, ...Ensemble[]];
  const value = others.map((to) =>
    study.plan.indicators.flatMap((indicator) => rowEffect(study, indicator, scenario, from, to) ?? []),
  );
  return { ok: true, warnings: [], value };
}

function onlyWith(without: Scenario, measure: Measure): Scenario {
  return measure.kind === "policy"
    ? { ...without, policies: { [measure.number]: 1 } }
    : { ...without, levers: { [measure.name]: 1 } };
}

function rowEffect(
  { plan }: Study,
  indicator: Indicator,
  { readings }: Scenario,
  from: Ensemble,
  to: Ensemble,
): RowEffect | null {
  const { id, variable } = indicator;
  // A row without a target is told by its value in the plan's last year.
  const outlook = { statistic: "end_year", comparison: ">=", years: [plan.lastYear] } as const;
  const rule = attainmentRule(indicator, plan.firstYear, readings) ?? outlook;
  if (variable === null || whyNoStatistics(from, variable, rule.years) !== null) return null;
  const before = drawStatistics(from, variable, rule).draws;
  const after = drawStatistics(to, variable, rule).draws;
  const changes = before.map((value, draw) => after[draw]! - value).filter(Number.isFinite);
  if (changes.length === 0) return null;
  const largest = before.filter(Number.isFinite).reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return {
    indicator: id,
    statistic: rule.statistic,
    years: rule.years,
    ...summarise(changes, roundingShare * largest),
  };
}

function summarise(changes: Float64Array, rounding: number): Pick<RowEffect, "direction" | "median" | "atMost"> {
  const [median = 0] = quantiles(changes, [0.5]);
  const [atMost = 0] = quantiles(changes.map(Math.abs), [0.95]);
  const up = changes.filter((change) => change > rounding).length;
  const down = changes.filter((change) => change < -rounding).length;
  if (up + down === 0) return { direction: "none", median: 0, atMost: 0 };
  const share = up / (up + down);
  return { direction: share >= 0.95 ? "up" : share <= 0.05 ? "down" : "both", median, atMost };
}
