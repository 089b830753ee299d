import type { Distribution } from "../core/distribution.ts";
import type { Parsed } from "../core/expression.ts";
import { type Issue, makeIssue } from "../core/issue.ts";
import { parseDistribution } from "../core/parse-distribution.ts";
import { parseExpression } from "../core/parse-expression.ts";
import { parseUnit } from "../core/parse-unit.ts";
import type { Unit } from "../core/unit.ts";
import type { Case, Formula } from "./study.ts";
import type { YamlDocument, YamlPath } from "./yaml-document.ts";

/** A case as a model file writes it. */
type CaseEntry = { readonly when?: string | undefined; readonly value: string | number };

/** Parse the formula at a path; a number is a formula too. Null after an issue. */
export function formulaAt(
  document: YamlDocument,
  path: YamlPath,
  written: string | number,
  issues: Issue[],
): Formula | null {
  const text = String(written);
  const expression = acceptParsed(parseExpression(text), "formula/syntax", document, path, text, issues);
  if (expression === null) return null;
  return { text, expression, at: document.textSpan(path, text, { start: 0, end: text.length }) };
}

/** Parse a formula or a list of cases; null after issues, of which there may be one for each case. */
export function casesAt(
  document: YamlDocument,
  path: YamlPath,
  written: string | number | readonly CaseEntry[],
  issues: Issue[],
): Case[] | null {
  if (typeof written === "string" || typeof written === "number") {
    const value = formulaAt(document, path, written, issues);
    return value && [{ when: null, value }];
  }
  const cases: Case[] = [];
  for (const [place, entry] of written.entries()) {
    const isConditional = entry.when !== undefined;
    const when = isConditional ? formulaAt(document, [...path, place, "when"], entry.when, issues) : null;
    const value = formulaAt(document, [...path, place, "value"], entry.value, issues);
    if (value && (when || !isConditional)) cases.push({ when, value });
  }
  return cases.length === written.length ? cases : null;
}

/** Parse the unit at a path; null after an issue. */
export function unitAt(document: YamlDocument, path: YamlPath, written: string | number, issues: Issue[]): Unit | null {
  const text = String(written);
  return acceptParsed(parseUnit(text), "unit/syntax", document, path, text, issues);
}

/** Parse the distribution at a path; null after an issue. */
export function distributionAt(
  document: YamlDocument,
  path: YamlPath,
  text: string,
  issues: Issue[],
): Distribution | null {
  return acceptParsed(parseDistribution(text), "distribution/syntax", document, path, text, issues);
}

function acceptParsed<T>(
  parsed: Parsed<T>,
  code: "formula/syntax" | "unit/syntax" | "distribution/syntax",
  document: YamlDocument,
  path: YamlPath,
  text: string,
  issues: Issue[],
): T | null {
  if (parsed.ok) return parsed.value;
  const { range, found, expected } = parsed.fault;
  issues.push(makeIssue(code, document.textSpan(path, text, range), { found, expected }));
  return null;
}
