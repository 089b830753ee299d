import { finiteValues } from "../core/finite-values.ts";
import { quantiles } from "../core/quantiles.ts";
import { centralValue, type Ensemble, type OutcomeSeries, seriesDraws } from "../ensemble/ensemble.ts";
import { type SeriesSummary, seriesSummary, summaryProbabilities } from "../ensemble/series-summary.ts";
import { finiteMean } from "../reachability/draw-weights.ts";

/** One number of a long table. */
export interface LongRow {
  readonly scenario: string;
  /** Variable name, with its indices for an element. */
  readonly variable: string;
  readonly unit: string;
  readonly year: number;
  /** `mean`, `sd`, `central`, or a quantile by its probability: `0.025` … `0.975`. */
  readonly statistic: string;
  readonly value: number;
}

/**
 * Summarise an ensemble as a long table: mean, standard deviation, quantiles and central value of each outcome by year.
 *
 * Draws that are not finite are left out; years in which an outcome is blank have no rows.
 *
 * @returns rows series by series, year by year, in the units of the series.
 */
export function longTable(ensemble: Ensemble): LongRow[] {
  return ensemble.series.flatMap((series) =>
    ensemble.years.flatMap((year) =>
      summariseYear(ensemble, series, year).map(([statistic, value]) => ({
        scenario: ensemble.scenario,
        variable: series.name,
        unit: series.unit,
        year,
        statistic,
        value,
      })),
    ),
  );
}

function summariseYear(ensemble: Ensemble, { name }: OutcomeSeries, year: number): [string, number][] {
  const central = centralValue(ensemble, name, year) ?? Number.NaN;
  const rows: [string, number][] = [...drawRows(ensemble, name, year), ["central", central]];
  return rows.filter(([, value]) => Number.isFinite(value));
}

function drawRows(ensemble: Ensemble, name: string, year: number): [string, number][] {
  if (ensemble.weights) return weightedRows(seriesDraws(ensemble, name, year) as Float64Array, ensemble.weights);
  const { mean, sd, quantiles: found } = seriesSummary(ensemble, name, year) as SeriesSummary;
  return [["mean", mean], ["sd", sd], ...quantileRows(found)];
}

function weightedRows(draws: Float64Array, weights: Float64Array): [string, number][] {
  const values = finiteValues(draws);
  if (values.length === 0) return [];
  const kept = values === draws ? weights : weights.filter((_, i) => Number.isFinite(draws[i]));
  const middle = finiteMean(values, kept) ?? Number.NaN;
  const deviations = values.map((value) => (value - middle) ** 2);
  const variance = finiteMean(deviations, kept) ?? Number.NaN;
  return [
    ["mean", middle],
    ["sd", Math.sqrt(variance)],
    ...quantileRows(quantiles(values, summaryProbabilities, kept)),
  ];
}

function quantileRows(found: ArrayLike<number>): [string, number][] {
  return summaryProbabilities.map((p, i) => [String(p), found[i] as number]);
}
