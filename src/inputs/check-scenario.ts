import { type Issue, makeIssue, type SourceSpan } from "../core/issue.ts";
import { nearestName } from "../core/nearest-name.ts";
import type { NameKind } from "../core/study-issue-texts.ts";
import type { ModelNames } from "./model-names.ts";
import type { ScenarioSource } from "./parse-scenario.ts";
import { startingPlan } from "./starting-plan.ts";
import type { Indicator, Lever, ModelSource, Plan, Policy } from "./study.ts";

/** What the entries of a scenario are held against. */
export interface ScenarioWorld {
  /** Null when the plan could not be read; what needs it is then not checked. */
  readonly plan: Plan | null;
  readonly indicators: readonly Indicator[];
  /** Ids of all rows, sound or not; null when the plan's file could not be read. */
  readonly indicatorIds: readonly string[] | null;
  readonly model: ModelSource;
  readonly names: ModelNames;
  /** Null when the policies could not be read. */
  readonly policies: readonly Policy[] | null;
}

/** Check every name and figure that one scenario file gives against the plan, the model and the policies. */
export function checkScenario(source: ScenarioSource, world: ScenarioWorld, issues: Issue[]): void {
  checkReadings(source, world, issues);
  checkSwitches(source, world, issues);
  checkLevers(source, world, issues);
  checkPolicies(source, world, issues);
  const { document } = source;
  for (const name of Object.keys(source.file.assumptions ?? {})) {
    world.names.check("assumption", name, ["assumption"], document.keySpan(["assumptions", name]), issues);
  }
  checkDrivers(source, world, issues);
  for (const event of source.events) {
    if (!world.names.check("event", event.name, ["event"], event.place, issues) || event.isOff) continue;
    const definition = world.model.events.find((e) => e.name === event.name);
    if (definition && !definition.at && !event.at) {
      issues.push(makeIssue("scenario/event-time", event.place, { name: event.name }));
    }
    if (event.at) checkYear(event.at.year, event.place, source, world, issues);
  }
}

/** What a forecast replaces is a driver without dimensions; whether it is observed is told when it is forecast. */
function checkDrivers(source: ScenarioSource, { names, model }: ScenarioWorld, issues: Issue[]): void {
  for (const { name, place } of source.drivers) {
    if (names.kindOf(name) !== "variable") {
      const known = model.variables.flatMap((one) => (one.kind === "driver" ? [one.name] : []));
      if (names.isComplete) reportUnknown("variable", name, known, place, issues);
      continue;
    }
    // A variable that is itself at fault has its own issue.
    const variable = model.variables.find((one) => one.name === name);
    if (!variable || (variable.kind === "driver" && variable.over.length === 0)) continue;
    const over = variable.over.join(", ");
    issues.push(makeIssue("scenario/not-a-driver", place, { name, kind: variable.kind, over }));
  }
}

/** A reading is one of a row's baseline, of its target, or an option of a switch of that name. */
function checkReadings(source: ScenarioSource, world: ScenarioWorld, issues: Issue[]): void {
  const { indicatorIds, names } = world;
  if (indicatorIds === null || !names.isComplete) return;
  for (const [name, reading] of Object.entries(source.file.readings ?? {})) {
    const path = ["readings", name];
    const isRow = indicatorIds.includes(name);
    const isSwitch = names.kindOf(name) === "switch";
    if (!isRow && !isSwitch) {
      const known = [...indicatorIds, ...names.of("switch")];
      reportUnknown("reading", name, known, source.document.keySpan(path), issues);
      continue;
    }
    const row = world.indicators.find((indicator) => indicator.id === name);
    const rowBefore = world.plan?.continues?.indicators.find((indicator) => indicator.id === name);
    const choice = world.model.switches.find((s) => s.name === name);
    // A row or switch that is itself at fault has its own issue.
    if ((isRow && !row) || (isSwitch && !choice)) continue;
    const rows = [row, rowBefore].filter((candidate) => candidate !== undefined);
    const known = [...new Set([...rows.flatMap(readingsOf), ...(choice?.options ?? [])])];
    if (known.includes(reading)) continue;
    const parameters = { name, reading, nearest: nearestName(reading, known), known };
    issues.push(makeIssue("scenario/reading", source.document.span(path), parameters));
  }
}

/** Every reading of a row's baseline and target. */
function readingsOf({ baseline, target }: Indicator): string[] {
  return [...Object.keys(baseline.readings), ...(target ? [target.default, ...Object.keys(target.readings)] : [])];
}

function checkSwitches(source: ScenarioSource, world: ScenarioWorld, issues: Issue[]): void {
  for (const [name, option] of Object.entries(source.file.switches ?? {})) {
    const path = ["switches", name];
    if (!world.names.check("switch", name, ["switch"], source.document.keySpan(path), issues)) continue;
    const options = world.model.switches.find((s) => s.name === name)?.options;
    if (options && !options.includes(option)) {
      reportUnknown("option", option, options, source.document.span(path), issues);
    }
  }
}

function checkLevers(source: ScenarioSource, world: ScenarioWorld, issues: Issue[]): void {
  for (const [name, setting] of Object.entries(source.levers)) {
    const path = ["levers", name];
    if (!world.names.check("lever", name, ["lever"], source.document.keySpan(path), issues)) continue;
    const lever = world.model.levers.find((candidate) => candidate.name === name);
    if (typeof setting === "number") checkIntensity(setting, lever, source.document.span(path), issues);
    else {
      for (const { year, intensity } of setting) {
        const place = [...path, String(year)];
        checkYear(year, source.document.keySpan(place), source, world, issues);
        checkIntensity(intensity, lever, source.document.span(place), issues);
      }
    }
  }
}

function checkIntensity(value: number, lever: Lever | undefined, at: SourceSpan, issues: Issue[]): void {
  if (!lever) return;
  const { lower, upper } = lever.range;
  // A range that holds nothing has its own issue.
  if (lower >= upper || (value >= lower && value <= upper)) return;
  issues.push(makeIssue("scenario/lever-range", at, { name: lever.name, value, lower, upper }));
}

function checkPolicies(source: ScenarioSource, { policies }: ScenarioWorld, issues: Issue[]): void {
  if (policies === null) return;
  const numbers = policies.map((policy) => String(policy.number));
  const chapters = [...new Set(policies.map((policy) => `chapter_${policy.chapter}`))];
  for (const key of Object.keys(source.file.policies ?? {})) {
    if (key === "all" || numbers.includes(key) || chapters.includes(key)) continue;
    const at = source.document.keySpan(["policies", key]);
    if (key.startsWith("chapter_")) reportUnknown("chapter", key, chapters, at, issues);
    else reportUnknown("policy", key, numbers, at, issues);
  }
}

/** Warn of a year that the run never reaches: it may be meant, but is more often a slip. */
function checkYear(year: number, at: SourceSpan, source: ScenarioSource, world: ScenarioWorld, issues: Issue[]): void {
  if (!world.plan) return;
  const first = startingPlan(world.plan).baseYear;
  const last = Math.max(world.plan.lastYear, source.file.run?.until ?? 0);
  if (year >= first && year <= last) return;
  issues.push(makeIssue("scenario/year-outside", at, { year, first, last }, "warning"));
}

function reportUnknown(kind: NameKind, name: string, known: readonly string[], at: SourceSpan, issues: Issue[]): void {
  issues.push(makeIssue("name/unknown", at, { kind, name, nearest: nearestName(name, known), known }));
}
