import { expect, test } from "vitest";
import { effectOf, eventOf, leverOf, scenarioOf } from "../fixtures/scenario-of.ts";
import { studyOfFormulas, switchOf, tableOf, type WrittenModel } from "../fixtures/study-of-formulas.ts";
import type { ModelSource, Scenario, Study } from "../inputs/study.ts";
import { compileModel } from "../model/compile-model.ts";
import { makeJavascriptKernel } from "../model/javascript-kernel.ts";
import { makeTreeKernel } from "../model/tree-kernel.ts";
import { bindScenario } from "./bind-scenario.ts";
import { checkIdentities } from "./check-identities.ts";
import { drawSample } from "./draw-sample.ts";
import { drawScenario } from "./draw-scenario.ts";
import { centralValue, type Ensemble, seriesDraws } from "./ensemble.ts";
import { runScenario } from "./run-scenario.ts";

const uniform = { kind: "uniform", lower: 0, upper: 1 } as const;

/** A study around formulas, some of whose assumptions are uniform on 0 … 1. */
function studyOf(written: WrittenModel, more: Partial<ModelSource> = {}, uncertain: readonly string[] = []): Study {
  const study = studyOfFormulas(written);
  const assumptions = study.model.assumptions.map((a) =>
    uncertain.includes(a.name) ? { ...a, value: null, distribution: uniform } : a,
  );
  return { ...study, model: { ...study.model, assumptions, ...more } };
}

function prepare(study: Study, scenario: Scenario) {
  const model = compileModel(study);
  if (!model.ok) throw new TypeError(model.issues.map((i) => i.message.en).join("\n"));
  const bound = bindScenario(study, model.value, scenario);
  if (!bound.ok) throw new TypeError(bound.issues.map((i) => i.message.en).join("\n"));
  return { model: model.value, bound: bound.value, sample: drawSample(study.model, scenario.run) };
}

function run(study: Study, scenario: Scenario = scenarioOf()): Ensemble {
  const { model, bound, sample } = prepare(study, scenario);
  return runScenario(bound, sample, makeJavascriptKernel(model), study.plan);
}

test("runScenario(…) gives the same bits with either kernel, over more blocks than one", () => {
  const study = studyOf(
    { variables: { x: { initial: "a", equation: "prev(x) * exp(noise(n, 0.1)) + a" } }, assumptions: { a: 0 } },
    {},
    ["a"],
  );
  const scenario = scenarioOf({ run: { ...scenarioOf().run, draws: 600 } });
  const { model, bound, sample } = prepare(study, scenario);
  const javascript = runScenario(bound, sample, makeJavascriptKernel(model), study.plan);
  const tree = runScenario(bound, sample, makeTreeKernel(model), study.plan);
  expect(tree.values).toEqual(javascript.values);
  expect(tree.central).toEqual(javascript.central);
});

test("runScenario(…) puts the median and no shock into the central run", () => {
  const study = studyOf(
    { variables: { x: { initial: "a", equation: "prev(x) + noise(n, 1)" } }, assumptions: { a: 0 } },
    {},
    ["a"],
  );
  const ensemble = run(study);
  expect(centralValue(ensemble, "x", 2035)).toBe(0.5);
  expect(new Set(seriesDraws(ensemble, "x", 2035)).size).toBe(256);
});

test("runScenario(…) with a lever at 0 and no event is bit-identical to the run without them", () => {
  const written = {
    variables: { x: "a * path" },
    assumptions: { a: 0 },
    tables: [tableOf("path", { kind: "values", over: ["year"], values: Float64Array.of(1, 2), years: [2031, 2035] })],
  };
  const levers = [leverOf("push", { effects: [effectOf("a", "multiply", 3), effectOf("path", "add", 1)] })];
  const without = run(studyOf(written, {}, ["a"]));
  const atZero = run(studyOf(written, { levers }, ["a"]), scenarioOf({ levers: { push: 0 } }));
  expect(atZero.values).toEqual(without.values);
});

test("runScenario(…) multiplies first, then adds, then sets, each in proportion to its intensity", () => {
  const study = studyOf(
    { variables: { x: "a" }, assumptions: { a: 10 } },
    {
      levers: [
        leverOf("more", { effects: [effectOf("a", "add", 4)] }),
        leverOf("half", { effects: [effectOf("a", "multiply", 0.5)] }),
        leverOf("to", { effects: [effectOf("a", "set", 100)] }),
      ],
    },
  );
  const ensemble = run(study, scenarioOf({ levers: { more: 0.5, half: 1, to: 0.25 } }));
  // (10 × 0.5 + 0.5 × 4) = 7, then 0.75 × 7 + 0.25 × 100.
  expect(centralValue(ensemble, "x", 2031)).toBe(0.75 * 7 + 25);
  expect(centralValue(ensemble, "x", 2030)).toBe(10);
});

test("runScenario(…) draws the size of an effect once a draw", () => {
  const events = [eventOf("storm", { shape: "step", effects: [effectOf("a", "multiply", uniform)] })];
  const used = [{ name: "storm", at: null, size: 1, place: events[0]!.place }];
  const ensemble = run(
    studyOf({ variables: { x: "a" }, assumptions: { a: 1 } }, { events }),
    scenarioOf({ events: used }),
  );
  expect(seriesDraws(ensemble, "x", 2031)).toEqual(seriesDraws(ensemble, "x", 2035));
  expect(new Set(seriesDraws(ensemble, "x", 2031)).size).toBe(256);
  expect(centralValue(ensemble, "x", 2033)).toBe(0.5);
});

test("runScenario(…) keeps every other draw when an assumption is added (monte_carlo)", () => {
  const before = run(studyOf({ variables: { x: "b" }, assumptions: { b: 0 } }, {}, ["b"]));
  const after = run(studyOf({ variables: { x: "b", y: "a" }, assumptions: { a: 0, b: 0 } }, {}, ["a", "b"]));
  expect(seriesDraws(after, "x", 2031)).toEqual(seriesDraws(before, "x", 2031));
});

test("runScenario(…) fixes an assumption or replaces its distribution without touching the others", () => {
  const study = studyOf({ variables: { x: "a", y: "b" }, assumptions: { a: 0, b: 0 } }, {}, ["a", "b"]);
  const plain = run(study);
  const changed = run(
    study,
    scenarioOf({
      assumptions: {
        a: { kind: "fixed", value: 7 },
        b: { kind: "distribution", distribution: { kind: "uniform", lower: 10, upper: 12 }, text: "uniform(10, 12)" },
      },
    }),
  );
  expect(new Set(seriesDraws(changed, "x", 2031))).toEqual(new Set([7]));
  const b = seriesDraws(plain, "y", 2031)?.map((u) => 10 + 2 * u);
  const got = seriesDraws(changed, "y", 2031);
  const differences = [...(got ?? [])].map((value, i) => Math.abs(value - (b?.[i] ?? Number.NaN)));
  expect(Math.max(...differences)).toBeLessThan(1e-12);
});

test("runScenario(…) counts draws that stop being finite and names the equation in which they began", () => {
  const study = studyOf({ variables: { root: "ln(a - 0.5)", shown: "root + 1" }, assumptions: { a: 0 } }, {}, ["a"]);
  const ensemble = run(study);
  const negative = seriesDraws(ensemble, "shown", 2031)?.filter((x) => Number.isNaN(x)).length;
  expect(negative).toBeGreaterThan(90);
  expect(ensemble.nonFinite).toEqual([{ equation: "root", firstYear: 2030, draws: negative }]);
});

test("runScenario(…) does not count blanks of the base year as not finite", () => {
  const variables = {
    level: { kind: "stock", initial: "1", inflow: "grown" },
    grown: { kind: "flow", equation: "0.1 * prev(level)" },
  } as const;
  const ensemble = run(studyOf({ variables }));
  expect(seriesDraws(ensemble, "grown", 2030)?.every(Number.isNaN)).toBe(true);
  expect(ensemble.nonFinite).toEqual([]);
});

test("bindScenario(…) chooses switches by name or by a reading, and else the default", () => {
  const study = studyOf({
    variables: { x: "if(mode == quick, 1, 2)" },
    switches: [switchOf("mode", ["slow", "quick"])],
  });
  expect(centralValue(run(study), "x", 2031)).toBe(2);
  expect(centralValue(run(study, scenarioOf({ switches: { mode: "quick" } })), "x", 2031)).toBe(1);
  expect(centralValue(run(study, scenarioOf({ readings: { mode: "quick" } })), "x", 2031)).toBe(1);
});

test("bindScenario(…) refuses two levers that set the same assumption", () => {
  const effects = [effectOf("a", "set", 1)];
  const study = studyOf(
    { variables: { x: "a" }, assumptions: { a: 0 } },
    { levers: [leverOf("l", { effects }), leverOf("m", { effects })] },
  );
  const model = compileModel(study);
  const bound = model.ok ? bindScenario(study, model.value, scenarioOf({ levers: { l: 1, m: 1 } })) : model;
  expect(bound.ok ? [] : bound.issues.map((i) => i.code)).toEqual(["scenario/two-settings"]);
});

test("checkIdentities(…) passes what holds, and catches a planted violation with its year", () => {
  const written: WrittenModel = {
    assumptions: { a: 0, leak: 0 },
    variables: { x: { kind: "stock", initial: "1", inflow: "a", outflow: "leak * pulse(2033)" } },
    identities: { account: "x - prev(x) == a", positive: "x >= 0", small: "x <= 4" },
  };
  const study = studyOf(written, {}, ["a"]);
  const check = (scenario: Scenario) => {
    const { model, bound, sample } = prepare(study, scenario);
    return checkIdentities(drawScenario(bound, sample), makeJavascriptKernel(model));
  };
  const sound = check(scenarioOf());
  expect(sound.map((c) => [c.name, c.holds, c.kind])).toEqual([
    ["account", true, "equality"],
    ["positive", true, "bound"],
    ["small", false, "bound"],
  ]);
  expect(sound[2]?.violatingDraws).toBeGreaterThan(0);
  const leaking = check(scenarioOf({ assumptions: { leak: { kind: "fixed", value: 1e-6 } } }));
  expect(leaking[0]).toMatchObject({ holds: false, violatingDraws: 256, worstYear: 2033 });
});

test("checkIdentities(…) counts a side that is not a number as a violation", () => {
  const study = studyOf({ variables: { x: "ln(0 - a)" }, assumptions: { a: 1 }, identities: { i: "x == x" } });
  const { model, bound, sample } = prepare(study, scenarioOf());
  const [check] = checkIdentities(drawScenario(bound, sample), makeJavascriptKernel(model));
  expect(check).toMatchObject({ holds: false, violatingDraws: 256 });
});
