import { functionArity } from "../core/function-arity.ts";
import { type Issue, makeIssue, type SourceSpan } from "../core/issue.ts";
import { nearestName } from "../core/nearest-name.ts";
import { reservedWords } from "../core/operator-precedence.ts";
import type { NameKind } from "../core/study-issue-texts.ts";
import type { YamlDocument, YamlPath } from "./yaml-document.ts";

/** Words of the formula language, and names that every JavaScript object has, which a record must not be asked for. */
const reserved: ReadonlySet<string> = new Set([
  ...reservedWords,
  ...functionArity.keys(),
  "year",
  "base_year",
  "constructor",
]);

/** Sections whose names share one namespace, because a formula may name any of them. */
const sharedSections = {
  dimensions: "dimension",
  variables: "variable",
  assumptions: "assumption",
  tables: "table",
  switches: "switch",
} as const satisfies Record<string, NameKind>;

/** Sections with a namespace of their own. */
const ownSections = { levers: "lever", events: "event", identities: "identity" } as const satisfies Record<
  string,
  NameKind
>;

interface Declared {
  readonly kind: NameKind;
  readonly at: SourceSpan;
}

/** Every name that the files of a model declare, sound or not, so that one fault does not make others. */
export class ModelNames {
  /** False when a file could not be read, so that a name may be missing through no fault of who uses it. */
  readonly isComplete: boolean;
  readonly #shared = new Map<string, Declared>();
  readonly #own = new Map<NameKind, Map<string, Declared>>();

  constructor(isComplete: boolean) {
    this.isComplete = isComplete;
  }

  /** The names of one kind, in the order in which they were declared. */
  of(kind: NameKind): string[] {
    const shared = [...this.#shared].filter(([, declared]) => declared.kind === kind).map(([name]) => name);
    return [...shared, ...(this.#own.get(kind)?.keys() ?? [])];
  }

  /** What a name of the shared namespace is; undefined when there is none. */
  kindOf(name: string): NameKind | undefined {
    return this.#shared.get(name)?.kind;
  }

  /** Declare a name; an issue when it is taken already, or is a word of the formula language. */
  declare(kind: NameKind, name: string, at: SourceSpan, issues: Issue[]): void {
    const isOwn = kind === "lever" || kind === "event" || kind === "identity" || kind === "sector";
    const names = isOwn ? (this.#own.get(kind) ?? new Map<string, Declared>()) : this.#shared;
    if (isOwn) this.#own.set(kind, names);
    const taken = names.get(name);
    if (taken) {
      const first = `${taken.at.file}:${taken.at.line}`;
      issues.push(makeIssue("name/duplicate", at, { kind, name, firstKind: taken.kind, first }));
      return;
    }
    if (reserved.has(name)) issues.push(makeIssue("name/reserved", at, { name }));
    names.set(name, { kind, at });
  }

  /** Check that a name of one of some kinds exists; `kind` is what the message calls it. */
  check(kind: NameKind, name: string, kinds: readonly NameKind[], at: SourceSpan, issues: Issue[]): boolean {
    const known = kinds.flatMap((k) => this.of(k));
    if (known.includes(name)) return true;
    if (this.isComplete) {
      issues.push(makeIssue("name/unknown", at, { kind, name, nearest: nearestName(name, known), known }));
    }
    return false;
  }
}

/**
 * Collect the names that the files of a model declare.
 *
 * @param documents - in order of file name; of two equal names the later is at fault.
 * @param isComplete - false when a file of the model could not be read.
 */
export function collectModelNames(
  documents: readonly YamlDocument[],
  isComplete: boolean,
  issues: Issue[],
): ModelNames {
  const names = new ModelNames(isComplete);
  for (const document of documents) {
    const sections = { ...sharedSections, ...ownSections };
    for (const [section, kind] of Object.entries(sections)) {
      for (const name of document.keys([section])) {
        names.declare(kind, name, document.keySpan([section, name]), issues);
        if (kind === "dimension") declareElements(names, document, [section, name], issues);
      }
    }
    const { sector } = (document.value ?? {}) as { sector?: { id?: unknown } };
    const id = sector?.id;
    if (typeof id === "string") names.declare("sector", id, document.span(["sector", "id"]), issues);
  }
  return names;
}

/** Declare the elements of a dimension that lists them by name. */
function declareElements(names: ModelNames, document: YamlDocument, path: YamlPath, issues: Issue[]): void {
  const [section, dimension] = path as readonly [string, string];
  const elements = (document.value as Record<string, Record<string, unknown>>)[section]?.[dimension];
  if (!Array.isArray(elements)) return;
  for (const [place, element] of elements.entries()) {
    if (typeof element === "string") names.declare("element", element, document.span([...path, place]), issues);
  }
}
