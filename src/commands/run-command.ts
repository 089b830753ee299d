import { join } from "node:path";
import { holdsInternalValues } from "../inputs/without-internal.ts";
import { modelFolder } from "../report/model-files.ts";
import { resultFiles } from "../report/result-files.ts";
import type { RunOutput } from "../report/run-output.ts";
import { indexFile } from "../report/write-index.ts";
import { writeResults } from "../report/write-results.ts";
import { numbersVersion, type StudyRun } from "../run-study.ts";
import { printVerdicts, runScenarios } from "./assess-command.ts";
import { checkAssessOptions, type TypedAssessOptions } from "./assess-options.ts";
import { type CommandIo, type ExitCode, exitCodes } from "./command-io.ts";
import type { CommonOptions, ScenarioOptions } from "./command-options.ts";
import { sayIn } from "./messages.ts";
import { tellUsage } from "./open-study.ts";
import { openProgress } from "./progress.ts";
import { namesProvince, provinceCommand } from "./province-command.ts";
import { readPackageVersion } from "./read-package-version.ts";

/** Simulate and assess the scenarios of a region, write everything to the output folder and print the verdicts. */
export async function runCommand(common: CommonOptions, typed: TypedAssessOptions, io: CommandIo): Promise<ExitCode> {
  const checked = checkAssessOptions(common, typed);
  if (!checked.ok) return tellUsage(checked.text, io).exit;
  const options = checked.value;
  if (namesProvince(common)) return provinceCommand(options, io, true);
  const run = await runScenarios(options, io, { summarise: true });
  if (!run.ok) return run.exit;
  const say = sayIn(options.language);
  const written = await writeRun(run.value, options, io);
  if (!written.ok) return tellUsage(say("cannotWrite", written), io).exit;
  printVerdicts(run.value, options, io);
  if (holdsInternalValues(run.value.study)) io.diagnostics.write(`planreach: ${say("holdsInternal")}\n`);
  io.diagnostics.write(`planreach: ${say("written", { folder: options.outputDir, count: written.fileCount })}\n`);
  io.diagnostics.write(`planreach: ${say("index", { path: join(options.outputDir, indexFile) })}\n`);
  return exitCodes.done;
}

async function writeRun(run: StudyRun, { language, outputDir, withParquet = false }: ScenarioOptions, io: CommandIo) {
  const output: RunOutput = {
    ...run,
    withParquet,
    language,
    versions: { planreach: readPackageVersion(), numbers: numbersVersion },
  };
  const progress = openProgress(sayIn(language)("drawing"), io);
  const folders = [...run.results.map(({ scenario }) => scenario.id), modelFolder];
  try {
    return await writeResults(outputDir, run.identity.hash, folders, resultFiles(output, progress.show));
  } finally {
    progress.close();
  }
}
