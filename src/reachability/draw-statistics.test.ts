import { expect, test } from "vitest";
import { endingAt, makeEnsemble } from "../fixtures/small-assessment.ts";
import { drawStatistics, metDraws, outcomeDraws, whyNoStatistics } from "./draw-statistics.ts";

const paths = [
  [1, 9],
  [2, 8],
  [3, 7],
];
const years = [2021, 2022, 2023];

test("drawStatistics(ensemble, variable, rule) follows each draw over the rule's years", () => {
  const ensemble = makeEnsemble(
    {
      piers: [
        [0, 0],
        [0, 0],
        [0, 0],
      ],
      ferries: paths,
    },
    { central: { ferries: [4, 5, 6] } },
  );
  const sums = drawStatistics(ensemble, "ferries", { statistic: "sum", comparison: ">=", years });
  expect([...sums.draws]).toEqual([6, 24]);
  expect(sums.central).toBe(15);
  const worst = drawStatistics(ensemble, "ferries", { statistic: "worst_year", comparison: "<", years });
  expect([...worst.draws]).toEqual([3, 9]);
});

test("drawStatistics(ensemble, variable, rule) gives no statistic to a draw with a year that is not finite", () => {
  const broken = [
    [Number.POSITIVE_INFINITY, 9],
    [2, 8],
    [3, Number.NaN],
  ];
  const ensemble = makeEnsemble({ ferries: broken }, { central: { ferries: [1, 2, 3] } });
  const worst = drawStatistics(ensemble, "ferries", { statistic: "worst_year", comparison: ">=", years });
  expect([...worst.draws]).toEqual([Number.NaN, Number.NaN]);
  expect(worst.central).toBe(1);
});

test("metDraws(statistics, rule) marks draws and never one that is not finite", () => {
  const statistics = Float64Array.of(3, 4, 5, Number.NaN, Number.POSITIVE_INFINITY);
  expect([...metDraws(statistics, { comparison: ">=", target: 4 })]).toEqual([0, 1, 1, 0, 0]);
  expect([...metDraws(statistics, { comparison: ">", target: 4 })]).toEqual([0, 0, 1, 0, 0]);
});

test("outcomeDraws(ensemble, variable, year) refuses a series or year that is not there", () => {
  const ensemble = makeEnsemble({ ferries: paths });
  expect([...outcomeDraws(ensemble, "ferries", 2022)]).toEqual([2, 8]);
  expect(() => outcomeDraws(ensemble, "piers", 2022)).toThrow(RangeError);
  expect(() => outcomeDraws(ensemble, "ferries", 2030)).toThrow(RangeError);
});

test("whyNoStatistics(ensemble, variable, years) names what is missing", () => {
  const ensemble = makeEnsemble({ ferries: paths });
  expect(whyNoStatistics(ensemble, "ferries", years)).toBeNull();
  expect(whyNoStatistics(ensemble, "piers", years)?.en).toContain("`piers`");
  expect(whyNoStatistics(ensemble, "ferries", [2023, 2024, 2025])?.en).toContain("2024–2025");
  expect(whyNoStatistics(ensemble, "ferries", [2020, 2021])?.en).toContain("blank in 2020");
});

test("whyNoStatistics(ensemble, variable, years) does not call an outcome blank because draws failed", () => {
  const failed = makeEnsemble({ ferries: endingAt([Number.NaN]) }, { central: { ferries: [0, 0, 0, 0, 5] } });
  expect(whyNoStatistics(failed, "ferries", [2025])).toBeNull();
});
