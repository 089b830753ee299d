// The public names, listed one by one; what is not here may change without notice. Loadable by `require()`: nothing
// below awaits at its top, and heavy packages load when they are first used.

// ── Words that everything speaks ──

export type { Bilingual, Language } from "./core/bilingual.ts";
export type { Issue, Result, Severity, SourceSpan } from "./core/issue.ts";
export { printIssues } from "./core/print-issues.ts";
export { quantiles } from "./core/quantiles.ts";

// ── Reading a region ──

export { jsonSchema, type SchemaKind } from "./inputs/json-schema.ts";
export { listRegions } from "./inputs/read-regions.ts";
export { readStudy, type StudyFolders } from "./inputs/read-study.ts";
export type {
  Assumption,
  Basis,
  Figure,
  Indicator,
  Lever,
  ModelSource,
  Observation,
  Plan,
  Scenario,
  Study,
  Target,
  TargetPath,
} from "./inputs/study.ts";
export { holdsInternalValues, withoutInternal } from "./inputs/without-internal.ts";

// ── The model ──

export { compileModel } from "./model/compile-model.ts";
export type { CompiledModel } from "./model/compiled-model.ts";
export { explainableNames, explainName, type NameExplanation } from "./model/explain-name.ts";
export { explainVariable, type VariableExplanation } from "./model/explain-variable.ts";
export { type LeverReach, leverReach } from "./model/lever-reach.ts";

// ── Forecasts of short annual series ──

export { type Backtest, type BacktestOptions, backtest, type ForecastAccuracy } from "./forecast/backtest.ts";
export type {
  AnnualSeries,
  Bounds,
  Forecast,
  ForecastMethod,
  ForecastOptions,
  ForecastResult,
  QuantityKind,
  Refusal,
  SeriesToForecast,
} from "./forecast/forecast.ts";
export { forecastSeries } from "./forecast/forecast-series.ts";
export { kindOfSeries, type ObservedSeries, observedSeries, type SeriesQuery } from "./forecast/observed-series.ts";
export { forecastOverHorizon, type HorizonForecast, type PathStream, samplePaths } from "./forecast/sample-paths.ts";
export { crpsOfNormal, crpsOfSample, intervalScore, weightedIntervalScore } from "./forecast/scores.ts";

// ── Evaluating a plan at a date ──

export { type EvaluatedStudy, type EvaluationOptions, evaluateStudy } from "./evaluate-study.ts";
export type { Evaluation, EvaluationRow, HonestyReport } from "./evaluation/evaluation.ts";
export { type EvaluationSheet, evaluationSheet } from "./report/evaluation-sheet.ts";

// ── Running it ──

export { centralValue, type Ensemble, type OutcomeSeries, seriesDraws } from "./ensemble/ensemble.ts";
export {
  assessmentReport,
  numbersVersion,
  type PreparedStudy,
  prepareStudy,
  type ReportOptions,
  type RunOptions,
  runStudy,
  runStudyOnWorkers,
  runUntilPrecise,
  type ScenarioResult,
  type StudyRun,
  unwrap,
  type WorkerOptions,
} from "./run-study.ts";

// ── Regions that share one model, run together ──

export type { Province } from "./inputs/province.ts";
export { readProvince } from "./inputs/read-province.ts";
export { type ProvinceFigure, type ProvinceReport, provinceReport } from "./province/province-report.ts";
export type { ProvinceResult, ProvinceRun, RegionResult } from "./province/province-run.ts";
export { runProvince, runProvinceOnWorkers } from "./province/run-province.ts";

// ── What it means for the plan ──

export type { ConsistencyReport, Finding, FindingKind } from "./consistency/consistency-report.ts";
export { runConsistency } from "./consistency/run-consistency.ts";
export { type AssimilationInput, assimilate } from "./evaluation/assimilation/assimilate.ts";
export type { Assimilation, Contraction, Evidence, Innovation } from "./evaluation/assimilation/assimilation.ts";
export {
  type AssimilationSettings,
  defaultAssimilationSettings,
} from "./evaluation/assimilation/assimilation-settings.ts";
export { scenarioKnownAt } from "./evaluation/assimilation/scenario-known-at.ts";
export type { AssessmentReport, RunPrecision, ScenarioReport } from "./progress/assessment-report.ts";
export { compareConventions } from "./progress/compare-conventions.ts";
export { type ControlStanding, controlStanding } from "./progress/control-standing.ts";
export type { ConventionComparison, ConventionResult } from "./progress/convention-result.ts";
export { latestMeasured, type MeasuredValue } from "./progress/measured-value.ts";
export { type RequiredPace, requiredPace } from "./progress/required-pace.ts";
export { type RowAlert, rowAlert } from "./progress/row-alert.ts";
export { type RowProgress, scenarioProgress } from "./progress/row-progress.ts";
export { jointProbabilityOf } from "./reachability/assess-scenario.ts";
export { type Corridor, milestoneCorridor, scenarioCorridors } from "./reachability/corridor.ts";
export { type Measure, measureEffects, type RowEffect } from "./reachability/row-effects.ts";
export type { TripWire } from "./reachability/trip-wires.ts";
export type {
  JointVerdict,
  RunIdentity,
  ScenarioVerdicts,
  ShareNeeds,
  Verdict,
  VerdictClass,
} from "./reachability/verdict.ts";
export { describeVerdict } from "./report/describe-verdict.ts";

// ── What it would take ──

export { drawSample, type Sample } from "./ensemble/draw-sample.ts";
export { type ContourSegment, contourLines } from "./exploration/contour-lines.ts";
export { type Driver, driversSentence } from "./exploration/drivers.ts";
export { effortFront, type FrontPoint } from "./exploration/effort-front.ts";
export { type LastStart, lastStartYear } from "./exploration/last-start-year.ts";
export { type ProbabilityGrid, probabilityGrid } from "./exploration/probability-grid.ts";
export type { SeekFinding, SeekStatus } from "./exploration/seek-finding.ts";
export { type SeekRequest, seekTargets } from "./exploration/seek-targets.ts";
export { openProblems, type StudyProblems } from "./exploration/study-problems.ts";
export { suggestTargets, type TargetSuggestion } from "./exploration/suggest-targets.ts";
export type { Tornado } from "./exploration/tornado.ts";
export { rowTornado, verdictDrivers } from "./exploration/verdict-drivers.ts";
export { writeScenario } from "./exploration/write-scenario.ts";
export { makeKernel } from "./kernel/make-kernel.ts";
export { drawUntilPrecise, type PreciseResult } from "./reachability/draw-until-precise.ts";
export { describeSeek } from "./report/describe-seek.ts";

// ── Charts ──

export type { FanChartData, ForecastChartData, OverviewChartData, SharePathChartData } from "./charts/chart-data.ts";
export { type ComparisonChartData, comparisonChart } from "./charts/comparison-chart.ts";
export { conflictChart } from "./charts/conflict-chart.ts";
export type { ConflictChartData } from "./charts/conflict-layout.ts";
export { type ContourChartData, contourChart } from "./charts/contour-chart.ts";
export { type CorridorChartData, corridorChart } from "./charts/corridor-chart.ts";
export { drawPng, drawSvg } from "./charts/draw-chart.ts";
export { type EffortFrontChartData, effortFrontChart } from "./charts/effort-front-chart.ts";
export { type EvaluationPathsChartData, evaluationPathsChart } from "./charts/evaluation-paths-chart.ts";
export { fanChart } from "./charts/fan-chart.ts";
export { type FlowChartData, flowChart } from "./charts/flow-chart.ts";
export { forecastChart } from "./charts/forecast-chart.ts";
export { type LevelsChartData, levelsChart } from "./charts/levels-chart.ts";
export { overviewChart } from "./charts/overview-chart.ts";
export { type PyramidChartData, pyramidChart } from "./charts/pyramid-chart.ts";
export { sharePathChart } from "./charts/share-path-chart.ts";
export { type StocksChartData, stocksChart } from "./charts/stocks-chart.ts";
export { type TimeToTargetChartData, timeToTargetChart } from "./charts/time-to-target-chart.ts";
export { type TimelineChartData, timelineChart } from "./charts/timeline-chart.ts";
export { type FanChartInput, fanChartData } from "./report/chart-data-from-ensemble.ts";
export { comparisonChartData } from "./report/comparison-chart-data.ts";
export { type ConflictChartInput, conflictChartData } from "./report/conflict-chart-data.ts";
export { type ContourChartInput, contourChartData } from "./report/contour-chart-data.ts";
export { corridorChartData } from "./report/corridor-chart-data.ts";
export { effortFrontChartData } from "./report/effort-front-chart-data.ts";
export { evaluationPathsChartData } from "./report/evaluation-paths-chart-data.ts";
export { fanDataOfRun } from "./report/fan-data-of-run.ts";
export { flowChartData, levelsChartData, stocksChartData } from "./report/figure-chart-data.ts";
export { type ForecastChartInput, forecastChartData } from "./report/forecast-chart-data.ts";
export { overviewChartData } from "./report/overview-chart-data.ts";
export { pyramidChartData } from "./report/pyramid-chart-data.ts";
export { sharePathChartData } from "./report/share-path-chart-data.ts";
export { timeToTargetChartData } from "./report/time-to-target-chart-data.ts";
export { timelineChartData } from "./report/timeline-chart-data.ts";

// ── Documents ──

export { buildDocument } from "./documents/build-document.ts";
export { checkFigures } from "./documents/check-figures.ts";
export { collectReportData, type ReportEvaluation } from "./documents/collect-report-data.ts";
export { htmlPage } from "./documents/html-page.ts";
export { markdownText } from "./documents/markdown-text.ts";
export type { ReportData } from "./documents/report-data.ts";
export type { ReportDocument } from "./documents/report-document.ts";
export { drawPictures, reportPictures } from "./documents/report-pictures.ts";
export { wordFile } from "./documents/word-file.ts";

// ── Tables ──

export { dataFrameToCsv, toDataFrame } from "./report/data-frame.ts";
export { type LongRow, longTable } from "./report/long-table.ts";
export { resultsCsv } from "./report/results-csv.ts";
export { resultsParquet } from "./report/results-parquet.ts";
export type { WorkbookRun } from "./report/workbook/book.ts";
export { workbookBytes } from "./report/workbook/workbook-bytes.ts";
