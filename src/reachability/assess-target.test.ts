import fc from "fast-check";
import { expect, test } from "vitest";
import { normalCdf, normalQuantile } from "../core/normal.ts";
import { endingAt, makeEnsemble, makeIndicator, makeInput, makeScenario } from "../fixtures/small-assessment.ts";
import type { Indicator } from "../inputs/study.ts";
import { assessTarget } from "./assess-target.ts";
import type { Verdict } from "./verdict.ts";

type Parts = Parameters<typeof makeIndicator>[0];

const judge = (parts: Parts, paths: number[][], weights?: readonly number[]): Verdict => {
  const indicator = makeIndicator(parts);
  const ensemble = makeEnsemble({ ferries: paths }, weights === undefined ? {} : { weights });
  return assessTarget(makeInput([indicator], ensemble), indicator).verdict;
};
const normalGrid = (count: number, mean: number, sd: number) =>
  Array.from({ length: count }, (_, i) => mean + sd * normalQuantile((i + 0.5) / count));

test("assessTarget(input, indicator) finds 1 − Φ((x* − μ) ÷ σ) for normal draws", () => {
  const draws = normalGrid(4000, 117, 4);
  for (const value of [110, 117, 120, 126]) {
    const verdict = judge({ target: { value } }, endingAt(draws));
    const exact = 1 - normalCdf((value - 117) / 4);
    expect(verdict.probability).toBeCloseTo(exact, 3);
    expect(verdict.standardError).toBeCloseTo(Math.sqrt((exact * (1 - exact)) / 4000), 4);
    expect(judge({ target: { value, comparison: "<" } }, endingAt(draws)).probability).toBeCloseTo(1 - exact, 3);
  }
});

test("assessTarget(input, indicator) finds the normal's quantiles and expected shortfall", () => {
  const verdict = judge({}, endingAt(normalGrid(4000, 117, 4)));
  expect(Object.keys(verdict.quantiles ?? {})).toEqual(["0.05", "0.1", "0.25", "0.5", "0.75", "0.9", "0.95"]);
  for (const [p, value] of Object.entries(verdict.quantiles ?? {})) {
    expect(value).toBeCloseTo(117 + 4 * normalQuantile(Number(p)), 2);
  }
  // E max(0, x* − X) = σ (z Φ(z) + φ(z)) with z = (x* − μ) ÷ σ: the normal loss function.
  const z = 0.75;
  const expected = 4 * (z * normalCdf(z) + Math.exp(-(z * z) / 2) / Math.sqrt(2 * Math.PI));
  expect(verdict.expectedShortfall).toBeCloseTo(expected, 3);
  expect(verdict.normalisedShortfall).toBeCloseTo(expected / 20, 4);
});

test("assessTarget(input, indicator) fills every name of the public verdict", () => {
  const indicator = makeIndicator({ attribute: "binding" });
  const ensemble = makeEnsemble(
    { ferries: endingAt([100, 110, 130, 140]) },
    { central: { ferries: [1, 2, 3, 4, 119] } },
  );
  expect(assessTarget(makeInput([indicator], ensemble), indicator).verdict).toEqual({
    scenario: "calm",
    indicator: "ferries",
    label: { zh: "渡船", en: "Ferries" },
    kind: "floor",
    attribute: "binding",
    reading: "table",
    unit: "艘",
    baseline: 100,
    target: 120,
    comparison: ">=",
    targetYear: 2025,
    statistic: "end_year",
    standing: "forecast",
    heading: { zh: "预测", en: "Forecast" },
    central: { value: 119, met: false },
    probability: 0.5,
    standardError: 0.25,
    class: "uncertain",
    alternativeClass: "likely",
    wording: { zh: "完成有一定难度，需加力推进", en: "uncertain: needs more effort" },
    quantiles: { "0.05": 101.5, "0.1": 103, "0.25": 107.5, "0.5": 120, "0.75": 132.5, "0.9": 137, "0.95": 138.5 },
    expectedShortfall: 7.5,
    normalisedShortfall: 0.375,
    requiredPerYear: 4,
    // 120 ÷ 100 in five years.
    requiredGrowth: expect.closeTo(0.0371373, 7),
    shareNeeds: null,
    firstYearMet: { median: 2025, by: { 2021: 0, 2022: 0, 2023: 0, 2024: 0, 2025: 0.5 } },
    fact: null,
    reason: null,
    runs: 4,
    nonFiniteRuns: 0,
  });
});

test("assessTarget(input, indicator) judges each kind on its own statistic", () => {
  // Two draws over five years: the first steady, the second with one bad year and a better end.
  const paths = [
    [0.08, 0.09],
    [0.08, 0.02],
    [0.08, 0.09],
    [0.08, 0.09],
    [0.08, 0.12],
  ];
  const statistic = (target: NonNullable<Parts>["target"]) => judge({ target: { value: 0.08, ...target } }, paths);
  expect(statistic({ kind: "share" })).toMatchObject({ statistic: "end_year", probability: 1 });
  expect(statistic({ kind: "cumulative", value: 0.405 })).toMatchObject({ statistic: "sum", probability: 0.5 });
  expect(statistic({ kind: "maintain", rule: "each_year" })).toMatchObject({
    statistic: "worst_year",
    probability: 0.5,
    expectedShortfall: 0.03,
    normalisedShortfall: 0.375,
  });
  expect(statistic({ kind: "ceiling", rule: "each_year", comparison: "<=", value: 0.1 })).toMatchObject({
    probability: 0.5,
    expectedShortfall: expect.closeTo(0.01, 14),
  });
  expect(statistic({ kind: "ceiling", rule: "period_mean", comparison: "<=", value: 0.085 }).probability).toBe(1);
  // Geometric mean of the second draw: (1.09³ × 1.02 × 1.12)^⅕ − 1 = 8.15 %.
  expect(statistic({ kind: "mean_growth", comparison: ">" })).toMatchObject({
    statistic: "geometric_mean",
    probability: 0.5,
    expectedShortfall: 0,
    requiredPerYear: null,
    firstYearMet: null,
  });
});

test("assessTarget(input, indicator) takes comparison, value and baseline from the readings in force", () => {
  const indicator = makeIndicator({
    baseline: { readings: { table: 100, text: 110 } },
    target: { readings: { text: { comparison: ">", value: 120 } } },
  });
  const ensemble = makeEnsemble({ ferries: endingAt([120]) });
  const scenario = makeScenario({ ferries: "text" });
  expect(assessTarget(makeInput([indicator], ensemble, { scenario }), indicator).verdict).toMatchObject({
    reading: "text",
    baseline: 110,
    comparison: ">",
    probability: 0,
    requiredPerYear: 2,
  });
});

test("assessTarget(input, indicator) weighs draws and lowers their effective number", () => {
  const verdict = judge({}, endingAt([130, 100, 120]), [0.5, 0.25, 0.25]);
  expect(verdict.probability).toBe(0.75);
  expect(verdict.standardError).toBeCloseTo(Math.sqrt(0.75 * 0.25 * 0.375), 14);
  expect(verdict.expectedShortfall).toBe(5);
});

test("assessTarget(input, indicator) lets a draw of weight 0 count for nothing", () => {
  const { quantiles, ...rest } = judge({}, endingAt([130, 100, 5]), [0.5, 0.5, 0]);
  const without = judge({}, endingAt([130, 100]));
  expect(rest).toMatchObject({ probability: 0.5, standardError: without.standardError, expectedShortfall: 10 });
  expect(Object.values(quantiles ?? {})).toEqual(
    Object.values(without.quantiles ?? {}).map((q) => expect.closeTo(q, 10)),
  );
});

test("assessTarget(input, indicator) counts draws that are not finite as not met and leaves them out of amounts", () => {
  const verdict = judge({}, endingAt([130, Number.NaN, 100, Number.POSITIVE_INFINITY]));
  expect(verdict).toMatchObject({ probability: 0.25, runs: 4, nonFiniteRuns: 2, expectedShortfall: 10 });
  expect(verdict.quantiles?.["0.5"]).toBe(115);
});

test("assessTarget(input, indicator) survives an outcome that fails on all draws but not on the central run", () => {
  const indicator = makeIndicator();
  const ensemble = makeEnsemble({ ferries: endingAt([Number.NaN]) }, { central: { ferries: [0, 0, 0, 0, 130] } });
  expect(assessTarget(makeInput([indicator], ensemble), indicator).verdict).toMatchObject({
    class: "very_unlikely",
    probability: 0,
    central: { value: 130, met: true },
    quantiles: null,
    expectedShortfall: null,
  });
});

test("assessTarget(input, indicator) puts no interval or blank baseline into a ratio", () => {
  for (const table of [{ min: 90, max: 100 }, null]) {
    const verdict = judge({ baseline: { readings: { table } } }, endingAt([110]));
    expect(verdict).toMatchObject({ baseline: table, expectedShortfall: 10 });
    expect([verdict.normalisedShortfall, verdict.requiredPerYear]).toEqual([null, null]);
  }
});

test("assessTarget(input, indicator) says why a row is not assessable and gives it no number", () => {
  const notYet = { zh: "口径待核。", en: "The definition is being checked." };
  const rows: [Partial<Indicator>, string][] = [
    [{ variable: null }, "The model does not simulate this indicator."],
    [{ variable: "piers" }, "The results of the model hold no variable `piers`."],
    [{ variable: null, notAssessableBecause: notYet }, notYet.en],
    [{ notAssessableBecause: notYet }, notYet.en],
  ];
  for (const [parts, reason] of rows) {
    const verdict = judge(parts as Parts, endingAt([130]));
    expect(verdict).toMatchObject({ class: "not_assessable", standing: null, probability: null, quantiles: null });
    expect(verdict.reason?.en).toBe(reason);
  }
  expect(judge({}, endingAt([Number.NaN, Number.NaN])).reason?.en).toBe("The variable `ferries` is blank in 2025.");
  expect(judge({ target: { year: 2027 } }, endingAt([130])).reason?.en).toBe("The simulation does not cover 2027.");
});

test("assessTarget(input, indicator) gives a row without a target its outlook in the last plan year", () => {
  const paths = [...endingAt([110, 120, 130]), [0, 0, 0]];
  expect(judge({ target: null }, paths)).toMatchObject({
    class: "no_target_yet",
    standing: "forecast",
    target: null,
    probability: null,
    quantiles: { "0.5": 120 },
    reason: { en: "No target has been published yet; the quantiles are those of 2025." },
  });
  expect(judge({ target: null, variable: null }, paths)).toMatchObject({ class: "no_target_yet", quantiles: null });
});

const draws = fc.array(fc.double({ min: 90, max: 150, noNaN: true }), { minLength: 1, maxLength: 30 });
const targetValue = fc.double({ min: 80, max: 160, noNaN: true });

test("property: easing a target never lowers its probability", () => {
  fc.assert(
    fc.property(draws, targetValue, fc.double({ min: 0, max: 20, noNaN: true }), (values, value, ease) => {
      const p = (target: NonNullable<Parts>["target"]) =>
        judge({ target: { ...target } }, endingAt(values)).probability!;
      expect(p({ value: value - ease })).toBeGreaterThanOrEqual(p({ value }));
      expect(p({ value: value + ease, comparison: "<" })).toBeGreaterThanOrEqual(p({ value, comparison: "<" }));
      expect(p({ value })).toBeGreaterThanOrEqual(p({ value, comparison: ">" }));
    }),
    { seed: 1, numRuns: 100 },
  );
});

test("property: a non-strict target has no shortfall exactly when every draw meets it", () => {
  const comparison = fc.constantFrom(">=" as const, "<=" as const);
  const kind = fc.constantFrom("floor" as const, "maintain" as const);
  fc.assert(
    fc.property(draws, targetValue, comparison, kind, (values, value, sign, targetKind) => {
      const target = { kind: targetKind, rule: "end_year", value, comparison: sign } as const;
      const verdict = judge({ target }, endingAt(values));
      expect(verdict.expectedShortfall === 0).toBe(verdict.probability === 1);
    }),
    { seed: 1, numRuns: 200 },
  );
});

test("property: the order of the draws changes nothing", () => {
  fc.assert(
    fc.property(draws, (values) => {
      const [one, other] = [values, values.toReversed()].map((order) => judge({}, endingAt(order)));
      expect({ ...other, central: null, expectedShortfall: 0, normalisedShortfall: 0 }).toEqual({
        ...one,
        central: null,
        expectedShortfall: 0,
        normalisedShortfall: 0,
      });
      expect(other?.expectedShortfall).toBeCloseTo(one?.expectedShortfall ?? Number.NaN, 10);
    }),
    { seed: 1, numRuns: 50 },
  );
});
