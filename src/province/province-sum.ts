import { finiteValues } from "../core/finite-values.ts";
import { moments } from "../core/moments.ts";
import type { Ensemble, NonFinite, OutcomeSeries } from "../ensemble/ensemble.ts";
import type { ProvinceOutcomes, ProvinceRate } from "./province-outcomes.ts";

/** Rows of one series of a region that go into one of the province. */
interface SummedSeries {
  /** Place among the region's series. */
  readonly from: number;
  readonly series: OutcomeSeries;
}

/** Adds up regions draw by draw: draw i of the province is the sum of draw i of every region. */
export class ProvinceSum {
  readonly #outcomes: ProvinceOutcomes;
  readonly #first: Ensemble;
  readonly #summed: readonly SummedSeries[];
  readonly #values: Float64Array;
  readonly #central: Float64Array;
  /** Variances of the regions, added up, by series and year. */
  readonly #variances: Float64Array;
  readonly #nonFinite: NonFinite[] = [];
  readonly #notices: Ensemble["notices"];

  /** @param first - the first region's ensemble, for what all have in common. */
  constructor(outcomes: ProvinceOutcomes, first: Ensemble) {
    this.#outcomes = outcomes;
    this.#first = first;
    const summed = new Set(outcomes.summed);
    this.#summed = first.series.flatMap((series, from) => (summed.has(series.variable) ? [{ from, series }] : []));
    const rows = (this.#summed.length + outcomes.rates.length) * first.years.length;
    this.#values = new Float64Array(rows * first.draws);
    this.#central = new Float64Array(rows);
    this.#variances = new Float64Array(rows);
    this.#notices = first.notices;
  }

  /** Add a region's draws; the order of the regions decides the last bits, so take them by name. */
  add(region: string, ensemble: Ensemble): void {
    const { years, draws } = this.#first;
    const values = ensemble.values as Float64Array;
    this.#summed.forEach(({ from }, to) => {
      addTo(this.#values, to * years.length * draws, values, from * years.length * draws, years.length * draws);
      addTo(this.#central, to * years.length, ensemble.central, from * years.length, years.length);
      for (const year of years.keys()) {
        const row = to * years.length + year;
        this.#variances[row] = (this.#variances[row] as number) + sdOf(values, from * years.length + year, draws) ** 2;
      }
    });
    for (const { equation, ...rest } of ensemble.nonFinite) {
      this.#nonFinite.push({ equation: `${region}/${equation}`, ...rest });
    }
  }

  /** sd of the sum over its sd if regions were independent, by series and year; see `ProvinceResult`. */
  togetherness(): Float64Array {
    const { years, draws } = this.#first;
    const summed = this.#summed.length * years.length;
    return this.#variances.map((variance, row) =>
      row < summed && variance > 0 ? sdOf(this.#values, row, draws) / Math.sqrt(variance) : Number.NaN,
    );
  }

  /** The province's draws, once all regions are added. */
  finish(): Ensemble {
    const { years, draws, scenario, eventsLeftOut } = this.#first;
    const { rates } = this.#outcomes;
    const size = years.length;
    for (const [place, rate] of rates.entries()) {
      const to = this.#summed.length + place;
      const [numerator, denominator] = [this.#placeOf(rate, "numerator"), this.#placeOf(rate, "denominator")];
      divide(this.#values, size * draws, to, numerator, denominator);
      divide(this.#central, size, to, numerator, denominator);
    }
    const ofRates = rates.map(({ name }): OutcomeSeries => ({ name, variable: name, unit: "1" }));
    return {
      scenario,
      series: [...this.#summed.map(({ series }) => series), ...ofRates],
      years,
      draws,
      values: this.#values,
      central: this.#central,
      nonFinite: this.#nonFinite,
      eventsLeftOut,
      notices: this.#notices,
    };
  }

  #placeOf(rate: ProvinceRate, part: "numerator" | "denominator"): number {
    const place = this.#summed.findIndex(({ series }) => series.name === rate[part]);
    return place;
  }
}

/** Standard deviation of the finite draws of a row; 0 where there are fewer than two. */
function sdOf(rows: Float64Array, row: number, draws: number): number {
  const { sd } = moments(finiteValues(rows.subarray(row * draws, (row + 1) * draws)));
  return Number.isNaN(sd) ? 0 : sd;
}

function addTo(to: Float64Array, toStart: number, from: Float64Array, fromStart: number, count: number): void {
  for (let i = 0; i < count; i++) to[toStart + i] = (to[toStart + i] as number) + (from[fromStart + i] as number);
}

/** Fill the rows of a rate: those of its numerator over those of its denominator. */
function divide(rows: Float64Array, size: number, rate: number, numerator: number, denominator: number): void {
  for (let i = 0; i < size; i++) {
    rows[rate * size + i] = (rows[numerator * size + i] as number) / (rows[denominator * size + i] as number);
  }
}
