import { expect, test } from "vitest";
import { bindScenario } from "../../ensemble/bind-scenario.ts";
import { drawSample } from "../../ensemble/draw-sample.ts";
import { runScenario } from "../../ensemble/run-scenario.ts";
import { harbourFigure, harbourScenario, harbourTown } from "../../fixtures/harbour-town.ts";
import type { Observation } from "../../inputs/study.ts";
import { compileModel } from "../../model/compile-model.ts";
import { makeJavascriptKernel } from "../../model/javascript-kernel.ts";
import { unwrap } from "../../run-study.ts";
import { defaultAssimilationSettings } from "./assimilation-settings.ts";
import { collectEvidence } from "./collect-evidence.ts";

const town = harbourTown();
const model = unwrap(compileModel(town));
const scenario = harbourScenario(64, 1);
const ensemble = runScenario(
  unwrap(bindScenario(town, model, scenario)),
  drawSample(town.model, scenario.run),
  makeJavascriptKernel(model),
  town.plan,
);

function collect(observations: readonly Observation[], asOf = "2034-12-31") {
  const sources = { plan: town.plan, model: town.model, observations, scenario, ensemble, asOf };
  const { evidence, leftOut } = collectEvidence(sources, defaultAssimilationSettings);
  return {
    evidence,
    figures: evidence.map(({ series, from, year, value }) => [series, from, year, value]),
    leftOut: leftOut.map(({ year, reason }) => [year, reason.en]),
  };
}

test("collectEvidence(…) adds rounding, measurement and discrepancy by kind and grade", () => {
  const { evidence } = collect([
    harbourFigure("jobs", 2031, 1013.4),
    harbourFigure("hired", 2031, 64, { grade: "C" }),
    harbourFigure("idle_share", 2031, 0.041, { grade: "B" }),
  ]);
  const parts = Object.fromEntries(evidence.map(({ series, kind, error }) => [series, { kind, ...error }]));
  expect(parts.jobs).toMatchObject({ kind: "level", measurement: 1.0134, discrepancy: 10.134 });
  expect(parts.jobs.rounding).toBeCloseTo(0.1 / Math.sqrt(12), 12);
  expect(parts.hired).toMatchObject({ kind: "flow", measurement: 0.64, discrepancy: 2.56 });
  expect(parts.hired.total).toBeCloseTo(Math.hypot(1 / Math.sqrt(12), 0.64, 2.56), 12);
  expect(parts.idle_share).toMatchObject({ kind: "rate", measurement: 0.001, discrepancy: 0.005 });
});

test("collectEvidence(…) reads nothing that was not known at the date, in date or vintage", () => {
  const observations = [2031, 2032, 2033].map((year) => harbourFigure("jobs", year, 1000 + year));
  expect(collect(observations, "2033-12-31").figures).toEqual([
    ["jobs", 2031, 2031, 3031],
    ["jobs", 2032, 2032, 3032],
  ]);
  expect(collect(observations, "2032-12-30").figures).toEqual([]);
});

test("collectEvidence(…) takes the latest vintage, and leaves out other units, scopes, definitions and parts of years", () => {
  const found = collect([
    harbourFigure("jobs", 2031, 1010, { vintage: "2032-02" }),
    harbourFigure("jobs", 2031, 1012, { vintage: "2033-02" }),
    harbourFigure("jobs", 2032, 400, { scope: "docks" }),
    harbourFigure("jobs", 2033, 1030),
    harbourFigure("hired", 2032, 70, { definition: "changed: with seasonal work" }),
    harbourFigure("hired", 2033, 33, { period: "month", month: 6, basis: "year_to_date" }),
    harbourFigure("hired", 2033, 0.07, { unit: { scale: 0, powers: {} }, unitText: "1" }),
  ]);
  expect(found.figures).toEqual([
    ["jobs", 2031, 2031, 1012],
    ["jobs", 2033, 2033, 1030],
  ]);
  expect(found.leftOut).toEqual([
    [2032, "on another definition: changed: with seasonal work"],
    [2033, "covers only part of a year"],
    [2033, "in another unit (1)"],
    [2032, "of another scope (docks)"],
  ]);
});

test("collectEvidence(…) turns sums into what years do not tell already", () => {
  const sum = (from: number, year: number, value: number) =>
    harbourFigure("hired", year, value, { period: "sum", from });
  expect(collect([sum(2031, 2032, 130), sum(2031, 2033, 200)]).figures).toEqual([
    ["hired", 2031, 2032, 130],
    ["hired", 2033, 2033, 70],
  ]);
  expect(collect([harbourFigure("hired", 2031, 64), sum(2031, 2033, 200)]).figures).toEqual([
    ["hired", 2031, 2031, 64],
    ["hired", 2032, 2033, 136],
  ]);
  // A sum whose every year is known, and one with a gap in the middle, tell nothing by themselves.
  expect(collect([harbourFigure("hired", 2032, 64), sum(2031, 2033, 200)]).figures).toEqual([
    ["hired", 2032, 2032, 64],
  ]);
});

test("collectEvidence(…) never holds a run against the base year, save an interval", () => {
  const found = collect([
    harbourFigure("idle_share", 2030, 0.04),
    harbourFigure("jobs", 2030, { min: 900, max: null }),
  ]);
  expect(found.figures).toEqual([]);
  expect(found.leftOut.map(([, reason]) => reason)).toEqual([
    "every draw has the same value in that year, so the figure cannot tell them apart",
    "a figure of the base year: the run starts from it and is not held against it",
  ]);
});
