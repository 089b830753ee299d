import type { TopLevelSpec } from "vega-lite";
import { comparisonChart } from "../charts/comparison-chart.ts";
import { conflictChart } from "../charts/conflict-chart.ts";
import { contourChart } from "../charts/contour-chart.ts";
import { corridorChart } from "../charts/corridor-chart.ts";
import { drawSvgAndPng } from "../charts/draw-chart.ts";
import { fanChart } from "../charts/fan-chart.ts";
import { flowChart } from "../charts/flow-chart.ts";
import { levelsChart } from "../charts/levels-chart.ts";
import { markInternal } from "../charts/mark-internal.ts";
import { overviewChart } from "../charts/overview-chart.ts";
import { pyramidChart } from "../charts/pyramid-chart.ts";
import { sharePathChart } from "../charts/share-path-chart.ts";
import { stocksChart } from "../charts/stocks-chart.ts";
import { timeToTargetChart } from "../charts/time-to-target-chart.ts";
import { timelineChart } from "../charts/timeline-chart.ts";
import type { ConsistencyReport } from "../consistency/consistency-report.ts";
import type { Language } from "../core/bilingual.ts";
import type { Indicator, Study } from "../inputs/study.ts";
import { holdsInternalValues } from "../inputs/without-internal.ts";
import { fanChartData } from "./chart-data-from-ensemble.ts";
import { comparisonChartData } from "./comparison-chart-data.ts";
import { conflictChartData } from "./conflict-chart-data.ts";
import { contourChartData } from "./contour-chart-data.ts";
import { corridorChartData } from "./corridor-chart-data.ts";
import { flowChartData, levelsChartData, stocksChartData } from "./figure-chart-data.ts";
import type { OutputFile } from "./output-file.ts";
import { overviewChartData } from "./overview-chart-data.ts";
import { pyramidChartData } from "./pyramid-chart-data.ts";
import type { RunOutput, ScenarioOutput } from "./run-output.ts";
import { sharePathChartData } from "./share-path-chart-data.ts";
import { timeToTargetChartData } from "./time-to-target-chart-data.ts";
import { timelineChartData } from "./timeline-chart-data.ts";

/** A chart that is to be drawn: its path without an ending. */
export interface NamedChart {
  readonly path: string;
  readonly spec: TopLevelSpec;
}

/**
 * Build the charts of one scenario: a fan for each row of the plan that the model simulates, the path of shares, the
 * corridor of rows with a pace or a trip-wire; when each target is met, what stands between targets, when levers and
 * events are at work; and the figures that the region asks for.
 *
 * @param report - where the plan contradicts itself, the same for all scenarios.
 */
export function scenarioCharts(run: RunOutput, result: ScenarioOutput, report: ConsistencyReport): NamedChart[] {
  const { study, language } = run;
  const { scenario, verdicts, identity, ensemble } = result;
  const named = chartNamer(`${scenario.id}/charts`, language);
  const { plan } = study;
  return [
    ...plan.indicators.flatMap((indicator) => rowCharts(run, result, indicator)),
    ...named("time-to-target", timeToTargetChartData(run, result), timeToTargetChart),
    ...named("conflicts", conflictChartData({ plan, report, verdicts, runs: ensemble.draws, identity }), conflictChart),
    ...named("timeline", timelineChartData(run, result), timelineChart),
    ...regionFigures(run, result),
  ];
}

/** Build the charts of one row under one scenario. */
function rowCharts({ study, language }: RunOutput, result: ScenarioOutput, indicator: Indicator): NamedChart[] {
  const { plan, observations } = study;
  const { scenario, ensemble, identity, verdicts } = result;
  const verdict = verdicts.verdicts.find((v) => v.indicator === indicator.id);
  if (verdict === undefined) return [];
  const fan = fanChartData({ ensemble, indicator, verdict, plan, observations, scenario, runIdentity: identity });
  if (fan === null) return [];
  const named = chartNamer(`${scenario.id}/charts`, language);
  return [
    ...named(indicator.id, fan, fanChart),
    ...named(
      `${indicator.id}-path`,
      verdict.kind === "share" ? sharePathChartData(fan, verdict) : null,
      sharePathChart,
    ),
    ...named(`${indicator.id}-corridor`, corridorChartData(study, result, indicator, fan), corridorChart),
  ];
}

/** Build the figures that a region asks for; contours only under the scenario that they are for. */
function regionFigures(run: RunOutput, result: ScenarioOutput): NamedChart[] {
  const { study, model, language } = run;
  const { scenario, identity } = result;
  const { levels, stocks, flows, pyramids, maps } = study.figures;
  const named = chartNamer(`${scenario.id}/charts`, language);
  return [
    ...levels.flatMap((figure) => named(`levels-${figure.id}`, levelsChartData(run, result, figure), levelsChart)),
    ...stocks.flatMap((figure) => named(`stocks-${figure.id}`, stocksChartData(run, result, figure), stocksChart)),
    ...flows.flatMap((figure) => named(`flow-${figure.id}`, flowChartData(run, result, figure), flowChart)),
    ...pyramids.flatMap((figure) => named(`pyramid-${figure.id}`, pyramidChartData(run, result, figure), pyramidChart)),
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
        return named(`map-${id}`, data, contourChart);
      }),
  ];
}

/** Build the one chart that shows all targets under all scenarios of a run. */
export function overviewOfRun({
  study,
  identity,
  results,
  language,
}: Pick<RunOutput, "study" | "identity" | "results" | "language">): NamedChart {
  const verdicts = results.map((result) => result.verdicts);
  return { path: "overview", spec: overviewChart(overviewChartData(verdicts, study.plan, identity), language) };
}

/** Build the charts that show all scenarios of a run: chances as a matrix, and differences from the baseline. */
export function chartsOfRun(run: RunOutput): NamedChart[] {
  const named = chartNamer("", run.language);
  return [overviewOfRun(run), ...named("comparison", comparisonChartData(run), comparisonChart)];
}

type Draw<T> = (data: T, language: Language) => TopLevelSpec;

/** Name charts in a folder; a chart without data is none. */
function chartNamer(folder: string, language: Language) {
  return <T>(name: string, data: T | null, draw: Draw<T>): NamedChart[] => {
    const path = folder === "" ? name : `${folder}/${name}`;
    return data === null ? [] : [{ path, spec: draw(data, language) }];
  };
}

/** Mark a chart as internal when the study that it shows holds internal values. */
export function markedChart(chart: NamedChart, study: Study, language: Language): NamedChart {
  return holdsInternalValues(study) ? { ...chart, spec: markInternal(chart.spec, language) } : chart;
}

/** Draw a chart as the three files that it is kept as: the specification, SVG and PNG. */
export async function drawChartFiles({ path, spec }: NamedChart): Promise<OutputFile[]> {
  const { svg, png } = await drawSvgAndPng(spec);
  return [
    { path: `${path}.vl.json`, content: `${JSON.stringify(spec, null, 2)}\n` },
    { path: `${path}.svg`, content: svg },
    { path: `${path}.png`, content: png },
  ];
}
