import { type Issue, makeIssue, type SourceSpan } from "../core/issue.ts";
import { nearestName } from "../core/nearest-name.ts";
import type { NameKind } from "../core/study-issue-texts.ts";
import { checkSchema } from "./check-schema.ts";
import { defaultBand } from "./default-values.ts";
import type { RegionFigures } from "./figures.ts";
import { type FiguresFile, figuresSchema } from "./figures-schema.ts";
import type { ModelNames } from "./model-names.ts";
import type { Indicator, ModelSource, VariableSource } from "./study.ts";
import type { YamlDocument, YamlPath } from "./yaml-document.ts";

/** What figures are held against. */
export interface FiguresWorld {
  readonly names: ModelNames;
  readonly model: Pick<ModelSource, "variables" | "dimensions">;
  /** Rows of the plan, whose outcomes the results hold whatever the model reports. */
  readonly indicators: readonly Indicator[];
  /** Ids of the plan's rows, sound or not; null when the plan could not be read. */
  readonly indicatorIds: readonly string[] | null;
  /** Ids of the scenarios; null when one of them could not be read. */
  readonly scenarioIds: readonly string[] | null;
}

/** Parse the figures that a region asks for and hold every name in them against model, plan and scenarios. */
export function parseFigures(document: YamlDocument, world: FiguresWorld, issues: Issue[]): RegionFigures {
  const file = checkSchema(figuresSchema, document, issues);
  const check = new FiguresCheck(document, world, issues);
  return {
    levels: Object.entries(file.levels ?? {}).map(([id, { label, variables, share = null }]) => {
      const path = ["levels", id];
      check.oneUnit(variables, [...path, "variables"]);
      if (share !== null) check.scalar(share, [...path, "share"]);
      return { id, label, variables, share };
    }),
    stocks: Object.entries(file.stocks ?? {}).map(([id, { label, variables, ratio = null }]) => {
      const path = ["stocks", id];
      check.oneUnit(variables, [...path, "variables"]);
      if (ratio !== null) check.scalar(ratio, [...path, "ratio"]);
      return { id, label, variables: pair(variables), ratio };
    }),
    flows: Object.entries(file.flows ?? {}).map(([id, { label, stock, in: inflows, out: outflows }]) => {
      const path = ["flows", id];
      const kept = check.scalar(stock, [...path, "stock"]);
      check.oneUnit(inflows, [...path, "in"], kept);
      check.oneUnit(outflows, [...path, "out"], kept);
      return { id, label, stock, inflows, outflows };
    }),
    pyramids: Object.entries(file.pyramids ?? {}).map(([id, { label, variable, band = defaultBand }]) => {
      check.pyramid(variable, ["pyramids", id, "variable"]);
      return { id, label, variable, band };
    }),
    maps: Object.entries(file.maps ?? {}).map(([id, { label, indicators, levers, scenario }]) => {
      check.map({ indicators, levers, scenario }, ["maps", id]);
      return { id, label, indicators, levers: pair(levers), scenario };
    }),
  };
}

/** The schema lets only lists of two through. */
function pair(names: readonly string[]): readonly [string, string] {
  return [names[0] as string, names[1] as string];
}

class FiguresCheck {
  readonly #document: YamlDocument;
  readonly #world: FiguresWorld;
  readonly #issues: Issue[];

  constructor(document: YamlDocument, world: FiguresWorld, issues: Issue[]) {
    this.#document = document;
    this.#world = world;
    this.#issues = issues;
  }

  /** A variable that results hold as one number a year; undefined when it is not. */
  scalar(name: string, path: YamlPath): VariableSource | undefined {
    const at = this.#document.span(path);
    const variable = this.#variable(name, at);
    if (!variable) return undefined;
    if (variable.over.length > 0) {
      this.#issues.push(makeIssue("figures/array", at, { name, over: variable.over.join(", ") }));
      return undefined;
    }
    const isHeld = this.#world.indicators.some(({ variable: outcome, share }) =>
      [outcome, share?.numerator, share?.denominator].includes(name),
    );
    if (!variable.report && !isHeld) this.#issues.push(makeIssue("figures/not-reported", at, { name }));
    return variable;
  }

  /** Variables on one axis: all in the unit of the first, or of the one given. */
  oneUnit(names: readonly string[], path: YamlPath, like?: VariableSource): void {
    let first = like;
    for (const [place, name] of names.entries()) {
      const here = [...path, place];
      const variable = this.scalar(name, here);
      if (variable && names.indexOf(name) < place) this.#twice(name, here);
      first ??= variable;
      if (!variable || !first || variable.unitText === first.unitText) continue;
      const parameters = { name, unit: variable.unitText, first: first.name, firstUnit: first.unitText };
      this.#issues.push(makeIssue("figures/units", this.#document.span(here), parameters));
    }
  }

  pyramid(name: string, path: YamlPath): void {
    const at = this.#document.span(path);
    const variable = this.#variable(name, at);
    if (!variable) return;
    const [groups, ages] = variable.over.map((over) =>
      this.#world.model.dimensions.find((dimension) => dimension.name === over),
    );
    const isPyramid = variable.over.length === 2 && groups?.elements.length === 2 && groups.first === null;
    if (!isPyramid || ages?.first == null) this.#issues.push(makeIssue("figures/pyramid", at, { name }));
  }

  map(
    {
      indicators,
      levers,
      scenario,
    }: Pick<NonNullable<FiguresFile["maps"]>[string], "indicators" | "levers" | "scenario">,
    path: YamlPath,
  ): void {
    const { names, indicatorIds, scenarioIds } = this.#world;
    for (const [place, lever] of levers.entries()) {
      const here = [...path, "levers", place];
      names.check("lever", lever, ["lever"], this.#document.span(here), this.#issues);
      if (levers.indexOf(lever) < place) this.#twice(lever, here);
    }
    for (const [place, id] of indicators.entries()) {
      this.#known("indicator", id, indicatorIds, this.#document.span([...path, "indicators", place]));
    }
    this.#known("scenario", scenario, scenarioIds, this.#document.span([...path, "scenario"]));
  }

  #variable(name: string, at: SourceSpan): VariableSource | undefined {
    const { names, model } = this.#world;
    if (!names.check("variable", name, ["variable"], at, this.#issues)) return undefined;
    // A variable that is itself at fault has its own issue.
    return model.variables.find((variable) => variable.name === name);
  }

  #twice(name: string, path: YamlPath): void {
    this.#issues.push(makeIssue("figures/twice", this.#document.span(path), { name }));
  }

  #known(kind: NameKind, name: string, known: readonly string[] | null, at: SourceSpan): void {
    if (known === null || known.includes(name)) return;
    this.#issues.push(makeIssue("name/unknown", at, { kind, name, nearest: nearestName(name, known), known }));
  }
}
