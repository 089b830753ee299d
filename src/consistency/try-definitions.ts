import type { Feasibility } from "../inputs/feasibility.ts";
import type { Plan } from "../inputs/study.ts";
import { bestValue, canHold } from "./attainable.ts";
import { conflictingSets } from "./conflicting-sets.ts";
import type { AttainableTarget, DefinitionTrial, Loosening } from "./consistency-report.ts";
import { defineBaselines } from "./define-baselines.ts";
import { findLoosenings, neededRelations } from "./explain-conflict.ts";
import { leastShortfall } from "./least-shortfall.ts";
import type { SolveLinearProgram } from "./linear-program.ts";
import {
  buildPlanProgram,
  type DefinitionChoices,
  type PlanProgram,
  type Relation,
  type Requirement,
} from "./plan-program.ts";

/** Most conflicts that are listed under one choice of definitions. */
export const conflictLimit = 5;

/** A minimal set of requirements that cannot hold together, and the choices under which it was found. */
export interface Conflict {
  readonly requirements: readonly Requirement[];
  readonly choices: readonly DefinitionChoices[];
  /** Under the first of the choices, the smallest first. */
  readonly loosenings: readonly Loosening[];
  /** Under the first of the choices: relations without which there would be no conflict. */
  readonly restsOn: readonly Relation[];
}

/** One trial before it is put into words. */
export interface Trial extends Omit<DefinitionTrial, "conflicts" | "sentence"> {
  readonly conflicts: readonly Conflict[];
}

/** All trials, and the conflicts of all of them, each once. */
export interface Trials {
  /** One a combination of options, the last definition varying fastest. */
  readonly trials: readonly Trial[];
  readonly conflicts: readonly Conflict[];
  /** False when a trial may have more conflicts than the {@link conflictLimit} that are listed. */
  readonly isComplete: boolean;
}

/** Try the targets of a plan under every combination of its open definitions. */
export function tryDefinitions(feasibility: Feasibility, plan: Plan, solve: SolveLinearProgram): Trials {
  const conflicts = new Map<string, Conflict>();
  const tried = allChoices(feasibility).map((choices) => {
    const program = buildPlanProgram(feasibility, plan, choices);
    const { sets, isComplete } = findConflicts(program, solve);
    const keys = sets.map((set) => {
      const key = set.map(({ id }) => id).join(" ");
      const known = conflicts.get(key);
      conflicts.set(key, {
        requirements: set,
        choices: [...(known?.choices ?? []), choices],
        loosenings: known?.loosenings ?? findLoosenings(program, set, solve),
        restsOn: known?.restsOn ?? neededRelations(program, set, solve),
      });
      return key;
    });
    const trial = {
      choices,
      feasible: keys.length === 0,
      baselines: defineBaselines(feasibility, plan, choices),
      targets: attainableTargets(program, solve),
      leastShortfall: leastShortfall(program, solve),
    };
    return { keys, isComplete, trial };
  });
  return {
    trials: tried.map(({ keys, trial }) => ({ ...trial, conflicts: keys.map((key) => conflicts.get(key)!) })),
    conflicts: [...conflicts.values()],
    isComplete: tried.every(({ isComplete }) => isComplete),
  };
}

/** Every combination of options. */
function allChoices({ definitions }: Feasibility): DefinitionChoices[] {
  return definitions.reduce<DefinitionChoices[]>(
    (combined, { name, options }) =>
      combined.flatMap((choices) => options.map((option) => ({ ...choices, [name]: option.name }))),
    [{}],
  );
}

function findConflicts(
  program: PlanProgram,
  solve: SolveLinearProgram,
): { readonly sets: readonly (readonly Requirement[])[]; readonly isComplete: boolean } {
  const byId = new Map(program.requirements.map((requirement) => [requirement.id, requirement]));
  const requirementsOf = (ids: readonly string[]) => ids.map((id) => byId.get(id)!);
  const isFeasible = (ids: readonly string[]) => canHold(program, requirementsOf(ids), solve);
  const { sets, isComplete } = conflictingSets([...byId.keys()], isFeasible, conflictLimit);
  return { sets: sets.map(requirementsOf), isComplete };
}

function attainableTargets(program: PlanProgram, solve: SolveLinearProgram): AttainableTarget[] {
  const capacities = program.requirements.filter(({ kind }) => kind === "capacity");
  return program.requirements.flatMap((target): AttainableTarget[] => {
    if (target.kind !== "target") return [];
    const others = program.requirements.filter((other) => other !== target);
    return [
      {
        indicator: target.name,
        target: target.target,
        alone: bestValue(program, target, capacities, solve).value,
        isAttainable: canHold(program, [target, ...capacities], solve),
        withOthers: bestValue(program, target, others, solve).value,
      },
    ];
  });
}
