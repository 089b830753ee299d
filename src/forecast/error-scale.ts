import { mean } from "simple-statistics";
import { trendOf, trendWeight } from "./drift.ts";
import { type ErrorPool, fittedParameters } from "./fitted-parameters.ts";
import type { PreparedSeries } from "./prepare-series.ts";

/** Values from which a trend can be told from chance, and a rule be chosen by the data at all. */
const enoughValues = 13;
/** Below this number of values the changes alone say too little of how far a series moves. */
const fewValues = 4;

/**
 * Measure how far a series moves in a year: the unit in which its forecast errors are counted.
 *
 * The root of the mean squared change, recent years counting more, together with one change that every series is
 * credited with: a small share of its mean size. Lower where a long series shows no trend, as then the changes undo
 * each other.
 *
 * @returns in the unit of the series; 0 only when every value is 0.
 */
export function errorScale(series: PreparedSeries, pool: ErrorPool): number {
  const { values, steps, count } = series;
  const { recency, creditedChange, trendlessCalm } = fittedParameters;
  const meanSize = mean(values.map(Math.abs));
  const credited = meanSize * (count < fewValues ? creditedChange.fewValues : creditedChange.usual);
  let weight = 1;
  let weights = 0;
  let squares = 0;
  for (const { change, years } of steps.toReversed()) {
    squares += (weight * change * change) / years;
    weights += weight;
    for (let year = 0; year < years; year += 1) weight *= recency;
  }
  const changes = weights > 0 ? (steps.length * squares) / weights : 0;
  const scale = Math.sqrt((changes + credited * credited) / (steps.length + 1));
  if (pool === "proportions" || count < enoughValues) return scale;
  return scale * (1 - trendlessCalm * (1 - trendWeight(trendOf(series).significance, 1)));
}
