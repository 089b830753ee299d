import type { Ensemble } from "../ensemble/ensemble.ts";
import type { ChosenReadings } from "../inputs/readings.ts";
import type { Indicator } from "../inputs/study.ts";
import { attainmentRule } from "../reachability/attainment.ts";
import type { SeriesCorrection } from "./adjust-ensemble.ts";
import type { HonestyReport } from "./evaluation.ts";
import { naiveValues } from "./naive-ways.ts";
import { projectedYear } from "./projected-value.ts";
import { type ObservedWorld, rowObservations, yearlyActuals } from "./row-actuals.ts";

/**
 * Work out what hindcasts ask of the years still to come: the width that would have covered, and, where a naive way was
 * better, a part of the way to it.
 */
export function correctionsOf(
  updated: Ensemble,
  honesty: Pick<HonestyReport, "inflation" | "bestNaive" | "naiveWeight">,
  readings: ChosenReadings,
  world: ObservedWorld,
): SeriesCorrection[] {
  if (honesty.inflation === null) return [];
  return world.plan.indicators.flatMap((indicator) => rowCorrections(indicator, updated, honesty, readings, world));
}

function rowCorrections(
  indicator: Indicator,
  updated: Ensemble,
  { inflation, bestNaive, naiveWeight }: Pick<HonestyReport, "inflation" | "bestNaive" | "naiveWeight">,
  readings: ChosenReadings,
  world: ObservedWorld,
): SeriesCorrection[] {
  const { plan } = world;
  const { variable } = indicator;
  const rule = attainmentRule(indicator, plan.firstYear, readings);
  if (rule === null || variable === null) return [];
  const known = rowObservations(indicator, plan.observedAs, world);
  const actuals = yearlyActuals(indicator, known, plan.firstYear, plan.lastYear);
  const last = rule.years.at(-1) ?? plan.lastYear;
  const from = (actuals.at(-1)?.year ?? plan.baseYear) + 1;
  const question = { indicator, rule, readings, actuals, origin: from - 1, world };
  return Array.from({ length: Math.max(0, last - from + 1) }, (_, i) => from + i).map((year) => {
    const naive = naiveValues(question, year).find(([way]) => way === bestNaive)?.[1];
    const median = projectedYear(updated, variable, year)?.median ?? Number.NaN;
    const shift = naive === undefined || !Number.isFinite(median) ? 0 : naiveWeight * (naive - median);
    return { series: variable, year, width: inflation?.applied ?? 1, shift };
  });
}
