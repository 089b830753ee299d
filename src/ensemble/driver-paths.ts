import type { Forecast } from "../forecast/forecast.ts";
import { samplePaths } from "../forecast/sample-paths.ts";
import type { KernelInput } from "../model/kernel.ts";
import { regionStream } from "../sampling/uniforms.ts";

/** A variable that follows observations as far as there are any, and then their forecast. */
export interface BoundDriver {
  readonly name: string;
  /** Number of the variable in the model. */
  readonly variable: number;
  /** Observed values by place on the time axis, in the unit of the variable; missing years are left out. */
  readonly observed: ReadonlyMap<number, number>;
  readonly lastObserved: number;
  /** In the unit of the variable; null when everything up to the last year is observed. */
  readonly forecast: Forecast | null;
}

/** The drivers of a scenario laid over its model. */
export interface DrivenScenario {
  readonly drivers: readonly BoundDriver[];
  /** Calendar years, base year first. */
  readonly years: readonly number[];
}

/**
 * Draw the paths of a scenario's drivers.
 *
 * Which path draw i takes is keyed by the driver's name, so that another driver, assumption or scenario changes none; in
 * a run of several regions by region and name.
 */
export function drawDrivers(
  driven: DrivenScenario,
  sample: { draws: number; seed: number; firstDraw?: number; region?: string | null },
) {
  const { draws, seed, firstDraw = 0, region = null } = sample;
  return byVariable(driven, ({ name, forecast }) => {
    const path = `driver:${name}`;
    const stream = region === null ? path : regionStream(region, path);
    const paths = forecast && samplePaths(forecast, draws, { seed, name: stream, firstDraw });
    return {
      known: (value) => new Float64Array(draws).fill(value),
      ahead: (year, horizon) =>
        Float64Array.from({ length: draws }, (_, draw) => paths?.[draw * horizon + year] ?? Number.NaN),
    };
  });
}

/** The drivers of the central run: what was observed, then the median of the forecast. */
export function centralDrivers(driven: DrivenScenario) {
  return byVariable(driven, ({ forecast }) => ({
    known: (value) => Float64Array.of(value),
    ahead: (year) => Float64Array.of(forecast?.median[year] ?? Number.NaN),
  }));
}

/** How the values of one driver are made: in a year that was observed, and in one of its forecast. */
interface DriverValues {
  readonly known: (value: number) => Float64Array;
  readonly ahead: (year: number, horizon: number) => Float64Array;
}

function byVariable(
  { drivers, years }: DrivenScenario,
  valuesOf: (driver: BoundDriver) => DriverValues,
): KernelInput["drivers"] {
  const paths: (readonly (Float64Array | undefined)[] | undefined)[] = [];
  for (const driver of drivers) {
    const values = valuesOf(driver);
    const ahead = driver.forecast?.years ?? [];
    paths[driver.variable] = years.map((year, place) => {
      const known = driver.observed.get(place);
      if (known !== undefined) return values.known(known);
      const step = ahead.indexOf(year);
      return step < 0 ? undefined : values.ahead(step, ahead.length);
    });
  }
  return paths;
}
