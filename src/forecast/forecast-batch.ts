import { type Issue, makeIssue } from "../core/issue.ts";
import type { AnnualSeries, Forecast, ForecastResult } from "./forecast.ts";
import { forecastSeries } from "./forecast-series.ts";
import type { ListedSeries } from "./series-tables.ts";

/** The forecast of one of many series. */
export interface BatchForecast {
  readonly id: string;
  readonly forecast: Forecast;
}

/** Names of the two tables, for the issues that say what is missing in which. */
export interface BatchFiles {
  readonly values: string;
  readonly list: string;
}

/**
 * Forecast many series.
 *
 * @param listed - what to forecast, and how far.
 * @param values - what is known of each.
 * @param issues - receives the series that are listed without values or have values without being listed, and as
 *   warnings those that are refused.
 */
export function forecastBatch(
  listed: readonly ListedSeries[],
  values: ReadonlyMap<string, AnnualSeries>,
  files: BatchFiles,
  issues: Issue[],
): BatchForecast[] {
  const ids = new Set(listed.map(({ id }) => id));
  for (const series of values.keys()) {
    if (ids.has(series)) continue;
    const at = { file: files.values, line: 1, column: 1, endLine: 1, endColumn: 1 };
    issues.push(makeIssue("forecast/series-unknown", at, { series, file: files.list }));
  }
  const forecasts: BatchForecast[] = [];
  for (const one of listed) {
    const series = values.get(one.id);
    if (!series) {
      issues.push(makeIssue("forecast/series-without-values", one.at, { series: one.id, file: files.values }));
      continue;
    }
    const result = forecastListed(one, series);
    if (result.ok) forecasts.push({ id: one.id, forecast: result.forecast });
    else issues.push(makeIssue("forecast/refused", one.at, { series: one.id, ...result.refusal }, "warning"));
  }
  return forecasts;
}

function forecastListed({ kind, bounds, horizon }: ListedSeries, series: AnnualSeries): ForecastResult {
  return forecastSeries({ ...series, kind, ...(bounds ? { bounds } : {}) }, horizon);
}

/**
 * Write forecasts as a table: `series_id,h,mean,lo95,hi95,lo80,hi80`.
 *
 * The column `mean` holds the forecast proper, which is the median: what such tables are scored on by absolute errors.
 */
export function batchCsv(forecasts: readonly BatchForecast[]): string {
  const lines = forecasts.flatMap(({ id, forecast }) => {
    const [, inner, outer] = forecast.intervals;
    return forecast.median.map((value, i) =>
      [quoted(id), i + 1, value, outer!.lower[i], outer!.upper[i], inner!.lower[i], inner!.upper[i]].join(","),
    );
  });
  return `${["series_id,h,mean,lo95,hi95,lo80,hi80", ...lines].join("\n")}\n`;
}

function quoted(text: string): string {
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
