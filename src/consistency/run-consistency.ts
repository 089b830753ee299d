import type { Study } from "../inputs/study.ts";
import { baselineFindings } from "./baseline-findings.ts";
import { conflictFinding } from "./conflict-findings.ts";
import type { ConsistencyReport, DefinitionTrial, Finding, FindingKind } from "./consistency-report.ts";
import type { SolveLinearProgram } from "./linear-program.ts";
import { loadLinearSolver } from "./load-linear-solver.ts";
import { inPlanOrder, type PlanWords } from "./plan-words.ts";
import { targetFindings } from "./target-findings.ts";
import { trialSentence } from "./trial-sentence.ts";
import { tryDefinitions } from "./try-definitions.ts";
import { wordFindings } from "./word-findings.ts";

/** Kinds in the order of the report: the figures, the words, the targets together. */
export const findingKinds: readonly FindingKind[] = [
  "two_figures",
  "sign_flip",
  "period_mismatch",
  "open_baseline",
  "weaker_than_baseline",
  "two_targets",
  "strictness",
  "wording",
  "coverage",
  "conflict",
];

/**
 * Hold a plan against itself: its figures against each other, its words, and its targets together.
 *
 * Needs no simulation. Figures and readings come from the plan's file, words and constraints from the region's
 * `model/feasibility.yaml`; without that file only the figures are held against each other.
 */
export async function runConsistency(
  study: Pick<Study, "region" | "plan" | "feasibility">,
): Promise<ConsistencyReport> {
  const needsSolver = study.feasibility !== null && study.feasibility.targets.length > 0;
  return findInconsistencies(study, needsSolver ? await loadLinearSolver() : null);
}

/** Hold a plan against itself with a solver at hand; without one the targets are not tried together. */
export function findInconsistencies(
  { region, plan, feasibility }: Pick<Study, "region" | "plan" | "feasibility">,
  solve: SolveLinearProgram | null,
): ConsistencyReport {
  const words: PlanWords = { plan, feasibility };
  const found = [...baselineFindings(words), ...targetFindings(words), ...wordFindings(words)];
  if (feasibility === null || solve === null) {
    return { region, findings: inReportOrder(words, found), trials: [], isComplete: false };
  }
  const { trials, conflicts, isComplete } = tryDefinitions(feasibility, plan, solve);
  const findings = new Map(conflicts.map((conflict) => [conflict, conflictFinding(words, conflict)]));
  return {
    region,
    findings: inReportOrder(words, [...found, ...findings.values()]),
    trials: trials.map((trial): DefinitionTrial => {
      const ids = trial.conflicts.map((conflict) => findings.get(conflict)!.id);
      return { ...trial, sentence: trialSentence(words, trial), conflicts: ids };
    }),
    isComplete,
  };
}

function inReportOrder({ plan }: PlanWords, findings: readonly Finding[]): Finding[] {
  const ids = plan.indicators.map(({ id }) => id);
  const firstRow = ({ rows }: Finding) => ids.indexOf(inPlanOrder(plan, rows)[0] ?? "");
  return findings.toSorted(
    (a, b) => findingKinds.indexOf(a.kind) - findingKinds.indexOf(b.kind) || firstRow(a) - firstRow(b),
  );
}
