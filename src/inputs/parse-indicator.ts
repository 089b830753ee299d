import { type Issue, makeIssue } from "../core/issue.ts";
import { nearestName } from "../core/nearest-name.ts";
import { ownReading } from "./default-values.ts";
import { unitAt } from "./parse-language.ts";
import { parseTargetPath } from "./parse-target-path.ts";
import type { IndicatorEntry } from "./plan-schema.ts";
import type { Baseline, Figure, Indicator, PlanYears, Target } from "./study.ts";
import type { YamlDocument, YamlPath } from "./yaml-document.ts";

/** Parse one row of the plan; null after issues that leave nothing to go on with. */
export function parseIndicator(
  id: string,
  entry: IndicatorEntry,
  years: PlanYears | null,
  document: YamlDocument,
  issues: Issue[],
): Indicator | null {
  const path = ["indicators", id];
  const unit = unitAt(document, [...path, "unit"], entry.unit, issues);
  const baseline = parseBaseline(entry.baseline, [...path, "baseline"], document, issues);
  const target = entry.target ? parseTarget(entry.target, years, [...path, "target"], document, issues) : null;
  if (entry.share || entry.target?.kind === "share") checkShareFigures(entry, path, document, issues);
  if (entry.variable === undefined && !entry.not_assessable) {
    issues.push(makeIssue("plan/no-reason", document.keySpan(path), {}));
  }
  if (!unit) return null;
  const isPercent = entry.display?.percent ?? false;
  return {
    id,
    row: entry.row === undefined ? null : String(entry.row),
    label: entry.label,
    unit,
    unitText: String(entry.unit),
    display: { percent: isPercent, decimals: entry.display?.decimals ?? (isPercent ? 1 : 2) },
    variable: entry.variable ?? null,
    share: entry.share ?? null,
    attribute: entry.attribute,
    baseline,
    target,
    series: entry.series ?? null,
    place: entry.place,
    printed: { baseline: entry.printed.baseline ?? null, target: entry.printed.target ?? null },
    note: entry.note ?? null,
    notAssessableBecause: entry.not_assessable ?? null,
    at: document.keySpan(path),
  };
}

function parseBaseline(
  entry: IndicatorEntry["baseline"],
  path: YamlPath,
  document: YamlDocument,
  issues: Issue[],
): Baseline {
  const { period, year, from } = entry;
  if (period === "sum" && !(from !== undefined && from < year)) {
    issues.push(makeIssue("plan/sum-years", document.span([...path, "from"]), { from, year }));
  }
  if (period !== "sum" && from !== undefined) {
    issues.push(makeIssue("plan/from-without-sum", document.span([...path, "from"]), {}));
  }
  if ((entry.value === undefined) === (entry.readings === undefined)) {
    issues.push(makeIssue("plan/one-of", document.span(path), { first: "value", second: "readings" }));
  }
  const readings: Record<string, Figure> = entry.readings ?? { [entry.default ?? ownReading]: entry.value ?? null };
  for (const [name, figure] of Object.entries(readings)) {
    if (typeof figure !== "object" || figure === null || figure.min < figure.max) continue;
    const at = document.span(entry.readings ? [...path, "readings", name] : [...path, "value"]);
    issues.push(makeIssue("plan/interval", at, figure));
  }
  const chosen = entry.default ?? ownReading;
  if (!Object.hasOwn(readings, chosen)) {
    const known = Object.keys(readings);
    const parameters = { kind: "reading", name: chosen, nearest: nearestName(chosen, known), known } as const;
    issues.push(makeIssue("name/unknown", document.span([...path, "default"]), parameters));
  }
  return { period, year, from: from ?? null, readings, default: chosen, at: document.keySpan(path) };
}

function parseTarget(
  entry: NonNullable<IndicatorEntry["target"]>,
  years: PlanYears | null,
  path: YamlPath,
  document: YamlDocument,
  issues: Issue[],
): Target {
  const { kind, comparison, value, year } = entry;
  if (years && (year < years.firstYear || year > years.lastYear)) {
    const parameters = { year, first: years.firstYear, last: years.lastYear };
    issues.push(makeIssue("plan/target-year", document.span([...path, "year"]), parameters));
  }
  const chosen = entry.default ?? ownReading;
  const readings: Record<string, Target["readings"][string]> = {};
  for (const [name, other] of Object.entries(entry.readings ?? {})) {
    if (name === chosen) {
      issues.push(makeIssue("plan/reading-of-default", document.keySpan([...path, "readings", name]), { name }));
    }
    readings[name] = { comparison: other.comparison ?? comparison, value: other.value ?? value };
  }
  checkComparison(kind, comparison, [...path, "comparison"], document, issues);
  for (const [name, reading] of Object.entries(readings)) {
    checkComparison(kind, reading.comparison, [...path, "readings", name, "comparison"], document, issues);
  }
  const rule = entry.rule ?? (kind === "ceiling" || kind === "maintain" ? "each_year" : "end_year");
  const way = parseTargetPath(entry, years, [...path, "path"], document, issues);
  return { kind, rule, comparison, value, year, readings, default: chosen, path: way, at: document.keySpan(path) };
}

/** A floor is met from above, a ceiling from below; the other kinds go either way. */
function checkComparison(
  kind: Target["kind"],
  comparison: Target["comparison"],
  path: YamlPath,
  document: YamlDocument,
  issues: Issue[],
): void {
  const isUpward = comparison.startsWith(">");
  if ((kind === "floor" && !isUpward) || (kind === "ceiling" && isUpward)) {
    issues.push(makeIssue("plan/target-comparison", document.span(path), { kind, comparison }));
  }
}

/** Figures of a share are fractions: the common slip is to write percent. */
function checkShareFigures(entry: IndicatorEntry, path: YamlPath, document: YamlDocument, issues: Issue[]): void {
  const figures: [YamlPath, Figure | undefined][] = [
    [[...path, "baseline", "value"], entry.baseline.value],
    [[...path, "target", "value"], entry.target?.value],
    ...Object.entries(entry.baseline.readings ?? {}).map(([name, figure]): [YamlPath, Figure] => [
      [...path, "baseline", "readings", name],
      figure,
    ]),
    ...Object.entries(entry.target?.readings ?? {}).map(([name, reading]): [YamlPath, Figure | undefined] => [
      [...path, "target", "readings", name],
      reading.value,
    ]),
  ];
  for (const [place, figure] of figures) {
    const bounds = typeof figure === "object" && figure !== null ? [figure.min, figure.max] : [figure ?? 0];
    const value = bounds.find((bound) => bound < 0 || bound > 1);
    if (value !== undefined) issues.push(makeIssue("plan/share-figure", document.span(place), { value }));
  }
}
