import type { Result } from "../core/issue.ts";
import type { DrawSettings } from "./lever-problem.ts";
import { makeStudyProblem, type SeekQuestion, type StudyProblem, type UnsoughtRow } from "./study-problem.ts";

/** The same question on any draws, each set drawn once. */
export interface StudyProblems {
  readonly kind: "problems";
  /** On the draws asked for first. */
  readonly problem: StudyProblem;
  /** Make the same problem on other draws. */
  readonly make: (draws: DrawSettings) => StudyProblem;
}

/** The problems of a question, or the rows for which nothing can be sought. */
export type OpenedProblems = StudyProblems | { readonly kind: "unsought"; readonly rows: readonly UnsoughtRow[] };

/** Make a question's problem on some draws, and a way to make it on others. */
export function openProblems(question: SeekQuestion, draws: DrawSettings): Result<OpenedProblems> {
  const made = new Map<string, StudyProblem>();
  const key = ({ draws: count, seed }: DrawSettings) => `${count} ${seed}`;
  const first = makeStudyProblem(question, draws);
  if (!first.ok) return first;
  const { warnings, value } = first;
  if (value.kind === "unsought") return { ok: true, warnings, value };
  made.set(key(draws), value.problem);
  const make = (other: DrawSettings): StudyProblem => {
    const known = made.get(key(other)) ?? onOtherDraws(question, other);
    made.set(key(other), known);
    return known;
  };
  return { ok: true, warnings, value: { kind: "problems", problem: value.problem, make } };
}

function onOtherDraws(question: SeekQuestion, draws: DrawSettings): StudyProblem {
  const made = makeStudyProblem(question, draws);
  // Whether a row can be sought depends on the files, which are the same.
  if (!made.ok || made.value.kind === "unsought")
    throw new TypeError("openProblems: a row has no statistic on other draws");
  return made.value.problem;
}
