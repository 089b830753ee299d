import { bestValue, canHold, leastSlack } from "./attainable.ts";
import { minimalConflict } from "./conflicting-sets.ts";
import type { Loosening } from "./consistency-report.ts";
import { bindingWeight } from "./least-shortfall.ts";
import type { SolveLinearProgram } from "./linear-program.ts";
import type { PlanProgram, Relation, Requirement } from "./plan-program.ts";

/**
 * Find what loosening each member of a conflict alone would take, the smallest first.
 *
 * @param set - a minimal conflict of the program, so that loosening one member is always enough.
 */
export function findLoosenings(
  program: PlanProgram,
  set: readonly Requirement[],
  solve: SolveLinearProgram,
): Loosening[] {
  const loosenings = set.flatMap((member): Loosening[] => {
    const others = set.filter((other) => other !== member);
    const loosening = loosen(program, member, others, solve);
    return loosening ? [loosening] : [];
  });
  return loosenings.sort((a, b) => a.relative - b.relative);
}

function loosen(
  program: PlanProgram,
  member: Requirement,
  others: readonly Requirement[],
  solve: SolveLinearProgram,
): Loosening | null {
  const { kind, name } = member;
  if (member.kind === "target") {
    const to = bestValue(program, member, others, solve).value;
    if (to === null) return null;
    const amount = Math.abs(member.target - to);
    const weight = member.indicator.attribute === "binding" ? bindingWeight : 1;
    return { kind, name, amount, to, relative: (amount / member.scale) * weight };
  }
  const amount = leastSlack(program, member, others, solve);
  if (amount === null) return null;
  const to = member.limit && member.limit.value + member.direction * amount;
  return { kind, name, amount, to, relative: amount / (Math.abs(member.limit?.value ?? 1) || 1) };
}

/** Find the relations that a conflict needs: without any one of them its members could hold together. */
export function neededRelations(
  program: PlanProgram,
  set: readonly Requirement[],
  solve: SolveLinearProgram,
): Relation[] {
  const kept = (names: readonly string[]) => program.relations.filter(({ name }) => names.includes(name));
  const needed = minimalConflict(
    program.relations.map(({ name }) => name),
    (names) => canHold({ ...program, relations: kept(names) }, set, solve),
  );
  return kept(needed);
}
