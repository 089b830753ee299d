import { quantiles } from "../core/quantiles.ts";
import { type Ensemble, keptDraws } from "../ensemble/ensemble.ts";

/** How one year of one series is corrected. */
export interface SeriesCorrection {
  readonly series: string;
  readonly year: number;
  /** Factor of the distances from the median, above 0. */
  readonly width: number;
  /** What is added to every draw. */
  readonly shift: number;
}

/**
 * Correct an ensemble by what hindcasts showed: distances from the median times a factor, and a shift.
 *
 * Shares stay in [0, 1] and what is never negative stays so. Relations between series hold no longer exactly; the
 * corrected ensemble serves to judge targets only.
 */
export function adjustEnsemble(ensemble: Ensemble, corrections: readonly SeriesCorrection[]): Ensemble {
  if (corrections.length === 0) return ensemble;
  const { draws, years } = ensemble;
  const values = keptDraws(ensemble).slice();
  const central = ensemble.central.slice();
  for (const { series, year, width, shift } of corrections) {
    const number = ensemble.series.findIndex(({ name }) => name === series);
    const place = years.indexOf(year);
    if (number < 0 || place < 0) continue;
    const cell = number * years.length + place;
    const row = values.subarray(cell * draws, (cell + 1) * draws);
    const [median] = quantiles(row, [0.5], ensemble.weights);
    if (median === undefined || !Number.isFinite(median)) continue;
    const limits = limitsOf(row, ensemble.series[number]?.unit ?? "");
    const correct = (value: number) => clamp(median + shift + width * (value - median), limits);
    for (let draw = 0; draw < draws; draw++) row[draw] = correct(row[draw] as number);
    central[cell] = correct(central[cell] as number);
  }
  return { ...ensemble, values, central };
}

interface Limits {
  readonly lower: number;
  readonly upper: number;
}

function limitsOf(row: Float64Array, unit: string): Limits {
  const isNotNegative = row.every((value) => !(value < 0));
  const isShare = unit === "1" && isNotNegative && row.every((value) => !(value > 1));
  return { lower: isNotNegative ? 0 : -Infinity, upper: isShare ? 1 : Infinity };
}

function clamp(value: number, { lower, upper }: Limits): number {
  return Math.min(upper, Math.max(lower, value));
}
