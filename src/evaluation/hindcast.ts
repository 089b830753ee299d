import { type Ensemble, seriesDraws } from "../ensemble/ensemble.ts";
import { probabilityBelow, quantileProbabilities } from "../forecast/error-quantiles.ts";
import { crpsOfQuantiles, weightedIntervalScore } from "../forecast/scores.ts";
import type { ChosenReadings } from "../inputs/readings.ts";
import type { Indicator } from "../inputs/study.ts";
import { attainmentRule } from "../reachability/attainment.ts";
import type { HindcastPair, NaiveWay } from "./evaluation.ts";
import { naiveValues } from "./naive-ways.ts";
import { finiteQuantiles } from "./projected-value.ts";
import { type ObservedWorld, rowObservations, yearlyActuals } from "./row-actuals.ts";
import { errorScale } from "./row-scale.ts";

/** Coverage of the intervals that projections are scored by. */
const scoredLevels = [0.5, 0.8, 0.95] as const;

/** A projection made with the figures of years up to its origin. */
export interface OriginProjection {
  readonly origin: number;
  readonly ensemble: Ensemble;
}

/**
 * Hold projections from earlier origins against the figures that came after them, with the naive ways beside.
 *
 * @returns one pair a row, origin and later observed year, in that order; rows that nothing models have none.
 */
export function hindcastPairs(
  projections: readonly OriginProjection[],
  readings: ChosenReadings,
  world: ObservedWorld,
): HindcastPair[] {
  const { plan } = world;
  return plan.indicators.flatMap((indicator) =>
    projections.flatMap((projection) => pairsOfRow(indicator, projection, readings, world)),
  );
}

function pairsOfRow(
  indicator: Indicator,
  { origin, ensemble }: OriginProjection,
  readings: ChosenReadings,
  world: ObservedWorld,
): HindcastPair[] {
  const rule = attainmentRule(indicator, world.plan.firstYear, readings);
  const { variable } = indicator;
  if (rule === null || variable === null) return [];
  const known = rowObservations(indicator, world.plan.observedAs, world);
  const actuals = yearlyActuals(indicator, known, world.plan.firstYear, world.plan.lastYear);
  const before = actuals.filter(({ year }) => year <= origin);
  const question = { indicator, rule, readings, actuals: before, origin, world };
  return actuals
    .filter(({ year }) => year > origin)
    .flatMap(({ year, value }): HindcastPair[] => {
      const row = quantileRow(ensemble, variable, year);
      if (row === null) return [];
      const scored = scoreRow(row, value);
      const naive = naiveValues(question, year).map(([way, middle]): [NaiveWay, { value: number; wis: number }] => {
        const shift = middle - scored.median;
        return [
          way,
          {
            value: middle,
            wis: scoreRow(
              row.map((one) => one + shift),
              value,
            ).wis,
          },
        ];
      });
      return [
        {
          indicator: indicator.id,
          origin,
          year,
          actual: value,
          ...scored,
          scale: errorScale(rule),
          naive: Object.fromEntries(naive),
        },
      ];
    });
}

/** Quantiles of a variable in one year at the probabilities that forecasts are kept at; null when it is blank there. */
export function quantileRow(ensemble: Ensemble, variable: string, year: number): number[] | null {
  const draws = seriesDraws(ensemble, variable, year);
  const row = draws === undefined ? [] : finiteQuantiles(draws, quantileProbabilities, ensemble.weights);
  return row.length === 0 ? null : row;
}

/** What a projection kept as a row of quantiles scores on the figure that came. */
export function scoreRow(row: readonly number[], actual: number) {
  const at = (p: number) => row[quantileProbabilities.indexOf(p)] ?? Number.NaN;
  const median = at(0.5);
  const ends: Readonly<Record<number, readonly [number, number]>> = {
    0.5: [0.25, 0.75],
    0.8: [0.1, 0.9],
    0.95: [0.025, 0.975],
  };
  const intervals = scoredLevels.map((level) => {
    const [low, high] = ends[level] ?? [0.5, 0.5];
    return { level, lower: at(low), upper: at(high) };
  });
  return {
    median,
    intervals,
    wis: weightedIntervalScore(median, intervals, actual),
    crps: crpsOfQuantiles(row, actual),
    pit: probabilityBelow(row, actual),
  };
}
