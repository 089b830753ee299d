import type { Issue } from "../core/issue.ts";
import { readExcerpts } from "../inputs/read-excerpts.ts";
import type { Study } from "../inputs/study.ts";
import { sourceIssues } from "../model/source-issues.ts";
import { type PreparedStudy, prepareStudy } from "../run-study.ts";
import { checkScenarioIdentities, identityTable, type ScenarioIdentities } from "./check-identities-table.ts";
import { type CommandIo, type ExitCode, exitCodes } from "./command-io.ts";
import type { CheckOptions } from "./command-options.ts";
import { printGroupedIssues } from "./issue-groups.ts";
import { sayIn } from "./messages.ts";
import { readRegion } from "./open-study.ts";
import { checkProvinceCommand, namesProvince } from "./province-command.ts";

/**
 * Read everything of a region, compile its model and lay every scenario over it; print all issues,
 * assumptions without a source among them.
 *
 * @returns `issues` when there is an error among them, or an identity fails; remarks alone are no failure.
 */
export function checkCommand(options: CheckOptions, io: CommandIo): ExitCode {
  if (namesProvince(options)) return checkProvinceCommand(options, io);
  const { json, identities } = options;
  const opened = readRegion(options, io);
  if (!opened.ok) return opened.exit;
  const read = opened.value;
  const prepared = read.ok ? prepareStudy(read.value) : undefined;
  const issues = readExcerpts([
    ...(read.ok ? read.warnings : read.issues),
    ...(prepared?.ok === true ? prepared.warnings : (prepared?.issues ?? [])),
    ...(read.ok ? sourceIssues(read.value.model) : []),
  ]);
  const checked = identities && prepared?.ok === true ? checkScenarioIdentities(prepared.value) : [];
  const isSound = read.ok && prepared?.ok === true;
  const { write } = io.results;
  if (json) write(`${JSON.stringify(identities ? { issues, identities: checked } : issues, null, 2)}\n`);
  else {
    write(issueReport(issues, options, io));
    if (read.ok && prepared?.ok) write(soundReport(read.value, prepared.value, checked, options, io));
  }
  const holds = checked.every(({ checks }) => checks.every((check) => check.holds));
  return isSound && holds ? exitCodes.done : exitCodes.issues;
}

function issueReport(issues: readonly Issue[], { language }: CheckOptions, { results }: CommandIo): string {
  if (issues.length === 0) return "";
  const errors = issues.filter(({ severity }) => severity === "error").length;
  const count = sayIn(language)("issueCount", { errors, remarks: issues.length - errors });
  return `${printGroupedIssues(issues, language, results)}\n${count}\n`;
}

function soundReport(
  study: Study,
  { model }: PreparedStudy,
  checked: readonly ScenarioIdentities[],
  { language }: CheckOptions,
  { results }: CommandIo,
): string {
  const say = sayIn(language);
  const equations = model.variables.filter(({ isHidden }) => !isHidden).length;
  const { region, files, scenarios } = study;
  const line = say("allRight", { region, files: files.length, scenarios: scenarios.length, equations });
  return `${line}\n${checked.length > 0 ? `\n${identityTable(checked, language, results)}` : ""}`;
}
