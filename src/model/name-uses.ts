import type { Expression } from "../core/expression.ts";
import type { Case, ModelSource, VariableSource } from "../inputs/study.ts";

/** When a formula reads a name: this year's value, last year's, the base year's, or a figure of the plan or the data. */
export type UseMoment = "now" | "previous" | "base" | "observed";

/** A name that a formula reads. */
export interface NameUse {
  readonly name: string;
  readonly moment: UseMoment;
}

/** Functions whose argument is read at another moment. */
const moments: ReadonlyMap<string, UseMoment> = new Map([
  ["prev", "previous"],
  ["base", "base"],
  ["observed", "observed"],
]);

/** Every formula of a variable with the part of it that it is, in the order in which a file states them. */
export function variableFormulas(variable: VariableSource): { readonly part: FormulaPart; readonly of: Case }[] {
  const parts = ["initial", "equation", "inflow", "outflow"] as const;
  return parts.flatMap((part) => (variable[part] ?? []).map((of) => ({ part, of })));
}

export type FormulaPart = "initial" | "equation" | "inflow" | "outflow";

/** What a variable's formulas read, each use once, in order of first appearance; dimensions are left out. */
export function usesOf(variable: VariableSource, model: ModelSource): NameUse[] {
  const known = knownNames(model);
  const formulas = variableFormulas(variable).flatMap(({ of }) => (of.when ? [of.when, of.value] : [of.value]));
  const uses = formulas
    .flatMap(({ expression }) => usesIn(expression, "now"))
    .filter(({ name, moment }) => moment === "observed" || known.has(name));
  return [...new Map(uses.map((use) => [`${use.moment} ${use.name}`, use])).values()];
}

/** A variable that reads a name, and when. */
export interface NameReader {
  readonly name: string;
  readonly moments: readonly UseMoment[];
}

/**
 * Variables whose formulas read a name, in the order of the model.
 *
 * @param what - `value`: what the model computes or states under the name; `figure`: what `observed(…)` reads.
 */
export function readersOf(name: string, model: ModelSource, what: "value" | "figure"): NameReader[] {
  return model.variables.flatMap((variable) => {
    const uses = usesOf(variable, model).filter((use) => use.name === name);
    const moments = uses
      .map(({ moment }) => moment)
      .filter((moment) => (moment === "observed") === (what === "figure"));
    return moments.length > 0 ? [{ name: variable.name, moments }] : [];
  });
}

function knownNames({ variables, assumptions, tables, switches }: ModelSource): ReadonlySet<string> {
  return new Set([...variables, ...assumptions, ...tables, ...switches].map(({ name }) => name));
}

function usesIn(expression: Expression, moment: UseMoment): NameUse[] {
  const inside = (part: Expression) => usesIn(part, moment);
  switch (expression.kind) {
    case "number":
      return [];
    case "name":
      return [{ name: expression.name, moment }];
    case "element":
      // Indices are read this year, whatever the moment of the element.
      return [{ name: expression.name, moment }, ...expression.indices.flatMap((index) => usesIn(index, "now"))];
    case "unary":
      return inside(expression.operand);
    case "binary":
      return [...inside(expression.left), ...inside(expression.right)];
    case "sum":
      return [...inside(expression.body), ...(expression.where ? inside(expression.where) : [])];
    case "call": {
      // The first argument of `noise` names the shock and reads nothing.
      const read = expression.name === "noise" ? expression.arguments.slice(1) : expression.arguments;
      return read.flatMap((argument) => usesIn(argument, moments.get(expression.name) ?? moment));
    }
  }
}
