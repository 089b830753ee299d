import { evaluateForm } from "../core/linear-form.ts";
import type { Feasibility } from "../inputs/feasibility.ts";
import { baselineFigure } from "../inputs/readings.ts";
import type { Plan } from "../inputs/study.ts";
import { bestValue, canHold, leastSlack } from "./attainable.ts";
import { conflictingSets } from "./conflicting-sets.ts";
import type { AttainableTarget, DefinedBaseline, DefinitionTrial, Loosening } from "./consistency-report.ts";
import { bindingWeight, leastShortfall } from "./least-shortfall.ts";
import type { SolveLinearProgram } from "./linear-program.ts";
import {
  buildPlanProgram,
  chosenReadings,
  type DefinitionChoices,
  formReader,
  type PlanProgram,
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
      });
      return key;
    });
    const trial = {
      choices,
      feasible: keys.length === 0,
      baselines: definedBaselines(feasibility, plan, choices),
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

/** What loosening each member of a conflict alone would take. */
function findLoosenings(program: PlanProgram, set: readonly Requirement[], solve: SolveLinearProgram): Loosening[] {
  const loosenings = set.flatMap((member): Loosening[] => {
    const others = set.filter((other) => other !== member);
    const { kind, name } = member;
    if (member.kind === "target") {
      const to = bestValue(program, member, others, solve).value;
      if (to === null) return [];
      const amount = Math.abs(member.target - to);
      const weight = member.indicator.attribute === "binding" ? bindingWeight : 1;
      return [{ kind, name, amount, to, relative: (amount / member.scale) * weight }];
    }
    const amount = leastSlack(program, member, others, solve);
    if (amount === null) return [];
    const to = member.limit && member.limit.value + member.direction * amount;
    const size = Math.abs(member.limit?.value ?? 1) || 1;
    return [{ kind, name, amount, to, relative: amount / size }];
  });
  return loosenings.sort((a, b) => a.relative - b.relative);
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

function definedBaselines(feasibility: Feasibility, plan: Plan, choices: DefinitionChoices): DefinedBaseline[] {
  const readings = chosenReadings(feasibility, choices);
  const read = formReader(feasibility, plan, readings);
  return feasibility.definitions.map(({ name, row, options }) => {
    const formula = options.find((option) => option.name === choices[name])?.baseline;
    const indicator = plan.indicators.find(({ id }) => id === row);
    const printed = indicator ? baselineFigure(indicator, readings) : null;
    return {
      definition: name,
      indicator: row,
      value: formula ? evaluateForm(read(formula.expression), new Map()) : null,
      printed: typeof printed === "number" ? printed : null,
    };
  });
}
