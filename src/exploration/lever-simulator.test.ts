import { expect, test } from "vitest";
import { bindScenario } from "../ensemble/bind-scenario.ts";
import { drawSample } from "../ensemble/draw-sample.ts";
import { seriesDraws } from "../ensemble/ensemble.ts";
import { runScenario } from "../ensemble/run-scenario.ts";
import { harbourFigure } from "../fixtures/harbour-town.ts";
import { effectOf, eventOf, leverOf, policyOf, scenarioOf } from "../fixtures/scenario-of.ts";
import { seekRequestOf, seekStudyOf } from "../fixtures/seek-study.ts";
import { dimensionOf, tableOf } from "../fixtures/study-of-formulas.ts";
import type { LeverSetting, Scenario, Study } from "../inputs/study.ts";
import { makeJavascriptKernel } from "../model/javascript-kernel.ts";
import { makeTreeKernel } from "../model/tree-kernel.ts";
import { LeverSimulator } from "./lever-simulator.ts";

const uniform = { kind: "uniform", lower: 0.5, upper: 1.5 } as const;

/** Ferries are built by a yard that nothing sought reaches, over a block of ages, and scrapped at a rate that a lever lowers. */
const study = seekStudyOf({
  variables: {
    yard: { over: ["age"], initial: "a", equation: "prev(yard) * (1 + noise(n, 0.1)) + a / 10" },
    builds: "sum(yard) * path",
    capacity: { kind: "constant", equation: "a * 2" },
    ferries: {
      initial: "10 * a",
      equation: "prev(ferries) * (1 - scrap) + builds + base(builds) / 100 + extra + wind + tide",
    },
    wind: { kind: "driver", equation: "0" },
    tide: { kind: "driver", equation: "extra" },
    crews: "ferries * capacity",
  },
  assumptions: { a: 1, scrap: 0.1, extra: 0 },
  uncertain: { a: uniform, scrap: { kind: "uniform", lower: 0.05, upper: 0.2 } },
  dimensions: [dimensionOf("age", [0, 3])],
  tables: [tableOf("path", { kind: "values", over: ["year"], values: Float64Array.of(1, 2), years: [2030, 2035] })],
  levers: [
    leverOf("care", { effects: [effectOf("scrap", "multiply", { kind: "uniform", lower: 0.4, upper: 0.9 })], lag: 1 }),
    leverOf("slips", { effects: [effectOf("path", "multiply", 1.5), effectOf("extra", "add", 2)] }),
    leverOf("idle"),
  ],
  rows: { ferries: {}, crews: {} },
  more: { policies: [policyOf(1, { levers: ["care"], lag: 2 })] },
});
const events = [eventOf("storm", { effects: [effectOf("scrap", "add", 0.1)] })];
/** Two drivers follow forecasts, one of which the levers would reach by its equation. */
const observations = ["wind", "tide"].flatMap((name) =>
  [0.4, 0.5, 0.3, 0.6].map((value, i) => harbourFigure(name, 2027 + i, value)),
);
const stormy: Study = { ...study, observations, model: { ...study.model, events } };
const scenario = scenarioOf({
  run: { draws: 600, seed: 3, until: 2035, sampling: "sobol" },
  events: [{ name: "storm", at: null, size: 1, place: scenarioOf().at }],
  policies: { all: 0.5 },
  drivers: ["tide", "wind"].map((name) => ({ name, asOf: null, place: scenarioOf().at })),
});

function simulatorOf(levers: readonly string[], outcomes = ["ferries", "crews"]) {
  const { model } = seekRequestOf(stormy);
  const sample = drawSample(stormy.model, scenario.run);
  const kernel = makeTreeKernel(model);
  const made = LeverSimulator.make({
    study: stormy,
    model,
    kernel,
    makeKernel: makeJavascriptKernel,
    sample,
    scenario,
    levers,
    outcomes,
  });
  if (!made.ok) throw new TypeError("the scenario must bind");
  return { simulator: made.value, model, sample };
}

function wholeRun(levers: Scenario["levers"]) {
  const { model, sample } = simulatorOf([]);
  const bound = bindScenario(stormy, model, { ...scenario, levers });
  if (!bound.ok) throw new TypeError("the scenario must bind");
  return runScenario(bound.value, sample, makeJavascriptKernel(model), stormy.plan);
}

const turned: Record<string, Record<string, LeverSetting>> = {
  "one lever": { slips: 0.7 },
  "two levers, one of them by years": { slips: 0.2, care: [{ year: 2032, intensity: 1 }] },
  "levers at 0": { slips: 0, care: 0 },
  "no lever": {},
};

for (const [what, settings] of Object.entries(turned)) {
  test(`LeverSimulator.run(settings) gives the bits of a run of the whole scenario: ${what}`, () => {
    const { simulator } = simulatorOf(["care", "slips", "idle"]);
    const whole = wholeRun(settings);
    const part = simulator.run(settings);
    for (const name of ["ferries", "crews"]) {
      for (const year of [2031, 2033, 2035]) {
        expect(seriesDraws(part, name, year)).toEqual(seriesDraws(whole, name, year));
      }
    }
  });
}

test("LeverSimulator.run(settings) leaves no trace of the settings before", () => {
  const { simulator } = simulatorOf(["care", "slips"]);
  const first = simulator.run({ slips: 0.3 }).values;
  simulator.run({ slips: 1, care: 1 });
  expect(simulator.run({ slips: 0.3 }).values).toEqual(first);
});

test("LeverSimulator.drawnWith(settings) holds the paths of the levers as they are set", () => {
  const { simulator } = simulatorOf(["care", "slips"]);
  const { bound } = simulator.drawnWith({ slips: 0.5 });
  const paths = Object.fromEntries(bound.effects.map(({ key, path }) => [key, [...path]]));
  expect(paths["lever:slips:extra"]).toEqual([0, 0.5, 0.5, 0.5, 0.5, 0.5]);
  // Fed by a policy of weight .5, half carried out, from two years after the first plan year on.
  expect(paths["lever:care:scrap"]).toEqual([0, 0, 0, 0.25, 0.25, 0.25]);
});

test("LeverSimulator.make(parts) refuses an outcome that is no scalar variable", () => {
  expect(() => simulatorOf(["care"], ["yard"])).toThrow(RangeError);
});
