import { addForms, type LinearForm } from "../core/linear-form.ts";
import { atLeastZero, bestValue } from "./attainable.ts";
import type { LeastShortfall } from "./consistency-report.ts";
import type { SolveLinearProgram } from "./linear-program.ts";
import type { PlanProgram, TargetRequirement } from "./plan-program.ts";

/** Weight of a binding target against an indicative one. */
export const bindingWeight = 10;

/** Shortfalls below this are the solver's rounding. */
const noticeable = 1e-6;

/**
 * Find the smallest weighted sum of shortfalls that makes all targets fit, relations and limits kept: the elastic form.
 *
 * The weight of a target is 1 ÷ its planned change, ten times that for a binding one. A share falls short in its
 * numerator; its planned change is turned into that unit by the denominator that it has at its own best.
 *
 * @returns null when relations and limits alone leave nothing.
 */
export function leastShortfall(program: PlanProgram, solve: SolveLinearProgram): LeastShortfall | null {
  const targets = program.requirements.filter((requirement) => requirement.kind === "target");
  const capacities = program.requirements.filter((requirement) => requirement.kind === "capacity");
  const slackOf = (target: TargetRequirement): LinearForm => {
    return { constant: 0, coefficients: new Map([[`short of ${target.name}`, 1]]) };
  };
  const objective = targets.reduce<LinearForm>(
    (sum, target) => addForms(sum, slackOf(target), shortfallWeight(program, target, solve)),
    { constant: 0, coefficients: new Map() },
  );
  const outcome = solve({
    variables: [
      ...program.variables,
      ...targets.map(({ name }) => ({ name: `short of ${name}`, lower: 0, upper: Number.POSITIVE_INFINITY })),
    ],
    rows: [
      ...program.relations,
      ...capacities.map(({ margin }) => atLeastZero(margin)),
      ...targets.map((target) => atLeastZero(addForms(target.margin, slackOf(target)))),
    ],
    objective,
    sense: "minimise",
  });
  if (outcome.status !== "optimal") return null;
  const shortfalls = targets.map(({ name }) => {
    return { indicator: name, amount: outcome.point.get(`short of ${name}`) ?? 0 };
  });
  return { total: Math.max(0, outcome.value), shortfalls: shortfalls.filter(({ amount }) => amount > noticeable) };
}

function shortfallWeight(program: PlanProgram, target: TargetRequirement, solve: SolveLinearProgram): number {
  const capacities = program.requirements.filter((requirement) => requirement.kind === "capacity");
  const { denominator } = target.denominator ? bestValue(program, target, capacities, solve) : { denominator: 1 };
  const weight = target.indicator.attribute === "binding" ? bindingWeight : 1;
  return weight / (target.scale * denominator);
}
