import type { EventDefinition, EventUse, Scenario } from "../inputs/study.ts";
import { wholePower } from "../model/arithmetic.ts";

/** An event as a scenario uses it: how strongly it acts in each year. */
export interface ActiveEvent {
  readonly definition: EventDefinition;
  /** shape × size, one number a year. */
  readonly path: Float64Array;
}

/** Events of a scenario, those known by its `known_as_of`, and the names of those left out. */
export interface ActiveEvents {
  readonly events: readonly ActiveEvent[];
  readonly leftOut: readonly string[];
}

/**
 * Strength of each event by year under a scenario.
 *
 * An event decided after `known_as_of` is left out and named; one without a date is taken as known.
 *
 * @param years - calendar years, base year first.
 */
export function eventPaths(
  definitions: readonly EventDefinition[],
  scenario: Scenario,
  years: readonly number[],
): ActiveEvents {
  const events: ActiveEvent[] = [];
  const leftOut: string[] = [];
  for (const use of scenario.events) {
    const definition = definitions.find((d) => d.name === use.name);
    if (!definition) continue;
    const { knownAsOf } = scenario;
    if (knownAsOf !== null && definition.decided !== null && definition.decided > knownAsOf) {
      leftOut.push(use.name);
    } else {
      const path = Float64Array.from(years, (year) => use.size * strengthAt(definition, use, year));
      events.push({ definition, path });
    }
  }
  return { events, leftOut };
}

function strengthAt(definition: EventDefinition, use: EventUse, year: number): number {
  const start = use.at ?? definition.at;
  if (!start) return 0;
  const since = year - start.year;
  if (since < 0) return 0;
  // An event that starts in month m acts on (13 − m) twelfths of its first year.
  const firstYear = since === 0 ? (13 - start.month) / 12 : 1;
  return firstYear * shapeAt(definition, since);
}

function shapeAt({ shape, years, share }: EventDefinition, since: number): number {
  switch (shape) {
    case "pulse":
      return since === 0 ? 1 : 0;
    case "step":
      return 1;
    case "ramp":
      return Math.min(1, (since + 1) / years);
    case "decay":
      return wholePower(share, since);
    case "pulse_rebound":
      return since === 0 ? 1 : since === 1 ? -share : 0;
  }
}
