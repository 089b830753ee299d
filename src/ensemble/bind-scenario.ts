import type { Bilingual } from "../core/bilingual.ts";
import type { Distribution } from "../core/distribution.ts";
import { type Issue, makeIssue, type Result } from "../core/issue.ts";
import { baselineFigure } from "../inputs/readings.ts";
import { startingPlan } from "../inputs/starting-plan.ts";
import type { Effect, Figure, Plan, Scenario, Study } from "../inputs/study.ts";
import type { CompiledModel } from "../model/compiled-model.ts";
import { bindDrivers, driverNotices } from "./bind-drivers.ts";
import type { BoundDriver } from "./driver-paths.ts";
import { eventPaths } from "./event-paths.ts";
import { firstYearsOf, leverPaths } from "./lever-paths.ts";

/** What one assumption is under a scenario, before any draw. */
export interface Marginal {
  readonly name: string;
  /** Value in the central run; null: the median of the distribution. */
  readonly central: number | null;
  /** Null: the same in every draw. */
  readonly distribution: Distribution | null;
}

/** One effect of a lever or event on one assumption or table, with its strength by year. */
export interface ActiveEffect {
  /** Key of its random draws: `event:<name>:<target>` or `lever:<name>:<target>`. */
  readonly key: string;
  readonly target: string;
  readonly operation: Effect["operation"];
  readonly value: number | Distribution;
  /** Intensity × shape × size, one number a year. */
  readonly path: Float64Array;
}

/** A scenario laid over a compiled model: all that a run needs but the random numbers. */
export interface BoundScenario {
  readonly model: CompiledModel;
  /** Region by which random numbers are keyed in a run of several; null: by name alone. */
  readonly region: string | null;
  readonly scenario: Scenario;
  /** Calendar years, base year first. */
  readonly years: readonly number[];
  /** One for each assumption of the model, in its order. */
  readonly marginals: readonly Marginal[];
  /** In order of key; at most one of them sets each target. */
  readonly effects: readonly ActiveEffect[];
  readonly switches: Int32Array;
  readonly observed: Float64Array;
  /** Variables whose equation is replaced by what was observed and is forecast of them, in order of name. */
  readonly drivers: readonly BoundDriver[];
  readonly eventsLeftOut: readonly string[];
  /** What a reader must know about where the run starts. */
  readonly notices: readonly Bilingual[];
}

/**
 * Lay a scenario over the compiled model of its study.
 *
 * @param region - the study's region in a run of several, where random numbers are keyed by it; null in a run of one.
 * @returns the bound scenario, or the issues: a figure that `observed(…)` reads is blank or only an interval under the
 *   chosen readings, or a driver cannot be forecast.
 */
export function bindScenario(
  study: Study,
  model: CompiledModel,
  scenario: Scenario,
  region: string | null = null,
): Result<BoundScenario> {
  const { plan } = study;
  const start = startingPlan(plan);
  const years = Array.from({ length: scenario.run.until - start.baseYear + 1 }, (_, i) => start.baseYear + i);
  const events = eventPaths(study.model.events, scenario, years);
  const { observed, issues } = observedFigures(study, model, scenario);
  const levers = leverPaths(study.model.levers, study.policies, scenario, years, firstYearsOf(plan));
  const effects: ActiveEffect[] = [];
  for (const { definition, path } of events.events) {
    for (const effect of definition.effects) effects.push(activeEffect("event", definition.name, effect, path));
  }
  for (const lever of study.model.levers) {
    const path = levers.get(lever.name);
    if (!path) continue;
    for (const effect of lever.effects) effects.push(activeEffect("lever", lever.name, effect, path));
  }
  effects.sort((a, b) => (a.key < b.key ? -1 : 1));
  issues.push(...doubleSettings(effects, scenario));
  const drivers = bindDrivers(study, model, scenario, years, issues);
  if (issues.length > 0) return { ok: false, issues };
  return {
    ok: true,
    warnings: [],
    value: {
      model,
      region,
      scenario,
      years,
      marginals: marginals(study, model, scenario),
      effects,
      switches: chosenOptions(model, scenario),
      observed,
      drivers,
      eventsLeftOut: events.leftOut,
      notices: [...(plan.continues ? [startNotice(plan, plan.continues)] : []), ...driverNotices(drivers, model)],
    },
  };
}

function startNotice(plan: Plan, before: Plan): Bilingual {
  return {
    zh: `基年${plan.baseYear}年没有实际值：从${before.baseYear}年起模拟，${plan.baseYear}年取模型自己的分布。`,
    en: `no actual values for the base year ${plan.baseYear}: the run starts in ${before.baseYear}, and ${plan.baseYear} is the model's own distribution.`,
  };
}

/** Key under which the draws of an effect are made, whether or not a scenario uses it. */
export function effectKey(kind: "event" | "lever", name: string, target: string): string {
  return `${kind}:${name}:${target}`;
}

function activeEffect(kind: "event" | "lever", name: string, effect: Effect, path: Float64Array): ActiveEffect {
  const { target, operation, value } = effect;
  return { key: effectKey(kind, name, target), target, operation, value, path };
}

function doubleSettings(effects: readonly ActiveEffect[], scenario: Scenario): Issue[] {
  const setBy = new Map<string, string>();
  return effects.flatMap(({ key, target, operation }) => {
    if (operation !== "set") return [];
    const first = setBy.get(target);
    setBy.set(target, key);
    if (first === undefined) return [];
    const parameters = { target, scenario: scenario.id, first, second: key };
    return [makeIssue("scenario/two-settings", scenario.at, parameters)];
  });
}

function marginals(study: Study, model: CompiledModel, scenario: Scenario): Marginal[] {
  const byName = new Map(study.model.assumptions.map((a) => [a.name, a]));
  return model.assumptions.map((name) => {
    const setting = scenario.assumptions[name];
    if (setting?.kind === "fixed") return { name, central: setting.value, distribution: null };
    if (setting) return { name, central: null, distribution: setting.distribution };
    const assumption = byName.get(name);
    return { name, central: assumption?.value ?? null, distribution: assumption?.distribution ?? null };
  });
}

/** A switch is set by `switches`, by a reading of the same name, or stands at its default. */
function chosenOptions(model: CompiledModel, scenario: Scenario): Int32Array {
  return Int32Array.from(model.switches, ({ name, options, default: standard }) => {
    const chosen = scenario.switches[name] ?? scenario.readings[name];
    const option = chosen === undefined ? -1 : options.indexOf(chosen);
    return option >= 0 ? option : standard;
  });
}

function observedFigures(
  study: Study,
  model: CompiledModel,
  scenario: Scenario,
): { observed: Float64Array; issues: Issue[] } {
  const issues: Issue[] = [];
  const observed = Float64Array.from(model.observed, (name) => {
    const figure = figureOf(study, name, scenario);
    if (typeof figure === "number") return figure;
    const reading = scenario.readings[name] ?? "";
    const problem = figure === null ? "blank" : "interval";
    issues.push(makeIssue("scenario/no-figure", scenario.at, { name, scenario: scenario.id, reading, problem }));
    return Number.NaN;
  });
  return { observed, issues };
}

/** The plan's figure of a row under the scenario's reading, else the base-year observation of a series. */
function figureOf(study: Study, name: string, scenario: Scenario): Figure {
  const plan = startingPlan(study.plan);
  const indicator = plan.indicators.find((i) => i.id === name);
  if (indicator) return baselineFigure(indicator, scenario.readings);
  const seen = study.observations.find(
    (o) => o.series === name && o.region === plan.observedAs && o.year === plan.baseYear && o.period === "year",
  );
  return typeof seen?.value === "number" ? seen.value : null;
}
