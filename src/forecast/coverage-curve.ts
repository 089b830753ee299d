import { exp, ln } from "../core/exp-ln.ts";
import type { PreparedSeries } from "./prepare-series.ts";

/** A curve of growth between two bounds: turns a share of the range into a number without bounds, and back. */
export interface CoverageCurve {
  readonly straighten: (share: number) => number;
  readonly bend: (value: number) => number;
}

/** Symmetric growth: fastest in the middle. */
export const scaledLogit: CoverageCurve = {
  straighten: (share) => ln(share / (1 - share)),
  bend: (value) => 1 / (1 + exp(-value)),
};

/** Growth that starts early and comes to its end slowly: fastest at 37 % of the range. */
export const gompertz: CoverageCurve = {
  straighten: (share) => -ln(-ln(share)),
  bend: (value) => exp(-exp(-value)),
};

/** How far the curve's range reaches beyond either bound, as a share of it, so that a bound itself can be reached. */
const margin = 0.005;

/**
 * Continue a series along a curve between its bounds: straighten it, continue what is straight, bend it back.
 *
 * @param forecast - continues the straightened series.
 */
export function curveForecast(
  { values, lastYear, steps, count }: PreparedSeries,
  { min, max }: { readonly min: number; readonly max: number },
  curve: CoverageCurve,
  forecast: (series: PreparedSeries) => readonly number[],
): number[] {
  const reach = margin * (max - min);
  const low = min - reach;
  const range = max - min + 2 * reach;
  const straight = values.map((value) => curve.straighten((value - low) / range));
  let place = 0;
  const straightSteps = steps.map(({ years }) => {
    const from = place;
    place += years;
    return { change: straight[place]! - straight[from]!, years };
  });
  return forecast({ lastYear, values: straight, steps: straightSteps, count }).map(
    (value) => low + range * curve.bend(value),
  );
}
