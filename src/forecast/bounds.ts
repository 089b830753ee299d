import type { Bounds, SeriesToForecast } from "./forecast.ts";

/** Move a value that lies outside its bounds to the nearer one. */
export function clampTo({ min, max }: Bounds, value: number): number {
  return Math.min(max ?? Infinity, Math.max(min ?? -Infinity, value));
}

/** Bounds that hold when none are given: see {@link SeriesToForecast.bounds}. */
export function usualBounds({ kind, values }: Pick<SeriesToForecast, "kind" | "values">): Bounds {
  if (kind === "share") return { min: 0, max: 1 };
  const isAmount = kind === "level" || kind === "flow";
  return { min: isAmount && !values.some((value) => value < 0) ? 0 : null, max: null };
}
