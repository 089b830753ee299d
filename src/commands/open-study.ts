import type { Bilingual } from "../core/bilingual.ts";
import type { Issue, Result } from "../core/issue.ts";
import { chooseName } from "../core/issue-text.ts";
import { nearestName } from "../core/nearest-name.ts";
import { printIssues } from "../core/print-issues.ts";
import { mainScenario, mainScenarioId } from "../inputs/main-scenario.ts";
import { readExcerpts } from "../inputs/read-excerpts.ts";
import { isProvince, listRegions, listStartingRegions } from "../inputs/read-regions.ts";
import { readStudy } from "../inputs/read-study.ts";
import type { Study } from "../inputs/study.ts";
import { withoutInternal } from "../inputs/without-internal.ts";
import { type CommandIo, type ExitCode, exitCodes } from "./command-io.ts";
import type { CommonOptions } from "./command-options.ts";
import { sayIn } from "./messages.ts";

/** A value, or the exit status with which the command ends because there is none. */
export type Opened<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly exit: ExitCode };

/** A study as it was read, with what was remarked on the way. */
export interface OpenedStudy {
  readonly study: Study;
  readonly warnings: readonly Issue[];
}

/**
 * Read the region that a command names, or the only one whose plan continues no other.
 *
 * @returns the study or its issues; a region that is not there is wrong usage, which is told.
 */
export function readRegion(options: CommonOptions, io: CommandIo): Opened<Result<Study>> {
  const { language, dataDir, scenariosDir } = options;
  const region = chosenRegion(options, io);
  if (!region.ok) return region;
  const read = disclosed(readStudy({ region: region.value, dataDir, scenariosDir }), options);
  const unknown = read.ok ? undefined : read.issues.find(({ code }) => code === "region/unknown");
  if (unknown === undefined) return { ok: true, value: read };
  return tellUsage(`${unknown.message[language]} ${unknown.mend[language]}`, io);
}

/** Leave internal values out right after reading, so that nothing a command does can show one. */
function disclosed(read: Result<Study>, { isPublic }: CommonOptions): Result<Study> {
  return read.ok && isPublic ? { ...read, value: withoutInternal(read.value) } : read;
}

/** Read a region as {@link readRegion} does, and tell what is wrong with its files. */
export function openStudy(options: CommonOptions, io: CommandIo): Opened<OpenedStudy> {
  const read = readRegion(options, io);
  if (!read.ok) return read;
  if (read.value.ok) return { ok: true, value: { study: read.value.value, warnings: read.value.warnings } };
  tellIssues(read.value.issues, options, io);
  return { ok: false, exit: exitCodes.issues };
}

/** Print issues for people, where diagnostics go. */
export function tellIssues(issues: readonly Issue[], { language }: CommonOptions, { diagnostics }: CommandIo): void {
  diagnostics.write(printIssues(readExcerpts(issues), language, { color: diagnostics.hasColor }));
}

/** Tell that a command was called wrongly. */
export function tellUsage(text: string, { diagnostics }: CommandIo): { readonly ok: false; readonly exit: ExitCode } {
  diagnostics.write(`planreach: ${text}\n`);
  return { ok: false, exit: exitCodes.usage };
}

/** Hold the scenarios that a command names against those of the study; none named: all, the baseline first. */
export function chosenScenarios(
  study: Study,
  named: readonly string[],
  options: CommonOptions,
  io: CommandIo,
): Opened<readonly string[]> {
  const known = study.scenarios.map(({ id }) => id);
  const unknown = named.find((id) => !known.includes(id));
  if (unknown !== undefined) {
    const say = sayIn(options.language);
    return tellUsage(say("unknownScenario", { name: unknown, choice: nameChoice(unknown, known) }), io);
  }
  const first = known.filter((id) => id === mainScenarioId);
  return { ok: true, value: named.length > 0 ? [...new Set(named)] : [...new Set([...first, ...known])] };
}

/** The scenario whose values are shown when none is named: `baseline`, or the first by id. */
export function defaultScenario({ scenarios }: Study): string {
  return mainScenario(scenarios)?.id ?? "";
}

/** What could have been meant by a name that is not known. */
export function nameChoice(name: string, known: readonly string[]): Bilingual {
  return chooseName(nearestName(name, known), known);
}

function chosenRegion({ region, dataDir, language }: CommonOptions, io: CommandIo): Opened<string> {
  const say = sayIn(language);
  if (region !== undefined) {
    if (!isProvince(dataDir, region)) return { ok: true, value: region };
    const some = listRegions(dataDir).slice(0, 3).join(", ");
    return tellUsage(say("oneRegionOnly", { province: region, regions: some }), io);
  }
  const regions = listRegions(dataDir);
  const [only, ...others] = listStartingRegions(dataDir);
  if (only === undefined) return tellUsage(say("noRegion", { folder: dataDir }), io);
  if (others.length > 0) return tellUsage(say("severalRegions", { known: regions.join(", ") }), io);
  return { ok: true, value: only };
}
