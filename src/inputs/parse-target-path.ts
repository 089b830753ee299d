import { type Issue, makeIssue } from "../core/issue.ts";
import type { IndicatorEntry } from "./plan-schema.ts";
import type { PlanYears, TargetKind, TargetPath } from "./study.ts";
import type { YamlDocument, YamlPath } from "./yaml-document.ts";

type TargetEntry = NonNullable<IndicatorEntry["target"]>;

/** Paths that mean something for each kind; what must only be kept has no path but an official one. */
const pathsOfKind: Readonly<Record<TargetKind, readonly TargetPath["kind"][]>> = {
  floor: ["linear", "geometric", "official"],
  share: ["linear", "geometric", "logistic", "official"],
  cumulative: ["linear", "profile", "official"],
  mean_growth: ["linear", "official"],
  ceiling: ["linear", "official"],
  maintain: ["linear", "official"],
};

/** Parse the way that a row is to take to its target; what is wrong goes to `issues` and leaves the straight line. */
export function parseTargetPath(
  { kind, year, path: entry = "linear" }: TargetEntry,
  years: PlanYears | null,
  at: YamlPath,
  document: YamlDocument,
  issues: Issue[],
): TargetPath {
  const straight: TargetPath = { kind: "linear" };
  const wanted = typeof entry === "string" ? entry : "profile" in entry ? "profile" : "official";
  if (!pathsOfKind[kind].includes(wanted)) {
    const known = pathsOfKind[kind];
    issues.push(makeIssue("plan/path-kind", document.span(at), { kind, path: wanted, known }));
    return straight;
  }
  if (typeof entry === "string") return { kind: entry };
  if (years === null) return straight;
  const given = "profile" in entry ? entry.profile : entry.official;
  const values = valuesByYear(given, years.firstYear, year);
  if (values === null) {
    const parameters = { first: years.firstYear, last: year };
    issues.push(makeIssue("plan/path-years", document.span([...at, wanted]), parameters));
    return straight;
  }
  if ("official" in entry) return { kind: "official", values };
  if (values.some((share) => share < 0) || values.every((share) => share === 0)) {
    issues.push(makeIssue("plan/path-profile", document.span([...at, wanted]), {}));
    return straight;
  }
  return { kind: "profile", shares: values };
}

/** One value for each year and for no other; null where that is not so. */
function valuesByYear(given: Readonly<Record<string, number>>, first: number, last: number): number[] | null {
  const wanted = Array.from({ length: last - first + 1 }, (_, i) => String(first + i));
  const isWhole = Object.keys(given).length === wanted.length && wanted.every((year) => Object.hasOwn(given, year));
  return isWhole ? wanted.map((year) => given[year] as number) : null;
}
