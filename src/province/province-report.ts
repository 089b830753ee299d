import type { Bilingual } from "../core/bilingual.ts";
import { type SeriesSummary, seriesSummary, summaryProbabilities } from "../ensemble/series-summary.ts";
import type { RunIdentity, ScenarioVerdicts } from "../reachability/verdict.ts";
import type { ProvinceOutcomes } from "./province-outcomes.ts";
import type { ProvinceResult, ProvinceRun } from "./province-run.ts";

/** One figure of a province in one year. Names are part of the public JSON. */
export interface ProvinceFigure {
  readonly variable: string;
  readonly unit: string;
  readonly year: number;
  readonly central: number | null;
  readonly mean: number | null;
  readonly sd: number | null;
  /** By probability: `0.025` … `0.975`. */
  readonly quantiles: Readonly<Record<string, number | null>>;
  /** Spread over that of independent regions; null for rates. */
  readonly togetherness: number | null;
}

/** The public report of a run of a province. */
export interface ProvinceReport {
  readonly run: RunIdentity;
  readonly province: { readonly name: string; readonly label: Bilingual; readonly regions: readonly string[] };
  readonly rates: ProvinceOutcomes["rates"];
  readonly leftOut: ProvinceOutcomes["leftOut"];
  readonly scenarios: readonly {
    readonly scenario: string;
    readonly label: Bilingual;
    readonly figures: readonly ProvinceFigure[];
    readonly regions: readonly {
      readonly region: string;
      readonly run: RunIdentity;
      readonly verdicts: ScenarioVerdicts;
    }[];
  }[];
}

/** Give what a run of a province found, for programs. */
export function provinceReport({ province, outcomes, identity, results }: ProvinceRun): ProvinceReport {
  const { name, label, studies } = province;
  return {
    run: identity,
    province: { name, label, regions: studies.map(({ region }) => region) },
    rates: outcomes.rates,
    leftOut: outcomes.leftOut,
    scenarios: results.map((result) => ({
      scenario: result.scenario.id,
      label: result.scenario.label,
      figures: figuresOf(result),
      regions: result.regions.map(({ region, identity: run, verdicts }) => ({ region, run, verdicts })),
    })),
  };
}

function figuresOf({ ensemble, togetherness }: ProvinceResult): ProvinceFigure[] {
  const { series, years, central } = ensemble;
  return series.flatMap(({ name, unit }, place) =>
    years.map((year, i): ProvinceFigure => {
      const { mean, sd, quantiles } = seriesSummary(ensemble, name, year) as SeriesSummary;
      const row = place * years.length + i;
      return {
        variable: name,
        unit,
        year,
        central: finite(central[row]),
        mean: finite(mean),
        sd: finite(sd),
        quantiles: Object.fromEntries(summaryProbabilities.map((p, q) => [String(p), finite(quantiles[q])])),
        togetherness: finite(togetherness[row]),
      };
    }),
  );
}

/** JSON knows no NaN. */
function finite(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) ? value : null;
}
