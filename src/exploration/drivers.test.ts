import { expect, test } from "vitest";
import { bindScenario } from "../ensemble/bind-scenario.ts";
import { drawSample } from "../ensemble/draw-sample.ts";
import { drawScenario } from "../ensemble/draw-scenario.ts";
import { effectOf, leverOf } from "../fixtures/scenario-of.ts";
import { seekRequestOf, seekStudyOf, sobolScenario } from "../fixtures/seek-study.ts";
import { attainmentRule } from "../reachability/attainment.ts";
import { drawStatistics } from "../reachability/draw-statistics.ts";
import { driversSentence, rankDrivers, rankInputs } from "./drivers.ts";
import { outcomeEnsemble } from "./outcome-ensemble.ts";
import { makeTornado } from "./tornado.ts";
import { rowTornado, verdictDrivers } from "./verdict-drivers.ts";

const uniform = { kind: "uniform", lower: 0, upper: 1 } as const;

/** x = 4 strong − 2 weak + pushed + noise; `idle` and `unread` do nothing to it. */
const study = seekStudyOf({
  variables: { x: "4 * strong - 2 * weak + pushed + noise(wind, 0.5)", y: "unread" },
  assumptions: { strong: 0, weak: 0, pushed: 0, unread: 0, fixed: 1 },
  uncertain: { strong: uniform, weak: uniform, unread: uniform },
  levers: [leverOf("push", { label: { zh: "推动", en: "Push" }, effects: [effectOf("pushed", "add", uniform)] })],
  rows: { x: { target: { value: 1 } } },
  scenarios: [sobolScenario({ levers: { push: 1 } })],
});
const [scenario] = study.scenarios as [(typeof study.scenarios)[number]];
const { model, makeKernel } = seekRequestOf(study);
const kernel = makeKernel(model);
const bound = bindScenario(study, model, scenario);
if (!bound.ok) throw new TypeError("the scenario must bind");
const drawn = drawScenario(bound.value, drawSample(study.model, scenario.run));
const indicator = study.plan.indicators[0] as (typeof study.plan.indicators)[number];
const rule = attainmentRule(indicator, 2031, {});
if (!rule) throw new TypeError("the row must have a target");
const inputs = rankInputs(study, drawn);
const { draws } = drawStatistics(outcomeEnsemble(drawn, kernel, ["x"]), "x", rule);

test("rankDrivers(…) names what the row goes with, strongest first, and whether it helps", () => {
  const drivers = rankDrivers(inputs, draws, ">=");
  expect(drivers.map(({ name, kind, direction }) => [name, kind, direction])).toEqual([
    ["strong", "assumption", "helps"],
    ["weak", "assumption", "hinders"],
    ["lever:push:pushed", "lever_effect", "helps"],
    ["noise:wind", "shock", "helps"],
  ]);
  // Correlation of 4u with the sum: √(16 / (16 + 4 + 1 + 12 · .25)) = .8165; ranks come close to it.
  expect(drivers[0]?.rankCorrelation).toBeCloseTo(0.8165, 1);
});

test("rankDrivers(…) turns the direction for a row that must stay low", () => {
  expect(rankDrivers(inputs, draws, "<=")[0]).toMatchObject({ name: "strong", direction: "hinders" });
});

test("rankDrivers(…) leaves out draws without a statistic", () => {
  const holed = draws.map((x, draw) => (draw % 3 === 0 ? Number.NaN : x));
  expect(
    rankDrivers(inputs, holed, ">=")
      .map(({ name }) => name)
      .slice(0, 2),
  ).toEqual(["strong", "weak"]);
});

test("driversSentence(drivers) names three, with labels and directions", () => {
  const sentence = driversSentence(rankDrivers(inputs, draws, ">="));
  expect(sentence?.en).toBe(
    "It depends most on strong (higher helps), weak (higher hinders), Push: its effect on “pushed” (higher helps).",
  );
  expect(sentence?.zh).toContain("strong（越高越有利）");
  expect(driversSentence([])).toBeNull();
});

test("makeTornado(…) holds one input at its 10 % and 90 % quantile, the others as drawn", () => {
  const tornado = makeTornado(study, drawn, kernel, { variable: "x", rule });
  expect(tornado.bars.map(({ name }) => name)).toEqual(["strong", "weak", "lever:push:pushed"]);
  const [strong] = tornado.bars;
  expect(strong?.low.input).toBeCloseTo(0.1, 2);
  expect(strong?.high.input).toBeCloseTo(0.9, 2);
  // Medians of symmetric sums: 4 · .1 − 1 + .5 and 4 · .9 − 1 + .5.
  expect(strong?.low.median).toBeCloseTo(-0.1, 1);
  expect(strong?.high.median).toBeCloseTo(3.1, 1);
  expect(tornado.median).toBeCloseTo(1.5, 1);
  expect(strong?.high.probability).toBeGreaterThan(0.95);
});

test("verdictDrivers(run) and rowTornado(request) make the draws of a run again", () => {
  const ensemble = outcomeEnsemble(drawn, kernel, ["x"]);
  const found = verdictDrivers({ study, model, scenario, ensemble });
  expect(found).toEqual({ x: rankDrivers(inputs, draws, ">=") });
  expect(rowTornado({ study, model, scenario, kernel, indicator: "x" })).toEqual(
    makeTornado(study, drawn, kernel, { variable: "x", rule }),
  );
  expect(() => rowTornado({ study, model, scenario, kernel, indicator: "z" })).toThrow(RangeError);
});
