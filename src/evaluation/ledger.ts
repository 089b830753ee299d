import type { Ensemble } from "../ensemble/ensemble.ts";
import { quantileProbabilities } from "../forecast/error-quantiles.ts";
import { demonstrationWord } from "../inputs/demonstration.ts";
import type { Plan } from "../inputs/study.ts";
import type { Evaluation } from "./evaluation.ts";
import { quantileRow, scoreRow } from "./hindcast.ts";
import { type ObservedWorld, rowObservations, yearlyActuals } from "./row-actuals.ts";

/** What was projected of one year of a row, written down before it came. */
export interface LedgerForecast {
  readonly type: "forecast";
  /** `<run>/<indicator>/<year>`: the same projection has the same id, whenever it is made again. */
  readonly id: string;
  readonly region: string;
  readonly scenario: string;
  readonly indicator: string;
  readonly unit: string;
  readonly year: number;
  /** `frozen`: made without actuals; `updated`: after those known on the date. */
  readonly projection: "frozen" | "updated";
  /** ISO date: nothing later was known. */
  readonly informationDate: string;
  readonly run: string;
  /** Present for invented figures. */
  readonly demonstration?: string;
  /** Quantiles by probability. */
  readonly quantiles: Readonly<Record<string, number>>;
}

/** How a forecast of the ledger fared; a figure that is revised is scored again, and the earlier score stays. */
export interface LedgerScore {
  readonly type: "score";
  /** Id of the forecast. */
  readonly forecast: string;
  readonly actual: number;
  readonly vintage: string;
  readonly source: string;
  /** ISO date of the evaluation that scored it. */
  readonly scoredAsOf: string;
  readonly crps: number;
  readonly wis: number;
  readonly pit: number;
  readonly inside: { readonly "0.5": boolean; readonly "0.8": boolean; readonly "0.95": boolean };
  readonly demonstration?: string;
}

export type LedgerEntry = LedgerForecast | LedgerScore;

const demonstration = `${demonstrationWord.zh} ${demonstrationWord.en}`;

/** Write down what an evaluation projects of the plan's years: without actuals, and of the years still to come. */
export function ledgerForecasts(
  evaluation: Evaluation,
  plan: Plan,
  frozen: Ensemble,
  updated: Ensemble,
): LedgerForecast[] {
  return plan.indicators.flatMap((indicator) => {
    const row = evaluation.rows.find((one) => one.indicator === indicator.id);
    const { variable } = indicator;
    if (row === undefined || variable === null) return [];
    const years = row.path.filter(({ year }) => year >= plan.firstYear);
    const open = row.verdict.fact === null ? years.filter(({ actual }) => actual === null) : [];
    const forecast = (projection: "frozen" | "updated", year: number): LedgerForecast[] => {
      const isFrozen = projection === "frozen";
      const quantiles = quantileRow(isFrozen ? frozen : updated, variable, year);
      const { hash, informationDate } = isFrozen ? evaluation.frozen : evaluation.run;
      if (quantiles === null) return [];
      return [
        {
          type: "forecast",
          id: `${hash}/${indicator.id}/${year}`,
          region: evaluation.region,
          scenario: evaluation.scenario.id,
          indicator: indicator.id,
          unit: indicator.unitText,
          year,
          projection,
          informationDate,
          run: hash,
          ...(evaluation.isDemonstration ? { demonstration } : {}),
          quantiles: Object.fromEntries(quantileProbabilities.map((p, i) => [String(p), quantiles[i] ?? Number.NaN])),
        },
      ];
    };
    return [
      ...years.flatMap(({ year }) => forecast("frozen", year)),
      ...open.flatMap(({ year }) => forecast("updated", year)),
    ];
  });
}

/** Score the forecasts of a ledger whose figures have come, and have not been scored on them yet. */
export function ledgerScores(entries: readonly LedgerEntry[], region: string, world: ObservedWorld): LedgerScore[] {
  const scored = new Set(entries.flatMap((one) => (one.type === "score" ? [scoreKey(one)] : [])));
  const { plan, informationDate } = world;
  const forecasts = new Map(entries.flatMap((one) => (one.type === "forecast" ? [[one.id, one] as const] : [])));
  return plan.indicators.flatMap((indicator) => {
    const known = rowObservations(indicator, plan.observedAs, world);
    const actuals = yearlyActuals(indicator, known, plan.firstYear, plan.lastYear);
    return actuals.flatMap(({ year, value, observation }) =>
      [...forecasts.values()]
        .filter((one) => one.region === region && one.indicator === indicator.id && one.year === year)
        .flatMap((forecast): LedgerScore[] => {
          const row = quantileProbabilities.map((p) => forecast.quantiles[String(p)] ?? Number.NaN);
          const { crps, wis, pit, intervals } = scoreRow(row, value);
          const isInside = (level: number) =>
            intervals.some((one) => one.level === level && value >= one.lower && value <= one.upper);
          const score: LedgerScore = {
            type: "score",
            forecast: forecast.id,
            actual: value,
            vintage: observation.vintage,
            source: observation.source,
            scoredAsOf: informationDate,
            crps,
            wis,
            pit,
            inside: { "0.5": isInside(0.5), "0.8": isInside(0.8), "0.95": isInside(0.95) },
            ...(forecast.demonstration === undefined ? {} : { demonstration }),
          };
          return scored.has(scoreKey(score)) ? [] : [score];
        }),
    );
  });
}

/** Leave out forecasts that the ledger has already. */
export function newForecasts(entries: readonly LedgerEntry[], forecasts: readonly LedgerForecast[]): LedgerForecast[] {
  const known = new Set(entries.flatMap((one) => (one.type === "forecast" ? [one.id] : [])));
  return forecasts.filter(({ id }) => !known.has(id));
}

/** Runs whose frozen projections of this region and scenario the ledger holds, other than the present one. */
export function otherFreezes(entries: readonly LedgerEntry[], evaluation: Evaluation): string[] {
  const runs = entries.flatMap((one) =>
    one.type === "forecast" &&
    one.projection === "frozen" &&
    one.region === evaluation.region &&
    one.scenario === evaluation.scenario.id
      ? [one.run]
      : [],
  );
  return [...new Set(runs)].filter((run) => run !== evaluation.frozen.hash);
}

function scoreKey({ forecast, actual }: Pick<LedgerScore, "forecast" | "actual">): string {
  return `${forecast} ${actual}`;
}

/** Write entries as lines of JSON, one an entry. */
export function printLedger(entries: readonly LedgerEntry[]): string {
  return entries.map((entry) => `${JSON.stringify(entry)}\n`).join("");
}

/**
 * Parse the lines of a ledger, in order and each entry once.
 *
 * @returns entries, and the numbers of lines that are none, such as one that an interrupted run left half written.
 */
export function parseLedger(text: string): { readonly entries: LedgerEntry[]; readonly brokenLines: number[] } {
  const entries = new Map<string, LedgerEntry>();
  const brokenLines: number[] = [];
  for (const [place, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const entry = parseEntry(line);
    if (entry === null) brokenLines.push(place + 1);
    else entries.set(entry.type === "forecast" ? entry.id : scoreKey(entry), entry);
  }
  return { entries: [...entries.values()], brokenLines };
}

function parseEntry(line: string): LedgerEntry | null {
  try {
    const entry = JSON.parse(line) as LedgerEntry;
    const isForecast = entry.type === "forecast" && typeof entry.id === "string" && typeof entry.quantiles === "object";
    const isScore = entry.type === "score" && typeof entry.forecast === "string" && typeof entry.actual === "number";
    return isForecast || isScore ? entry : null;
  } catch {
    // Half a line is no entry; the rest of the ledger is not lost with it.
    return null;
  }
}
