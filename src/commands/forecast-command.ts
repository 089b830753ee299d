import { createHash } from "node:crypto";
import { forecastChart } from "../charts/forecast-chart.ts";
import { longestHorizon } from "../forecast/calibrated-errors.ts";
import type { Bounds, ForecastMethod, QuantityKind } from "../forecast/forecast.ts";
import { batchCsv } from "../forecast/forecast-batch.ts";
import { knownSince, observedSeries } from "../forecast/observed-series.ts";
import { readBatch } from "../forecast/read-series-tables.ts";
import { writeCalibration } from "../forecast/write-calibration.ts";
import { markName } from "../inputs/demonstration.ts";
import type { Study } from "../inputs/study.ts";
import { forecastChartData } from "../report/forecast-chart-data.ts";
import { drawChartFiles, markedChart } from "../report/named-chart.ts";
import { numbersVersion } from "../run-study.ts";
import { type CommandIo, type ExitCode, exitCodes } from "./command-io.ts";
import type { ForecastCommandOptions } from "./command-options.ts";
import { forecastObserved, type ObservedForecast, type ObservedQuestion, seriesLabel } from "./forecast-observed.ts";
import { displayOf, forecastReport, forecastText } from "./forecast-text.ts";
import { markResults } from "./mark-results.ts";
import { sayIn } from "./messages.ts";
import { nameChoice, type Opened, openStudy, tellIssues, tellUsage } from "./open-study.ts";
import { writeIntoOutput } from "./write-into-output.ts";
import { writeOutputFiles } from "./write-output-files.ts";

/** Forecast a series of a region, or many series of a table, or rebuild the calibration of the forecasts. */
export async function forecastCommand(options: ForecastCommandOptions, io: CommandIo): Promise<ExitCode> {
  if (options.rebuildCalibration !== undefined) return rebuildCalibration(options.rebuildCalibration, options, io);
  if (options.batch !== undefined) return await forecastTable(options.batch, options, io);
  return await forecastOne(options, io);
}

function rebuildCalibration(folder: string, options: ForecastCommandOptions, io: CommandIo): ExitCode {
  if (options.out === undefined) return tellUsage(sayIn(options.language)("batchNeeds"), io).exit;
  const written = writeCalibration(folder, options.out);
  if (!written.ok) {
    tellIssues(written.issues, options, io);
    return exitCodes.issues;
  }
  io.results.write(`${written.value.join("\n")}\n`);
  return exitCodes.done;
}

async function forecastTable(batch: string, options: ForecastCommandOptions, io: CommandIo): Promise<ExitCode> {
  const say = sayIn(options.language);
  const { info, out } = options;
  if (info === undefined || out === undefined) return tellUsage(say("batchNeeds"), io).exit;
  const read = readBatch(batch, info);
  if (!read.ok) {
    tellIssues(read.issues, options, io);
    return exitCodes.issues;
  }
  if (read.warnings.length > 0) tellIssues(read.warnings, options, io);
  const written = await writeOutputFiles("", [{ path: out, content: batchCsv(read.value) }]);
  if (!written.ok) return tellUsage(say("cannotWrite", written), io).exit;
  io.diagnostics.write(`planreach: ${say("batchWritten", { path: out, count: read.value.length })}\n`);
  return read.warnings.some(({ code }) => code === "forecast/refused") ? exitCodes.issues : exitCodes.done;
}

async function forecastOne(options: ForecastCommandOptions, io: CommandIo): Promise<ExitCode> {
  const say = sayIn(options.language);
  if (options.series === undefined) return tellUsage(say("forecastNeeds"), io).exit;
  const opened = openStudy(options, io);
  if (!opened.ok) return opened.exit;
  const { study } = opened.value;
  const question = readQuestion(study, options.series, options, io);
  if (!question.ok) return question.exit;
  const { series, place, asOf } = question.value;
  const observed = observedSeries(study.observations, { series, region: place, asOf });
  if (observed === null) {
    const places = new Set(study.observations.filter((one) => one.series === series).map(({ region }) => region));
    return tellUsage(say("notObserved", { series, place, places: [...places].join(", ") }), io).exit;
  }
  const result = forecastObserved(study, observed, question.value);
  if (!result.ok) {
    const { message, mend } = result.refusal;
    const { language } = options;
    const text = say("forecastRefused", { series, message: message[language], mend: mend[language] });
    io.diagnostics.write(`planreach: ${text}\n`);
    return exitCodes.issues;
  }
  const { results } = markResults(study, options, io);
  if (options.json) results.write(`${JSON.stringify(forecastReport(result.value), null, 2)}\n`);
  else results.write(forecastText(result.value, options.language, results));
  return options.chart ? await drawForecast(result.value, study, options, io) : exitCodes.done;
}

/** Hold what was typed against the study; what is wrong first is told. */
function readQuestion(
  study: Study,
  name: string,
  options: ForecastCommandOptions,
  io: CommandIo,
): Opened<ObservedQuestion> {
  const say = sayIn(options.language);
  const row = study.plan.indicators.find(({ id }) => id === name);
  const known = [...new Set(study.observations.map((one) => one.series))].sort();
  const series = known.includes(name) ? name : (row?.series ?? undefined);
  if (series === undefined || !known.includes(series)) {
    return tellUsage(say("unknownSeries", { name, choice: nameChoice(name, known) }), io);
  }
  const horizon = options.horizon === undefined ? undefined : Number(options.horizon);
  if (horizon !== undefined && !(Number.isInteger(horizon) && horizon >= 1 && horizon <= longestHorizon)) {
    return tellUsage(say("wrongHorizon", { given: options.horizon ?? "", longest: longestHorizon }), io);
  }
  const bounds = options.bounds === undefined ? undefined : parseBounds(options.bounds);
  if (bounds === null) return tellUsage(say("wrongBounds", { given: options.bounds ?? "" }), io);
  const value: ObservedQuestion = {
    series,
    place: options.place ?? study.plan.observedAs,
    horizon,
    // The command line lets only the names of kinds and methods pass.
    kind: options.kind as QuantityKind | undefined,
    method: options.method as ForecastMethod | undefined,
    bounds,
    asOf: options.asOf ?? knownSince(study.observations, series)!,
    seed: options.seed ?? 1,
  };
  return { ok: true, value };
}

/** Parse `min..max`, either side empty where it is open; null when it is not that. */
function parseBounds(text: string): Bounds | null {
  const match = /^(-?\d+(?:\.\d+)?)?\.\.(-?\d+(?:\.\d+)?)?$/.exec(text);
  if (!match) return null;
  const [min = null, max = null] = [match[1], match[2]].map((side) => (side === undefined ? null : Number(side)));
  return min !== null && max !== null && min >= max ? null : { min, max };
}

async function drawForecast(
  result: ObservedForecast,
  study: Study,
  { language, outputDir }: ForecastCommandOptions,
  io: CommandIo,
): Promise<ExitCode> {
  const { observed, forecast } = result;
  const content = JSON.stringify({ version: numbersVersion, observed, forecast });
  const data = forecastChartData({
    label: study.plan.isDemonstration ? markName(seriesLabel(result)) : seriesLabel(result),
    display: displayOf(result),
    observed,
    forecast,
    informationDate: result.informationDate,
    hash: createHash("sha256").update(content).digest("hex"),
  });
  const plain = { path: `forecast/${result.series}`, spec: forecastChart(data, language) };
  const chart = markedChart(plain, study, language);
  const written = await writeIntoOutput(outputDir, await drawChartFiles(chart));
  if (!written.ok) return tellUsage(sayIn(language)("cannotWrite", written), io).exit;
  return exitCodes.done;
}
