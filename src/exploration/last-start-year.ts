import type { LeverSetting } from "../inputs/study.ts";
import { judgePolicy } from "./evaluate-policy.ts";
import { raisedSetting } from "./lever-settings.ts";
import { type StudyLever, type StudyProblem, simulateSettings } from "./study-problem.ts";

/** What a lever still reaches when it is turned up fully from a year on, and is as the scenario has it before. */
export interface StartYear {
  readonly year: number;
  /** Chance of each of the problem's chances, in their order. */
  readonly probabilities: readonly number[];
  readonly isKept: boolean;
}

/** When a lever must start at the latest. */
export interface LastStart {
  /** Latest year in which it can start and the targets are still kept; null: not even the first year is enough. */
  readonly year: number | null;
  /** Every year tried, ascending. */
  readonly byYear: readonly StartYear[];
}

/**
 * Find the last year in which a lever can still start, at its upper end, and reach the targets.
 *
 * Every year from the first that may be changed to the last target year is tried, so a lag of the lever, or a target
 * that counts every year, is seen as it is. Other levers stay at their lower ends.
 *
 * @param place - of the lever in the problem.
 */
export function lastStartYear(problem: StudyProblem, place: number): LastStart {
  const { question, rows } = problem;
  const lever = problem.levers[place] as StudyLever;
  const lastYear = Math.max(...rows.map(({ rule }) => rule.years.at(-1) ?? question.study.plan.lastYear));
  const years = Array.from({ length: lastYear - question.from + 1 }, (_, i) => question.from + i);
  const byYear = years.map((year): StartYear => {
    const settings = question.scenarios.map((_, scenario): Record<string, LeverSetting> => {
      const turnable = lever.turnable[scenario] as StudyLever["turnable"][number];
      return { [lever.name]: raisedSetting(turnable, lever.upper, year, question.study.plan) };
    });
    const { chances, margin } = judgePolicy({ ...problem, levers: [] }, [], simulateSettings(problem, settings));
    return { year, probabilities: chances.map(({ probability }) => probability), isKept: margin >= 0 };
  });
  return { year: byYear.findLast(({ isKept }) => isKept)?.year ?? null, byYear };
}
