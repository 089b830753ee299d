import type { ChartBand, ChartTarget, FanChartData } from "../charts/chart-data.ts";
import { formatFigure } from "../charts/format-figure.ts";
import type { Bilingual } from "../core/bilingual.ts";
import { finiteValues } from "../core/finite-values.ts";
import { quantiles } from "../core/quantiles.ts";
import { type Ensemble, seriesDraws } from "../ensemble/ensemble.ts";
import { type SeriesSummary, seriesSummary, summaryProbabilities, summaryRow } from "../ensemble/series-summary.ts";
import type { Figure, Indicator, Observation, Plan, Scenario } from "../inputs/study.ts";
import { observedEvidence } from "../reachability/observed-evidence.ts";
import type { RunIdentity, Verdict } from "../reachability/verdict.ts";
import { chartSource } from "./chart-source-words.ts";
import { chartTarget, chartVerdict } from "./chart-target.ts";
import { unitWords } from "./unit-words.ts";

/** All that a fan chart of one row under one scenario is made from. */
export interface FanChartInput {
  readonly ensemble: Ensemble;
  readonly indicator: Indicator;
  readonly verdict: Verdict;
  readonly plan: Plan;
  readonly observations: readonly Observation[];
  readonly scenario: Pick<Scenario, "label">;
  readonly runIdentity: RunIdentity;
}

/** Probabilities of the bands' edges, from the widest band's lower edge to its upper one, the median in the middle. */
const edges = [0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975] as const;
const levels = [0.95, 0.8, 0.5] as const;

/**
 * Prepare the fan chart of one row: bands and median of the draws, observed values, the plan's figure and its target.
 *
 * A cumulative row becomes running sums from the plan's first year on, of the draws as of the observations. Draws that
 * are not finite are left out of the bands and counted in the note.
 *
 * @returns null when nothing models the row or the ensemble holds no value of it.
 */
export function fanChartData(input: FanChartInput): FanChartData | null {
  const { indicator, verdict, plan, scenario, runIdentity } = input;
  const target = chartTarget(verdict, indicator, plan);
  const isCumulative = target?.kind === "cumulative";
  const fan = isCumulative ? runningSums(input, target) : yearlyValues(input);
  if (fan === null) return null;
  const isComparable = !isCumulative && indicator.baseline.period !== "sum" && verdict.baseline !== null;
  const observed = isCumulative ? observedSums(input, target) : observedYears(input);
  return {
    title: indicator.label,
    unitLabel: unitLabel(indicator, target, plan),
    display: indicator.display,
    baseYear: plan.baseYear,
    ...fan,
    history: observed,
    baseline: isComparable ? { year: indicator.baseline.year, value: verdict.baseline as NonNullable<Figure> } : null,
    target,
    periodMean: periodMean(verdict),
    verdict: chartVerdict(verdict),
    heading: verdict.heading ?? { zh: "模拟结果", en: "Simulation" },
    note: joinNotes([isComparable ? null : baselineNote(indicator, verdict), nonFiniteNote(verdict)]),
    footer: {
      scenario: scenario.label,
      informationDate: runIdentity.informationDate,
      runHash: runIdentity.hash,
      source: chartSource(plan, { isObserved: observed.length > 0 }),
    },
  };
}

type Fan = Pick<FanChartData, "years" | "median" | "bands">;

function yearlyValues({ ensemble, indicator }: FanChartInput): Fan | null {
  const { variable } = indicator;
  if (variable === null) return null;
  if (ensemble.values === null) {
    return fanOf(ensemble.years.map((year) => ({ year, values: edgesOf(seriesSummary(ensemble, variable, year)) })));
  }
  const years = ensemble.years.map((year) => ({ year, draws: seriesDraws(ensemble, variable, year) }));
  return summariseYears(years, ensemble.weights);
}

function runningSums({ ensemble, indicator, plan }: FanChartInput, target: ChartTarget): Fan | null {
  const { variable } = indicator;
  if (variable === null) return null;
  if (ensemble.values === null) return summarisedSums(ensemble, variable, plan, target);
  const sums = new Float64Array(ensemble.draws);
  const years = [{ year: plan.baseYear, draws: sums.slice() }];
  for (let year = target.firstYear; year <= target.year; year++) {
    const draws = seriesDraws(ensemble, variable, year);
    if (draws === undefined) break;
    for (let i = 0; i < sums.length; i++) sums[i] = sums[i]! + draws[i]!;
    years.push({ year, draws: sums.slice() });
  }
  return years.length > 1 ? summariseYears(years, ensemble.weights) : null;
}

/** Running sums of a run that did not keep its draws. */
function summarisedSums({ summary, years }: Ensemble, variable: string, plan: Plan, target: ChartTarget): Fan | null {
  const table = summary?.runningSums.get(variable);
  if (table === undefined) return null;
  const shown = years.filter((year) => year === plan.baseYear || (year >= target.firstYear && year <= target.year));
  return fanOf(shown.map((year) => ({ year, values: edgesOf(summaryRow(table, years.indexOf(year))) })));
}

function edgesOf(summary: SeriesSummary | undefined): number[] {
  return edges.map((p) => summary?.quantiles[summaryProbabilities.indexOf(p)] ?? Number.NaN);
}

/** Take the quantiles of each year; years without a finite draw are blank and left out. */
function summariseYears(
  years: readonly { readonly year: number; readonly draws: Float64Array | undefined }[],
  weights: Float64Array | undefined,
): Fan | null {
  const summaries = years.flatMap(({ year, draws }) => {
    const finite = draws && finiteValues(draws);
    if (draws === undefined || finite === undefined || finite.length === 0) return [];
    const values = quantiles(
      finite,
      edges,
      weights?.filter((_, i) => Number.isFinite(draws[i])),
    );
    return [{ year, values }];
  });
  return fanOf(summaries);
}

/** @param years - the quantiles of each year at the edges; years without are left out. */
function fanOf(years: readonly { readonly year: number; readonly values: readonly number[] }[]): Fan | null {
  const summaries = years.filter(({ values }) => values.every(Number.isFinite));
  if (summaries.length === 0) return null;
  const edge = (place: number) => summaries.map(({ values }) => values[place]!);
  const band = (level: ChartBand["level"], place: number): ChartBand => ({
    level,
    lower: edge(place),
    upper: edge(edges.length - 1 - place),
  });
  return { years: summaries.map(({ year }) => year), median: edge(3), bands: levels.map(band).reverse() };
}

/** Find the observed value of every year, as the verdicts read observations; inequalities are no points. */
function observedYears({ indicator, plan, observations, runIdentity }: FanChartInput): FanChartData["history"] {
  if (indicator.series === null) return [];
  const ofSeries = observations.filter(({ series }) => series === indicator.series);
  const years = [...new Set(ofSeries.map(({ year }) => year))].sort((a, b) => a - b);
  return years.flatMap((year) => {
    const rule = { statistic: "end_year", comparison: ">=", years: [year] } as const;
    const evidence = observedEvidence(indicator, rule, plan, ofSeries, runIdentity.informationDate);
    const isNumber = evidence.kind === "observed" && evidence.lower === evidence.upper;
    return isNumber ? [{ year, value: evidence.lower }] : [];
  });
}

/** Sum the observed years from the target's first year on, until one is missing. */
function observedSums(input: FanChartInput, target: ChartTarget): FanChartData["history"] {
  const values = new Map(observedYears(input).map(({ year, value }) => [year, value]));
  const sums: { year: number; value: number }[] = [];
  let sum = 0;
  for (let year = target.firstYear; year <= target.year; year++) {
    const value = values.get(year);
    if (value === undefined) break;
    sum += value;
    sums.push({ year, value: sum });
  }
  return sums;
}

function periodMean({ statistic, quantiles: found }: Verdict): FanChartData["periodMean"] {
  if (statistic !== "geometric_mean" && statistic !== "period_mean") return null;
  const [lower, median, upper] = [found?.["0.05"], found?.["0.5"], found?.["0.95"]];
  return lower === undefined || median === undefined || upper === undefined ? null : { lower, median, upper };
}

function unitLabel(indicator: Indicator, target: ChartTarget | null, plan: Plan): Bilingual {
  if (target?.kind === "mean_growth") return { zh: "比上年增长", en: "growth on the year before" };
  const { zh, en } = unitWords(indicator);
  if (target?.kind !== "cumulative") return { zh, en };
  return { zh: `${zh}（自${plan.firstYear}年起累计）`, en: `${en}, summed from ${plan.firstYear}` };
}

/** Say why the plan's figure is not drawn: a sum, or the year before one, has no place among the values of the fan. */
function baselineNote({ baseline, display }: Indicator, verdict: Verdict): Bilingual | null {
  if (typeof verdict.baseline !== "number") return null;
  const figure = (language: "zh" | "en") => formatFigure(verdict.baseline as number, display, language);
  const [zh, en] =
    baseline.from === null
      ? [`${baseline.year}年一年的数`, `is that of ${baseline.year} alone`]
      : [`${baseline.from}—${baseline.year}年的合计`, `is the sum of ${baseline.from}–${baseline.year}`];
  return {
    zh: `规划基数${figure("zh")}是${zh}，与图中数值不可比，未画出。`,
    en: `The plan's own figure, ${figure("en")}, ${en}; it cannot be compared with the values shown and is not drawn.`,
  };
}

function nonFiniteNote({ nonFiniteRuns, runs }: Verdict): Bilingual | null {
  if (nonFiniteRuns === 0) return null;
  const percent = (100 * nonFiniteRuns) / runs;
  const share = percent < 1 ? "< 1" : percent.toFixed(0);
  return {
    zh: `有${share}%的模拟算不出数值，按未完成计，不在色带内。`,
    en: `${share}% of the simulations gave no number; they count as not met and are outside the bands.`,
  };
}

function joinNotes(notes: readonly (Bilingual | null)[]): Bilingual | null {
  const given = notes.filter((note) => note !== null);
  if (given.length === 0) return null;
  return { zh: given.map(({ zh }) => zh).join(""), en: given.map(({ en }) => en).join(" ") };
}
