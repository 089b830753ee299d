import type { TopLevelSpec } from "vega-lite";
import { comparisonChart } from "../charts/comparison-chart.ts";
import { overviewChart } from "../charts/overview-chart.ts";
import type { ConsistencyReport } from "../consistency/consistency-report.ts";
import { comparisonChartData } from "./comparison-chart-data.ts";
import { mainResult } from "./main-result.ts";
import type { ListedChart } from "./named-chart.ts";
import { overviewChartData } from "./overview-chart-data.ts";
import type { RunOutput } from "./run-output.ts";
import { changedCharts, chartLister, scenarioCharts } from "./scenario-charts.ts";

/** The charts of a run: those of each scenario by its id, and those of all scenarios together. */
export interface RunCharts {
  readonly scenarios: ReadonlyMap<string, readonly ListedChart[]>;
  readonly together: readonly ListedChart[];
}

/**
 * Choose and build the charts of a run.
 *
 * The scenario that the run is told by gets all of its charts, and so does a scenario that is run alone. Of the others
 * only what they change is drawn; a folder of twelve times the same pictures helps nobody.
 *
 * @param report - where the plan contradicts itself, the same for all scenarios.
 */
export function runCharts(run: RunOutput, report: ConsistencyReport): RunCharts {
  const main = mainResult(run.results);
  const all = scenarioCharts(run, main, report);
  const scenarios = run.results.map((result) => {
    const charts = result === main ? all : changedCharts(run, result, { result: main, charts: all });
    return [result.scenario.id, charts] as const;
  });
  return { scenarios: new Map(scenarios), together: chartsOfRun(run) };
}

/** Build the one chart that shows all targets under all scenarios of a run. */
export function overviewOfRun({
  study,
  identity,
  results,
  language,
}: Pick<RunOutput, "study" | "identity" | "results" | "language">): TopLevelSpec {
  const verdicts = results.map((result) => result.verdicts);
  return overviewChart(overviewChartData(verdicts, study.plan, identity), language);
}

/** Build the charts that show all scenarios of a run: chances as a matrix, and differences from the baseline. */
function chartsOfRun(run: RunOutput): ListedChart[] {
  const { study, identity, results } = run;
  const verdicts = results.map((result) => result.verdicts);
  const listed = chartLister("", run.language);
  return [
    ...listed.chart("overview", overviewChartData(verdicts, study.plan, identity), overviewChart),
    ...listed.chart("comparison", comparisonChartData(run), comparisonChart),
  ];
}
