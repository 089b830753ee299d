import { type Issue, makeIssue, type SourceSpan } from "../core/issue.ts";
import type { NameKind } from "../core/study-issue-texts.ts";
import type { ModelNames } from "./model-names.ts";
import type { ModelEntry, ModelFile } from "./model-schema.ts";
import { yearDimension } from "./parse-table.ts";
import type { YamlDocument, YamlPath } from "./yaml-document.ts";

/** The sound part of one model file. */
export interface ModelPart {
  readonly document: YamlDocument;
  readonly file: Partial<ModelFile>;
}

/** Check the names that model files give each other outside of formulas. */
export function checkModelNames(parts: readonly ModelPart[], names: ModelNames, issues: Issue[]): void {
  const check = new NameCheck(names, issues);
  for (const { document, file } of parts) {
    check.dimensions(document, file);
    check.effects(document, file, "levers");
    check.effects(document, file, "events");
    check.correlations(document, file);
  }
}

/** Goes through the files in turn and remembers what may be said only once in all of them. */
class NameCheck {
  readonly #names: ModelNames;
  readonly #issues: Issue[];
  readonly #setters = new Map<string, SourceSpan>();
  readonly #pairs = new Map<string, SourceSpan>();

  constructor(names: ModelNames, issues: Issue[]) {
    this.#names = names;
    this.#issues = issues;
  }

  /** Dimensions that variables, tables and identities run over, and that bands group. */
  dimensions(document: YamlDocument, file: Partial<ModelFile>): void {
    for (const section of ["variables", "tables", "identities"] as const) {
      for (const [name, entry] of Object.entries(file[section] ?? {})) {
        this.#over(entry.over ?? [], [section, name, "over"], section === "tables", document);
      }
    }
    for (const [name, entry] of Object.entries(file.dimensions ?? {})) {
      if (typeof entry === "string" || Array.isArray(entry)) continue;
      this.#names.check("dimension", entry.of, ["dimension"], document.span(["dimensions", name, "of"]), this.#issues);
    }
  }

  /** Effects act on assumptions and tables, and at most one of them sets its target. */
  effects(document: YamlDocument, file: Partial<ModelFile>, section: "levers" | "events"): void {
    const entries: Readonly<Record<string, Pick<ModelEntry<"levers">, "acts_on">>> = file[section] ?? {};
    for (const [name, entry] of Object.entries(entries)) {
      for (const [target, effect] of Object.entries(entry.acts_on)) {
        this.#target(target, effect.set !== undefined, document.keySpan([section, name, "acts_on", target]));
      }
    }
  }

  /** Correlations join two different assumptions, each pair once. */
  correlations(document: YamlDocument, file: Partial<ModelFile>): void {
    for (const [place, [first, second]] of (file.correlations ?? []).entries()) {
      const path = ["correlations", place];
      const at = document.span(path);
      for (const [i, name] of [first, second].entries()) {
        this.#names.check("assumption", name, ["assumption"], document.span([...path, i]), this.#issues);
      }
      if (first === second) this.#issues.push(makeIssue("correlation/itself", at, { name: first }));
      const pair = [first, second].sort().join(" ~ ");
      const taken = this.#pairs.get(pair);
      if (taken) this.#duplicate("correlation", pair, at, taken);
      this.#pairs.set(pair, at);
    }
  }

  #over(over: readonly string[], path: YamlPath, isYearAllowed: boolean, document: YamlDocument): void {
    for (const [place, dimension] of over.entries()) {
      const at = document.span([...path, place]);
      const first = over.indexOf(dimension);
      if (first < place) this.#duplicate("dimension", dimension, at, document.span([...path, first]));
      if (isYearAllowed && dimension === yearDimension) continue;
      this.#names.check("dimension", dimension, ["dimension"], at, this.#issues);
    }
  }

  #target(target: string, isSet: boolean, at: SourceSpan): void {
    const kind = this.#names.kindOf(target);
    if (kind !== undefined && kind !== "assumption" && kind !== "table") {
      this.#issues.push(makeIssue("effect/not-changeable", at, { name: target, kind }));
      return;
    }
    this.#names.check("target", target, ["assumption", "table"], at, this.#issues);
    const first = this.#setters.get(target);
    if (isSet && first) {
      this.#issues.push(makeIssue("effect/set-twice", at, { name: target, first: `${first.file}:${first.line}` }));
    }
    if (isSet) this.#setters.set(target, at);
  }

  #duplicate(kind: NameKind, name: string, at: SourceSpan, first: SourceSpan): void {
    const parameters = { kind, name, firstKind: kind, first: `${first.file}:${first.line}` };
    this.#issues.push(makeIssue("name/duplicate", at, parameters));
  }
}
