import type { AnnualSeries } from "./forecast.ts";

/** What happened between two neighbouring values. */
export interface Step {
  readonly change: number;
  /** Years between the two, 1 where none is missing. */
  readonly years: number;
}

/** A series made regular: one value a year from its first to its last, missing ones on the straight line between. */
export interface PreparedSeries {
  readonly lastYear: number;
  readonly values: readonly number[];
  /** From each value that was given to the next one. */
  readonly steps: readonly Step[];
  /** Values that were given. */
  readonly count: number;
}

/**
 * Make a series regular.
 *
 * @param series - NaN stands for a missing value; those at either end are left out.
 * @returns values of no length when none is known.
 * @throws RangeError when years and values are not as many, or the years are not whole and ascending.
 */
export function prepareSeries({ years, values }: AnnualSeries): PreparedSeries {
  checkYears(years, values);
  const known = years.flatMap((year, i) => (Number.isNaN(values[i]) ? [] : [{ year, value: values[i]! }]));
  const steps = known.slice(1).map(({ year, value }, i): Step => {
    return { change: value - known[i]!.value, years: year - known[i]!.year };
  });
  const filled = known.slice(0, 1).map(({ value }) => value);
  for (const [i, step] of steps.entries()) {
    const { value } = known[i]!;
    for (let year = 1; year < step.years; year += 1) filled.push(value + (step.change * year) / step.years);
    filled.push(known[i + 1]!.value);
  }
  return { lastYear: known.at(-1)?.year ?? Number.NaN, values: filled, steps, count: known.length };
}

/** Prepare values that follow one another year by year. */
export function regularSeries(values: readonly number[], lastYear = values.length): PreparedSeries {
  const steps = values.slice(1).map((value, i): Step => ({ change: value - values[i]!, years: 1 }));
  return { lastYear, values, steps, count: values.length };
}

function checkYears(years: readonly number[], values: readonly number[]): void {
  if (years.length !== values.length) {
    throw new RangeError(`prepareSeries: there must be a value a year, ${years.length}; got ${values.length}`);
  }
  const wrong = years.find((year, i) => !Number.isInteger(year) || (i > 0 && year <= years[i - 1]!));
  if (wrong !== undefined) {
    throw new RangeError(`prepareSeries: years must be whole and ascending; got ${wrong}`);
  }
}
