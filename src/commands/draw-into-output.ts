import { drawChartFiles, type NamedChart } from "../report/chart-files.ts";
import { writeFiles } from "../report/write-results.ts";
import { type CommandIo, type ExitCode, exitCodes } from "./command-io.ts";
import type { CommonOptions } from "./command-options.ts";
import { sayIn } from "./messages.ts";
import { tellUsage } from "./open-study.ts";

/** Draw charts into the output folder and say where they are; a folder that cannot be written is wrong usage. */
export async function drawIntoOutput(
  charts: readonly NamedChart[],
  { language, outputDir }: Pick<CommonOptions, "language" | "outputDir">,
  io: CommandIo,
): Promise<ExitCode> {
  const say = sayIn(language);
  for (const chart of charts) {
    const written = await writeFiles(outputDir, await drawChartFiles(chart));
    if (!written.ok) return tellUsage(say("cannotWrite", written), io).exit;
    io.diagnostics.write(`planreach: ${say("chartWritten", { path: `${outputDir}/${chart.path}.png` })}\n`);
  }
  return exitCodes.done;
}
