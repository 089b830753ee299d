import { type Issue, makeIssue } from "../core/issue.ts";
import { checkFeasibility, type FeasibilityWorld } from "./check-feasibility.ts";
import { checkSchema } from "./check-schema.ts";
import type {
  BoundTarget,
  Capacity,
  CoveragePhrase,
  Definition,
  DefinitionOption,
  Feasibility,
  FeasibilityVariable,
  LinearConstraint,
  WordingDifference,
} from "./feasibility.ts";
import { type FeasibilityFile, feasibilitySchema } from "./feasibility-schema.ts";
import { formulaAt, unitAt } from "./parse-language.ts";
import type { YamlDocument, YamlPath } from "./yaml-document.ts";

type Entry<S extends keyof FeasibilityFile> =
  NonNullable<FeasibilityFile[S]> extends Readonly<Record<string, infer E>> ? E : never;

/** Parse the constraints and words that a plan's consistency is tried on, and check their names; in order of the file. */
export function parseFeasibility(document: YamlDocument, world: FeasibilityWorld, issues: Issue[]): Feasibility {
  const file = checkSchema(feasibilitySchema, document, issues);
  const parse = <E, T>(
    section: keyof FeasibilityFile,
    entries: Readonly<Record<string, E>> | undefined,
    one: Parse<E, T>,
  ) =>
    Object.entries(entries ?? {}).flatMap(([name, entry]) => one(name, entry, [section, name], document, issues) ?? []);
  const feasibility: Feasibility = {
    readingPlaces: { baseline: file.reading_places?.baseline ?? {}, target: file.reading_places?.target ?? {} },
    variables: parse("variables", file.variables, parseVariable),
    definitions: parse("definitions", file.definitions, parseDefinition),
    relations: parse("relations", file.relations, parseConstraint),
    capacities: parse("capacities", file.capacities, parseCapacity),
    targets: parse("targets", file.targets, parseTarget),
    wordings: parse("wordings", file.wordings, parseWording),
    coverages: parse("coverages", file.coverages, parseCoverage),
    at: document.keySpan([]),
  };
  checkFeasibility(feasibility, document, world, issues);
  return feasibility;
}

type Parse<E, T> = (name: string, entry: E, path: YamlPath, document: YamlDocument, issues: Issue[]) => T | null;

const parseVariable: Parse<Entry<"variables">, FeasibilityVariable> = (name, entry, path, document, issues) => {
  const unit = unitAt(document, [...path, "unit"], entry.unit, issues);
  const lower = entry.lower ?? 0;
  const upper = entry.upper ?? Number.POSITIVE_INFINITY;
  if (lower > upper) issues.push(makeIssue("feasibility/bounds", document.span(path), { lower, upper }));
  if (!unit) return null;
  return { name, label: entry.label, unit, unitText: String(entry.unit), lower, upper, at: document.keySpan(path) };
};

const parseDefinition: Parse<Entry<"definitions">, Definition> = (name, entry, path, document, issues) => ({
  name,
  label: entry.label,
  row: entry.row,
  options: Object.entries(entry.options).map(
    ([option, written]): DefinitionOption => ({
      name: option,
      label: written.label,
      rows: written.rows ?? [],
      readings: written.readings ?? {},
      baseline: parseInterval(written.baseline, [...path, "options", option, "baseline"], document, issues),
      source: written.source ?? null,
    }),
  ),
  at: document.keySpan(path),
});

function parseInterval(
  written: Entry<"definitions">["options"][string]["baseline"],
  path: YamlPath,
  document: YamlDocument,
  issues: Issue[],
): DefinitionOption["baseline"] {
  if (written === undefined) return null;
  const isInterval = typeof written === "object";
  const min = formulaAt(document, isInterval ? [...path, "min"] : path, isInterval ? written.min : written, issues);
  const max = isInterval ? formulaAt(document, [...path, "max"], written.max, issues) : min;
  return min && max && { min, max };
}

const parseConstraint: Parse<Entry<"relations">, LinearConstraint> = (name, entry, path, document, issues) => {
  const formula = formulaAt(document, [...path, "holds"], entry.holds, issues);
  if (!formula) return null;
  const { expression } = formula;
  const comparison = expression.kind === "binary" ? expression.operator : null;
  if (expression.kind !== "binary" || !(comparison === "==" || comparison === "<=" || comparison === ">=")) {
    issues.push(makeIssue("identity/comparison", formula.at, {}));
    return null;
  }
  const { left, right } = expression;
  return { name, left, comparison, right, formula, under: entry.under ?? {}, source: entry.source };
};

const parseCapacity: Parse<Entry<"capacities">, Capacity> = (name, entry, path, document, issues) => {
  const constraint = parseConstraint(name, entry, path, document, issues);
  if (!constraint) return null;
  const { comparison, ...rest } = constraint;
  if (comparison === "==") {
    issues.push(makeIssue("feasibility/capacity-bound", constraint.formula.at, {}));
    return null;
  }
  return { ...rest, comparison, label: entry.label, rows: entry.rows ?? [] };
};

const parseTarget: Parse<Entry<"targets">, BoundTarget> = (indicator, entry, path, document, issues) => {
  const { value, numerator, denominator } = entry;
  const isShare = value === undefined;
  const amount = value ?? numerator;
  if (amount === undefined || isShare !== (denominator !== undefined) || (!isShare && numerator !== undefined)) {
    issues.push(makeIssue("feasibility/target-form", document.keySpan(path), {}));
    return null;
  }
  const top = formulaAt(document, [...path, isShare ? "numerator" : "value"], amount, issues);
  const below = denominator === undefined ? null : formulaAt(document, [...path, "denominator"], denominator, issues);
  if (!top || (denominator !== undefined && !below)) return null;
  return { indicator, value: top, denominator: below, under: entry.under ?? {} };
};

const parseWording: Parse<Entry<"wordings">, WordingDifference> = (name, entry, path, document) => {
  const { aspect, rows, first, second, difference } = entry;
  return { name, aspect, rows, first, second, difference, at: document.keySpan(path) };
};

const parseCoverage: Parse<Entry<"coverages">, CoveragePhrase> = (name, entry, path, document) => {
  const { rows, phrase, asks, source, population } = entry;
  const at = document.keySpan(path);
  return { name, rows, phrase, asks, source: source ?? null, population: population ?? null, at };
};
