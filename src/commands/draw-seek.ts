import { contourChart } from "../charts/contour-chart.ts";
import { effortFrontChart } from "../charts/effort-front-chart.ts";
import type { FrontPoint } from "../exploration/effort-front.ts";
import type { SeekFinding } from "../exploration/seek-finding.ts";
import type { SeekRequest } from "../exploration/seek-targets.ts";
import { contourChartData } from "../report/contour-chart-data.ts";
import { effortFrontChartData } from "../report/effort-front-chart-data.ts";
import type { NamedChart } from "../report/named-chart.ts";
import { studyHash } from "../run-study.ts";
import { type CommandIo, type ExitCode, exitCodes } from "./command-io.ts";
import type { SeekOptions } from "./command-options.ts";
import { drawIntoOutput } from "./draw-into-output.ts";
import { sayIn } from "./messages.ts";

/** A search that was answered. */
export interface AnsweredSeek {
  readonly request: SeekRequest;
  readonly finding: SeekFinding;
  readonly front: readonly FrontPoint[] | null;
}

/** Draw what a lever search found: effort by probability where it was traced, the chance over two levers where two were named. */
export async function drawSeek(answered: AnsweredSeek, options: SeekOptions, io: CommandIo): Promise<ExitCode> {
  const charts = [...frontChart(answered, options), ...mapChart(answered, options)];
  if (charts.length === 0) {
    io.diagnostics.write(`planreach: ${sayIn(options.language)("seekNothingToDraw")}\n`);
    return exitCodes.done;
  }
  return await drawIntoOutput(charts, answered.request.study, options, io);
}

/** Named by what was sought, so that one search does not replace the charts of another. */
function chartPath(kind: string, { indicators, scenarios }: SeekRequest, levers: readonly string[] = []): string {
  const parts = [scenarios.map(({ id }) => id), indicators.map(({ id }) => id), levers];
  return `seek/${[kind, ...parts.filter((part) => part.length > 0).map((part) => part.join("+"))].join("-")}`;
}

function hashOf({ request, finding }: AnsweredSeek): string {
  const { draws, seed, informationDate, scenarios, together } = finding;
  const { indicators, levers, probability, from } = request;
  const rows = indicators.map(({ id }) => id);
  return studyHash(request.study, {
    draws,
    seed,
    informationDate,
    scenarios,
    together,
    rows,
    levers,
    probability,
    from,
  });
}

function frontChart(answered: AnsweredSeek, { language }: SeekOptions): NamedChart[] {
  const { request, finding, front } = answered;
  if (front === null) return [];
  const data = effortFrontChartData(finding, front, request.study, hashOf(answered));
  return [{ path: chartPath("front", request), spec: effortFrontChart(data, language) }];
}

function mapChart(answered: AnsweredSeek, { language, levers }: SeekOptions): NamedChart[] {
  const { request, finding } = answered;
  const [first, second, ...more] = levers ?? [];
  const [scenario, ...others] = request.scenarios;
  if (!first || !second || more.length > 0 || !scenario || others.length > 0) return [];
  const data = contourChartData({
    study: request.study,
    model: request.model,
    scenario: { ...scenario, run: { ...scenario.run, draws: finding.draws, seed: finding.seed } },
    indicators: request.indicators,
    levers: [first, second],
    title: null,
    informationDate: finding.informationDate,
    hash: hashOf(answered),
  });
  return data === null
    ? []
    : [{ path: chartPath("map", request, [first, second]), spec: contourChart(data, language) }];
}
