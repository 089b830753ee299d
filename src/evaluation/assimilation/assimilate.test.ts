import { expect, test } from "vitest";
import { quantiles } from "../../core/quantiles.ts";
import { bindScenario } from "../../ensemble/bind-scenario.ts";
import { drawSample } from "../../ensemble/draw-sample.ts";
import { drawScenario } from "../../ensemble/draw-scenario.ts";
import { centralValue, type Ensemble, seriesDraws } from "../../ensemble/ensemble.ts";
import { runDrawnScenario, runScenario } from "../../ensemble/run-scenario.ts";
import { harbourFigure, harbourScenario, harbourTown } from "../../fixtures/harbour-town.ts";
import { evidenceOf } from "../../fixtures/normal-problem.ts";
import type { Observation } from "../../inputs/study.ts";
import { makeKernel } from "../../kernel/make-kernel.ts";
import { compileModel } from "../../model/compile-model.ts";
import { makeJavascriptKernel } from "../../model/javascript-kernel.ts";
import { unwrap } from "../../run-study.ts";
import { assimilate } from "./assimilate.ts";
import type { AssimilationSettings } from "./assimilation-settings.ts";
import { restartFromFigures } from "./restart.ts";
import { scenarioKnownAt } from "./scenario-known-at.ts";
import { ScenarioSpace } from "./scenario-space.ts";

const town = harbourTown();
const model = unwrap(compileModel(town));
const kernel = makeKernel(model);
const scenario = harbourScenario(2048, 3);
const bound = unwrap(bindScenario(town, model, scenario));
const sample = drawSample(town.model, scenario.run);
const prior = runScenario(bound, sample, kernel, town.plan);

const plain = [harbourFigure("jobs", 2031, 1016), harbourFigure("jobs", 2032, 1030)];
const given = { plan: town.plan, bound, sample, kernel, asOf: "2034-12-31", prior };
const update = (observations: readonly Observation[], settings: Partial<AssimilationSettings> = {}) =>
  assimilate({ ...given, observations, settings });
const forced = { fewestEffectiveDraws: 1e9, temperingMembers: 512 };
const collapsed = { ...forced, temperingMembers: 8 };
const at = (ensemble: Ensemble, series: string, year: number) => seriesDraws(ensemble, series, year) as Float64Array;
const medianOf = (ensemble: Ensemble, series: string, year: number) =>
  quantiles(at(ensemble, series, year), [0.5], ensemble.weights)[0];

test("assimilate(…) without figures is the projection as it was", () => {
  const { method, posterior, updated, weights, why } = update([]);
  expect([method, weights]).toEqual(["prior", null]);
  expect(posterior).toBe(prior);
  expect(updated).toBe(prior);
  expect(why.zh).toContain("没有可用的实际值");
});

test("assimilate(…) weights the prior draws while weights are reliable, moves them when not, and says which and why", () => {
  const weighted = update(plain);
  const moved = update(plain, forced);
  const smoothed = update(plain, collapsed);
  expect([weighted, moved, smoothed].map(({ method }) => method)).toEqual(["importance", "tempered_smc", "es_mda"]);
  expect(weighted.posterior.weights?.length).toBe(2048);
  expect([moved.posterior.draws, smoothed.posterior.draws]).toEqual([512, 500]);
  expect(smoothed.why.en).toContain("its result is an approximation");
  // Three ways to one posterior.
  for (const year of [2031, 2032, 2035]) {
    const one = medianOf(weighted.posterior, "jobs", year);
    expect(Math.abs(medianOf(moved.posterior, "jobs", year) - one)).toBeLessThan(6);
    expect(Math.abs(medianOf(smoothed.posterior, "jobs", year) - one)).toBeLessThan(6);
  }
});

test("assimilate(…) moves only what the data inform, exactly", () => {
  for (const settings of [forced, collapsed]) {
    const { contractions, posterior } = update(plain, settings);
    expect(contractions.map(({ assumption, connected }) => [assumption, connected])).toEqual([
      ["boat_hiring", false],
      ["hiring", true],
      ["idle", false],
      ["leaving", true],
    ]);
    const draws = posterior.draws;
    for (const series of ["boats", "idle_share"]) {
      expect(at(posterior, series, 2035)[7]).toBeCloseTo(at(prior, series, 2035)[7], 9);
      expect(medianOf(posterior, series, 2035)).toBeCloseTo(
        quantiles(at(prior, series, 2035).slice(0, draws), [0.5])[0],
        9,
      );
    }
    const silent = contractions.filter(({ connected }) => !connected);
    for (const { contraction, wording } of silent) {
      expect(contraction).toBe(0);
      expect(wording.zh).toContain("数据未提供信息");
      expect(wording.en).toContain("the data say nothing about this");
    }
  }
  const hired = update(
    [2031, 2032, 2033].map((year) => harbourFigure("hired", year, 66)),
    forced,
  );
  const informed = hired.contractions.filter((one) => one.informed).map(({ assumption }) => assumption);
  expect(informed).toEqual(["hiring"]);
  expect(hired.contractions.find(({ assumption }) => assumption === "leaving")?.connected).toBe(false);
});

test("assimilate(…) gives the same numbers each time, whatever the kernel", () => {
  for (const settings of [{}, forced, collapsed]) {
    const one = update(plain, settings);
    const { prior: _, ...rest } = given;
    const other = assimilate({ ...rest, observations: plain, settings, kernel: makeJavascriptKernel(model) });
    expect(other.updated).toEqual(one.updated);
    expect(other.contractions).toEqual(one.contractions);
  }
});

test("assimilate(…) starts the fan at the last figure: a stock runs on from it, other series come back to the model", () => {
  const observations = [harbourFigure("jobs", 2032, 1100), harbourFigure("idle_share", 2032, 0.06)];
  const { posterior, updated } = update(observations);
  const [low, high] = quantiles(at(updated, "jobs", 2032), [0.05, 0.95], updated.weights);
  // Rounding and a measurement of grade A: 1100 ± 1.645 × 1.14.
  expect([Math.abs(low - 1098.1) < 0.4, Math.abs(high - 1101.9) < 0.4]).toEqual([true, true]);
  expect(centralValue(updated, "jobs", 2032)).toBeCloseTo(1100, 0);
  const gap = (series: string, year: number) => medianOf(updated, series, year) - medianOf(posterior, series, year);
  // The stock keeps what was added to it but for what leaves; half of the rate's departure is gone after 1.5 years.
  expect(gap("jobs", 2033) / gap("jobs", 2032)).toBeGreaterThan(0.85);
  const left = (year: number) => gap("idle_share", year) / gap("idle_share", 2032);
  expect(Math.abs(left(2033) - 0.5 ** (1 / 1.5))).toBeLessThan(0.1);
  expect(Math.abs(left(2035) - 0.25)).toBeLessThan(0.1);
  // A level leaves the base year without a jump; nothing else of the past is touched.
  expect(Math.abs(gap("jobs", 2031) / gap("jobs", 2032) - 0.5)).toBeLessThan(0.1);
  expect(at(updated, "boats", 2035)).toEqual(at(posterior, "boats", 2035));
});

test("assimilate(…) tells of each figure where it stood among the prior draws and what is left of it", () => {
  const [one] = update([harbourFigure("idle_share", 2031, 0.001)], forced).innovations;
  expect(one.priorRank).toBeLessThan(0.01);
  expect(one.medianAfter).toBeLessThan(one.medianBefore);
  expect(one.innovation).toBeLessThan(0);
});

test("restartFromFigures(…) keeps a share inside 0 … 1 where the model does", () => {
  const figure = evidenceOf(0.001, 0.005, { series: "idle_share", kind: "rate" });
  const evidence = [{ ...figure, error: { ...figure.error, measurement: 0.001, discrepancy: 0.005 } }];
  const drawn = drawScenario(bound, sample);
  const updated = restartFromFigures({ drawn, kernel, ensemble: prior, evidence, halfLife: 1.5, seed: 3 });
  expect(Math.min(...at(prior, "idle_share", 2032))).toBeGreaterThan(0);
  expect(Math.min(...at(updated, "idle_share", 2031), ...at(updated, "idle_share", 2032))).toBe(0);
});

test("ScenarioSpace turns the draws of a sample into coordinates and back", () => {
  const evidence = update(plain).evidence;
  const space = new ScenarioSpace({ bound, sample, kernel, ensemble: prior, evidence });
  const members = space.priorMembers(300);
  const again = runDrawnScenario(space.drawn(members), kernel, town.plan);
  for (const year of [2031, 2035]) {
    for (let draw = 0; draw < 300; draw += 29) {
      expect(at(again, "jobs", year)[draw]).toBeCloseTo(at(prior, "jobs", year)[draw], 8);
    }
  }
  expect(space.predict(members)[1][5]).toBeCloseTo(at(prior, "jobs", 2032)[5], 8);
  expect(drawScenario(bound, sample).noise[0][1][5]).toBe(
    members.coordinates[space.names.indexOf("noise:hired:2031")][5],
  );
  expect(space.names).not.toContain("noise:hired:2033");
});

test("scenarioKnownAt(scenario, date) leaves out events decided later, and never what was known before", () => {
  const withStorm = { ...scenario, events: [{ name: "storm", at: null, size: 1, place: scenario.at }] };
  const leftOut = (date: string) => unwrap(bindScenario(town, model, scenarioKnownAt(withStorm, date))).eventsLeftOut;
  expect(leftOut("2032-02-28")).toEqual(["storm"]);
  expect(leftOut("2032-03-01")).toEqual([]);
  expect(scenarioKnownAt({ ...scenario, knownAsOf: "2031-01-01" }, "2033-01-01").knownAsOf).toBe("2031-01-01");
});
