import { type Issue, makeIssue } from "../core/issue.ts";
import { checkSchema } from "./check-schema.ts";
import { defaultEventSize } from "./default-values.ts";
import { parseTime } from "./parse-effects.ts";
import { distributionAt } from "./parse-language.ts";
import { outputNames, type ScenarioFile, scenarioSchema } from "./scenario-schema.ts";
import type { AssumptionSetting, DriverUse, EventUse, LeverSetting } from "./study.ts";
import type { YamlDocument } from "./yaml-document.ts";

/** An event of one scenario file: used, or switched off again. */
export type EventEntry =
  | (EventUse & { readonly isOff: false })
  | (Pick<EventUse, "name" | "place"> & { readonly isOff: true });

/** What one scenario file says by itself, before `extends` is followed. */
export interface ScenarioSource {
  /** Empty when the file gives no sound id. */
  readonly id: string;
  readonly document: YamlDocument;
  /** The sound part of the file. */
  readonly file: Partial<ScenarioFile>;
  readonly levers: Readonly<Record<string, LeverSetting>>;
  readonly assumptions: Readonly<Record<string, AssumptionSetting>>;
  readonly events: readonly EventEntry[];
  readonly drivers: readonly DriverUse[];
}

/** Parse one scenario file; what is wrong goes to `issues` and is left out. */
export function parseScenario(document: YamlDocument, issues: Issue[]): ScenarioSource {
  const file = checkSchema(scenarioSchema, document, issues);
  if (outputNames.includes(file.id ?? "")) {
    issues.push(makeIssue("scenario/output-name", document.span(["id"]), { id: file.id ?? "" }));
  }
  return {
    id: file.id ?? "",
    document,
    file,
    levers: mapEntries(file.levers, (_, setting) => parseLeverSetting(setting)),
    assumptions: mapEntries(file.assumptions, (name, setting) => parseSetting(name, setting, document, issues)),
    events: parseEvents(file.events ?? [], document, issues),
    drivers: Object.keys(file.drivers ?? {}).map((name) => ({
      name,
      asOf: null,
      place: document.keySpan(["drivers", name]),
    })),
  };
}

function mapEntries<E, T>(
  entries: Readonly<Record<string, E>> | undefined,
  parse: (name: string, entry: E) => T | null,
): Record<string, T> {
  const parsed = Object.entries(entries ?? {}).flatMap(([name, entry]): [string, T][] => {
    const value = parse(name, entry);
    return value === null ? [] : [[name, value]];
  });
  return Object.fromEntries(parsed);
}

function parseLeverSetting(setting: number | Readonly<Record<string, number>>): LeverSetting {
  if (typeof setting === "number") return setting;
  const path = Object.entries(setting).map(([year, intensity]) => ({ year: Number(year), intensity }));
  return path.sort((a, b) => a.year - b.year);
}

function parseSetting(
  name: string,
  setting: number | string,
  document: YamlDocument,
  issues: Issue[],
): AssumptionSetting | null {
  if (typeof setting === "number") return { kind: "fixed", value: setting };
  const distribution = distributionAt(document, ["assumptions", name], setting, issues);
  return distribution && { kind: "distribution", distribution, text: setting };
}

function parseEvents(
  entries: NonNullable<ScenarioFile["events"]>,
  document: YamlDocument,
  issues: Issue[],
): EventEntry[] {
  const events = new Map<string, EventEntry>();
  for (const [place, entry] of entries.entries()) {
    const use = typeof entry === "string" ? { use: entry } : entry;
    const path = typeof entry === "string" ? ["events", place] : ["events", place, "use"];
    const at = document.span(path);
    // A time that was refused is told where it stands; the event is then not held against the model.
    if (use.at === undefined && document.keys(["events", place]).includes("at")) continue;
    const taken = events.get(use.use);
    if (taken) {
      const first = `${taken.place.file}:${taken.place.line}`;
      issues.push(makeIssue("name/duplicate", at, { kind: "event", name: use.use, firstKind: "event", first }));
    } else if (use.off) events.set(use.use, { name: use.use, place: at, isOff: true });
    else {
      const time = use.at === undefined ? null : parseTime(use.at);
      events.set(use.use, { name: use.use, at: time, size: use.size ?? defaultEventSize, place: at, isOff: false });
    }
  }
  return [...events.values()];
}
