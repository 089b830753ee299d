import type { Study } from "../inputs/study.ts";
import { assessmentReport, runStudy, type StudyRun } from "../run-study.ts";
import { basisNote } from "./basis-note.ts";
import { type CommandIo, type ExitCode, exitCodes } from "./command-io.ts";
import type { ScenarioOptions } from "./command-options.ts";
import { sayIn } from "./messages.ts";
import { chosenScenarios, type Opened, openStudy, tellIssues } from "./open-study.ts";
import { probabilityMatrix } from "./probability-matrix.ts";
import { openProgress } from "./progress.ts";
import { reachabilityTable } from "./reachability-table.ts";

/** Assess the targets of a region under its scenarios and print the verdicts; nothing is written. */
export function assessCommand(options: ScenarioOptions, io: CommandIo): ExitCode {
  const run = runScenarios(options, io);
  if (!run.ok) return run.exit;
  printVerdicts(run.value, options, io);
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
  return [...parts, basisNote(run.study.model, language, sink)].join("\n");
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
