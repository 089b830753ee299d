import { longestHorizon } from "./calibrated-errors.ts";
import type { ForecastMethod, SeriesToForecast } from "./forecast.ts";
import type { ForecastSetting } from "./point-forecast.ts";
import type { PreparedSeries } from "./prepare-series.ts";
import { refuse } from "./refusals.ts";

/** Values above this could leave the range of numbers on the way. */
const largestValue = 1e300;

/** Find why a series cannot be forecast; null when it can. */
export function findRefusal(
  { years, values }: SeriesToForecast,
  prepared: PreparedSeries,
  { bounds }: ForecastSetting,
  horizon: number,
  method: ForecastMethod,
) {
  const { min, max } = bounds;
  const infinite = values.findIndex((value) => Math.abs(value) === Infinity);
  if (infinite >= 0) return refuse("not_finite", { year: years[infinite]! });
  if (prepared.count < 2) return refuse("too_short", { count: prepared.count });
  if (prepared.values.every((value) => value === 0)) return refuse("all_zero", {});
  const large = values.find((value) => Math.abs(value) > largestValue);
  if (large !== undefined) return refuse("too_large", { value: large });
  const outside = values.findIndex((value) => value < (min ?? -Infinity) || value > (max ?? Infinity));
  if (outside >= 0) return refuse("outside_bounds", { year: years[outside]!, value: values[outside]!, min, max });
  if (!Number.isInteger(horizon) || horizon < 1 || horizon > longestHorizon) {
    return refuse("horizon", { horizon, longest: longestHorizon });
  }
  const isCurve = method === "scaled_logit" || method === "gompertz";
  return isCurve && (min === null || max === null) ? refuse("needs_bounds", { method }) : null;
}
