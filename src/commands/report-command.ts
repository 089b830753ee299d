import { join } from "node:path";
import { runConsistency } from "../consistency/run-consistency.ts";
import type { Bilingual } from "../core/bilingual.ts";
import { buildDocument } from "../documents/build-document.ts";
import { labelWords } from "../documents/chapter-words.ts";
import { collectReportData } from "../documents/collect-report-data.ts";
import type { DrawnPictures, ReportDocument } from "../documents/report-document.ts";
import { pictureFolder, type ReportFormat, reportFiles, reportFormats } from "../documents/report-files.ts";
import { drawPictures, reportPictures } from "../documents/report-pictures.ts";
import { demonstrationWord } from "../inputs/demonstration.ts";
import type { Study } from "../inputs/study.ts";
import { holdsInternalValues } from "../inputs/without-internal.ts";
import type { OutputFile } from "../report/output-file.ts";
import type { RunOutput } from "../report/run-output.ts";
import { indexFile } from "../report/write-index.ts";
import { writeResults } from "../report/write-results.ts";
import { numbersVersion, type StudyRun } from "../run-study.ts";
import { runScenarios } from "./assess-command.ts";
import { type CommandIo, type ExitCode, exitCodes } from "./command-io.ts";
import type { ScenarioOptions } from "./command-options.ts";
import { sayIn } from "./messages.ts";
import { type Opened, tellUsage } from "./open-study.ts";
import { openProgress } from "./progress.ts";
import { readPackageVersion } from "./read-package-version.ts";

/**
 * Simulate the scenarios of a region and write the report in the formats asked for, all files or none.
 *
 * @param to - formats as they were typed, separated by commas; undefined: all.
 */
export async function reportCommand(
  options: ScenarioOptions,
  to: string | undefined,
  io: CommandIo,
): Promise<ExitCode> {
  const formats = chosenFormats(options, to, io);
  if (!formats.ok) return formats.exit;
  const run = await runScenarios(options, io, {});
  if (!run.ok) return run.exit;
  const say = sayIn(options.language);
  const { document, pictures, scenario } = await makeReport(run.value, options, io);
  const { outputDir } = options;
  const paths: string[] = [];
  const files = noted(reportFiles(document, pictures, formats.value, run.value, scenario), paths);
  const folders = formats.value.includes("md") ? [pictureFolder(document)] : [];
  const written = await writeResults(outputDir, run.value.identity.hash, folders, files);
  if (!written.ok) return tellUsage(say("cannotWrite", written), io).exit;
  const reports = paths.filter((path) => !path.includes("/")).map((path) => join(outputDir, path));
  io.results.write(options.json ? `${JSON.stringify(reports, null, 2)}\n` : `${reports.join("\n")}\n`);
  io.diagnostics.write(`planreach: ${say("written", { folder: outputDir, count: written.fileCount })}\n`);
  io.diagnostics.write(`planreach: ${say("index", { path: join(outputDir, indexFile) })}\n`);
  return exitCodes.done;
}

async function makeReport(
  run: StudyRun,
  { language }: ScenarioOptions,
  io: CommandIo,
): Promise<{ readonly document: ReportDocument; readonly pictures: DrawnPictures; readonly scenario: string }> {
  const data = collectReportData(run, await runConsistency(run.study));
  const output: RunOutput = {
    ...run,
    language,
    versions: { planreach: readPackageVersion(), numbers: numbersVersion },
  };
  const charts = reportPictures(output, data.mainScenario, language);
  const document = buildDocument(data, charts, language, pageMark(run.study));
  const progress = openProgress(sayIn(language)("drawing"), io);
  try {
    return { document, pictures: await drawPictures(document, progress.show), scenario: data.mainScenario };
  } finally {
    progress.close();
  }
}

/** What every page of a report is marked with: that its figures are internal, that they are invented, or nothing. */
function pageMark(study: Study): Bilingual | null {
  const marks = [
    ...(holdsInternalValues(study) ? [labelWords.internal()] : []),
    ...(study.plan.isDemonstration ? [demonstrationWord] : []),
  ];
  if (marks.length === 0) return null;
  return { zh: marks.map(({ zh }) => zh).join(" · "), en: marks.map(({ en }) => en).join(" · ") };
}

function chosenFormats(
  { language }: ScenarioOptions,
  to: string | undefined,
  io: CommandIo,
): Opened<readonly ReportFormat[]> {
  if (to === undefined) return { ok: true, value: reportFormats };
  const named = to.split(/[,，]/).map((name) => name.trim());
  const unknown = named.find((name) => !(reportFormats as readonly string[]).includes(name));
  if (unknown !== undefined) {
    return tellUsage(sayIn(language)("unknownFormat", { name: unknown, known: reportFormats.join(", ") }), io);
  }
  return { ok: true, value: reportFormats.filter((format) => named.includes(format)) };
}

/** Pass files on, and keep their paths. */
async function* noted(files: AsyncIterable<OutputFile>, paths: string[]): AsyncGenerator<OutputFile> {
  for await (const file of files) {
    paths.push(file.path);
    yield file;
  }
}
