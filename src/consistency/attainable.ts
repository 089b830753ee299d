import { addForms, type LinearForm, scaleForm } from "../core/linear-form.ts";
import {
  type LinearProgram,
  type LinearRow,
  type LinearVariable,
  noObjective,
  type SolveLinearProgram,
} from "./linear-program.ts";
import type { PlanProgram, Requirement, TargetRequirement } from "./plan-program.ts";

/** A margin above this counts as above 0: ten times the solver's own tolerance. */
const strictMargin = 1e-6;

/** Names of our own variables; a space keeps them apart from any name that a file can give. */
const marginName = "the margin";
const scaleName = "the scale";
const slackName = "the slack";

/** The best value of a target's quantity. */
export interface BestValue {
  /** In the indicator's unit; null when nothing limits it, or nothing at all is possible. */
  readonly value: number | null;
  /** Size of a share's denominator there; 1 for other targets. */
  readonly denominator: number;
}

/**
 * Tell whether the relations and some requirements can hold together.
 *
 * Strict targets share one margin that is made as large as it goes: they hold when it is above 0.
 */
export function canHold(program: PlanProgram, kept: readonly Requirement[], solve: SolveLinearProgram): boolean {
  const margin: LinearForm = { constant: 0, coefficients: new Map([[marginName, 1]]) };
  const rows = kept.map(({ isStrict, ...requirement }) =>
    atLeastZero(isStrict ? addForms(requirement.margin, margin, -1) : requirement.margin),
  );
  const outcome = solve({
    variables: [...program.variables, { name: marginName, lower: 0, upper: 1 }],
    rows: [...program.relations, ...rows],
    objective: margin,
    sense: "maximise",
  });
  const isAnyStrict = kept.some(({ isStrict }) => isStrict);
  return outcome.status === "optimal" && (!isAnyStrict || outcome.value > strictMargin);
}

/**
 * Find the best value that a target's quantity can have while some requirements hold.
 *
 * The best share is a linear program too, in the variables divided by its denominator, which must be positive.
 *
 * @see Charnes & Cooper (1962), Programming with linear fractional functionals, doi:10.1002/nav.3800090303.
 */
export function bestValue(
  program: PlanProgram,
  target: TargetRequirement,
  kept: readonly Requirement[],
  solve: SolveLinearProgram,
): BestValue {
  const rows = [...program.relations, ...kept.map(({ margin }) => atLeastZero(margin))];
  const sense = target.direction === 1 ? "maximise" : "minimise";
  const plain: LinearProgram = { variables: program.variables, rows, objective: target.value, sense };
  // Divided by a denominator that grows without end, an empty set would still look as if something were left.
  const isEmpty = target.denominator !== null && solve({ ...plain, objective: noObjective }).status !== "optimal";
  if (isEmpty) return { value: null, denominator: 1 };
  const outcome = solve(target.denominator ? dividedProgram(plain, target.denominator) : plain);
  if (outcome.status !== "optimal") return { value: null, denominator: 1 };
  const scale = outcome.point.get(scaleName);
  return { value: outcome.value, denominator: scale === undefined || scale <= 0 ? 1 : 1 / scale };
}

/** Find by how much a requirement must be loosened so that it holds with others; null when no loosening helps. */
export function leastSlack(
  program: PlanProgram,
  loosened: Requirement,
  kept: readonly Requirement[],
  solve: SolveLinearProgram,
): number | null {
  const slack: LinearForm = { constant: 0, coefficients: new Map([[slackName, 1]]) };
  const outcome = solve({
    variables: [...program.variables, { name: slackName, lower: 0, upper: Number.POSITIVE_INFINITY }],
    rows: [
      ...program.relations,
      ...kept.map(({ margin }) => atLeastZero(margin)),
      atLeastZero(addForms(loosened.margin, slack)),
    ],
    objective: slack,
    sense: "minimise",
  });
  return outcome.status === "optimal" ? outcome.value : null;
}

/** A statement that a form is at least 0. */
export function atLeastZero(form: LinearForm): LinearRow {
  return { form, lower: 0, upper: Number.POSITIVE_INFINITY };
}

/** The program in y = x ÷ denominator and scale = 1 ÷ denominator. */
function dividedProgram(program: LinearProgram, denominator: LinearForm): LinearProgram {
  const { variables, rows, objective, sense } = program;
  const bounds = variables.map(({ name, lower, upper }): LinearRow => {
    return { form: { constant: 0, coefficients: new Map([[name, 1]]) }, lower, upper };
  });
  const divided: LinearVariable[] = [
    ...variables.map(({ name }) => ({ name, lower: Number.NEGATIVE_INFINITY, upper: Number.POSITIVE_INFINITY })),
    { name: scaleName, lower: 0, upper: Number.POSITIVE_INFINITY },
  ];
  const one: LinearRow = { form: homogeneous(denominator, 0), lower: 1, upper: 1 };
  const sides = [...bounds, ...rows].flatMap(({ form, lower, upper }) => [
    ...(Number.isFinite(lower) ? [atLeastZero(homogeneous(form, lower))] : []),
    ...(Number.isFinite(upper) ? [atLeastZero(scaleForm(homogeneous(form, upper), -1))] : []),
  ]);
  return { variables: divided, rows: [one, ...sides], objective: homogeneous(objective, 0), sense };
}

/** Turn `form − bound` into a form without a constant: the constant goes to the scale. */
function homogeneous(form: LinearForm, bound: number): LinearForm {
  const scale = { constant: 0, coefficients: new Map([[scaleName, form.constant - bound]]) };
  return addForms({ constant: 0, coefficients: form.coefficients }, scale);
}
