import { expect, test } from "vitest";
import { normalQuantile } from "../core/normal.ts";
import { keptDraws } from "../ensemble/ensemble.ts";
import { makeEnsemble } from "../fixtures/small-assessment.ts";
import { quantileProbabilities } from "../forecast/error-quantiles.ts";
import { adjustEnsemble } from "./adjust-ensemble.ts";
import type { HindcastPair } from "./evaluation.ts";
import { scoreRow } from "./hindcast.ts";
import { binomialBand, honestyReport } from "./honesty-report.ts";

/** A pair of which the model says N(middle, 1), and the last value `naive`. */
function pair(actual: number, middle: number, naive: number): HindcastPair {
  const row = quantileProbabilities.map((p) => middle + normalQuantile(p));
  const shifted = row.map((one) => one + naive - middle);
  return {
    indicator: "ferries",
    origin: 2021,
    year: 2022,
    actual,
    ...scoreRow(row, actual),
    scale: 1,
    naive: { last_value: { value: naive, wis: scoreRow(shifted, actual).wis } },
  };
}

test("binomialBand(count, share) is the central 95 % of a binomial count", () => {
  // Quantiles of the binomial distribution at .025 and .975, summed in exact fractions.
  expect(binomialBand(40, 0.9)).toEqual([32, 39]);
  expect(binomialBand(255, 0.95)).toEqual([235, 249]);
  expect(binomialBand(2, 0.5)).toEqual([0, 2]);
});

test("honestyReport(pairs, peers) says when a naive way was better, and gives it a weight that grows with the pairs", () => {
  const worse = Array.from({ length: 10 }, () => pair(0, 2, 0));
  const found = honestyReport(worse, []);
  expect(found).toMatchObject({ beatsNaive: false, bestNaive: "last_value" });
  const [, naive] = found.scores;
  const share = (naive?.modelWis ?? 0) / ((naive?.modelWis ?? 0) + (naive?.wis ?? 0));
  expect(found.naiveWeight).toBeCloseTo((share * 10) / 20, 12);
  expect(found.statement.zh).toContain("模型不及");
  expect(honestyReport(worse.slice(0, 1), []).naiveWeight).toBeLessThan(found.naiveWeight);
});

test("honestyReport(pairs, peers) leaves a model alone that beats every naive way", () => {
  const found = honestyReport([pair(0, 0.1, 2), pair(1, 0.9, 3)], []);
  expect(found).toMatchObject({ beatsNaive: true, naiveWeight: 0, bestNaive: null });
  expect(found.statement.en).toContain("With only 2 pair(s), this says little");
});

test("honestyReport(pairs, peers) draws the inflation towards 1: (n c + 10) ÷ (n + 10)", () => {
  const { inflation, coverage } = honestyReport([pair(normalQuantile(0.9) * 2, 0, 0)], []);
  expect(inflation?.raw).toBeCloseTo(2, 12);
  expect(inflation?.applied).toBeCloseTo(12 / 11, 12);
  expect(coverage.map(({ hits }) => hits)).toEqual([0, 0, 0]);
});

test("honestyReport([], peers) says that there is nothing to go by", () => {
  expect(honestyReport([], [])).toMatchObject({ beatsNaive: null, inflation: null, scores: [], coverage: [] });
});

test("adjustEnsemble(ensemble, corrections) widens about the median and shifts, and keeps shares in their limits", () => {
  const draws = makeEnsemble({ ferries: [[1, 2, 3]] });
  const wider = adjustEnsemble(draws, [{ series: "ferries", year: 2021, width: 2, shift: 10 }]);
  expect([...keptDraws(wider).slice(3)]).toEqual([10, 12, 14]);
  const kept = adjustEnsemble(draws, [{ series: "ferries", year: 2021, width: 4, shift: 0 }]);
  expect([...keptDraws(kept).slice(3)]).toEqual([0, 2, 6]);
  expect(adjustEnsemble(draws, [])).toBe(draws);
});
