import { conflictChart } from "../charts/conflict-chart.ts";
import type { ConsistencyReport } from "../consistency/consistency-report.ts";
import { runConsistency } from "../consistency/run-consistency.ts";
import type { Study } from "../inputs/study.ts";
import { informationDate } from "../reachability/standing.ts";
import { conflictChartData } from "../report/conflict-chart-data.ts";
import { studyHash } from "../run-study.ts";
import { type CommandIo, type ExitCode, exitCodes } from "./command-io.ts";
import type { ConsistencyOptions } from "./command-options.ts";
import { consistencyText } from "./consistency-text.ts";
import { drawIntoOutput } from "./draw-into-output.ts";
import { markResults } from "./mark-results.ts";
import { sayIn } from "./messages.ts";
import { openStudy } from "./open-study.ts";

/** Print where a plan is at odds with itself; a finding is an answer, not an error. */
export async function consistencyCommand(options: ConsistencyOptions, io: CommandIo): Promise<ExitCode> {
  const opened = openStudy(options, io);
  if (!opened.ok) return opened.exit;
  const { study } = opened.value;
  const report = await runConsistency(study);
  const marked = markResults(study, options, io);
  if (options.json) marked.results.write(`${JSON.stringify(report, null, 2)}\n`);
  else marked.results.write(consistencyText(report, options.language, marked.results));
  return options.chart ? await drawConflicts(study, report, options, io) : exitCodes.done;
}

async function drawConflicts(
  study: Study,
  report: ConsistencyReport,
  options: ConsistencyOptions,
  io: CommandIo,
): Promise<ExitCode> {
  const { plan, observations } = study;
  const identity = {
    hash: studyHash(study, { command: "consistency" }),
    informationDate: informationDate(observations, plan, options.asOf),
  };
  const data = conflictChartData({ plan, report, verdicts: null, runs: 0, identity });
  if (data === null) {
    io.diagnostics.write(`planreach: ${sayIn(options.language)("nothingToDraw")}\n`);
    return exitCodes.done;
  }
  return await drawIntoOutput(
    [{ path: "consistency/conflicts", spec: conflictChart(data, options.language) }],
    study,
    options,
    io,
  );
}
