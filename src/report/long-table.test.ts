import { expect, test } from "vitest";
import { endingAt, makeEnsemble } from "../fixtures/small-assessment.ts";
import { longTable } from "./long-table.ts";

const statisticsOf = (rows: ReturnType<typeof longTable>, year: number) =>
  Object.fromEntries(rows.filter((row) => row.year === year).map(({ statistic, value }) => [statistic, value]));

test("longTable(ensemble) gives mean, sd, quantiles and central value of every year", () => {
  const rows = longTable(makeEnsemble({ ferries: endingAt([2, 4, 4, 4, 5, 5, 7, 9]) }));
  // Sum of squared deviations 32 over n − 1 = 7, as R's sd().
  expect(statisticsOf(rows, 2025)).toMatchObject({ mean: 5, sd: Math.sqrt(32 / 7), "0.5": 4.5, central: 2 });
  expect(statisticsOf(rows, 2024)).toMatchObject({ mean: 0, sd: 0, "0.025": 0 });
  expect(rows[0]).toMatchObject({ scenario: "calm", variable: "ferries", unit: "艘" });
});

test("longTable(ensemble) keeps its digits where the spread is small beside the level", () => {
  const draws = [1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16];
  // NIST's catastrophic-cancellation example: the variance is exactly 30.
  expect(statisticsOf(longTable(makeEnsemble({ ferries: endingAt(draws) })), 2025)).toMatchObject({
    mean: 1e9 + 10,
    sd: Math.sqrt(30),
  });
});

test("longTable(ensemble) has no rows for years in which an outcome is blank, and leaves out draws that are no numbers", () => {
  const rows = longTable(makeEnsemble({ ferries: endingAt([1, Number.NaN, 3, Number.POSITIVE_INFINITY]) }));
  expect(statisticsOf(rows, 2020)).toEqual({});
  expect(statisticsOf(rows, 2025)).toMatchObject({ mean: 2, sd: Math.SQRT2, "0.5": 2 });
});

test("longTable(ensemble) weighs draws: a weight of two counts as two draws in the mean", () => {
  const weighted = makeEnsemble({ ferries: endingAt([3, 9]) }, { weights: [2 / 3, 1 / 3] });
  const { mean, sd } = statisticsOf(longTable(weighted), 2025);
  expect(mean).toBeCloseTo(5, 12);
  expect(sd).toBeCloseTo(Math.sqrt(8), 12);
});
