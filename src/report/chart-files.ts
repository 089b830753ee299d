import type { TopLevelSpec } from "vega-lite";
import { drawSvgAndPng } from "../charts/draw-chart.ts";
import { fanChart } from "../charts/fan-chart.ts";
import { markInternal } from "../charts/mark-internal.ts";
import { overviewChart } from "../charts/overview-chart.ts";
import { sharePathChart } from "../charts/share-path-chart.ts";
import type { Language } from "../core/bilingual.ts";
import type { Study } from "../inputs/study.ts";
import { holdsInternalValues } from "../inputs/without-internal.ts";
import { fanChartData } from "./chart-data-from-ensemble.ts";
import type { OutputFile } from "./output-file.ts";
import { overviewChartData } from "./overview-chart-data.ts";
import type { RunOutput, ScenarioOutput } from "./run-output.ts";
import { sharePathChartData } from "./share-path-chart-data.ts";

/** A chart that is to be drawn: its path without an ending. */
export interface NamedChart {
  readonly path: string;
  readonly spec: TopLevelSpec;
}

/**
 * Build the charts of one scenario: a fan for each row of the plan that the model simulates, and for shares with a
 * figure to start from the path to the target.
 */
export function scenarioCharts({ study, language }: RunOutput, result: ScenarioOutput): NamedChart[] {
  const { plan, observations } = study;
  const { scenario, ensemble, identity, verdicts } = result;
  return plan.indicators.flatMap((indicator) => {
    const verdict = verdicts.verdicts.find((v) => v.indicator === indicator.id);
    if (verdict === undefined) return [];
    const data = fanChartData({ ensemble, indicator, verdict, plan, observations, scenario, runIdentity: identity });
    if (data === null) return [];
    const charts = [{ path: `${scenario.id}/charts/${indicator.id}`, spec: fanChart(data, language) }];
    const path = verdict.kind === "share" ? sharePathChartData(data, verdict) : null;
    if (path !== null) {
      charts.push({ path: `${scenario.id}/charts/${indicator.id}-path`, spec: sharePathChart(path, language) });
    }
    return charts;
  });
}

/** Build the one chart that shows all targets under all scenarios of a run. */
export function overviewOfRun({ study, identity, results, language }: RunOutput): NamedChart {
  const verdicts = results.map((result) => result.verdicts);
  return { path: "overview", spec: overviewChart(overviewChartData(verdicts, study.plan, identity), language) };
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
