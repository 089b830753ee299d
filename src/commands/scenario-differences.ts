import type { AssumptionSetting, DriverUse, EventUse, LeverSetting, Scenario } from "../inputs/study.ts";

export type DifferenceKind =
  | "reading"
  | "switch"
  | "lever"
  | "policy"
  | "assumption"
  | "event"
  | "driver"
  | "known_as_of"
  | "run";

/** Something that one scenario sets and another sets otherwise, or not at all. */
export interface ScenarioDifference {
  readonly kind: DifferenceKind;
  readonly name: string;
  /** What each scenario says, as its file would; null: it says nothing. */
  readonly from: string | null;
  readonly to: string | null;
  /** Lay this one difference over a scenario that is otherwise as the first. */
  readonly apply: (scenario: Scenario) => Scenario;
}

/**
 * List what differs between two scenarios, kind by kind and in order of name; labels and descriptions do not count.
 *
 * Applying all of them to the first gives a scenario that runs as the second.
 */
export function scenarioDifferences(first: Scenario, second: Scenario): ScenarioDifference[] {
  return [
    ...readingDifferences(first, second),
    ...entryDifferences("lever", "levers", first, second, leverText),
    ...entryDifferences("policy", "policies", first, second, String),
    ...entryDifferences("assumption", "assumptions", first, second, assumptionText),
    ...eventDifferences(first, second),
    ...driverDifferences(first, second),
    ...knownDifference(first, second),
    ...runDifferences(first, second),
  ];
}

/** Readings and switches: a reading may choose a switch of its name too, and then the two are one difference. */
function readingDifferences(first: Scenario, second: Scenario): ScenarioDifference[] {
  const switches = entryDifferences("switch", "switches", first, second, String);
  const readings = entryDifferences("reading", "readings", first, second, String).map((reading) => {
    const same = switches.find(({ name }) => name === reading.name);
    return same === undefined ? reading : { ...reading, apply: (s: Scenario) => same.apply(reading.apply(s)) };
  });
  return [...readings, ...switches.filter(({ name }) => !readings.some((reading) => reading.name === name))];
}

type Section = "readings" | "switches" | "levers" | "policies" | "assumptions";

function entryDifferences<S extends Section>(
  kind: DifferenceKind,
  section: S,
  first: Scenario,
  second: Scenario,
  text: (value: Scenario[S][string]) => string,
): ScenarioDifference[] {
  const from = first[section] as Readonly<Record<string, Scenario[S][string]>>;
  const to = second[section] as Readonly<Record<string, Scenario[S][string]>>;
  const names = [...new Set([...Object.keys(from), ...Object.keys(to)])].sort();
  const say = (value: Scenario[S][string] | undefined) => (value === undefined ? null : text(value));
  return names.flatMap((name) => {
    if (say(from[name]) === say(to[name])) return [];
    const apply = (scenario: Scenario): Scenario => {
      const { [name]: _, ...others } = scenario[section] as Record<string, Scenario[S][string]>;
      const value = to[name];
      return { ...scenario, [section]: value === undefined ? others : { ...others, [name]: value } };
    };
    return [{ kind, name, from: say(from[name]), to: say(to[name]), apply }];
  });
}

function eventDifferences(first: Scenario, second: Scenario): ScenarioDifference[] {
  const find = ({ events }: Scenario, name: string) => events.find((use) => use.name === name);
  const names = [...new Set([...first.events, ...second.events].map(({ name }) => name))].sort();
  return names.flatMap((name) => {
    const [from, to] = [find(first, name), find(second, name)];
    const say = (use: EventUse | undefined) => (use === undefined ? null : eventText(use));
    if (say(from) === say(to)) return [];
    const apply = (scenario: Scenario): Scenario => {
      const others = scenario.events.filter((use) => use.name !== name);
      return { ...scenario, events: to === undefined ? others : [...others, to] };
    };
    return [{ kind: "event", name, from: say(from), to: say(to), apply }];
  });
}

function driverDifferences(first: Scenario, second: Scenario): ScenarioDifference[] {
  const find = ({ drivers }: Scenario, name: string) => drivers.find((use) => use.name === name);
  const names = [...new Set([...first.drivers, ...second.drivers].map(({ name }) => name))].sort();
  return names.flatMap((name) => {
    const [from, to] = [find(first, name), find(second, name)];
    if ((from === undefined) === (to === undefined)) return [];
    const say = (use: DriverUse | undefined) => (use === undefined ? null : "forecast");
    const apply = (scenario: Scenario): Scenario => {
      const others = scenario.drivers.filter((use) => use.name !== name);
      return { ...scenario, drivers: to === undefined ? others : [...others, to] };
    };
    return [{ kind: "driver", name, from: say(from), to: say(to), apply }];
  });
}

function knownDifference({ knownAsOf: from }: Scenario, { knownAsOf: to }: Scenario): ScenarioDifference[] {
  if (from === to) return [];
  return [{ kind: "known_as_of", name: "known_as_of", from, to, apply: (s) => ({ ...s, knownAsOf: to }) }];
}

/** Settings of the run change no assumption, so they are told but never applied. */
function runDifferences({ run: from }: Scenario, { run: to }: Scenario): ScenarioDifference[] {
  return (["draws", "seed", "sampling", "until"] as const).flatMap((name) =>
    from[name] === to[name]
      ? []
      : [{ kind: "run", name, from: String(from[name]), to: String(to[name]), apply: (s) => s }],
  );
}

function leverText(setting: LeverSetting): string {
  if (typeof setting === "number") return String(setting);
  return `{${setting.map(({ year, intensity }) => `${year}: ${intensity}`).join(", ")}}`;
}

function assumptionText(setting: AssumptionSetting): string {
  return setting.kind === "fixed" ? String(setting.value) : setting.text;
}

function eventText({ at, size }: EventUse): string {
  const start = at === null ? "" : `at ${at.year}${at.month === 1 ? "" : `-${String(at.month).padStart(2, "0")}`}, `;
  return `${start}size ${size}`;
}
