import type { TopLevelSpec } from "vega-lite";
import { conflictChart } from "../charts/conflict-chart.ts";
import { contourChart } from "../charts/contour-chart.ts";
import { corridorChart } from "../charts/corridor-chart.ts";
import { fanChart } from "../charts/fan-chart.ts";
import { flowChart } from "../charts/flow-chart.ts";
import { levelsChart } from "../charts/levels-chart.ts";
import { pyramidChart } from "../charts/pyramid-chart.ts";
import { sharePathChart } from "../charts/share-path-chart.ts";
import { stocksChart } from "../charts/stocks-chart.ts";
import { timeToTargetChart } from "../charts/time-to-target-chart.ts";
import { timelineChart } from "../charts/timeline-chart.ts";
import type { ConsistencyReport } from "../consistency/consistency-report.ts";
import type { Bilingual, Language } from "../core/bilingual.ts";
import type { Indicator } from "../inputs/study.ts";
import { fanChartData } from "./chart-data-from-ensemble.ts";
import { conflictChartData } from "./conflict-chart-data.ts";
import { contourChartData } from "./contour-chart-data.ts";
import { corridorChartData } from "./corridor-chart-data.ts";
import { flowChartData, levelsChartData, stocksChartData } from "./figure-chart-data.ts";
import type { ListedChart } from "./named-chart.ts";
import { pyramidChartData } from "./pyramid-chart-data.ts";
import { rowChartTitles } from "./row-chart-words.ts";
import type { RunOutput, ScenarioOutput } from "./run-output.ts";
import { sharePathChartData } from "./share-path-chart-data.ts";
import { timeToTargetChartData } from "./time-to-target-chart-data.ts";
import { timelineChartData } from "./timeline-chart-data.ts";

/**
 * Build all charts of one scenario: a fan for each row of the plan that the model simulates, the path of shares, the
 * corridor of rows with a pace or a trip-wire; when each target is met, what stands between targets, when levers and
 * events are at work; and the figures that the region asks for.
 *
 * @param report - where the plan contradicts itself, the same for all scenarios.
 */
export function scenarioCharts(run: RunOutput, result: ScenarioOutput, report: ConsistencyReport): ListedChart[] {
  const { study, language } = run;
  const { scenario, verdicts, identity, ensemble } = result;
  const { plan } = study;
  const listed = chartLister(`${scenario.id}/charts`, language);
  const conflicts = conflictChartData({ plan, report, verdicts, runs: ensemble.draws, identity });
  return [
    ...plan.indicators.flatMap((indicator) => rowCharts(run, result, indicator)),
    ...listed.chart("conflicts", conflicts, conflictChart),
    ...pathCharts(run, result),
    ...regionFigures(run, result),
  ];
}

/** A scenario with its charts, which another is held against. */
interface DrawnScenario {
  readonly result: ScenarioOutput;
  readonly charts: readonly ListedChart[];
}

/**
 * Build the charts in which a scenario differs from another: the fan of each row whose verdict is of another class, or
 * which has no target and comes out differently; when each target is met, when levers and events are at work; and the
 * region's figures that come out differently.
 */
export function changedCharts(run: RunOutput, result: ScenarioOutput, main: DrawnScenario): ListedChart[] {
  const classIn = ({ verdicts }: ScenarioOutput, id: string) =>
    verdicts.verdicts.find(({ indicator }) => indicator === id)?.class;
  const drawn = new Set(main.charts.map(({ content }) => content));
  const isChanged = ({ content }: ListedChart) => !drawn.has(content);
  const moved = run.study.plan.indicators.filter(({ id }) => {
    const found = classIn(result, id);
    return found === "no_target_yet" || found !== classIn(main.result, id);
  });
  return [
    ...moved.flatMap((indicator) => rowCharts(run, result, indicator).slice(0, 1).filter(isChanged)),
    ...pathCharts(run, result),
    ...regionFigures(run, result).filter(isChanged),
  ];
}

/** Build the charts of one row under one scenario, the fan first. */
function rowCharts({ study, language }: RunOutput, result: ScenarioOutput, indicator: Indicator): ListedChart[] {
  const { plan, observations } = study;
  const { scenario, ensemble, identity, verdicts } = result;
  const { id, label } = indicator;
  const verdict = verdicts.verdicts.find((v) => v.indicator === id);
  if (verdict === undefined) return [];
  const fan = fanChartData({ ensemble, indicator, verdict, plan, observations, scenario, runIdentity: identity });
  if (fan === null) return [];
  const path = verdict.kind === "share" ? sharePathChartData(fan, verdict) : null;
  const listed = chartLister(`${scenario.id}/charts`, language);
  const corridor = corridorChartData(study, result, indicator, fan);
  return [
    ...listed.as(id, label, fan, fanChart),
    ...listed.as(`${id}-path`, rowChartTitles.path({ row: label }), path, sharePathChart),
    ...listed.as(`${id}-corridor`, rowChartTitles.corridor({ row: label }), corridor, corridorChart),
  ];
}

/** Build what shows a scenario as a whole over the years. */
function pathCharts(run: RunOutput, result: ScenarioOutput): ListedChart[] {
  const listed = chartLister(`${result.scenario.id}/charts`, run.language);
  return [
    ...listed.chart("time-to-target", timeToTargetChartData(run, result), timeToTargetChart),
    ...listed.chart("timeline", timelineChartData(run, result), timelineChart),
  ];
}

/** Build the figures that a region asks for; contours only under the scenario that they are for. */
function regionFigures(run: RunOutput, result: ScenarioOutput): ListedChart[] {
  const { study, model, language } = run;
  const { scenario, identity } = result;
  const { levels, stocks, flows, pyramids, maps } = study.figures;
  const listed = chartLister(`${scenario.id}/charts`, language);
  return [
    ...levels.flatMap((figure) =>
      listed.chart(`levels-${figure.id}`, levelsChartData(run, result, figure), levelsChart),
    ),
    ...stocks.flatMap((figure) =>
      listed.chart(`stocks-${figure.id}`, stocksChartData(run, result, figure), stocksChart),
    ),
    ...flows.flatMap((figure) => listed.chart(`flow-${figure.id}`, flowChartData(run, result, figure), flowChart)),
    ...pyramids.flatMap((figure) =>
      listed.chart(`pyramid-${figure.id}`, pyramidChartData(run, result, figure), pyramidChart),
    ),
    ...maps
      .filter((figure) => figure.scenario === scenario.id)
      .flatMap(({ id, label, indicators, levers }) => {
        const rows = study.plan.indicators.filter((row) => indicators.includes(row.id));
        const data = contourChartData({
          study,
          model,
          scenario,
          indicators: rows,
          levers,
          title: label,
          informationDate: identity.informationDate,
          hash: identity.hash,
        });
        return listed.chart(`map-${id}`, data, contourChart);
      }),
  ];
}

type Draw<T> = (data: T, language: Language) => TopLevelSpec;

/** What lists the charts of one folder. */
interface ChartLister {
  /** List a chart under a title of its own; a chart without data is none. */
  readonly as: <T extends object>(name: string, title: Bilingual, data: T | null, draw: Draw<T>) => ListedChart[];
  /** List a chart under the title that it bears. */
  readonly chart: <T extends { readonly title: Bilingual }>(
    name: string,
    data: T | null,
    draw: Draw<T>,
  ) => ListedChart[];
}

/** Make what lists the charts of a folder of the output, which itself is "". */
export function chartLister(folder: string, language: Language): ChartLister {
  const as: ChartLister["as"] = (name, title, data, draw) => {
    if (data === null) return [];
    const path = folder === "" ? name : `${folder}/${name}`;
    return [{ path, title, content: JSON.stringify({ ...data, footer: null }), spec: draw(data, language) }];
  };
  return { as, chart: (name, data, draw) => (data === null ? [] : as(name, data.title, data, draw)) };
}
