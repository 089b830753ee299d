import type * as z from "zod";
import type { Bilingual } from "../core/bilingual.ts";
import { type Issue, makeIssue } from "../core/issue.ts";
import { nearestName } from "../core/nearest-name.ts";
import { schemaKeys } from "./schema-keys.ts";
import { spellings } from "./schema-parts.ts";
import { faultyPart, isAbsent, removePart, valueAt } from "./sound-part.ts";
import { typeOf, typeWords } from "./type-words.ts";
import type { YamlDocument, YamlPath } from "./yaml-document.ts";

type SchemaIssue = z.core.$ZodIssue;

/**
 * Check the shape of a document and keep the part of it that is sound.
 *
 * Every departure from the schema is an issue at its own place. What departs is left out of the returned value, with
 * the mapping around it when a key is missing there, so that the rest can be checked further in the same pass.
 *
 * @param schema - of a mapping; without transforms or defaults.
 * @returns the sound part: entries are complete, but keys of the outermost mapping may be missing.
 */
export function checkSchema<T extends object>(
  schema: z.ZodType<T>,
  document: YamlDocument,
  issues: Issue[],
): Partial<T> {
  const value = structuredClone(document.value);
  const gone = document.refused.map((path) => faultyPart(value, path));
  for (const path of gone) removePart(value, path);
  let faults = faultsOf(schema, value);
  for (const fault of faults) reportFault(fault, value, { schema, document, gone, issues });
  // Each pass takes away what the last one found; what a later pass finds is only a consequence and is not told.
  while (faults.length > 0) {
    const parts = faults.flatMap((fault) => faultyParts(value, fault)).filter((part) => part.length > 0);
    if (parts.length === 0) break;
    for (const part of parts) removePart(value, part);
    faults = faultsOf(schema, value);
  }
  return typeOf(value) === "object" ? (value as Partial<T>) : {};
}

function faultsOf(schema: z.ZodType, value: unknown): SchemaIssue[] {
  const issues = schema.safeParse(value).error?.issues ?? [];
  return issues.flatMap((issue) => unfoldUnion(issue));
}

/** Replace “none of the shapes fits” by what is wrong with the shape that was meant, if one can be told. */
function unfoldUnion(issue: SchemaIssue): SchemaIssue[] {
  if (issue.code !== "invalid_union") return [issue];
  const branches = issue.errors.map((errors) => errors.flatMap((error) => unfoldUnion(error as SchemaIssue)));
  const meant = branches.find((errors) => !errors.some((e) => e.path.length === 0 && e.code === "invalid_type"));
  if (!meant) return [issue];
  return meant.map((error) => ({ ...error, path: [...issue.path, ...error.path] }));
}

function faultyParts(value: unknown, fault: SchemaIssue): YamlPath[] {
  const path = fault.path as YamlPath;
  return fault.code === "unrecognized_keys" ? fault.keys.map((key) => [...path, key]) : [faultyPart(value, path)];
}

interface Check {
  readonly schema: z.ZodType;
  readonly document: YamlDocument;
  /** Parts that were refused before the schema was asked, so that it cannot miss them. */
  readonly gone: readonly YamlPath[];
  readonly issues: Issue[];
}

function reportFault(fault: SchemaIssue, value: unknown, { schema, document, gone, issues }: Check): void {
  const path = fault.path as YamlPath;
  if (fault.code === "unrecognized_keys") {
    const known = schemaKeys(schema, path);
    for (const key of fault.keys) {
      const parameters = { key, nearest: nearestName(key, known), known };
      issues.push(makeIssue("schema/unknown-key", document.keySpan([...path, key]), parameters));
    }
    return;
  }
  if (path.length > 0 && isAbsent(value, path)) {
    if (gone.some((part) => part.join("\n") === path.join("\n"))) return;
    issues.push(makeIssue("schema/missing-key", document.span(path.slice(0, -1)), { key: String(path.at(-1)) }));
    return;
  }
  issues.push(valueIssue(fault, valueAt(value, path), path, document));
}

function valueIssue(fault: SchemaIssue, seen: unknown, path: YamlPath, document: YamlDocument): Issue {
  const at = document.span(path);
  switch (fault.code) {
    case "invalid_type":
      return makeIssue("schema/type", at, { expected: typeWords(fault.expected), seen: seenWords(seen) });
    case "invalid_union":
      return makeIssue("schema/type", at, { expected: shapesOf(fault), seen: seenWords(seen) });
    case "invalid_value": {
      const options = fault.values.map(String);
      return makeIssue("schema/choice", at, {
        seen: String(seen),
        nearest: nearestName(String(seen), options),
        options,
      });
    }
    case "too_small":
      return limitIssue(fault, seen, at, `${fault.inclusive ? "≥" : ">"} ${fault.minimum}`);
    case "too_big":
      return limitIssue(fault, seen, at, `${fault.inclusive ? "≤" : "<"} ${fault.maximum}`);
    case "invalid_format":
      return makeIssue("schema/format", at, { seen: String(seen), expected: spellingOf(fault.pattern) });
    case "invalid_key": {
      const pattern = fault.issues.find((issue) => issue.code === "invalid_format")?.pattern;
      const key = String(path.at(-1));
      return makeIssue("schema/format", document.keySpan(path), { seen: key, expected: spellingOf(pattern) });
    }
    default:
      return makeIssue("schema/other", at, { reason: fault.message });
  }
}

function limitIssue(
  fault: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig,
  seen: unknown,
  at: Issue["at"],
  limit: string,
): Issue {
  if (fault.origin === "array") return makeIssue("schema/length", at, { seen: (seen as unknown[]).length, limit });
  if (fault.origin === "string") {
    return makeIssue("schema/type", at, {
      expected: { zh: "非空的文字", en: "a text that is not empty" },
      seen: { zh: "空文字", en: "an empty one" },
    });
  }
  return makeIssue("schema/limit", at, { seen: String(seen), limit });
}

/** A number by itself, since it may be of the wrong sort of number; anything else by its type. */
function seenWords(seen: unknown): Bilingual {
  return typeof seen === "number" ? { zh: ` ${seen}`, en: String(seen) } : typeWords(typeOf(seen));
}

/** The shapes that a value may have, joined by “or”. */
function shapesOf(fault: z.core.$ZodIssueInvalidUnion): Bilingual {
  const words = fault.errors.flatMap((errors) =>
    errors.flatMap((error) => {
      if (error.code === "invalid_union") return [shapesOf(error)];
      return error.code === "invalid_type" && error.path.length === 0 ? [typeWords(error.expected)] : [];
    }),
  );
  return {
    zh: [...new Set(words.map((word) => word.zh))].join("或"),
    en: [...new Set(words.map((word) => word.en))].join(" or "),
  };
}

function spellingOf(pattern: string | undefined): Bilingual {
  const spelling = Object.values(spellings).find((candidate) => String(candidate.pattern) === pattern);
  return spelling?.expected ?? { zh: `符合 ${pattern} 的文字`, en: `a text that matches ${pattern}` };
}
