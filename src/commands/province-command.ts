import { join } from "node:path";
import type { Issue, Result } from "../core/issue.ts";
import type { Province } from "../inputs/province.ts";
import { readExcerpts } from "../inputs/read-excerpts.ts";
import { readProvince } from "../inputs/read-province.ts";
import { isProvince } from "../inputs/read-regions.ts";
import { sourceIssues } from "../model/source-issues.ts";
import { prepareProvince } from "../province/prepare-province.ts";
import { provinceFiles } from "../province/province-files.ts";
import { provinceReport } from "../province/province-report.ts";
import type { ProvinceRun } from "../province/province-run.ts";
import { runProvinceOnWorkers } from "../province/run-province.ts";
import { indexFile } from "../report/write-index.ts";
import { writeResults } from "../report/write-results.ts";
import { numbersVersion } from "../run-study.ts";
import { type CommandIo, type ExitCode, exitCodes } from "./command-io.ts";
import type { CommonOptions, ScenarioOptions } from "./command-options.ts";
import { printGroupedIssues } from "./issue-groups.ts";
import { sayIn } from "./messages.ts";
import { nameChoice, tellIssues, tellUsage } from "./open-study.ts";
import { openProgress } from "./progress.ts";
import { provinceText } from "./province-text.ts";
import { readPackageVersion } from "./read-package-version.ts";
import { runOptions } from "./run-options.ts";

/** Whether the region that a command names is a province. */
export function namesProvince({ region, dataDir }: CommonOptions): boolean {
  return region !== undefined && isProvince(dataDir, region);
}

/** Run the regions of a province together and print its figures; with `writes`, leave them in the output folder too. */
export async function provinceCommand(options: ScenarioOptions, io: CommandIo, writes: boolean): Promise<ExitCode> {
  const say = sayIn(options.language);
  const read = readOne(options);
  if (!read.ok) return tell(read.issues, options, io);
  const province = read.value;
  const unknown = options.scenarios.find((id) => !province.scenarios.includes(id));
  if (unknown !== undefined) {
    return tellUsage(say("unknownScenario", { name: unknown, choice: nameChoice(unknown, province.scenarios) }), io)
      .exit;
  }
  const progress = openProgress(say("simulating"), io);
  const wanted = options.scenarios.length > 0 ? { scenarios: options.scenarios } : {};
  const run = await runProvinceOnWorkers(province, { ...runOptions(options), ...wanted, onProgress: progress.show });
  progress.close();
  if (!run.ok) return tell(run.issues, options, io);
  const written = writes ? await write(run.value, options) : null;
  if (written && !written.ok) return tellUsage(say("cannotWrite", written), io).exit;
  io.results.write(
    options.json
      ? `${JSON.stringify(provinceReport(run.value), null, 2)}\n`
      : provinceText(run.value, options.language, io.results),
  );
  if (written) {
    io.diagnostics.write(`planreach: ${say("written", { folder: options.outputDir, count: written.fileCount })}\n`);
    io.diagnostics.write(`planreach: ${say("index", { path: join(options.outputDir, indexFile) })}\n`);
  }
  return exitCodes.done;
}

/** Read everything of a province, lay its scenarios over each region and print all issues. */
export function checkProvinceCommand(options: CommonOptions, io: CommandIo): ExitCode {
  const { language, json } = options;
  const read = readOne(options);
  const prepared = read.ok ? prepareProvince(read.value, {}) : undefined;
  const issues = readExcerpts([
    ...(read.ok ? read.warnings : read.issues),
    ...(prepared && !prepared.ok ? prepared.issues : []),
    ...(read.ok ? sourceIssues((read.value.studies[0] as Province["studies"][number]).model) : []),
  ]);
  if (json) io.results.write(`${JSON.stringify(issues, null, 2)}\n`);
  else {
    if (issues.length > 0) io.results.write(`${printGroupedIssues(issues, language, io.results)}\n`);
    if (read.ok && prepared?.ok) {
      const { name, studies, scenarios } = read.value;
      const counts = { province: name, regions: studies.length, scenarios: scenarios.length };
      io.results.write(`${sayIn(language)("provinceRight", counts)}\n`);
    }
  }
  return prepared?.ok ? exitCodes.done : exitCodes.issues;
}

function readOne({ region = "", dataDir, scenariosDir }: CommonOptions): Result<Province> {
  return readProvince({ region, dataDir, scenariosDir });
}

function tell(issues: readonly Issue[], options: CommonOptions, io: CommandIo): ExitCode {
  tellIssues(issues, options, io);
  return exitCodes.issues;
}

function write(run: ProvinceRun, { outputDir }: ScenarioOptions) {
  const versions = { planreach: readPackageVersion(), numbers: numbersVersion };
  const folders = run.results.map(({ scenario }) => scenario.id);
  return writeResults(outputDir, run.identity.hash, folders, provinceFiles(run, versions));
}
