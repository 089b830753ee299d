import type { Language } from "../core/bilingual.ts";
import { verdictDrivers } from "../exploration/verdict-drivers.ts";
import type { Study } from "../inputs/study.ts";
import type { AssessmentReport, RunPrecision, ScenarioReport } from "../progress/assessment-report.ts";
import { areAllDecided } from "../reachability/decided.ts";
import { assessmentReport, type RunOptions, runStudyOnWorkers, runUntilPrecise, type StudyRun } from "../run-study.ts";
import { checkAssessOptions, type TypedAssessOptions } from "./assess-options.ts";
import { basisNote } from "./basis-note.ts";
import { type CommandIo, type ExitCode, exitCodes, textColumns } from "./command-io.ts";
import type { CommonOptions, ScenarioOptions } from "./command-options.ts";
import { conventionsText } from "./conventions-text.ts";
import { driverLines } from "./driver-lines.ts";
import { sayIn } from "./messages.ts";
import { milestonesText } from "./milestones-text.ts";
import { chosenScenarios, type Opened, openStudy, tellIssues, tellUsage } from "./open-study.ts";
import { probabilityMatrix } from "./probability-matrix.ts";
import { openProgress } from "./progress.ts";
import { namesProvince, provinceCommand } from "./province-command.ts";
import { reachabilityTable } from "./reachability-table.ts";
import { runOptions } from "./run-options.ts";
import { wrapToWidth } from "./wrap-to-width.ts";

/** Assess the targets of a region under its scenarios and print the verdicts; nothing is written. */
export async function assessCommand(
  common: CommonOptions,
  typed: TypedAssessOptions,
  io: CommandIo,
): Promise<ExitCode> {
  const checked = checkAssessOptions(common, typed);
  if (!checked.ok) return tellUsage(checked.text, io).exit;
  if (namesProvince(common)) return provinceCommand(checked.value, io, false);
  const run = await runScenarios(checked.value, io, { keepDraws: false });
  if (!run.ok) return run.exit;
  printVerdicts(run.value, checked.value, io);
  return exitCodes.done;
}

/**
 * Read the region, run the scenarios that a command names and tell what was remarked about the files.
 *
 * @param wanted - what the command wants of the run besides its verdicts.
 */
export async function runScenarios(
  options: ScenarioOptions,
  io: CommandIo,
  wanted: RunOptions,
): Promise<Opened<StudyRun>> {
  const opened = openStudy(options, io);
  if (!opened.ok) return opened;
  const { study, warnings } = opened.value;
  const scenarios = chosenScenarios(study, options.scenarios, options, io);
  if (!scenarios.ok) return scenarios;
  const run = await simulate(study, { ...wanted, scenarios: scenarios.value }, options, io);
  if (!run.ok) {
    tellIssues(run.issues, options, io);
    return { ok: false, exit: exitCodes.issues };
  }
  const count = warnings.length + run.warnings.length;
  if (count > 0) io.diagnostics.write(`planreach: ${sayIn(options.language)("warningsMet", { count })}\n`);
  return { ok: true, value: run.value };
}

/** Print the verdicts of a run, and what else was asked for: for programs, or as tables for people. */
export function printVerdicts(run: StudyRun, options: ScenarioOptions, { results, diagnostics }: CommandIo): void {
  const { withDrivers = false, withMilestones = false, withConventions = false, language, json } = options;
  const { study, model } = run;
  const report = assessmentReport(run, { withMilestones });
  if (run.results.some(({ ensemble }) => ensemble.summary?.isExact === false)) {
    diagnostics.write(`planreach: ${sayIn(language)("estimatedQuantiles")}\n`);
  }
  const drivers = withDrivers
    ? run.results.map(({ scenario, ensemble }) => verdictDrivers({ study, model, scenario, ensemble }))
    : null;
  if (json) {
    const scenarios = report.scenarios.map((scenario, place) => {
      return drivers === null ? scenario : { ...scenario, drivers: drivers[place] };
    });
    results.write(`${JSON.stringify({ ...report, scenarios }, null, 2)}\n`);
    return;
  }
  results.write(verdictTables(run, report, options, results));
  const shown = isMatrix(run, options) ? 1 : report.scenarios.length;
  for (const [place, scenario] of report.scenarios.slice(0, shown).entries()) {
    const parts = [
      ...(withMilestones ? [milestonesText(scenario, study, run.identity.informationDate, language, results)] : []),
      ...(withConventions ? [conventionsText(scenario, study, run.identity.informationDate, language, results)] : []),
      ...(drivers ? [driverLines(scenario, drivers[place] ?? {}, language, results)] : []),
    ];
    for (const part of parts) results.write(`\n${part}`);
  }
}

/** Scenarios beyond this number are drawn together in one matrix, unless they were named one by one. */
const fullTables = 3;

/** Whether only the first scenario is shown whole, and all of them in one matrix. */
function isMatrix({ results }: StudyRun, { scenarios }: ScenarioOptions): boolean {
  return scenarios.length === 0 && results.length > fullTables;
}

function verdictTables(
  run: StudyRun,
  report: AssessmentReport,
  options: ScenarioOptions,
  sink: CommandIo["results"],
): string {
  const { study } = run;
  const { language } = options;
  const hasMatrix = isMatrix(run, options);
  const shown = hasMatrix ? run.results.slice(0, 1) : run.results;
  const parts = shown.map((result, place) => {
    return reachabilityTable(result, report.scenarios[place] as ScenarioReport, study, language, sink);
  });
  if (hasMatrix) {
    const verdicts = run.results.map((result) => result.verdicts);
    parts.push(probabilityMatrix(verdicts, study.plan, language, sink));
  }
  const precision = run.precision ? [precisionNote(run.precision, run.identity.draws, language, sink)] : [];
  const isEstimated = run.results.some(({ verdicts }) => !areAllDecided(verdicts.verdicts));
  const basis = isEstimated ? [basisNote(study.model, language, sink)] : [];
  return [...parts, ...precision, ...basis].join("\n");
}

/** Say how precisely the chances are known, where that was asked for. */
function precisionNote(precision: RunPrecision, draws: number, language: Language, sink: CommandIo["results"]): string {
  const say = sayIn(language);
  const [points, reached] = [precision.halfWidth, precision.reached].map((width) =>
    String(Number((width * 100).toFixed(2))),
  );
  const text = precision.isReached
    ? say("precise", { points: points ?? "", draws })
    : say("notPrecise", { points: points ?? "", reached: reached ?? "", draws });
  return `${wrapToWidth(text, textColumns(sink)).join("\n")}\n`;
}

/** Draws of all scenarios together that stay in memory at once, a few GB of a large model. */
const drawsInMemory = 262_144;

/** Most draws of a run that stops when it is precise: one point takes 16,384, half a point 65,536. */
function mostDraws(scenarioCount: number): number {
  const room = 2 ** Math.floor(Math.log2(drawsInMemory / Math.max(1, scenarioCount)));
  return Math.max(16_384, Math.min(room, 65_536));
}

async function simulate(study: Study, wanted: RunOptions, options: ScenarioOptions, io: CommandIo) {
  const { language, precision = null, withDrivers = false, withMilestones = false, exactQuantiles = false } = options;
  // Drivers and milestones are found draw by draw, so all draws are kept for them.
  const kept = withDrivers || withMilestones ? { keepDraws: true, drawBytes: Number.POSITIVE_INFINITY } : {};
  const progress = openProgress(sayIn(language)("simulating"), io);
  const settings = { ...runOptions(options), ...wanted, ...kept, exactQuantiles, onProgress: progress.show };
  try {
    if (precision === null) return await runStudyOnWorkers(study, settings);
    const most = mostDraws(settings.scenarios?.length ?? study.scenarios.length);
    return runUntilPrecise(study, settings, { halfWidth: precision, most });
  } finally {
    progress.close();
  }
}
