import type { Issue } from "../core/issue.ts";
import type { Unit } from "../core/unit.ts";
import { startingPlan } from "../inputs/starting-plan.ts";
import type { ModelSource, Study, Table } from "../inputs/study.ts";
import type { CompiledDimension } from "./compiled-model.ts";

/** What a name in a formula stands for; numbers are places in the tables of the compiled model. */
export type Meaning =
  | { readonly kind: "variable"; readonly number: number; readonly over: readonly number[]; readonly unit: Unit }
  | { readonly kind: "assumption"; readonly number: number; readonly unit: Unit }
  | {
      readonly kind: "table";
      readonly number: number;
      /** Dimensions besides the year, which a table over years takes from the clock of the run. */
      readonly over: readonly number[];
      readonly unit: Unit;
      /** Unit of x for a table of points, which only `lookup` may read; null for a table of values. */
      readonly xUnit: Unit | null;
    }
  | { readonly kind: "dimension"; readonly number: number }
  | { readonly kind: "element"; readonly dimension: number; readonly position: number }
  | { readonly kind: "switch"; readonly number: number; readonly options: readonly string[] };

/** All names of a model with their meaning, and what formulas ask for by other means. */
export interface Namespace {
  readonly meanings: ReadonlyMap<string, Meaning>;
  readonly dimensions: readonly CompiledDimension[];
  /** Dimensions of each variable and of each table (the year left out), by number. */
  readonly variableOver: readonly (readonly number[])[];
  readonly tableOver: readonly (readonly number[])[];
  readonly assumptions: readonly string[];
  readonly noises: NumberedNames;
  readonly observed: NumberedNames;
  /** Units of what `observed(…)` may name: indicators of the plan and series of the observations. */
  readonly observable: ReadonlyMap<string, Unit>;
  readonly baseYear: number;
}

/** Hands out numbers to names in the order in which they are first met. */
export class NumberedNames {
  readonly names: string[] = [];
  readonly #numbers = new Map<string, number>();

  /** The number of a name, a new one when it is met for the first time. */
  numberOf(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    this.#numbers.set(name, this.names.length);
    this.names.push(name);
    return this.names.length - 1;
  }
}

/** Collects the issues of one compilation; every step goes on after a fault, so that all are told at once. */
export type Report = (issue: Issue) => void;

/**
 * Give every name of the model its meaning.
 *
 * Names are unique already: the reader refuses duplicates across kinds.
 */
export function buildNamespace(study: Study): Namespace {
  const { model } = study;
  const dimensions = compileDimensions(model);
  const numberOfDimension = new Map(dimensions.map((dimension, number) => [dimension.name, number]));
  const toNumbers = (names: readonly string[]) => names.map((name) => numberOfDimension.get(name) ?? -1);
  const meanings = new Map<string, Meaning>();
  dimensions.forEach((dimension, number) => {
    meanings.set(dimension.name, { kind: "dimension", number });
    if (dimension.first !== null) return;
    dimension.elements.forEach((element, position) => {
      if (!dimension.bands) meanings.set(element, { kind: "element", dimension: number, position });
    });
  });
  const assumptions = model.assumptions.map((a) => a.name).sort(byCodePoint);
  const assumptionNumber = new Map(assumptions.map((name, number) => [name, number]));
  for (const { name, unit } of model.assumptions) {
    meanings.set(name, { kind: "assumption", number: assumptionNumber.get(name) ?? -1, unit });
  }
  model.variables.forEach(({ name, over, unit }, number) => {
    meanings.set(name, { kind: "variable", number, over: toNumbers(over), unit });
  });
  model.tables.forEach(({ name, unit, content }, number) => {
    const over = toNumbers(valueDimensions(content));
    meanings.set(name, { kind: "table", number, over, unit, xUnit: content.kind === "points" ? content.xUnit : null });
  });
  model.switches.forEach(({ name, options }, number) => {
    meanings.set(name, { kind: "switch", number, options });
  });
  return {
    meanings,
    dimensions,
    variableOver: model.variables.map(({ over }) => toNumbers(over)),
    tableOver: model.tables.map(({ content }) => toNumbers(valueDimensions(content))),
    assumptions,
    noises: new NumberedNames(),
    observed: new NumberedNames(),
    observable: observableUnits(study),
    baseYear: startingPlan(study.plan).baseYear,
  };
}

/** Order strings by code point, the same on every machine and in every locale. */
export function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Dimensions of a table of values besides the year; none for a table of points. */
function valueDimensions(content: Table["content"]): readonly string[] {
  return content.kind === "values" ? content.over.filter((d) => d !== "year") : [];
}

function compileDimensions(model: ModelSource): CompiledDimension[] {
  const numbers = new Map(model.dimensions.map((d, number) => [d.name, number]));
  return model.dimensions.map(({ name, elements, first, bands }) => {
    const grouped = bands && model.dimensions[numbers.get(bands.of) ?? -1];
    if (!bands || !grouped || grouped.first === null) return { name, elements, first, bands: null };
    const origin = grouped.first;
    const bandOf = new Int32Array(grouped.elements.length).fill(-1);
    bands.ranges.forEach(({ from, to }, band) => {
      bandOf.fill(band, from - origin, to - origin + 1);
    });
    return { name, elements, first, bands: { of: numbers.get(bands.of) ?? -1, bandOf } };
  });
}

/** Units of what `observed(…)` may name in a study, by name. */
export function observableUnits(study: Study): Map<string, Unit> {
  const units = new Map<string, Unit>();
  for (const o of study.observations) {
    if (o.region === study.plan.observedAs) units.set(o.series, o.unit);
  }
  for (const indicator of startingPlan(study.plan).indicators) units.set(indicator.id, indicator.unit);
  return units;
}
