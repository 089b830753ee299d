import type { Expression } from "../core/expression.ts";
import { type Issue, makeIssue, type SourceSpan } from "../core/issue.ts";
import { type LinearForm, type LinearNames, linearForm } from "../core/linear-form.ts";
import { nearestName } from "../core/nearest-name.ts";
import type { NameKind } from "../core/study-issue-texts.ts";
import type { Definition, Feasibility } from "./feasibility.ts";
import type { Formula } from "./formula.ts";
import { baselineFigure, baselineInForce } from "./readings.ts";
import type { Indicator } from "./study.ts";
import type { YamlDocument, YamlPath } from "./yaml-document.ts";

/** What the constraints are held against. */
export interface FeasibilityWorld {
  readonly indicators: readonly Indicator[];
  /** The plan as it is written, its unsound rows too; null when the file could not be read. */
  readonly planFile: YamlDocument | null;
}

/** Most combinations of definitions that are tried. */
const trialLimit = 64;

/** Check every name, figure and formula of the constraints against the plan and against each other. */
export function checkFeasibility(
  feasibility: Feasibility,
  document: YamlDocument,
  world: FeasibilityWorld,
  issues: Issue[],
): void {
  const check = new FeasibilityCheck(feasibility, document, world, issues);
  check.definitions();
  check.constraints();
  check.targets();
  check.words();
}

class FeasibilityCheck {
  readonly #feasibility: Feasibility;
  readonly #document: YamlDocument;
  readonly #world: FeasibilityWorld;
  readonly #issues: Issue[];
  readonly #variables: readonly string[];

  constructor(feasibility: Feasibility, document: YamlDocument, world: FeasibilityWorld, issues: Issue[]) {
    this.#feasibility = feasibility;
    this.#document = document;
    this.#world = world;
    this.#issues = issues;
    // Names of unsound entries count too, so that one fault does not make others.
    this.#variables = document.keys(["variables"]);
  }

  definitions(): void {
    const { definitions } = this.#feasibility;
    const count = definitions.reduce((product, { options }) => product * options.length, 1);
    if (count > trialLimit) {
      const at = this.#document.keySpan(["definitions"]);
      this.#issues.push(makeIssue("feasibility/trials", at, { count, limit: trialLimit }));
    }
    for (const definition of definitions) {
      const path = ["definitions", definition.name];
      this.#row(definition.row, this.#document.span([...path, "row"]));
      for (const option of definition.options) {
        const place = [...path, "options", option.name];
        this.#rows(option.rows, [...place, "rows"]);
        for (const [id, reading] of Object.entries(option.readings))
          this.#reading(id, reading, [...place, "readings", id]);
        if (option.baseline) this.#interval(option.baseline, option.readings, [...place, "baseline"]);
      }
    }
  }

  constraints(): void {
    for (const section of ["relations", "capacities"] as const) {
      for (const { name, left, right, formula, under } of this.#feasibility[section]) {
        const path = [section, name];
        this.#linear(left, formula, [...path, "holds"]);
        this.#linear(right, formula, [...path, "holds"]);
        this.#under(under, [...path, "under"]);
      }
    }
    for (const { name, rows } of this.#feasibility.capacities) this.#rows(rows, ["capacities", name, "rows"]);
  }

  targets(): void {
    for (const { indicator, value, denominator, under } of this.#feasibility.targets) {
      const path = ["targets", indicator];
      this.#rowWithTarget(indicator, this.#document.keySpan(path));
      this.#linear(value.expression, value, [...path, denominator ? "numerator" : "value"]);
      if (denominator) this.#linear(denominator.expression, denominator, [...path, "denominator"]);
      this.#under(under, [...path, "under"]);
    }
  }

  words(): void {
    for (const { name, rows } of this.#feasibility.wordings) this.#rows(rows, ["wordings", name, "rows"]);
    for (const { name, rows, population } of this.#feasibility.coverages) {
      const path = ["coverages", name];
      for (const [place, row] of rows.entries()) {
        this.#rowWithTarget(row, this.#document.span([...path, "rows", place]));
      }
      const kinds = rows.map((row) => this.#indicator(row)?.target?.kind);
      const isShare = kinds.length === 1 && kinds[0] === "share";
      const isKnown = kinds.every((kind) => kind !== undefined);
      if (isKnown && isShare !== (population === null)) {
        this.#issues.push(makeIssue("feasibility/coverage-rows", this.#document.keySpan(path), {}));
      }
    }
  }

  #indicator(id: string): Indicator | undefined {
    return this.#world.indicators.find((indicator) => indicator.id === id);
  }

  #rows(rows: readonly string[], path: YamlPath): void {
    for (const [place, row] of rows.entries()) this.#row(row, this.#document.span([...path, place]));
  }

  #row(id: string, at: SourceSpan): boolean {
    const { planFile } = this.#world;
    return planFile !== null && this.#known("indicator", id, planFile.keys(["indicators"]), at);
  }

  #rowWithTarget(id: string, at: SourceSpan): void {
    // A row or a target that is itself at fault has its own issue.
    const isWritten = this.#world.planFile?.keys(["indicators", id]).includes("target");
    if (!this.#row(id, at) || isWritten || !this.#indicator(id)) return;
    this.#issues.push(makeIssue("feasibility/no-target", at, { indicator: id }));
  }

  #reading(id: string, reading: string, path: YamlPath): void {
    const indicator = this.#row(id, this.#document.keySpan(path)) ? this.#indicator(id) : undefined;
    if (!indicator) return;
    this.#known("reading", reading, Object.keys(indicator.baseline.readings), this.#document.span(path));
  }

  #under(under: Readonly<Record<string, readonly string[]>>, path: YamlPath): void {
    const { definitions } = this.#feasibility;
    for (const [name, options] of Object.entries(under)) {
      const place = [...path, name];
      const known = this.#document.keys(["definitions"]);
      if (!this.#known("definition", name, known, this.#document.keySpan(place))) continue;
      const definition = definitions.find((d) => d.name === name);
      if (definition) this.#options(definition, options, place);
    }
  }

  #options(definition: Definition, options: readonly string[], path: YamlPath): void {
    const known = definition.options.map((option) => option.name);
    for (const [place, option] of options.entries()) {
      this.#known("option", option, known, this.#document.span([...path, place]));
    }
  }

  #interval(
    { min, max }: { readonly min: Formula; readonly max: Formula },
    readings: Readonly<Record<string, string>>,
    path: YamlPath,
  ): void {
    this.#constant(min, readings, min === max ? path : [...path, "min"]);
    if (min !== max) this.#constant(max, readings, [...path, "max"]);
  }

  #constant(formula: Formula, readings: Readonly<Record<string, string>>, path: YamlPath): void {
    const form = this.#linear(formula.expression, formula, path, readings);
    if (!form || form.coefficients.size === 0) return;
    const names = [...form.coefficients.keys()].map((name) => `\`${name}\``).join(", ");
    this.#issues.push(makeIssue("feasibility/constant", this.#document.span(path), { names }));
  }

  /** Each part of a formula must be linear, whatever readings the definitions choose. */
  #linear(
    expression: Expression,
    formula: Formula,
    path: YamlPath,
    readings: Readonly<Record<string, string>> = {},
  ): LinearForm | null {
    const result = linearForm(expression, this.#names(readings));
    if (result.ok) return result.value;
    const { kind, range, found } = result.fault;
    const at = this.#document.textSpan(path, formula.text, range);
    if (kind === "unknown_name") this.#known("variable", found, this.#variables, at);
    else if (kind === "unknown_call") this.#issues.push(makeIssue("feasibility/unknown-call", at, { name: found }));
    else if (kind === "not_linear") this.#issues.push(makeIssue("feasibility/not-linear", at, { found }));
    else this.#noFigure(found, readings, at);
    return null;
  }

  #names(readings: Readonly<Record<string, string>>): LinearNames {
    return {
      isVariable: (name) => this.#variables.includes(name),
      call: (name, id) => {
        if (name !== "baseline") return undefined;
        const indicator = this.#indicator(id);
        const figure = indicator ? baselineFigure(indicator, readings) : null;
        return typeof figure === "number" ? figure : null;
      },
    };
  }

  #noFigure(id: string, readings: Readonly<Record<string, string>>, at: SourceSpan): void {
    if (!this.#row(id, at)) return;
    const indicator = this.#indicator(id);
    // A row that is itself at fault, or names a default reading that it lacks, has its own issue.
    if (!indicator) return;
    const { reading } = baselineInForce(indicator, readings);
    if (!Object.hasOwn(indicator.baseline.readings, reading)) return;
    this.#issues.push(makeIssue("feasibility/no-figure", at, { indicator: id, reading }));
  }

  #known(kind: NameKind, name: string, known: readonly string[], at: SourceSpan): boolean {
    if (known.includes(name)) return true;
    this.#issues.push(makeIssue("name/unknown", at, { kind, name, nearest: nearestName(name, known), known }));
    return false;
  }
}
