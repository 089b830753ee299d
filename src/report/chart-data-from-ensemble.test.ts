import { expect, test } from "vitest";
import type { Ensemble } from "../ensemble/ensemble.ts";
import {
  makeEnsemble,
  makeIndicator,
  makeInput,
  makeObservation,
  makePlan,
  makeScenario,
} from "../fixtures/small-assessment.ts";
import type { Indicator, Observation } from "../inputs/study.ts";
import { assessTarget } from "../reachability/assess-target.ts";
import { type FanChartInput, fanChartData } from "./chart-data-from-ensemble.ts";

/** 0 … 100, so that the quantile of type 7 at p is 100 p. */
const hundred = Array.from({ length: 101 }, (_, i) => i);
const years = (level: (year: number) => readonly number[]) => [2021, 2022, 2023, 2024, 2025].map(level);

function input(indicator: Indicator, ensemble: Ensemble, observations: readonly Observation[] = []): FanChartInput {
  const assessment = makeInput([indicator], ensemble, { observations });
  return {
    ensemble,
    indicator,
    verdict: assessTarget(assessment, indicator).verdict,
    plan: makePlan([indicator]),
    observations,
    scenario: makeScenario(),
    runIdentity: { hash: "abc123", seed: 1, draws: ensemble.draws, informationDate: "2022-12-31" },
  };
}

test("fanChartData(input) takes the edges of the bands as quantiles of type 7 and leaves blank years out", () => {
  const fan = fanChartData(input(makeIndicator(), makeEnsemble({ ferries: years(() => hundred) })))!;
  expect(fan.years).toEqual([2021, 2022, 2023, 2024, 2025]);
  expect(fan.median).toEqual([50, 50, 50, 50, 50]);
  expect(fan.bands.map(({ level }) => level)).toEqual([0.5, 0.8, 0.95]);
  expect(fan.bands.map(({ lower }) => lower[0])).toEqual([25, 10, 2.5]);
  expect(fan.bands.map(({ upper }) => upper[0])).toEqual([75, 90, 97.5]);
});

test("fanChartData(input) hands on target, plan's figure, verdict and footer", () => {
  const fan = fanChartData(input(makeIndicator(), makeEnsemble({ ferries: years(() => hundred) })))!;
  expect(fan).toMatchObject({
    title: { zh: "渡船", en: "Ferries" },
    baseline: { year: 2020, value: 100 },
    target: { kind: "floor", comparison: ">=", value: 120, firstYear: 2021, year: 2025 },
    verdict: {
      class: "very_unlikely",
      chance: { zh: "综合测算，完成把握一成以下", en: "overall estimate: chance less than one in ten" },
    },
    periodMean: null,
    note: null,
    footer: { scenario: { zh: "平稳", en: "Calm" }, runHash: "abc123", informationDate: "2022-12-31" },
  });
});

/** A figure whose source does not say when it came out: known from the end of its year. */
const figure = (parts: Parameters<typeof makeObservation>[0]) => makeObservation({ vintage: "unknown", ...parts });

test("fanChartData(input) shows what was observed by the information date, numbers only", () => {
  const observations = [
    figure({ year: 2019, value: 96 }),
    figure({ year: 2020, value: 100 }),
    figure({ year: 2021, value: { min: 101, max: null } }),
    figure({ year: 2022, value: 104 }),
    figure({ year: 2023, value: 108 }),
  ];
  const indicator = makeIndicator({ series: "ferries" });
  const fan = fanChartData(input(indicator, makeEnsemble({ ferries: years(() => hundred) }), observations))!;
  expect(fan.history).toEqual([
    { year: 2019, value: 96 },
    { year: 2020, value: 100 },
    { year: 2022, value: 104 },
  ]);
  expect(fan.footer.source.en).toContain("observations.csv");
});

test("fanChartData(input) sums a cumulative row draw by draw from nothing, and its observations likewise", () => {
  const indicator = makeIndicator({
    series: "ferries",
    baseline: { period: "sum", from: 2016, readings: { table: 450 } },
    target: { kind: "cumulative", value: 250 },
  });
  const observations = [2021, 2022].map((year) => figure({ year, value: 40 }));
  // Odd years turn the order of the draws round: sums of quantiles would be wrong, quantiles of sums are not.
  const paths = years((year) => (year % 2 === 1 ? hundred : hundred.toReversed()));
  const fan = fanChartData(input(indicator, makeEnsemble({ ferries: paths }), observations))!;
  expect(fan.years).toEqual([2020, 2021, 2022, 2023, 2024, 2025]);
  expect(fan.median).toEqual([0, 50, 100, 150, 200, 250]);
  expect(fan.bands[2]!.lower).toEqual([0, 2.5, 100, 102.5, 200, 202.5]);
  expect(fan.history).toEqual([
    { year: 2021, value: 40 },
    { year: 2022, value: 80 },
  ]);
  expect(fan.baseline).toBeNull();
  expect(fan.note?.en).toMatch(/450, is the sum of 2016–2020/);
  expect(fan.unitLabel).toEqual({ zh: "艘（自2021年起累计）", en: "艘, summed from 2021" });
});

test("fanChartData(input) gives the interval of the mean where the target is held against it", () => {
  const indicator = makeIndicator({ unit: { scale: 0, powers: {} }, target: { kind: "mean_growth", value: 0.08 } });
  const fan = fanChartData(input(indicator, makeEnsemble({ ferries: years(() => hundred.map((i) => i / 1000)) })))!;
  expect(fan.periodMean?.median).toBeCloseTo(0.05, 12);
  expect(fan.periodMean?.lower).toBeCloseTo(0.005, 12);
  expect(fan.periodMean?.upper).toBeCloseTo(0.095, 12);
});

test("fanChartData(input) leaves draws that are not finite out of the bands and says so", () => {
  const paths = years((year) => (year === 2025 ? [...hundred, Number.POSITIVE_INFINITY] : [...hundred, 0]));
  const fan = fanChartData(input(makeIndicator(), makeEnsemble({ ferries: paths })))!;
  expect(fan.median.at(-1)).toBe(50);
  expect(fan.note?.en).toMatch(/^< 1% of the simulations/);
});

test("fanChartData(input) weighs the draws", () => {
  const weights = [0, 0, 1, 0];
  const fan = fanChartData(input(makeIndicator(), makeEnsemble({ ferries: years(() => [1, 2, 3, 4]) }, { weights })))!;
  expect(fan.median.at(-1)).toBe(3);
});

test("fanChartData(input) is null where nothing models the row", () => {
  const ensemble = makeEnsemble({ ferries: years(() => hundred) });
  expect(fanChartData(input(makeIndicator({ variable: null }), ensemble))).toBeNull();
  expect(fanChartData(input(makeIndicator({ variable: "trams" }), ensemble))).toBeNull();
});

test("fanChartData(input) shows a row without a target as an outlook", () => {
  const fan = fanChartData(input(makeIndicator({ target: null }), makeEnsemble({ ferries: years(() => hundred) })))!;
  expect(fan).toMatchObject({ target: null, verdict: { class: "no_target_yet", chance: null } });
});
