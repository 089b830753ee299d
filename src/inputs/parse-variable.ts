import { type Issue, makeIssue } from "../core/issue.ts";
import type { ModelEntry } from "./model-schema.ts";
import { casesAt, formulaAt, unitAt } from "./parse-language.ts";
import type { Case, IdentitySource, VariableSource } from "./study.ts";
import type { YamlDocument } from "./yaml-document.ts";

/**
 * Parse a variable; null after issues.
 *
 * Whether it has the equations that its kind needs is checked when the model is compiled.
 */
export function parseVariable(
  name: string,
  sector: string,
  entry: ModelEntry<"variables">,
  document: YamlDocument,
  issues: Issue[],
): VariableSource | null {
  const path = ["variables", name];
  const before = issues.length;
  const kind = entry.kind ?? "auxiliary";
  const unit = unitAt(document, [...path, "unit"], entry.unit, issues);
  const casesOf = (key: "equation" | "initial" | "inflow" | "outflow"): Case[] | null => {
    const written = entry[key];
    return written === undefined ? null : casesAt(document, [...path, key], written, issues);
  };
  const [equation, initial, inflow, outflow] = [
    casesOf("equation"),
    casesOf("initial"),
    casesOf("inflow"),
    casesOf("outflow"),
  ];
  const flow = (["inflow", "outflow"] as const).find((key) => entry[key] !== undefined);
  if (flow && kind !== "stock") {
    issues.push(makeIssue("variable/flows", document.keySpan([...path, flow]), { kind }));
  }
  if (!unit || issues.length > before) return null;
  return {
    name,
    sector,
    kind,
    label: entry.label,
    unit,
    unitText: String(entry.unit),
    over: entry.over ?? [],
    equation,
    initial,
    inflow,
    outflow,
    report: entry.report ?? false,
    series: entry.series ?? name,
    source: entry.source ?? null,
    at: document.keySpan(path),
  };
}

/** Parse an identity, which must have one outermost equality or bound; null after an issue. */
export function parseIdentity(
  name: string,
  sector: string,
  entry: ModelEntry<"identities">,
  document: YamlDocument,
  issues: Issue[],
): IdentitySource | null {
  const path = ["identities", name, "holds"];
  const formula = formulaAt(document, path, entry.holds, issues);
  if (!formula) return null;
  const { expression } = formula;
  const comparison = expression.kind === "binary" ? expression.operator : null;
  if (expression.kind !== "binary" || !(comparison === "==" || comparison === "<=" || comparison === ">=")) {
    issues.push(makeIssue("identity/comparison", formula.at, {}));
    return null;
  }
  return {
    name,
    sector,
    tag: entry.tag ?? null,
    label: entry.label ?? null,
    left: expression.left,
    comparison,
    right: expression.right,
    formula,
    over: entry.over ?? [],
  };
}
