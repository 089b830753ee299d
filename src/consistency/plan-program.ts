import type { Expression } from "../core/expression.ts";
import { addForms, type LinearForm, linearForm, scaleForm } from "../core/linear-form.ts";
import type {
  BoundTarget,
  Capacity,
  Feasibility,
  FeasibilityVariable,
  LinearConstraint,
} from "../inputs/feasibility.ts";
import { baselineFigure, type ChosenReadings, targetInForce } from "../inputs/readings.ts";
import type { Indicator, Plan } from "../inputs/study.ts";
import { targetDirection } from "../reachability/attainment.ts";
import { shortfallScale } from "../reachability/target-distance.ts";
import type { LinearRow, LinearVariable } from "./linear-program.ts";

/** Something that a conflict can be made of: a target, or a limit that could be moved. */
export type Requirement = TargetRequirement | CapacityRequirement;

interface AnyRequirement {
  /** `target:` or `capacity:` and the name. */
  readonly id: string;
  readonly name: string;
  /** Holds when it is at least 0; above 0 when strict. */
  readonly margin: LinearForm;
  readonly isStrict: boolean;
}

/** A target of the plan as a margin: what its quantity has above (or below) what it asks. */
export interface TargetRequirement extends AnyRequirement {
  readonly kind: "target";
  readonly indicator: Indicator;
  readonly value: LinearForm;
  readonly denominator: LinearForm | null;
  readonly direction: 1 | -1;
  readonly target: number;
  /** What a shortfall is put in proportion to: the planned change, or the target where none is planned. */
  readonly scale: number;
}

/** A limit as a margin. */
export interface CapacityRequirement extends AnyRequirement {
  readonly kind: "capacity";
  readonly capacity: Capacity;
  /** 1 for an upper limit, −1 for a lower one: the way in which it is moved to loosen it. */
  readonly direction: 1 | -1;
  /** The limit itself and the variable that it limits, where it limits a single one by a number. */
  readonly limit: { readonly value: number; readonly variable: FeasibilityVariable } | null;
}

/** A statement that is never questioned. */
export interface Relation extends LinearRow {
  readonly name: string;
  readonly source: string;
}

/** The constraints of a plan under one choice of definitions. */
export interface PlanProgram {
  readonly variables: readonly LinearVariable[];
  /** What always holds. */
  readonly relations: readonly Relation[];
  /** Targets in order of the plan, then capacities in order of the file. */
  readonly requirements: readonly Requirement[];
}

/** One option of each definition, by definition. */
export type DefinitionChoices = Readonly<Record<string, string>>;

/** Build the constraints of a plan under one choice of definitions. */
export function buildPlanProgram(feasibility: Feasibility, plan: Plan, choices: DefinitionChoices): PlanProgram {
  const read = formReader(feasibility, plan, chosenReadings(feasibility, choices));
  const isChosen = ({ under }: { readonly under: LinearConstraint["under"] }) =>
    Object.entries(under).every(([definition, options]) => options.includes(choices[definition] ?? ""));
  const relations = feasibility.relations.filter(isChosen).map(({ name, left, comparison, right, source }) => {
    const form = addForms(read(left), read(right), -1);
    const [lower, upper] = [comparison === "<=" ? -Infinity : 0, comparison === ">=" ? Infinity : 0];
    return { name, source, form, lower, upper };
  });
  const targets = plan.indicators.flatMap((indicator) => {
    const bound = feasibility.targets.find((target) => target.indicator === indicator.id);
    return bound && isChosen(bound) ? (targetRequirement(indicator, bound, read) ?? []) : [];
  });
  const capacities = feasibility.capacities
    .filter(isChosen)
    .map((capacity) => capacityRequirement(capacity, feasibility.variables, read));
  return { variables: feasibility.variables, relations, requirements: [...targets, ...capacities] };
}

/** The readings of baselines that go with a choice of definitions. */
export function chosenReadings(feasibility: Feasibility, choices: DefinitionChoices): ChosenReadings {
  const chosen = feasibility.definitions.map(({ name, options }) => options.find((o) => o.name === choices[name]));
  return Object.assign({}, ...chosen.map((option) => option?.readings));
}

/** Turn formulas into linear forms; that they are linear was checked when the file was read. */
export function formReader(
  feasibility: Feasibility,
  plan: Plan,
  readings: ChosenReadings,
): (expression: Expression) => LinearForm {
  const names = new Set(feasibility.variables.map(({ name }) => name));
  const figure = (id: string) => {
    const indicator = plan.indicators.find((row) => row.id === id);
    const found = indicator ? baselineFigure(indicator, readings) : null;
    return typeof found === "number" ? found : null;
  };
  return (expression) => {
    const call = (name: string, id: string) => (name === "baseline" ? figure(id) : undefined);
    const result = linearForm(expression, { isVariable: (name) => names.has(name), call });
    if (!result.ok) throw new TypeError(`formReader: formulas must be linear; got ${result.fault.found}`);
    return result.value;
  };
}

function targetRequirement(
  indicator: Indicator,
  bound: BoundTarget,
  read: (expression: Expression) => LinearForm,
): TargetRequirement | null {
  const inForce = targetInForce(indicator, {});
  if (indicator.target === null || inForce === null) return null;
  const { comparison, value: target } = inForce;
  const direction = targetDirection(comparison);
  const value = read(bound.value.expression);
  const denominator = bound.denominator && read(bound.denominator.expression);
  const asked = denominator ? scaleForm(denominator, target) : { constant: target, coefficients: new Map() };
  return {
    kind: "target",
    id: `target:${indicator.id}`,
    name: indicator.id,
    indicator,
    value,
    denominator,
    direction,
    target,
    margin: scaleForm(addForms(value, asked, -1), direction),
    isStrict: comparison === ">" || comparison === "<",
    scale: shortfallScale(indicator, { kind: indicator.target.kind, target }, {}) ?? 1,
  };
}

function capacityRequirement(
  capacity: Capacity,
  variables: readonly FeasibilityVariable[],
  read: (expression: Expression) => LinearForm,
): CapacityRequirement {
  const { left, comparison, right } = capacity;
  const [quantity, limit] = [read(left), read(right)];
  const direction = comparison === "<=" ? 1 : -1;
  const variable = left.kind === "name" ? variables.find(({ name }) => name === left.name) : undefined;
  return {
    kind: "capacity",
    id: `capacity:${capacity.name}`,
    name: capacity.name,
    capacity,
    direction,
    margin: scaleForm(addForms(limit, quantity, -1), direction),
    isStrict: false,
    limit: variable && limit.coefficients.size === 0 ? { value: limit.constant, variable } : null,
  };
}
