import type { ConflictChartData } from "../charts/conflict-layout.ts";
import type { ConflictFinding, ConsistencyReport } from "../consistency/consistency-report.ts";
import type { Bilingual } from "../core/bilingual.ts";
import type { Plan } from "../inputs/study.ts";
import type { RunIdentity, ScenarioVerdicts } from "../reachability/verdict.ts";
import { chartSource } from "./chart-source-words.ts";

/** Correlations of being met below this are told nowhere: the chart is for what hurts or helps. */
const weakest = 0.1;

/** What a conflict chart is made from. */
export interface ConflictChartInput {
  readonly plan: Plan;
  readonly report: ConsistencyReport;
  /** Verdicts whose pairs are drawn too; null: only what follows from the plan itself. */
  readonly verdicts: ScenarioVerdicts | null;
  readonly runs: number;
  readonly identity: Pick<RunIdentity, "hash" | "informationDate">;
}

/**
 * Prepare the chart of what stands between targets: pairs that hurt or help each other in the simulation, and the sets
 * that cannot hold together.
 *
 * @returns null when nothing stands between any of them.
 */
export function conflictChartData({
  plan,
  report,
  verdicts,
  runs,
  identity,
}: ConflictChartInput): ConflictChartData | null {
  const conflicts = report.findings.filter((finding): finding is ConflictFinding => finding.kind === "conflict");
  const pairs = (verdicts?.joint.pairs ?? [])
    .map(({ first, second, excess, standardError }) => ({
      first,
      second,
      // The standard error is that of two independent rows, so this is the correlation of the two being met.
      strength: excess / (standardError * Math.sqrt(runs)),
    }))
    .filter(({ strength }) => Math.abs(strength) >= weakest);
  if (conflicts.length === 0 && pairs.length === 0) return null;
  const inPairs = new Set(pairs.flatMap(({ first, second }) => [first, second]));
  const inSets = conflicts.flatMap(({ members }) => members);
  const targets = plan.indicators
    .filter(({ id }) => inPairs.has(id) || inSets.some(({ kind, name }) => kind === "target" && name === id))
    .map(({ id, label }) => ({ name: id, label, kind: "target" as const }));
  const limits = new Map(inSets.filter(({ kind }) => kind === "capacity").map(({ name, label }) => [name, label]));
  return {
    title: { zh: `${plan.label.zh}：目标之间的冲突与带动`, en: `${plan.label.en}: what stands between targets` },
    members: [...targets, ...[...limits].map(([name, label]) => ({ name, label, kind: "capacity" as const }))],
    pairs,
    sets: conflicts.map(({ members, sentence }) => ({ members: members.map(({ name }) => name), sentence })),
    notes: notesOf(report),
    footer: {
      scenario: verdicts?.label ?? null,
      informationDate: identity.informationDate,
      runHash: identity.hash,
      source: chartSource(plan),
    },
  };
}

function notesOf({ trials, isComplete }: ConsistencyReport): Bilingual[] {
  if (trials.length === 0) {
    return [
      {
        zh: "没有写明目标之间的约束，所以没有试算能否同时成立。",
        en: "No constraints between targets are declared, so none were tried.",
      },
    ];
  }
  return isComplete
    ? []
    : [{ zh: "还有更多不能同时成立的组，未全部列出。", en: "There are more sets than are listed." }];
}
