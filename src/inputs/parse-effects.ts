import { type Issue, makeIssue } from "../core/issue.ts";
import { defaultCourse } from "./default-values.ts";
import type { ModelEntry } from "./model-schema.ts";
import { distributionAt } from "./parse-language.ts";
import type { Effect, EventDefinition, Lever } from "./study.ts";
import type { YamlDocument, YamlPath } from "./yaml-document.ts";

const operations = ["multiply", "add", "set"] as const;

/** Parse a lever; effects that are wrong are left out after an issue. */
export function parseLever(name: string, entry: ModelEntry<"levers">, document: YamlDocument, issues: Issue[]): Lever {
  const path = ["levers", name];
  const [lower, upper] = entry.range ?? defaultCourse.range;
  if (lower >= upper) issues.push(makeIssue("lever/range", document.span([...path, "range"]), { lower, upper }));
  return {
    name,
    label: entry.label,
    effects: parseEffects(entry.acts_on, [...path, "acts_on"], document, issues),
    lag: entry.lag ?? defaultCourse.lag,
    range: { lower, upper },
    source: entry.source ?? null,
    at: document.keySpan(path),
  };
}

/** Parse an event; effects that are wrong are left out after an issue. Null when its time is wrong. */
export function parseEvent(
  name: string,
  entry: ModelEntry<"events">,
  document: YamlDocument,
  issues: Issue[],
): EventDefinition | null {
  const path = ["events", name];
  const isTimeRefused = entry.at === undefined && document.keys(path).includes("at");
  if (isTimeRefused) return null;
  return {
    name,
    label: entry.label,
    decided: entry.decided ?? null,
    effects: parseEffects(entry.acts_on, [...path, "acts_on"], document, issues),
    shape: entry.shape,
    at: entry.at === undefined ? null : parseTime(entry.at),
    years: entry.years ?? defaultCourse.years,
    share: entry.share ?? defaultCourse.share,
    source: entry.source ?? null,
    place: document.keySpan(path),
  };
}

/** Split a year, or a year and month whose spelling the schema has checked; a year alone begins in January. */
export function parseTime(written: number | string): { readonly year: number; readonly month: number } {
  if (typeof written === "number") return { year: written, month: 1 };
  const [year, month] = written.split("-");
  return { year: Number(year), month: Number(month) };
}

function parseEffects(
  entries: ModelEntry<"levers">["acts_on"],
  path: YamlPath,
  document: YamlDocument,
  issues: Issue[],
): Effect[] {
  return Object.entries(entries).flatMap(([target, entry]) => {
    const given = operations.filter((operation) => entry[operation] !== undefined);
    const operation = given[0];
    if (operation === undefined || given.length > 1) {
      issues.push(makeIssue("effect/operation", document.span([...path, target]), {}));
      return [];
    }
    const written = entry[operation]!;
    const value =
      typeof written === "number" ? written : distributionAt(document, [...path, target, operation], written, issues);
    return value === null ? [] : [{ target, operation, value, at: document.keySpan([...path, target]) }];
  });
}
