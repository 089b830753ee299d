import { readingLabel } from "../inputs/readings.ts";
import type { Scenario, Study } from "../inputs/study.ts";
import { holdsInternalValues } from "../inputs/without-internal.ts";
import { countBases } from "./basis-counts.ts";
import type { RunOutput, ScenarioOutput } from "./run-output.ts";

/**
 * Record what one scenario's results were made from: inputs with their hashes, everything the scenario put in force,
 * versions, and what the run had to remark.
 *
 * Nothing of the clock or the machine is in it.
 */
export function runRecord(
  { study, versions, precision }: RunOutput,
  { scenario, identity, ensemble }: ScenarioOutput,
): object {
  const { region, plan, files, model } = study;
  const { id, label, description, ancestors, levers, policies, assumptions, events, drivers, knownAsOf, run } =
    scenario;
  return {
    run: identity,
    disclosure: holdsInternalValues(study) ? "internal" : "public",
    versions,
    region,
    plan: { label: plan.label },
    scenario: { id, label, description, ancestors },
    settings: run,
    ...(precision === undefined ? {} : { precision }),
    informationDate: identity.informationDate,
    readings: Object.fromEntries(plan.indicators.map((row) => [row.id, readingLabel(row, scenario.readings)])),
    switches: switchesInForce(study, scenario),
    levers,
    policies,
    assumptions: Object.fromEntries(
      Object.entries(assumptions).map(([name, setting]) => [
        name,
        setting.kind === "fixed" ? setting.value : setting.text,
      ]),
    ),
    events: events.map(({ name, at, size }) => ({ name, at, size })),
    drivers: Object.fromEntries(drivers.map(({ name }) => [name, "forecast"])),
    knownAsOf,
    eventsLeftOut: ensemble.eventsLeftOut,
    notices: ensemble.notices,
    nonFinite: ensemble.nonFinite,
    basis: countBases(model),
    inputs: files,
  };
}

/** Options that hold: chosen as switches, as readings of the same name, or by default. */
export function switchesInForce({ model }: Study, scenario: Scenario): Record<string, string> {
  const chosen = model.switches.map((one) => {
    const option = scenario.switches[one.name] ?? scenario.readings[one.name];
    return [one.name, option !== undefined && one.options.includes(option) ? option : one.default];
  });
  return Object.fromEntries(chosen);
}
