import { verdictDrivers } from "../exploration/verdict-drivers.ts";
import type { Study } from "../inputs/study.ts";
import { assessmentReport, runStudy, type StudyRun } from "../run-study.ts";
import { basisNote } from "./basis-note.ts";
import { type CommandIo, type ExitCode, exitCodes } from "./command-io.ts";
import type { ScenarioOptions } from "./command-options.ts";
import { driverLines } from "./driver-lines.ts";
import { sayIn } from "./messages.ts";
import { chosenScenarios, type Opened, openStudy, tellIssues } from "./open-study.ts";
import { probabilityMatrix } from "./probability-matrix.ts";
import { openProgress } from "./progress.ts";
import { reachabilityTable } from "./reachability-table.ts";
import { areAllKnown } from "./verdict-figures.ts";

/** Assess the targets of a region under its scenarios and print the verdicts; nothing is written. */
export function assessCommand(options: ScenarioOptions, io: CommandIo): ExitCode {
  const run = runScenarios(options, io);
  if (!run.ok) return run.exit;
  if (options.withDrivers) printDrivers(run.value, options, io);
  else printVerdicts(run.value, options, io);
  return exitCodes.done;
}

/** Read the region, run the scenarios that a command names and tell what was remarked about the files. */
export function runScenarios(options: ScenarioOptions, io: CommandIo): Opened<StudyRun> {
  const opened = openStudy(options, io);
  if (!opened.ok) return opened;
  const { study, warnings } = opened.value;
  const scenarios = chosenScenarios(study, options.scenarios, options, io);
  if (!scenarios.ok) return scenarios;
  const run = simulate(study, scenarios.value, options, io);
  if (!run.ok) {
    tellIssues(run.issues, options, io);
    return { ok: false, exit: exitCodes.issues };
  }
  const count = warnings.length + run.warnings.length;
  if (count > 0) io.diagnostics.write(`planreach: ${sayIn(options.language)("warningsMet", { count })}\n`);
  return { ok: true, value: run.value };
}

/** Print the verdicts of a run: for programs, or as tables for people. */
export function printVerdicts(run: StudyRun, options: ScenarioOptions, { results }: CommandIo): void {
  if (options.json) results.write(`${JSON.stringify(assessmentReport(run), null, 2)}\n`);
  else results.write(verdictTables(run, options, results));
}

/** Print the verdicts with the uncertain inputs that decide each row most. */
function printDrivers(run: StudyRun, options: ScenarioOptions, io: CommandIo): void {
  const { study, model } = run;
  const drivers = run.results.map(({ scenario, ensemble }) => verdictDrivers({ study, model, scenario, ensemble }));
  if (options.json) {
    const report = assessmentReport(run);
    const scenarios = report.scenarios.map((scenario, place) => ({ ...scenario, drivers: drivers[place] }));
    io.results.write(`${JSON.stringify({ ...report, scenarios }, null, 2)}\n`);
    return;
  }
  printVerdicts(run, options, io);
  for (const [place, { scenario }] of run.results.entries()) {
    io.results.write(
      `\n${driverLines(scenario.label, drivers[place] ?? {}, study.plan, options.language, io.results)}`,
    );
  }
}

/** Scenarios beyond this number are drawn together in one matrix, unless they were named one by one. */
const fullTables = 3;

function verdictTables(run: StudyRun, { scenarios, language }: ScenarioOptions, sink: CommandIo["results"]): string {
  const { plan } = run.study;
  const isMatrix = scenarios.length === 0 && run.results.length > fullTables;
  const shown = isMatrix ? run.results.slice(0, 1) : run.results;
  const parts = shown.map((result) => reachabilityTable(result, plan, language, sink));
  if (isMatrix) {
    const verdicts = run.results.map((result) => result.verdicts);
    parts.push(probabilityMatrix(verdicts, plan, language, sink));
  }
  const isEstimated = run.results.some(({ verdicts }) => !areAllKnown(verdicts.verdicts));
  return [...parts, ...(isEstimated ? [basisNote(run.study.model, language, sink)] : [])].join("\n");
}

function simulate(study: Study, scenarios: readonly string[], options: ScenarioOptions, io: CommandIo) {
  const { draws, seed, asOf, language } = options;
  const progress = openProgress(sayIn(language)("simulating"), io);
  const run = runStudy(study, {
    scenarios,
    ...(draws === undefined ? {} : { draws }),
    ...(seed === undefined ? {} : { seed }),
    ...(asOf === undefined ? {} : { asOf }),
    onProgress: progress.show,
  });
  progress.close();
  return run;
}
