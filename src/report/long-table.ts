import { finiteValues } from "../core/finite-values.ts";
import { moments } from "../core/moments.ts";
import { quantiles } from "../core/quantiles.ts";
import { centralValue, type Ensemble, type OutcomeSeries, seriesDraws } from "../ensemble/ensemble.ts";
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

/** Probabilities of the quantiles. */
const probabilities = [0.025, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.975] as const;

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
  const draws = seriesDraws(ensemble, name, year) ?? new Float64Array(0);
  const values = finiteValues(draws);
  const weights = values === draws ? ensemble.weights : ensemble.weights?.filter((_, i) => Number.isFinite(draws[i]));
  const central = centralValue(ensemble, name, year) ?? Number.NaN;
  const rows: [string, number][] = [
    ...middleAndSpread(values, weights),
    ...quantiles(values, probabilities, weights).map((value, i): [string, number] => [String(probabilities[i]), value]),
    ["central", central],
  ];
  return rows.filter(([, value]) => Number.isFinite(value));
}

function middleAndSpread(values: Float64Array, weights: Float64Array | undefined): [string, number][] {
  if (values.length === 0) return [];
  if (weights === undefined) {
    const { mean, sd } = moments(values);
    return [
      ["mean", mean],
      ["sd", sd],
    ];
  }
  const middle = finiteMean(values, weights) ?? Number.NaN;
  const variance = finiteMean(
    values.map((value) => (value - middle) ** 2),
    weights,
  );
  return [
    ["mean", middle],
    ["sd", Math.sqrt(variance ?? Number.NaN)],
  ];
}
