import type { Bilingual } from "../../core/bilingual.ts";
import { type Unit, unitsEqual } from "../../core/unit.ts";
import { type Ensemble, seriesDraws } from "../../ensemble/ensemble.ts";
import { baselineFigure } from "../../inputs/readings.ts";
import { startingPlan } from "../../inputs/starting-plan.ts";
import type { Indicator, ModelSource, Observation, Plan, Scenario } from "../../inputs/study.ts";
import type { Evidence, EvidenceKind, EvidenceLeftOut } from "./assimilation.ts";
import type { AssimilationSettings } from "./assimilation-settings.ts";
import { evidenceReasons } from "./assimilation-words.ts";
import { errorOf, roundingWidth } from "./observation-error.ts";
import { incrementsOf, knownFigures, type SeriesFigure } from "./series-figures.ts";

/** What evidence is collected from. */
export interface EvidenceSources {
  readonly plan: Plan;
  readonly model: Pick<ModelSource, "variables">;
  readonly observations: readonly Observation[];
  readonly scenario: Scenario;
  /** Prior draws: a figure that every draw agrees on anyway tells nothing. */
  readonly ensemble: Ensemble;
  /** ISO date: figures of a later date or vintage are not read. */
  readonly asOf: string;
}

/** A series of the ensemble with the observations that measure it. */
interface Measured {
  readonly series: string;
  readonly observedAs: string;
  readonly unit: Unit;
  readonly indicator: Indicator | null;
}

/**
 * Collect the figures that draws can be held against: observations of the plan's rows, and of variables that the model
 * reports and that name a series, from the base year to the last simulated one.
 *
 * A figure of part of a year, on another definition, of another scope, or of a base year that every draw starts from is
 * left out, with the reason. Sums become increments, and of years that have figures of their own nothing is used twice.
 * A base-year figure that the plan prints as an interval, such as ">90", is an interval.
 */
export function collectEvidence(
  sources: EvidenceSources,
  settings: Pick<AssimilationSettings, "discrepancy" | "measurement">,
): { readonly evidence: Evidence[]; readonly leftOut: EvidenceLeftOut[] } {
  const evidence: Evidence[] = [];
  const leftOut: EvidenceLeftOut[] = [];
  for (const measured of measuredSeries(sources)) {
    const about = { series: measured.series, indicator: measured.indicator?.id ?? null };
    const { observedAs } = sources.plan;
    const found = knownFigures(sources.observations, measured.observedAs, observedAs, measured.unit, sources.asOf);
    for (const { year, reason, source } of found.leftOut) leftOut.push({ ...about, year, reason, source });
    const observed = incrementsOf(found.figures);
    const baseline = censoredBaseline(measured, sources).filter(
      ({ year }) => !observed.some((one) => one.year === year),
    );
    const figures = [...baseline, ...observed];
    for (const figure of figures) {
      const obstacle = whyUseless(measured.series, figure, sources);
      if (obstacle !== null) leftOut.push({ ...about, year: figure.year, reason: obstacle, source: figure.source });
      else evidence.push(evidenceFrom(measured, figure, found.decimals, settings));
    }
  }
  return { evidence, leftOut };
}

/** Rows of the plan that are modelled and observed, then reported variables with a series. */
function measuredSeries({ plan, model, ensemble }: EvidenceSources): Measured[] {
  const held = new Set(ensemble.series.map(({ name }) => name));
  const rows = plan.indicators.flatMap((indicator): Measured[] => {
    const { variable, series, unit } = indicator;
    if (variable === null || series === null || !held.has(variable)) return [];
    return [{ series: variable, observedAs: series, unit, indicator }];
  });
  const taken = new Set(rows.flatMap(({ series, observedAs }) => [series, observedAs]));
  const others = model.variables.flatMap(({ name, unit, over, series }): Measured[] => {
    if (over.length > 0 || taken.has(name) || taken.has(series) || !held.has(name)) return [];
    return [{ series: name, observedAs: series, unit, indicator: null }];
  });
  return [...rows, ...others];
}

/** The interval that a row's baseline is known to lie in, as a figure of the base year. */
function censoredBaseline({ indicator, unit }: Measured, { plan, scenario }: EvidenceSources): SeriesFigure[] {
  if (indicator === null) return [];
  const start = startingPlan(plan);
  const row = start.indicators.find(({ id }) => id === indicator.id);
  const figure = row ? baselineFigure(row, scenario.readings) : null;
  if (!row || figure === null || typeof figure === "number" || !unitsEqual(row.unit, unit)) return [];
  const source = row.place.zh;
  const { year } = row.baseline;
  const value = { lower: figure.min, upper: figure.max };
  return [{ from: year, year, value, basis: "annual", grade: "A", source, asOf: `${year}-12-31` }];
}

function whyUseless(
  series: string,
  { from, year, value }: SeriesFigure,
  { plan, ensemble }: EvidenceSources,
): Bilingual | null {
  const start = startingPlan(plan);
  // What the run starts from is not what it is held against; only an interval leaves the base year open.
  if (from === start.baseYear && typeof value === "number") return evidenceReasons.startsFrom();
  if (from < start.baseYear || year > (ensemble.years.at(-1) as number)) return evidenceReasons.notSimulated();
  const years = Array.from({ length: year - from + 1 }, (_, i) => seriesDraws(ensemble, series, from + i));
  const differ = years.some((draws) => draws?.some((value) => Number.isFinite(value) && value !== draws[0]));
  return differ ? null : evidenceReasons.sameInEveryDraw();
}

function evidenceFrom(
  { series, indicator, unit }: Measured,
  { from, year, value, basis, grade, source, asOf }: SeriesFigure,
  decimals: number,
  settings: Pick<AssimilationSettings, "discrepancy" | "measurement">,
): Evidence {
  const kind = kindOf(unit, basis);
  const error = errorOf(value, kind, grade, roundingWidth(value, decimals), settings);
  const bias = indicator === null ? 0 : baselineGap(indicator);
  return { series, indicator: indicator?.id ?? null, kind, from, year, value, error, bias, source, grade, asOf };
}

function kindOf(unit: Unit, basis: Observation["basis"]): EvidenceKind {
  if (Object.keys(unit.powers).length === 0) return "rate";
  return basis === "period_end" || basis === "mean" ? "level" : "flow";
}

/** How far apart the baselines of a row lie; whichever definition holds, figures on the other are off by as much. */
function baselineGap({ baseline }: Indicator): number {
  const figures = Object.values(baseline.readings).filter((figure) => typeof figure === "number");
  return figures.length < 2 ? 0 : Math.max(...figures) - Math.min(...figures);
}
