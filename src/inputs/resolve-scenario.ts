import { type Issue, makeIssue } from "../core/issue.ts";
import { nearestName } from "../core/nearest-name.ts";
import { defaultRun } from "./default-values.ts";
import type { ScenarioSource } from "./parse-scenario.ts";
import type { DriverUse, EventUse, Plan, RunSettings, Scenario, Switch } from "./study.ts";

/** What `extends` is followed against. */
export interface ScenarioContext {
  readonly sources: readonly ScenarioSource[];
  /** False when a scenario file could not be read; unknown parents are then not told. */
  readonly isComplete: boolean;
  readonly switches: readonly Switch[];
  readonly plan: Pick<Plan, "lastYear"> | null;
}

/**
 * Follow `extends` of every scenario and merge what the chain says: key by key, the nearer scenario wins.
 *
 * Events are joined by name; `off` removes one. A reading that is an option of a switch becomes a setting of the
 * switch in the file that gives it, unless that file sets the switch itself.
 *
 * @returns the scenarios whose chain is sound, in code-point order of their ids.
 */
export function resolveScenarios(context: ScenarioContext, issues: Issue[]): Scenario[] {
  const byId = new Map(context.sources.map((source) => [source.id, source]));
  const scenarios = context.sources.flatMap((source) => {
    const chain = followExtends(source, byId, context.isComplete, issues);
    return (chain && mergeChain(chain, context, issues)) ?? [];
  });
  return scenarios.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The scenario and those above it, nearest first; null after an issue. */
function followExtends(
  source: ScenarioSource,
  byId: ReadonlyMap<string, ScenarioSource>,
  isComplete: boolean,
  issues: Issue[],
): ScenarioSource[] | null {
  const chain = [source];
  for (let current = source; current.file.extends !== undefined; ) {
    const at = current.document.span(["extends"]);
    const above = byId.get(current.file.extends);
    if (!above) {
      if (current === source && isComplete) {
        const known = [...byId.keys()].filter((id) => id !== source.id && id !== "");
        const name = current.file.extends;
        const parameters = { kind: "scenario", name, nearest: nearestName(name, known), known } as const;
        issues.push(makeIssue("name/unknown", at, parameters));
      }
      return null;
    }
    // Every scenario of a loop comes back to itself; the first by name tells it.
    if (above === source && chain.every((link) => source.id <= link.id)) {
      const loop = [...chain, source].map((link) => link.id).join(" → ");
      issues.push(makeIssue("scenario/extends-loop", source.document.span(["extends"]), { loop }));
    }
    if (chain.includes(above)) return null;
    chain.push(above);
    current = above;
  }
  return chain;
}

function mergeChain(chain: readonly ScenarioSource[], context: ScenarioContext, issues: Issue[]): Scenario | null {
  const source = chain[0]!;
  const { label, description } = source.file;
  const farthestFirst = [...chain].reverse();
  const events = mergeEvents(farthestFirst, source, issues);
  const run = mergeRun(farthestFirst, source, context.plan, issues);
  if (source.id === "" || !label || !description || !run) return null;
  const merge = <T>(part: (link: ScenarioSource) => Readonly<Record<string, T>> | undefined): Record<string, T> =>
    Object.assign({}, ...farthestFirst.map(part));
  return {
    id: source.id,
    label,
    description,
    ancestors: chain.slice(1).map((link) => link.id),
    readings: merge((link) => link.file.readings),
    switches: merge((link) => ({ ...switchReadings(link, context.switches), ...link.file.switches })),
    levers: merge((link) => link.levers),
    policies: merge((link) => link.file.policies),
    assumptions: merge((link) => link.assumptions),
    events,
    drivers: mergeDrivers(farthestFirst),
    knownAsOf: chain.find((link) => link.file.known_as_of !== undefined)?.file.known_as_of ?? null,
    run,
    file: source.document.file,
    at: source.document.keySpan(["id"]),
  };
}

/** The readings of a file that are options of a switch. */
function switchReadings(source: ScenarioSource, switches: readonly Switch[]): Record<string, string> {
  const entries = Object.entries(source.file.readings ?? {});
  return Object.fromEntries(
    entries.filter(([name, reading]) => switches.some((s) => s.name === name && s.options.includes(reading))),
  );
}

/** Events of the chain by name; an issue when the nearest scenario switches off what none above it uses. */
function mergeEvents(farthestFirst: readonly ScenarioSource[], source: ScenarioSource, issues: Issue[]): EventUse[] {
  const events = new Map<string, EventUse>();
  for (const link of farthestFirst) {
    for (const entry of link.events) {
      if (!entry.isOff) {
        const { isOff, ...use } = entry;
        events.set(use.name, use);
      } else if (!events.delete(entry.name) && link === source) {
        issues.push(makeIssue("scenario/event-off", entry.place, { name: entry.name }));
      }
    }
  }
  return [...events.values()];
}

/** Drivers of the chain, the nearest place of each. */
function mergeDrivers(farthestFirst: readonly ScenarioSource[]): DriverUse[] {
  const drivers = new Map(farthestFirst.flatMap((link) => link.drivers.map((use) => [use.name, use])));
  return [...drivers.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** How much longer than the plan a run may be, in years. */
const longestExtension = 100;

function mergeRun(
  farthestFirst: readonly ScenarioSource[],
  source: ScenarioSource,
  plan: ScenarioContext["plan"],
  issues: Issue[],
): RunSettings | null {
  if (!plan) return null;
  const given: NonNullable<ScenarioSource["file"]["run"]> = Object.assign(
    {},
    ...farthestFirst.map((link) => link.file.run),
  );
  const until = given.until ?? plan.lastYear;
  const latest = plan.lastYear + longestExtension;
  const own = source.file.run?.until;
  if (own !== undefined && (own < plan.lastYear || own > latest)) {
    const at = source.document.span(["run", "until"]);
    issues.push(makeIssue("scenario/until", at, { until: own, last: plan.lastYear, latest }));
  }
  return {
    draws: given.draws ?? defaultRun.draws,
    seed: given.seed ?? defaultRun.seed,
    until,
    sampling: given.sampling ?? defaultRun.sampling,
  };
}
