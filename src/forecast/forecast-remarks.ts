import type { Bilingual } from "../core/bilingual.ts";
import { errorPool } from "./fitted-parameters.ts";
import type { ForecastOptions } from "./forecast.ts";
import { noteWords, whyWords } from "./forecast-words.ts";
import { type ForecastSetting, isRisingCoverage } from "./point-forecast.ts";
import type { PreparedSeries } from "./prepare-series.ts";
import type { WidthFactor } from "./recalibrate-width.ts";

/** Say why the method was taken. */
export function whyMethod(series: PreparedSeries, setting: ForecastSetting, { method }: ForecastOptions): Bilingual {
  if (method !== undefined) return whyWords.asked;
  if (series.count < 3) return whyWords.two;
  if (isRisingCoverage(series, setting)) return whyWords.coverage;
  return whyWords[errorPool(setting.kind)];
}

/** List what a reader should know before using the figures. */
export function notesOn(
  prepared: PreparedSeries,
  setting: ForecastSetting,
  { method, inflation }: ForecastOptions,
  { factor, origins }: WidthFactor,
): Bilingual[] {
  const filled = prepared.values.length - prepared.count;
  const isConstant = prepared.values.every((value) => value === prepared.values[0]);
  return [
    ...(filled > 0 ? [noteWords.filled({ count: filled })] : []),
    ...(isConstant ? [noteWords.constant()] : []),
    ...(prepared.count < 4 ? [noteWords.few()] : []),
    ...(inflation === undefined && origins > 0 ? [noteWords.siblings({ origins, factor })] : []),
    ...(inflation === undefined && origins === 0 && isUnlikePool(setting) ? [noteWords.unlikePool()] : []),
    ...(method !== undefined && method !== "combination" ? [noteWords.otherMethod()] : []),
  ];
}

/** Whether the pools hold no series like this one: rates that may take any value. */
export function isUnlikePool({ kind, bounds }: ForecastSetting): boolean {
  return kind === "rate" && (bounds.min === null || bounds.max === null);
}
