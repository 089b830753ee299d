import type { Bilingual } from "../core/bilingual.ts";
import { type Issue, makeIssue } from "../core/issue.ts";
import { printUnit } from "../core/print-unit.ts";
import { shiftDecimals } from "../core/shift-decimals.ts";
import { type Unit, unitsEqual } from "../core/unit.ts";
import type { AnnualSeries } from "../forecast/forecast.ts";
import { forecastSeries } from "../forecast/forecast-series.ts";
import { kindOfSeries, type ObservedSeries, observedSeries, siblingsOf } from "../forecast/observed-series.ts";
import type { DriverUse, Scenario, Study } from "../inputs/study.ts";
import type { CompiledModel } from "../model/compiled-model.ts";
import type { BoundDriver } from "./driver-paths.ts";

/** Later than any date that a figure can have. */
const endOfTime = "9999-12-31";

/**
 * Forecast what a scenario's drivers follow, from what was known at a date.
 *
 * The series is the one that the variable names, for the plan's place. Years that are observed hold the figures; from
 * the last of them on the driver follows its forecast, and years before it without a figure keep the equation.
 * Figures of a date or vintage after the driver's own date or the scenario's `known_as_of` are not read.
 *
 * @param issues - receives drivers that are not observed by then, or too little to be forecast.
 */
export function bindDrivers(
  study: Study,
  model: CompiledModel,
  scenario: Scenario,
  years: readonly number[],
  issues: Issue[],
): BoundDriver[] {
  return scenario.drivers.flatMap((use) => {
    const date = [use.asOf ?? endOfTime, scenario.knownAsOf ?? endOfTime].sort()[0];
    return bindDriver(study, model, use, years, date, issues) ?? [];
  });
}

/** Tell the reader of a run what its drivers follow, and from which year on. */
export function driverNotices(drivers: readonly BoundDriver[], model: CompiledModel): Bilingual[] {
  return drivers.map(({ name, forecast, lastObserved }) => {
    const label = model.source.variables.find((one) => one.name === name)?.label ?? { zh: name, en: name };
    if (!forecast) {
      return {
        zh: `${label.zh}全部取观测值，不按模型方程。`,
        en: `${label.en} follows its observed figures, not its equation.`,
      };
    }
    return {
      zh: `${label.zh}不按模型方程：到${lastObserved}年取观测值，此后取其预测的样本路径（${forecast.valueCount} 个数值）。`,
      en: `${label.en} does not follow its equation: observed figures up to ${lastObserved}, then sample paths of their forecast (from ${forecast.valueCount} values).`,
    };
  });
}

function bindDriver(
  study: Study,
  model: CompiledModel,
  { name, place }: DriverUse,
  years: readonly number[],
  date: string,
  issues: Issue[],
): BoundDriver | null {
  const variable = model.variables.findIndex((one) => one.name === name);
  const stated = model.source.variables.find((one) => one.name === name);
  if (!stated) return null;
  const { unit, series } = stated;
  const { observedAs: region } = study.plan;
  const query = { series, region, asOf: date };
  const seen = observedSeries(study.observations, query);
  if (!seen) {
    const told = date === endOfTime ? "" : date;
    issues.push(makeIssue("scenario/driver-not-observed", place, { name: series, place: region, date: told }));
    return null;
  }
  if (!unitsEqual({ ...seen.unit, scale: unit.scale }, unit)) {
    issues.push(makeIssue("scenario/driver-unit", place, { name, observed: seen.unitText, unit: printUnit(unit) }));
    return null;
  }
  const own = inUnit(seen, seen.unit, unit);
  const observed = new Map(own.years.map((year, i) => [years.indexOf(year), own.values[i]]));
  const lastObserved = own.years.at(-1) as number;
  const horizon = (years.at(-1) as number) - lastObserved;
  if (horizon < 1) return { name, variable, observed, lastObserved, forecast: null };
  const siblings = siblingsOf(study.observations, query, seen).map((one) => inUnit(one, one.unit, unit));
  const row = study.plan.indicators.find((one) => one.series === series);
  const result = forecastSeries({ ...own, kind: kindOfSeries(seen, row), siblings }, horizon);
  if (result.ok) return { name, variable, observed, lastObserved, forecast: result.forecast };
  issues.push(makeIssue("scenario/driver-refused", place, { name, ...result.refusal }));
  return null;
}

function inUnit({ years, values }: Pick<ObservedSeries, "years" | "values">, from: Unit, to: Unit): AnnualSeries {
  return { years, values: values.map((value) => shiftDecimals(value, from.scale - to.scale)) };
}
