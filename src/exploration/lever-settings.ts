import { firstYearsOf, leverPaths } from "../ensemble/lever-paths.ts";
import { startingPlan } from "../inputs/starting-plan.ts";
import type { Lever, LeverSetting, Plan, Scenario, Study } from "../inputs/study.ts";

/** One lever as a scenario has it, and what a search may make of it. */
export interface TurnableLever {
  readonly lever: Lever;
  /** Intensity by calendar year that the scenario gives it, lag not counted; by its own setting or its policies. */
  readonly own: ReadonlyMap<number, number>;
  /** Least of those intensities from the first year that may be changed: there no effort is spent. */
  readonly ownLevel: number;
}

/**
 * Find the intensities that a scenario gives a lever, year by year.
 *
 * A policy's own lag replaces the lever's, so the years of a lever that policies feed are moved back by the lever's
 * lag: set directly, the same intensities then act in the same years.
 *
 * @param from - first year that may be changed.
 */
export function turnableLever(study: Study, scenario: Scenario, name: string, from: number): TurnableLever {
  const lever = leverNamed(study, name);
  const years = settingYears(study.plan, scenario);
  const isSet = scenario.levers[name] !== undefined;
  const unlagged = isSet ? { ...lever, lag: 0 } : lever;
  const path = leverPaths([unlagged], study.policies, scenario, years, firstYearsOf(study.plan)).get(name);
  const shift = isSet ? 0 : lever.lag;
  const intensityIn = (place: number) => path?.[Math.min(years.length - 1, place + shift)] ?? 0;
  const own = new Map(years.map((year, place) => [year, intensityIn(place)]));
  const changed = [...own].filter(([year]) => year >= from).map(([, intensity]) => intensity);
  return { lever, own, ownLevel: Math.min(...changed) };
}

/**
 * Write the setting that raises a lever to an intensity from a year on, and never below what the scenario has.
 *
 * @param intensity - from `from` on; years in which the scenario's own is higher keep it.
 * @returns one number where that says the same, else one intensity a year.
 */
export function raisedSetting({ own }: TurnableLever, intensity: number, from: number, plan: Plan): LeverSetting {
  return settingOf(own, plan, (year, before) => (year < from ? before : Math.max(before, intensity)));
}

/** Write the setting that puts a lever at an intensity from a year on, whatever the scenario has. */
export function fixedSetting({ own }: TurnableLever, intensity: number, from: number, plan: Plan): LeverSetting {
  return settingOf(own, plan, (year, before) => (year < from ? before : intensity));
}

function settingOf(
  own: ReadonlyMap<number, number>,
  plan: Plan,
  intensityIn: (year: number, before: number) => number,
): LeverSetting {
  const points = [...own].map(([year, before]) => ({ year, intensity: intensityIn(year, before) }));
  const planned = points.filter(({ year }) => year >= plan.firstYear);
  const level = planned[0]?.intensity ?? 0;
  const isLevel = planned.every(({ intensity }) => intensity === level);
  const isStill = points.every(({ year, intensity }) => year >= plan.firstYear || intensity === 0);
  return isLevel && isStill ? level : points;
}

function leverNamed(study: Study, name: string): Lever {
  const lever = study.model.levers.find((other) => other.name === name);
  if (!lever) throw new RangeError(`turnableLever: the model must have the lever; got ${name}`);
  return lever;
}

function settingYears(plan: Plan, scenario: Scenario): number[] {
  const { baseYear } = startingPlan(plan);
  return Array.from({ length: scenario.run.until - baseYear + 1 }, (_, i) => baseYear + i);
}
