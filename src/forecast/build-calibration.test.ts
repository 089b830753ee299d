import { expect, test } from "vitest";
import { quantiles } from "../core/quantiles.ts";
import { randomWalk } from "../fixtures/random-walk.ts";
import { buildCalibration } from "./build-calibration.ts";
import { calibrationTable } from "./calibration-table.ts";
import { quantileProbabilities } from "./error-quantiles.ts";
import { type PastErrors, type PastSeries, pastErrors } from "./past-errors.ts";
import { rankTrajectories } from "./trajectories.ts";

const open = { min: null, max: null };

function past(id: string, values: readonly number[], lastOrigin: number): PastSeries {
  return { id, kind: "share", bounds: open, values, lastOrigin };
}

/** Errors of series that were forecast once each, from so many values. */
function once(count: number, errors: readonly (readonly number[])[]): PastErrors[][] {
  return errors.map((one) => [{ count, errors: one, isFromLastOrigin: true }]);
}

/** One error a series, in every cell of proportions. */
function inEveryCell(errors: readonly number[]): PastErrors[][] {
  return errors.map((error) =>
    [2, 3, 4, 5, 6, 8, 10].map((count) => ({ count, errors: [error], isFromLastOrigin: true })),
  );
}

const upper = quantileProbabilities.indexOf(0.975);
const lower = quantileProbabilities.indexOf(0.025);

test("buildCalibration(series, pool) keeps quantiles of the sizes of errors, on both sides of 0, for proportions", () => {
  const errors = Array.from({ length: 200 }, (_, i) => ((i % 2 === 0 ? 1 : -1) * (i + 1)) / 10);
  const { quantiles: cells } = buildCalibration(inEveryCell(errors), "proportions");
  const row = cells[3]![0]!;
  // 190 of the 200 sizes 0.1 … 20 are 19 or less.
  expect(row[upper]).toBeCloseTo(19, 9);
  expect(row[lower]).toBeCloseTo(-19, 9);
  expect(row[quantileProbabilities.indexOf(0.5)]).toBe(0);
});

test("buildCalibration(series, pool) stretches horizons that few series reach as all cells together grow", () => {
  const errors = Array.from({ length: 60 }, (_, i) => (i % 2 === 0 ? 1 : -1) * (i + 1));
  const growing = errors.map((error) =>
    [2, 3, 4, 5, 6, 8, 10].map((count) => ({
      count,
      errors: count === 10 ? [error] : [error, 3 * error],
      isFromLastOrigin: true,
    })),
  );
  const { quantiles: cells } = buildCalibration(growing, "proportions");
  expect(cells[6]![1]![upper]).toBeCloseTo(3 * cells[6]![0]![upper]!, 9);
  // Beyond what any series reaches nothing is known, and the last row stays.
  expect(cells[6]![9]).toEqual(cells[6]![1]);
});

test("buildCalibration(series, pool) is never narrower for a year further ahead", () => {
  const shrinking = inEveryCell([]).concat(
    Array.from({ length: 40 }, (_, i) => {
      const error = (i % 2 === 0 ? 1 : -1) * (i + 1);
      return [2, 3, 4, 5, 6, 8, 10].map((count) => ({ count, errors: [error, error / 4], isFromLastOrigin: true }));
    }),
  );
  const { quantiles: cells } = buildCalibration(shrinking, "proportions");
  expect(cells[0]![1]).toEqual(cells[0]![0]);
});

test("buildCalibration(series, pool) refuses a pool of too few series", () => {
  expect(() => buildCalibration(once(5, [[1], [2]]), "proportions")).toThrow("needs 30 series at least; got 0");
});

test("pastErrors(series, horizon) forecasts from every origin, and from the last one with all that came after", () => {
  const values = randomWalk("past", { length: 9, sd: 3 });
  const found = pastErrors(past("a", values, 6), 4);
  const last = found.filter(({ isFromLastOrigin }) => isFromLastOrigin);
  // Histories of 2, 3, 4, 5 and 6 values, each with the three years that follow.
  expect(last.map(({ count, errors }) => [count, errors.length])).toEqual([2, 3, 4, 5, 6].map((count) => [count, 3]));
  expect(found.filter(({ count }) => count === 2).length).toBe(5);
  expect(found[0]!.errors.length).toBe(4);
});

test("pastErrors(series, horizon) leaves out histories of zeros, which have no scale", () => {
  expect(pastErrors(past("zero", [0, 0, 0, 0, 1], 4), 1)).toEqual([]);
});

test("a calibration on random walks covers other random walks", () => {
  const errorsOf = (name: string) =>
    Array.from({ length: 120 }, (_, i) =>
      pastErrors(past(`${i}`, randomWalk(`${name} ${i}`, { length: 14, start: 50, sd: 1 }), 11), 3),
    );
  const { quantiles: cells } = buildCalibration(errorsOf("learn"), "proportions");
  const tested = errorsOf("test").flatMap((series) => series.filter(({ count }) => count === 10));
  const inside = tested.filter(({ errors }) => Math.abs(errors[0]!) <= cells[6]![0]![upper]!).length / tested.length;
  expect(inside).toBeGreaterThan(0.91);
  expect(inside).toBeLessThan(0.985);
});

test("rankTrajectories(pool, count) ranks each year, so that a trajectory low in one year is mostly low in the next", () => {
  const table = {
    fewestValues: calibrationTable.proportions.fewestValues,
    quantiles: calibrationTable.proportions.quantiles,
  };
  const pool = Array.from({ length: 60 }, (_, i) => {
    const series = past(`${i}`, randomWalk(`rank ${i}`, { length: 22, start: 80, sd: 2 }), 12);
    return { errors: pastErrors(series, 10), table };
  });
  const ranks = rankTrajectories(pool, 40);
  expect(ranks.length).toBe(40);
  for (let year = 0; year < 10; year += 1) {
    expect(ranks.map((one) => one[year]!).sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, i) => i));
  }
  const moved = ranks.map((one) => Math.abs(one[9]! - one[8]!));
  // By chance two ranks of 40 lie 13 apart.
  expect(quantiles(Float64Array.from(moved), [0.5])[0]).toBeLessThan(8);
});

test("calibrationTable ascends with probability and widens with the years ahead", () => {
  for (const { fewestValues, quantiles: cells } of Object.values(calibrationTable)) {
    expect(cells.length).toBe(fewestValues.length);
    for (const cell of cells) {
      expect(cell.length).toBe(10);
      for (const [h, row] of cell.entries()) {
        expect(row).toEqual(row.toSorted((a, b) => a - b));
        expect(row.length).toBe(quantileProbabilities.length);
        if (h > 0)
          expect(row[upper]! - row[lower]!).toBeGreaterThanOrEqual(cell[h - 1]![upper]! - cell[h - 1]![lower]!);
      }
    }
  }
});

test("calibrationTable is wider for two values than for many", () => {
  for (const { quantiles: cells } of Object.values(calibrationTable)) {
    expect(cells[0]![0]![upper]!).toBeGreaterThan(1.3 * cells.at(-1)![0]![upper]!);
  }
});
