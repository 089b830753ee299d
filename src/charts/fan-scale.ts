import type { FanChartData } from "./chart-data.ts";

/** Size of the plot of a fan in pixels. */
export const plotSize = { width: 520, height: 300 } as const;

/** The stretch of years and values that a plot shows; pixels per unit follow from {@link plotSize}. */
export interface FanScale {
  readonly firstYear: number;
  readonly lastYear: number;
  readonly years: readonly [number, number];
  readonly values: readonly [number, number];
  /** Place beyond the last year for what belongs to the whole period: a target sum, a period mean. */
  readonly periodPlace: number | null;
}

/**
 * Choose the axes of a fan so that nothing drawn touches an edge.
 *
 * @param more - values shown besides those of the fan.
 */
export function fanScale(data: FanChartData, more: readonly number[] = []): FanScale {
  const years = [...data.years, ...data.history.map((point) => point.year), data.baseYear];
  if (data.baseline !== null) years.push(data.baseline.year);
  const firstYear = Math.min(...years);
  const lastYear = Math.max(...years, data.target?.year ?? data.baseYear);
  const hasPeriod = data.target?.kind === "cumulative" || data.periodMean !== null;
  const periodPlace = hasPeriod ? lastYear + 1 : null;
  return {
    firstYear,
    lastYear,
    years: [firstYear - 0.4, (periodPlace ?? lastYear) + 0.6],
    values: valueDomain(data, more),
    periodPlace,
  };
}

function valueDomain(data: FanChartData, more: readonly number[]): readonly [number, number] {
  const shown = [...shownValues(data), ...more];
  const low = Math.min(...shown);
  const high = Math.max(...shown);
  const margin = 0.12 * (high - low || Math.abs(high) || 1);
  const isShareOfWhole = data.display.percent && low >= 0 && high <= 1;
  const startsAtZero = data.target?.kind === "cumulative" && low >= 0;
  return [
    startsAtZero ? 0 : isShareOfWhole || low >= 0 ? Math.max(0, low - margin) : low - margin,
    isShareOfWhole ? Math.min(1, high + margin) : high + margin,
  ];
}

function shownValues(data: FanChartData): number[] {
  const values = [...data.median, ...data.history.map((point) => point.value)];
  for (const band of data.bands) values.push(...band.lower, ...band.upper);
  const { baseline, target, periodMean } = data;
  if (typeof baseline?.value === "number") values.push(baseline.value);
  else if (baseline) values.push(baseline.value.min, baseline.value.max);
  if (target !== null) values.push(target.value);
  if (periodMean !== null) values.push(periodMean.lower, periodMean.upper);
  return values;
}
