import { startingPlan } from "../inputs/starting-plan.ts";
import type { Lever, LeverSetting, Plan, Policy, Scenario } from "../inputs/study.ts";

/** From which calendar years on a plain intensity holds, and policies without a start of their own are carried out. */
export interface FirstYears {
  readonly levers: number;
  readonly policies: number;
}

/** Levers act in the plan's own years; policies of a plan that continues another have been running since that one began. */
export function firstYearsOf(plan: Plan): FirstYears {
  return { levers: plan.firstYear, policies: startingPlan(plan).firstYear };
}

/**
 * Intensity of each lever by year under a scenario, its lag included.
 *
 * A lever that the scenario sets directly ignores policies; otherwise the policies that feed it combine to
 * a = 1 − Π(1 − w · implementation), so that more policies bring ever less.
 *
 * @param years - calendar years, base year first.
 * @returns intensity by lever name, one number a year; levers that stay at 0 throughout are left out.
 */
export function leverPaths(
  levers: readonly Lever[],
  policies: readonly Policy[],
  scenario: Scenario,
  years: readonly number[],
  firstYears: FirstYears,
): ReadonlyMap<string, Float64Array> {
  const paths = new Map<string, Float64Array>();
  for (const lever of levers) {
    const setting = scenario.levers[lever.name];
    const path =
      setting === undefined
        ? policyPath(lever, policies, scenario, years, firstYears.policies)
        : directPath(lever, setting, years, firstYears.levers);
    if (path.some((intensity) => intensity !== 0)) paths.set(lever.name, path);
  }
  return paths;
}

function directPath(
  lever: Lever,
  setting: LeverSetting,
  years: readonly number[],
  firstPlanYear: number,
): Float64Array {
  return Float64Array.from(years, (year) => settingAt(setting, year - lever.lag, firstPlanYear));
}

/** A number holds from the first plan year on; given years are joined by straight lines, 0 before and flat after. */
function settingAt(setting: LeverSetting, year: number, firstPlanYear: number): number {
  if (typeof setting === "number") return year >= firstPlanYear ? setting : 0;
  const after = setting.findIndex((point) => point.year >= year);
  if (after < 0) return setting.at(-1)?.intensity ?? 0;
  const next = setting[after] as { year: number; intensity: number };
  const previous = setting[after - 1];
  if (next.year === year || !previous) return next.year === year ? next.intensity : 0;
  const share = (year - previous.year) / (next.year - previous.year);
  return previous.intensity + share * (next.intensity - previous.intensity);
}

function policyPath(
  lever: Lever,
  policies: readonly Policy[],
  scenario: Scenario,
  years: readonly number[],
  firstPlanYear: number,
): Float64Array {
  const feeding = policies.filter((policy) => policy.levers.includes(lever.name));
  return Float64Array.from(years, (year) => {
    const left = feeding.reduce((product, policy) => {
      const implemented = implementation(scenario, policy) * phasedIn(policy, year, firstPlanYear);
      return product * (1 - policy.weight * implemented);
    }, 1);
    return 1 - left;
  });
}

/** How far a scenario carries out a policy: its number says more than its chapter, its chapter more than `all`. */
export function implementation({ policies }: Scenario, policy: Policy): number {
  return policies[String(policy.number)] ?? policies[`chapter_${policy.chapter}`] ?? policies.all ?? 0;
}

function phasedIn({ start, lag, ramp }: Policy, year: number, firstPlanYear: number): number {
  return Math.min(1, Math.max(0, (year - (start ?? firstPlanYear) - lag + 1) / ramp));
}
