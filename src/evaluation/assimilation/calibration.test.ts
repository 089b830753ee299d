import { expect, test } from "vitest";
import { quantiles } from "../../core/quantiles.ts";
import { bindScenario } from "../../ensemble/bind-scenario.ts";
import { drawSample } from "../../ensemble/draw-sample.ts";
import { drawScenario } from "../../ensemble/draw-scenario.ts";
import { type Ensemble, seriesDraws } from "../../ensemble/ensemble.ts";
import { runScenario } from "../../ensemble/run-scenario.ts";
import { chiSquareOfRanks, studentDraws } from "../../fixtures/calibration-ranks.ts";
import { harbourFigure, harbourScenario, harbourTown } from "../../fixtures/harbour-town.ts";
import { evidenceOf, quantileMembers } from "../../fixtures/normal-problem.ts";
import { makeKernel } from "../../kernel/make-kernel.ts";
import { compileModel } from "../../model/compile-model.ts";
import { unwrap } from "../../run-study.ts";
import { assimilate } from "./assimilate.ts";
import { defaultAssimilationSettings } from "./assimilation-settings.ts";
import { smoothMembers } from "./ensemble-smoother.ts";
import { logLikelihoodOf } from "./log-likelihood.ts";
import { normalDraws } from "./normal-draws.ts";
import { smoothWeights } from "./pareto-smoothing.ts";
import { temperMembers } from "./tempered-smc.ts";

const truths = 200;
/** Years with figures, and the year that is projected. */
const observedYears = [2031, 2032, 2033];
const projected = 2035;
/** 1 % point of χ² with 9 degrees of freedom, R's qchisq(0.99, 9). */
const limit = 21.67;

const town = harbourTown();
const model = unwrap(compileModel(town));
const kernel = makeKernel(model);
const scenario = harbourScenario(4096, 5);
const bound = unwrap(bindScenario(town, model, scenario));
const sample = drawSample(town.model, scenario.run);
const prior = runScenario(bound, sample, kernel, town.plan);

/** A sample of its own, so that no truth is a draw of the ensemble. */
const truthScenario = {
  ...scenario,
  run: { ...scenario.run, draws: truths, seed: 91, sampling: "monte_carlo" as const },
};
const truthBound = unwrap(bindScenario(town, model, truthScenario));
const truthSample = drawSample(town.model, truthScenario.run);
const truthRun = runScenario(truthBound, truthSample, kernel, town.plan);
/** The same truths with a storm that cuts hiring in 2032 to somewhere from 60 to 90 %. */
const stormy = { ...truthScenario, events: [{ name: "storm", at: null, size: 1, place: scenario.at }] };
const stormyRun = runScenario(unwrap(bindScenario(town, model, stormy)), truthSample, kernel, town.plan);

/** A departure from the model, relative to its value, as the default settings state it: halves in 1.5 years. */
function departures(series: "jobs" | "hired"): Map<number, Float64Array> {
  const { discrepancy, halfLife } = defaultAssimilationSettings;
  const size = discrepancy[series === "jobs" ? "level" : "flow"];
  const kept = 0.5 ** (1 / halfLife);
  let now = normalDraws(33, `departure/${series}`, 2030, truths).map((z) => size * z);
  const byYear = new Map<number, Float64Array>();
  for (let year = 2031; year <= projected; year++) {
    const fresh = normalDraws(33, `departure/${series}`, year, truths);
    now = now.map((value, i) => kept * value + size * Math.sqrt(1 - kept * kept) * fresh[i]);
    byYear.set(year, now);
  }
  return byYear;
}

const departed = { jobs: departures("jobs"), hired: departures("hired") };
const truthInputs = drawScenario(truthBound, truthSample);

const at = (ensemble: Ensemble, series: string, year: number) => seriesDraws(ensemble, series, year) as Float64Array;

test("one ensemble re-weighted by figures of 200 synthetic truths has uniform ranks", () => {
  const prints = ["hiring", "leaving"].map((name) => bound.marginals.findIndex((one) => one.name === name));
  const drawn = drawScenario(bound, sample);
  const errors = studentDraws("figures", 4 * truths);
  const ranks: number[][] = prints.map(() => []);
  const later: number[] = [];
  for (let truth = 0; truth < truths; truth++) {
    const figures = [2031, 2032].flatMap((year, i) => [
      evidenceOf(at(truthRun, "jobs", year)[truth] + 25 * errors[4 * truth + 2 * i], 25, { series: "jobs", year }),
      evidenceOf(at(truthRun, "hired", year)[truth] + 8 * errors[4 * truth + 2 * i + 1], 8, { series: "hired", year }),
    ]);
    const fits = logLikelihoodOf(figures, 4)(figures.map(({ series, year }) => at(prior, series, year)));
    const { weights } = smoothWeights(fits);
    const below = (values: Float64Array, true_: number) =>
      values.reduce((sum, value, i) => sum + (value < true_ ? weights[i] : 0), 0);
    for (const [k, place] of prints.entries()) {
      ranks[k].push(below(drawn.assumptions[place], truthInputs.assumptions[place][truth]));
    }
    later.push(below(at(prior, "jobs", 2035), at(truthRun, "jobs", 2035)[truth]));
  }
  for (const one of [...ranks, later]) expect(chiSquareOfRanks(one)).toBeLessThan(limit);
});

/** Two coordinates, one figure of their sum and one of a bent function of the first. */
const bent = {
  names: ["a", "b"],
  reaches: (coordinate: number, figure: number) => figure === 0 || coordinate === 0,
  predict: ({ coordinates: [a, b] }: { coordinates: readonly Float64Array[] }) => [
    a.map((value, i) => value + b[i]),
    a.map((value) => value + 0.3 * value * value),
  ],
};

test("temperMembers(…) has uniform ranks on 200 synthetic truths of a bent model", () => {
  const thetas = [normalDraws(17, "a", 0, truths), normalDraws(17, "b", 0, truths)];
  const errors = studentDraws("bent", 2 * truths);
  const ranks: number[][] = [[], []];
  for (let truth = 0; truth < truths; truth++) {
    const [a, b] = thetas.map((row) => row[truth]);
    const figures = [
      evidenceOf(a + b + 0.3 * errors[2 * truth], 0.3),
      evidenceOf(a + 0.3 * a * a + 0.3 * errors[2 * truth + 1], 0.3),
    ];
    const start = quantileMembers(96, 2);
    const { members, good } = temperMembers(bent, 2, logLikelihoodOf(figures, 4), start, truth);
    expect(good).toBe(true);
    for (const [k, row] of members.coordinates.entries()) {
      ranks[k].push((row.filter((value) => value < thetas[k][truth]).length + 0.5) / (members.count + 1));
    }
  }
  for (const one of ranks) expect(chiSquareOfRanks(one)).toBeLessThan(limit);
});

test("smoothMembers(…) has uniform ranks on 200 synthetic truths of a linear model", () => {
  const linear = {
    ...bent,
    predict: ({ coordinates: [a, b] }: { coordinates: readonly Float64Array[] }) => [
      a.map((value, i) => value + b[i]),
      a,
    ],
  };
  const thetas = [normalDraws(18, "a", 0, truths), normalDraws(18, "b", 0, truths)];
  const errors = normalDraws(18, "errors", 0, 2 * truths);
  const settings = { ...defaultAssimilationSettings, degreesOfFreedom: Infinity };
  const ranks: number[][] = [[], []];
  for (let truth = 0; truth < truths; truth++) {
    const [a, b] = thetas.map((row) => row[truth]);
    const figures = [
      evidenceOf(a + b + 0.5 * errors[2 * truth], 0.5),
      evidenceOf(a + 0.5 * errors[2 * truth + 1], 0.5, { year: 2032 }),
    ];
    const members = smoothMembers(linear, figures, quantileMembers(256, 2), settings, truth);
    for (const [k, row] of members.coordinates.entries()) {
      ranks[k].push((row.filter((value) => value < thetas[k][truth]).length + 0.5) / (members.count + 1));
    }
  }
  for (const one of ranks) expect(chiSquareOfRanks(one)).toBeLessThan(limit);
});

/** Run truths whose hiring is cut in 2032 through an update: the share of 80 % intervals that hold the truth, their mean width. */
function coverage(isKnown: boolean, count: number) {
  const events = isKnown ? [{ name: "storm", at: null, size: 1, place: scenario.at }] : [];
  const ours = { ...scenario, events, run: { ...scenario.run, draws: 256 } };
  const laid = unwrap(bindScenario(town, model, ours));
  const draws = drawSample(town.model, ours.run);
  const before = runScenario(laid, draws, kernel, town.plan);
  const width = ([low, high]: readonly number[]) => high - low;
  const intervalOf = (ensemble: Ensemble, series: string) =>
    quantiles(at(ensemble, series, projected), [0.1, 0.9], ensemble.weights);
  const hits = { jobs: 0, hired: 0 };
  const narrowed = { jobs: 0, hired: 0 };
  for (let truth = 0; truth < count; truth++) {
    const truthOf = (series: "jobs" | "hired", year: number) =>
      at(stormyRun, series, year)[truth] * (1 + (departed[series].get(year) as Float64Array)[truth]);
    const observations = observedYears.flatMap((year) => [
      harbourFigure("jobs", year, Math.round(truthOf("jobs", year))),
      harbourFigure("hired", year, Math.round(truthOf("hired", year))),
    ]);
    const given = { plan: town.plan, observations, bound: laid, sample: draws, kernel, prior: before };
    const { updated } = assimilate({ ...given, asOf: "2034-12-31", settings: { temperingMembers: 96 } });
    for (const series of ["jobs", "hired"] as const) {
      const interval = intervalOf(updated, series);
      const value = truthOf(series, projected);
      if (value >= interval[0] && value <= interval[1]) hits[series] += 1 / count;
      narrowed[series] += width(interval) / width(intervalOf(before, series)) / count;
    }
  }
  return { hits, narrowed };
}

test("updated 80 % intervals cover 80 ± 8 % of 200 truths with a shock, and are narrower than the prior ones", () => {
  const { hits, narrowed } = coverage(true, truths);
  for (const series of ["jobs", "hired"] as const) {
    expect(hits[series]).toBeGreaterThan(0.72);
    expect(hits[series]).toBeLessThan(0.88);
    expect(narrowed[series]).toBeLessThan(0.6);
  }
});

test("updated 80 % intervals cover 80 ± 8 % of them, too, when nobody told the model of the shock", () => {
  const { hits, narrowed } = coverage(false, truths);
  for (const series of ["jobs", "hired"] as const) {
    expect(hits[series]).toBeGreaterThan(0.72);
    expect(hits[series]).toBeLessThan(0.88);
    expect(narrowed[series]).toBeLessThan(0.6);
  }
});
