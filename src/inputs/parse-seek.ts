import { type Issue, makeIssue } from "../core/issue.ts";
import { nearestName } from "../core/nearest-name.ts";
import { checkSchema } from "./check-schema.ts";
import type { ModelNames } from "./model-names.ts";
import { type SeekFile, seekSchema } from "./seek-schema.ts";
import { defaultSeekSettings, type SeekSettings } from "./seek-settings.ts";
import type { Lever } from "./study.ts";
import type { YamlDocument } from "./yaml-document.ts";

/** What search settings are held against. */
export interface SeekWorld {
  readonly names: ModelNames;
  readonly levers: readonly Lever[];
  /** Ids of the plan's rows, sound or not; null when the plan could not be read. */
  readonly indicatorIds: readonly string[] | null;
}

/** Parse the settings of the search for levers and check the names and ranges in them. */
export function parseSeek(document: YamlDocument, world: SeekWorld, issues: Issue[]): SeekSettings {
  const file = checkSchema(seekSchema, document, issues);
  const standard = defaultSeekSettings;
  return {
    probability: { ...standard.probability, ...withoutUndefined(file.probability) },
    suggestedTargets: { ...standard.suggestedTargets, ...withoutUndefined(file.suggested_targets) },
    from: file.from ?? null,
    effortExponent: file.effort?.exponent ?? standard.effortExponent,
    budget: file.effort?.budget ?? null,
    levers: parseLevers(file.levers ?? {}, document, world, issues),
    sets: parseSets(file.sets ?? {}, document, world, issues),
  };
}

function withoutUndefined<T extends object>(entries: T | undefined): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const given = Object.entries(entries ?? {}).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as { [K in keyof T]?: Exclude<T[K], undefined> };
}

function parseLevers(
  entries: NonNullable<SeekFile["levers"]>,
  document: YamlDocument,
  { names, levers }: SeekWorld,
  issues: Issue[],
): SeekSettings["levers"] {
  const parsed = Object.entries(entries).map(([name, entry]) => {
    const path = ["levers", name];
    names.check("lever", name, ["lever"], document.keySpan(path), issues);
    const range = levers.find((lever) => lever.name === name)?.range;
    const { cost = 1, lower = null, upper = null, use = true } = entry;
    if (range) checkBounds(name, { lower, upper }, range, document, issues);
    return [name, { cost, lower, upper, isUsed: use }] as const;
  });
  return Object.fromEntries(parsed);
}

/** Hold the bounds of a lever against its range in the model. */
function checkBounds(
  name: string,
  bounds: { readonly lower: number | null; readonly upper: number | null },
  range: Lever["range"],
  document: YamlDocument,
  issues: Issue[],
): void {
  // A range that holds nothing has its own issue.
  if (range.lower >= range.upper) return;
  const path = ["levers", name];
  for (const key of ["lower", "upper"] as const) {
    const value = bounds[key];
    if (value === null || (value >= range.lower && value <= range.upper)) continue;
    issues.push(makeIssue("scenario/lever-range", document.span([...path, key]), { name, value, ...range }));
  }
  if ((bounds.lower ?? range.lower) >= (bounds.upper ?? range.upper)) {
    issues.push(makeIssue("seek/empty-range", document.keySpan(path), { name }));
  }
}

function parseSets(
  entries: NonNullable<SeekFile["sets"]>,
  document: YamlDocument,
  { indicatorIds }: SeekWorld,
  issues: Issue[],
): SeekSettings["sets"] {
  for (const [set, { indicators }] of Object.entries(entries)) {
    for (const [place, id] of indicators.entries()) {
      if (indicatorIds === null || indicatorIds.includes(id)) continue;
      const parameters = {
        kind: "indicator",
        name: id,
        nearest: nearestName(id, indicatorIds),
        known: indicatorIds,
      } as const;
      issues.push(makeIssue("name/unknown", document.span(["sets", set, "indicators", place]), parameters));
    }
  }
  return entries;
}
