import { fillUniforms, streamKey } from "../core/philox.ts";
import { quantiles } from "../core/quantiles.ts";
import { clampTo } from "./bounds.ts";
import { quantileAt } from "./error-quantiles.ts";
import type { Forecast, ForecastInterval } from "./forecast.ts";
import { trajectoryRanks } from "./trajectory-ranks.ts";

/** A stream of random numbers: the same seed and name give the same paths whatever else is drawn. */
export interface PathStream {
  /** A whole number, 0 … 2⁵³ − 1. */
  readonly seed: number;
  readonly name: string;
  /** Number of the first draw; 0 when left out. */
  readonly firstDraw?: number;
}

/** Places on the time axis of the stream: which trajectory a draw takes, and where inside its rank it lies. */
const trajectoryPlace = 0;
const insidePlace = 1;

/**
 * Draw futures of a series from its forecast.
 *
 * Each draw takes the ranks of one whole trajectory of past errors and reads the forecast's own distribution at them:
 * every year has the quantiles of the forecast, and years hang together as errors of the past did, so that sums, means
 * and changes over the horizon have right intervals.
 *
 * @param draws - number of paths.
 * @returns draws × years, row by row, in the unit of the series. Draw i is the same whatever the number of draws.
 * @throws RangeError when the number of draws is not a whole number from 1 on.
 * @see Clark et al. (2004), The Schaake shuffle, for ranks taken from the past.
 */
export function samplePaths(
  forecast: Forecast,
  draws: number,
  { seed, name, firstDraw = 0 }: PathStream,
): Float64Array {
  if (!Number.isSafeInteger(draws) || draws < 1) {
    throw new RangeError(`samplePaths: draws must be a whole number from 1 on; got ${draws}`);
  }
  const key = streamKey(seed, name);
  const trajectories = new Float64Array(draws);
  const inside = new Float64Array(draws);
  fillUniforms(trajectories, key, firstDraw, trajectoryPlace);
  fillUniforms(inside, key, firstDraw, insidePlace);
  const count = trajectoryRanks.length;
  const horizon = forecast.years.length;
  const paths = new Float64Array(draws * horizon);
  for (let draw = 0; draw < draws; draw += 1) {
    const ranks = trajectoryRanks[Math.floor(trajectories[draw]! * count)]!;
    for (const [year, row] of forecast.quantiles.entries()) {
      const value = quantileAt(row, (ranks[year]! + inside[draw]!) / count);
      paths[draw * horizon + year] = clampTo(forecast.bounds, value);
    }
  }
  return paths;
}

/** Sum or mean of a series over the whole horizon of its forecast. */
export interface HorizonForecast {
  readonly statistic: "sum" | "mean";
  readonly median: number;
  readonly mean: number;
  /** Narrowest first. */
  readonly intervals: readonly {
    readonly level: ForecastInterval["level"];
    readonly lower: number;
    readonly upper: number;
  }[];
}

/** Draws that a sum or mean is taken from. */
const horizonDraws = 8192;

/** Forecast the sum or the mean over the horizon, from {@link samplePaths}. */
export function forecastOverHorizon(
  forecast: Forecast,
  statistic: "sum" | "mean",
  stream: PathStream,
): HorizonForecast {
  const horizon = forecast.years.length;
  const paths = samplePaths(forecast, horizonDraws, stream);
  const sums = new Float64Array(horizonDraws);
  for (const [i, value] of paths.entries()) sums[Math.floor(i / horizon)]! += value;
  const values = statistic === "sum" ? sums : sums.map((sum) => sum / horizon);
  const levels = forecast.intervals.map(({ level }) => level);
  const [median = Number.NaN, ...ends] = quantiles(values, [
    0.5,
    ...levels.flatMap((level) => [(1 - level) / 2, (1 + level) / 2]),
  ]);
  return {
    statistic,
    median,
    mean: values.reduce((sum, value) => sum + value, 0) / horizonDraws,
    intervals: levels.map((level, i) => ({ level, lower: ends[2 * i]!, upper: ends[2 * i + 1]! })),
  };
}
