import { expect, test } from "vitest";
import { eventOf, scenarioOf } from "../fixtures/scenario-of.ts";
import type { EventDefinition, EventUse } from "../inputs/study.ts";
import { eventPaths } from "./event-paths.ts";

const years = [2030, 2031, 2032, 2033, 2034];
const place = { file: "s", line: 1, column: 1, endLine: 1, endColumn: 1 };
const use = (given: Partial<EventUse> = {}): EventUse => ({ name: "storm", at: null, size: 1, place, ...given });

function pathOf(definition: Partial<EventDefinition>, used: Partial<EventUse> = {}): number[] {
  const { events } = eventPaths([eventOf("storm", definition)], scenarioOf({ events: [use(used)] }), years);
  return [...(events[0]?.path ?? [])];
}

test("eventPaths(…) gives each shape its strength by year", () => {
  expect(pathOf({ shape: "pulse" })).toEqual([0, 1, 0, 0, 0]);
  expect(pathOf({ shape: "step" })).toEqual([0, 1, 1, 1, 1]);
  expect(pathOf({ shape: "ramp", years: 4 })).toEqual([0, 0.25, 0.5, 0.75, 1]);
  expect(pathOf({ shape: "decay", share: 0.5 })).toEqual([0, 1, 0.5, 0.25, 0.125]);
  expect(pathOf({ shape: "pulse_rebound", share: 0.5 })).toEqual([0, 1, -0.5, 0, 0]);
});

test("eventPaths(…) takes the part of the first year that is left from the starting month", () => {
  expect(pathOf({ shape: "step", at: { year: 2031, month: 7 } })).toEqual([0, 0.5, 1, 1, 1]);
});

test("eventPaths(…) scales by size and moves to the year that the scenario gives", () => {
  expect(pathOf({ shape: "pulse" }, { size: 0.5, at: { year: 2033, month: 1 } })).toEqual([0, 0, 0, 0.5, 0]);
});

test("eventPaths(…) leaves out and names an event decided after known_as_of", () => {
  const definitions = [eventOf("storm", { decided: "2032-05-01" }), eventOf("drought")];
  const events = [use(), use({ name: "drought" })];
  const paths = eventPaths(definitions, scenarioOf({ events, knownAsOf: "2032-04-30" }), years);
  expect(paths.leftOut).toEqual(["storm"]);
  expect(paths.events.map((e) => e.definition.name)).toEqual(["drought"]);
  const later = eventPaths(definitions, scenarioOf({ events, knownAsOf: "2032-05-01" }), years);
  expect(later.leftOut).toEqual([]);
});
