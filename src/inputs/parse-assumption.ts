import type { Distribution } from "../core/distribution.ts";
import { type Issue, makeIssue } from "../core/issue.ts";
import type { ModelEntry } from "./model-schema.ts";
import { distributionAt, unitAt } from "./parse-language.ts";
import type { Assumption } from "./study.ts";
import type { YamlDocument } from "./yaml-document.ts";

/** Parse an assumption; null after issues. */
export function parseAssumption(
  name: string,
  sector: string,
  entry: ModelEntry<"assumptions">,
  document: YamlDocument,
  issues: Issue[],
): Assumption | null {
  const path = ["assumptions", name];
  const before = issues.length;
  const { value, distribution: text } = entry;
  const unit = unitAt(document, [...path, "unit"], entry.unit, issues);
  const distribution = text === undefined ? null : distributionAt(document, [...path, "distribution"], text, issues);
  if (value === undefined && text === undefined) {
    issues.push(makeIssue("assumption/no-value", document.keySpan(path), {}));
  }
  if (value !== undefined && distribution) {
    const [lower, upper] = support(distribution);
    const isInside = lower <= value && value <= upper;
    const at = document.span([...path, "value"]);
    if (!isInside) issues.push(makeIssue("assumption/outside", at, { value, lower, upper }));
  }
  if (!unit || issues.length > before) return null;
  return {
    name,
    sector,
    label: entry.label ?? null,
    unit,
    unitText: String(entry.unit),
    value: value ?? null,
    distribution,
    distributionText: text ?? null,
    basis: entry.basis,
    source: entry.source ?? null,
    shared: entry.shared ?? false,
    at: document.keySpan(path),
  };
}

/** Least and greatest value that a distribution can give. */
function support(distribution: Distribution): readonly [number, number] {
  switch (distribution.kind) {
    case "normal":
      return [-Infinity, Infinity];
    case "lognormal":
      return [0, Infinity];
    case "discrete": {
      const values = distribution.outcomes.map((outcome) => outcome.value);
      return [Math.min(...values), Math.max(...values)];
    }
    default:
      return [distribution.lower, distribution.upper];
  }
}
