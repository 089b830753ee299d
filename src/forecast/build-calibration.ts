import { type CalibratedErrors, cellOf, longestHorizon } from "./calibrated-errors.ts";
import { quantileProbabilities } from "./error-quantiles.ts";
import { type ErrorPool, fittedParameters } from "./fitted-parameters.ts";
import type { PastErrors } from "./past-errors.ts";

/** Errors of all forecasts of one series. */
export type ErrorsOfSeries = readonly PastErrors[];

/** Fewest values of each cell of the table; the pool of proportions holds no long series. */
const cellBounds: Readonly<Record<ErrorPool, readonly number[]>> = {
  amounts: [2, 3, 4, 5, 6, 8, 10, 13, 19],
  proportions: [2, 3, 4, 5, 6, 8, 10],
};

/** Series that a quantile of a cell must come from; with fewer, its growth with the horizon is that of all cells. */
const fewestSeries = 30;

const middle = quantileProbabilities.indexOf(0.5);
const lowerPlace = quantileProbabilities.indexOf(0.025);
const upperPlace = quantileProbabilities.indexOf(0.975);

/** An error and its weight. */
type Weighted = readonly [error: number, weight: number];

interface Cell {
  readonly errors: Weighted[];
  seriesCount: number;
}

/**
 * Turn errors of the past into the quantiles that intervals are made of: split conformal, pooled over series.
 *
 * Within a cell of number of values and years ahead every series weighs the same, its last origin more than each
 * earlier one. For amounts the quantiles are half-way between those of the error and those of its size, for
 * proportions those of its size alone. They are never narrower for a year further ahead.
 *
 * @param series - one entry a series; all of one pool.
 * @throws RangeError when a cell has fewer than 30 series one year ahead.
 */
export function buildCalibration(series: readonly ErrorsOfSeries[], pool: ErrorPool): CalibratedErrors {
  const fewestValues = cellBounds[pool];
  const equalTailed = fittedParameters.equalTailedShare[pool];
  const cells = collectCells(series, fewestValues);
  const overall = Array.from({ length: longestHorizon }, (_, h) => {
    const errors = cells.flatMap((cell) => cell[h]!.errors);
    return errors.length > 0 ? conformalQuantiles(errors, equalTailed) : null;
  });
  const growth = overall.map((row, h) => {
    const before = overall[h - 1];
    return row && before ? Math.max(1, widthOf(row) / widthOf(before)) : 1;
  });
  return { fewestValues, quantiles: cells.map((cell) => rowsOf(cell, growth, equalTailed)) };
}

function collectCells(pool: readonly ErrorsOfSeries[], fewestValues: readonly number[]): Cell[][] {
  const cells = fewestValues.map(() =>
    Array.from({ length: longestHorizon }, (): Cell => ({ errors: [], seriesCount: 0 })),
  );
  for (const series of pool) {
    const byCell = fewestValues.map((_, i) => series.filter(({ count }) => cellOf(fewestValues, count) === i));
    for (const [i, forecasts] of byCell.entries()) {
      const total = forecasts.reduce((sum, one) => sum + weightOf(one), 0);
      for (const [h, cell] of cells[i]!.entries()) {
        const reaching = forecasts.filter(({ errors }) => errors.length > h);
        for (const one of reaching) cell.errors.push([one.errors[h]!, weightOf(one) / total]);
        if (reaching.length > 0) cell.seriesCount += 1;
      }
    }
  }
  return cells;
}

function weightOf({ isFromLastOrigin }: PastErrors): number {
  return isFromLastOrigin ? fittedParameters.lastOriginWeight : 1;
}

function rowsOf(cell: readonly Cell[], growth: readonly number[], equalTailed: number): number[][] {
  const rows: number[][] = [];
  for (const [h, { errors, seriesCount }] of cell.entries()) {
    const before = rows[h - 1];
    if (seriesCount < fewestSeries && !before) {
      throw new RangeError(`buildCalibration: a cell needs ${fewestSeries} series at least; got ${seriesCount}`);
    }
    const row =
      seriesCount < fewestSeries ? before!.map((value) => value * growth[h]!) : conformalQuantiles(errors, equalTailed);
    rows.push(before ? noNarrower(row, before) : row);
  }
  return rows;
}

function noNarrower(row: readonly number[], before: readonly number[]): number[] {
  return row.map((value, i) => {
    if (i === middle) return value;
    return i < middle ? Math.min(value, before[i]!) : Math.max(value, before[i]!);
  });
}

function widthOf(row: readonly number[]): number {
  return row[upperPlace]! - row[lowerPlace]!;
}

/** Quantiles half-way between the equal-tailed ones, which see skewness, and the symmetric ones, which are steadier. */
function conformalQuantiles(errors: readonly Weighted[], equalTailedShare: number): number[] {
  const equalTailed = weightedQuantiles(errors, quantileProbabilities);
  const levels = quantileProbabilities.map((p) => Math.abs(2 * p - 1));
  const sizes = weightedQuantiles(
    errors.map(([error, weight]): Weighted => [Math.abs(error), weight]),
    levels,
  );
  return equalTailed.map((value, i) => {
    const symmetric = i === middle ? 0 : sizes[i]! * Math.sign(i - middle);
    return equalTailedShare * value + (1 - equalTailedShare) * symmetric;
  });
}

/** The smallest errors that leave at least each share of the weight at or below them. */
function weightedQuantiles(errors: readonly Weighted[], probabilities: readonly number[]): number[] {
  const sorted = errors.toSorted(([a], [b]) => a - b);
  const total = sorted.reduce((sum, [, weight]) => sum + weight, 0);
  let cumulated = 0;
  const shares = sorted.map(([, weight]) => {
    cumulated += weight / total;
    return cumulated;
  });
  return probabilities.map((p) => {
    const place = shares.findIndex((share) => share >= p);
    return sorted[place < 0 ? sorted.length - 1 : place]![0];
  });
}
