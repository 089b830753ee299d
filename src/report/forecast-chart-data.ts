import type { ForecastChartData } from "../charts/chart-data.ts";
import type { Bilingual } from "../core/bilingual.ts";
import type { Forecast } from "../forecast/forecast.ts";
import { methodWords } from "../forecast/forecast-words.ts";
import type { ObservedSeries } from "../forecast/observed-series.ts";
import { sourceList } from "./source-list.ts";
import { unitWords } from "./unit-words.ts";

/** All that the chart of a forecast is made from. */
export interface ForecastChartInput {
  readonly label: Bilingual;
  readonly display: { readonly percent: boolean; readonly decimals: number };
  readonly observed: ObservedSeries;
  readonly forecast: Forecast;
  readonly informationDate: string;
  readonly hash: string;
}

/** Prepare the chart of a forecast: the fan opens at the last observed value. */
export function forecastChartData(input: ForecastChartInput): ForecastChartData {
  const { label, display, observed, forecast, informationDate, hash } = input;
  const lastYear = observed.years.at(-1)!;
  const lastValue = observed.values.at(-1)!;
  const bands = forecast.intervals.map(({ level, lower, upper }) => {
    return { level, lower: [lastValue, ...lower], upper: [lastValue, ...upper] };
  });
  return {
    fan: {
      title: label,
      unitLabel: unitWords({ unit: observed.unit, unitText: observed.unitText, display }),
      display,
      baseYear: lastYear,
      years: [lastYear, ...forecast.years],
      bands,
      median: [lastValue, ...forecast.median],
      history: observed.years.map((year, i) => ({ year, value: observed.values[i]! })),
      baseline: null,
      target: null,
      periodMean: null,
      verdict: null,
      heading: { zh: "外推预测", en: "Forecast" },
      note: null,
      footer: {
        scenario: methodWords[forecast.method],
        informationDate,
        runHash: hash,
        source: sourceList(observed.sources),
      },
    },
    method: methodWords[forecast.method],
    notes: [forecast.why, ...forecast.notes],
  };
}
