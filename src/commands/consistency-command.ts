import { runConsistency } from "../consistency/run-consistency.ts";
import { type CommandIo, type ExitCode, exitCodes } from "./command-io.ts";
import type { CommonOptions } from "./command-options.ts";
import { consistencyText } from "./consistency-text.ts";
import { markResults } from "./mark-results.ts";
import { openStudy } from "./open-study.ts";

/** Print where a plan is at odds with itself; a finding is an answer, not an error. */
export async function consistencyCommand(options: CommonOptions, io: CommandIo): Promise<ExitCode> {
  const opened = openStudy(options, io);
  if (!opened.ok) return opened.exit;
  const report = await runConsistency(opened.value.study);
  const { results } = markResults(opened.value.study, options, io);
  if (options.json) results.write(`${JSON.stringify(report, null, 2)}\n`);
  else results.write(consistencyText(report, options.language, results));
  return exitCodes.done;
}
